"""What a reader should know of the spreads a simulation draws from."""

from collections.abc import Mapping

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.provider import currency_volatility
from bpo_lib.pricing.risk.drivers import DRIVERS, Range, ranges, volatility

WORDS = {
    "growth": "growth of volume",
    "handling": "handling time",
    "attrition": "attrition",
    "wages": "wage growth",
    "quality": "the share of agreed outcomes",
    "deflection": "deflection",
}


def spread_notes(case: Engagement, cut: Mapping[str, int], paths: int) -> tuple[str, ...]:
    """Return where house assumptions stand in for the client's ranges, and what was set to a limit.

    Parameters
    ----------
    case : Engagement
    cut : mapping of str to int
        By name of an assumption: in how many paths its value was set to a declared limit.
    paths : int
        Paths simulated.

    Returns
    -------
    tuple of str
        Plain sentences.
    """
    found = ranges(case)
    assumed = [WORDS[driver] for driver in DRIVERS if any(not each.given for each in found.get(driver, ()))]
    notes = []
    if assumed:
        notes.append(
            f"No range is given for {_listed(assumed)}: how far that may turn out otherwise is a "
            "house assumption."
        )
    if "growth" not in found:
        notes.append("No range is given for growth of volume: it is taken to come as expected.")
    if volatility(case) and not currency_volatility(case):
        notes.append(
            "In which currency the provider pays is not known: that of the clause is taken to move by "
            f"{volatility(case):.0%} a year, a house assumption."
        )
    by_name = {each.declared.name: each for driver in found.values() for each in driver}
    notes.extend(_cut_note(by_name[name], count, paths) for name, count in cut.items() if count)
    return tuple(notes)


def _cut_note(moved: Range, count: int, paths: int) -> str:
    meaning, _, _ = moved.declared.meaning.partition(",")
    return (
        f"In {count:,} of {paths:,} courses the {meaning} fell outside its limits, "
        f"{moved.declared.allowed}, and was set to the nearest."
    )


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
