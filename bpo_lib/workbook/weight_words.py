"""Weights in words: what a set and its members are called, and how a judgement of a pair reads."""

from bpo_lib.fit.scales.criteria import criterion_named
from bpo_lib.fit.weighting.ahp import Revisit, Triple
from bpo_lib.fit.weighting.elicited import GROUP_SET
from bpo_lib.workbook import labels, numbers

GROUP_WORDS = {
    "strategy": "strategy",
    "process": "the process itself",
    "demand": "demand",
    "risk": "risk",
    "market": "the market",
    "governance": "governance",
}
METHOD_WORDS = {
    "swing": "points for the step from worst to best",
    "rank": "ranks",
    "compare": "comparisons of pairs",
    "house": "points of the house",
    "set": "points set by hand",
}


def member(name: str) -> str:
    """Return a group or a criterion as it stands inside a sentence."""
    return GROUP_WORDS.get(name) or labels.inside(criterion_named(name).name)


def set_words(name: str) -> str:
    """Return what a set weighs, as it stands inside a sentence."""
    return "the groups" if name == GROUP_SET else f"the criteria of {GROUP_WORDS[name]}"


def judged(first: str, second: str, times: float) -> str:
    """Return a judgement in words, the larger first: risk counts 3 times as much as the market."""
    if times < 1:
        first, second, times = second, first, 1 / times
    shown = _times(times)
    if shown == "1":
        return f"{member(first)} counts as much as {member(second)}"
    return f"{member(first)} counts {shown} times as much as {member(second)}"


def revisited(revisit: Revisit) -> str:
    """Return the judgement to talk about again, and what would fit the others best."""
    given = judged(revisit.first, revisit.second, revisit.given)
    # Said in the same order as the judgement itself, so that the two numbers can be compared.
    turned = revisit.given < 1
    value = 1 / revisit.value if turned else revisit.value
    return f"{given}; {_scale(value)} would fit the other judgements best"


def contradiction(triple: Triple) -> str:
    """Return three judgements that contradict one another, in words."""
    direct = judged(triple.first, triple.third, triple.direct)
    turned = triple.direct < 1
    implied = 1 / triple.implied if turned else triple.implied
    return f"{direct}, but by way of {member(triple.second)} it would be {_scale(implied)}"


def _times(times: float) -> str:
    shown = numbers.decimal(times)
    return shown.removesuffix(".0")


def _scale(value: float) -> str:
    """Return how many times as it ends a comparison: 3 times, alike, or 1/3."""
    shown = _times(value) if value >= 1 else f"1/{_times(1 / value)}"
    return "alike" if shown == "1" else shown if value < 1 else f"{shown} times"
