"""Gates: what no score can buy. Judged before the score and never set off against it."""

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from bpo_lib.fit.gate_rules import COST_GATE, PLACES, RESIDENCY_GATE, Gate, Limit
from bpo_lib.fit.scales.criteria import criterion_named
from bpo_lib.fit.terms import JudgementTerms

Status = Literal["clear", "open", "stopped"]

_EXCEPTIONS_WRITTEN = 4  # from this level of P1 on, its anchor says that exceptions are written


class Grounds(NamedTuple):
    """What is known of one criterion when gates are judged.

    Parameters
    ----------
    levels : tuple of float
        One level of each rater, or the one measured level; empty when nothing is known. [level]
    label : str
        Id and name of the criterion.
    name : str
        Its name alone, as a board reads it.
    told : str
        What is known, in words.
    """

    levels: tuple[float, ...]
    label: str
    name: str
    told: str


class Facts(NamedTuple):
    """What gates know beside the criteria.

    Parameters
    ----------
    unwritten_exception_share : float or None
        Share of exceptional cases without a written path; None when no step table tells. [share]
    saving_chance : float or None
        Chance that the likeliest offer saves money; None when nothing could be priced. [share]
    places : mapping or None
        By place (onshore, nearshore, offshore) whether the data may be seen there, None while its country is
        not known; None altogether when nobody said where the data may be seen.
    """

    unwritten_exception_share: float | None = None
    saving_chance: float | None = None
    places: Mapping[str, bool | None] | None = None


class Judgement(NamedTuple):
    """The state of one gate.

    Parameters
    ----------
    gate : Gate
        The gate.
    status : str
        `clear`; `open` while an answer is missing, raters disagree across the limit or a condition has
        to be met; or `stopped`. An open gate never counts as passed.
    tripped : bool or None
        On which side of its limits the gate lies, None while that is unknown.
    evidence : str
        What it was judged on, with the ids of criteria.
    because : str
        The same with names alone.
    removes : tuple of str
        Keys of the alternatives it takes away now.
    holds : tuple of str
        Keys of those that are conditional on it now.
    """

    gate: Gate
    status: Status
    tripped: bool | None
    evidence: str
    because: str
    removes: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()

    @property
    def condition(self) -> str:
        """Return what stands between an open gate and a clear one."""
        if self.tripped:
            return f"{self.gate.lifts.rstrip('.')} ({self.because})."
        return f"Not known yet whether this holds: {self.gate.rule.rstrip('.')} ({self.because})."

    @property
    def restriction(self) -> str:
        """Return under which restriction work may still leave; empty where there is none."""
        return f"{self.gate.proviso} ({self.because})." if self.gate.proviso else ""


class _Part(NamedTuple):
    """One thing a gate was judged on: which side it lies on, and its words with and without ids."""

    tripped: bool | None
    evidence: str
    because: str


def judge(
    gate: Gate,
    grounds: Mapping[str, Grounds],
    facts: Facts = Facts(),  # noqa: B008 - it is frozen
    terms: JudgementTerms | None = None,
) -> Judgement:
    """Judge one gate.

    Parameters
    ----------
    gate : Gate
        One of `gate_rules.GATES`.
    grounds : mapping
        What is known, by criterion id; a criterion left out is not answered.
    facts : Facts
        What is known beside the criteria.
    terms : JudgementTerms, optional
        The limits; those of the house when left out.

    Returns
    -------
    Judgement
    """
    limits = terms or JudgementTerms()
    known = [grounds.get(limit.criterion, unanswered(limit.criterion)) for limit in gate.limits]
    parts = [_part(limit, each, limits) for limit, each in zip(gate.limits, known, strict=True)]
    own = _Part(
        _all_tripped([part.tripped for part in parts]),
        "; ".join(part.evidence for part in parts),
        "; ".join(part.because for part in parts),
    )
    found = _SPECIAL[gate.id](own, known[0], facts, limits) if gate.id in _SPECIAL else own
    status = _status(gate, tripped=found.tripped)
    removes = gate.bears_on if status == "stopped" else ()
    holds = gate.bears_on if status == "open" else ()
    if gate.id == RESIDENCY_GATE:
        removes, holds = _by_place(facts, holds)
    return Judgement(gate, status, found.tripped, found.evidence, found.because, removes, holds)


def unanswered(criterion: str) -> Grounds:
    """Return the grounds of a criterion nobody answered."""
    about = criterion_named(criterion)
    return Grounds((), about.label, about.name, "not answered")


def _status(gate: Gate, *, tripped: bool | None) -> Status:
    if tripped is None:
        return "open"
    if not tripped:
        return "clear"
    return "stopped" if gate.stops else "open"


def _part(limit: Limit, grounds: Grounds, terms: JudgementTerms) -> _Part:
    """Return which side of a limit the levels lie on; None when nobody answered or raters fall on both."""
    sides = {limit.tripped(level, terms) for level in grounds.levels}
    told = grounds.told + (", on both sides of the limit" if len(sides) > 1 else "")
    return _Part(
        sides.pop() if len(sides) == 1 else None, f"{grounds.label}: {told}", f"{grounds.name}: {told}"
    )


def _all_tripped(parts: list[bool | None]) -> bool | None:
    """Return `and` over three values: one harmless part clears, whatever is unknown beside it."""
    if False in parts:
        return False
    return None if None in parts else True


def _any_tripped(parts: list[bool | None]) -> bool | None:
    """Return `or` over three values: one harmful part is enough, whatever is unknown beside it."""
    if True in parts:
        return True
    return None if None in parts else False


def _documentation(own: _Part, grounds: Grounds, facts: Facts, terms: JudgementTerms) -> _Part:
    """Judge the documentation together with the share of exceptions that have no written path."""
    share = facts.unwritten_exception_share
    if share is not None:
        tripped: bool | None = share > terms.unwritten_exceptions
        words = f"{_percent(share)} of exceptional cases have no written path"
    elif grounds.levels and min(grounds.levels) >= _EXCEPTIONS_WRITTEN:
        tripped, words = False, "by that level exception paths are written"
    else:
        tripped, words = None, "no step table shows which exceptions have a written path"
    return _with(own, words, tripped=_any_tripped([own.tripped, tripped]))


def _residency(own: _Part, _known: Grounds, facts: Facts, _terms: JudgementTerms) -> _Part:
    """Judge where the data may be seen: what the client says counts, else how sensitive the data is."""
    if facts.places is None:
        words = "nobody has said where the data may be seen"
        # Data below the limit may be seen anywhere; above it, not knowing is no permission.
        return _with(own, words, tripped=False if own.tripped is False else None)
    barred = [place for place in PLACES if facts.places[place] is False]
    unknown = [place for place in PLACES if facts.places[place] is None]
    words = "; ".join(
        f"{said} {' and '.join(places)}"
        for said, places in (("not to be seen", barred), ("no country is known for", unknown))
        if places
    )
    tripped = True if barred else None if unknown else False
    return _with(own, words or "every place is among the countries where it may be seen", tripped=tripped)


def _by_place(facts: Facts, holds: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the places that residency removes and those it holds until their country is known."""
    if facts.places is None:
        return (), tuple(place for place in holds if place != "onshore")
    removed = tuple(place for place in PLACES if facts.places[place] is False)
    return removed, tuple(place for place in PLACES if facts.places[place] is None)


def _with(own: _Part, words: str, *, tripped: bool | None) -> _Part:
    """Return a part with another side and more words."""
    return _Part(tripped, f"{own.evidence}; {words}", f"{own.because}; {words}")


def _cost(own: _Part, _known: Grounds, facts: Facts, terms: JudgementTerms) -> _Part:
    """Judge the chance of a saving; an opinion may stop the move on cost, but never clear it."""
    if facts.saving_chance is None:
        return _with(own, "nothing has been priced", tripped=own.tripped or None)
    words = f"the likeliest offer saves money in {_percent(facts.saving_chance)} of simulated courses"
    return _with(own, words, tripped=facts.saving_chance < terms.saving_chance)


def _percent(share: float) -> str:
    """Return a share for a reader; a tenth is shown, since 49.6% must not read as the 50% it misses."""
    return f"{share:.1%}".replace(".0%", "%")


_SPECIAL: dict[str, Callable[[_Part, Grounds, Facts, JudgementTerms], _Part]] = {
    "G-DOC": _documentation,
    RESIDENCY_GATE: _residency,
    COST_GATE: _cost,
}
