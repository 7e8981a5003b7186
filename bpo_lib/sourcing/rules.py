"""Rules no score buys off: where work may go, how it may be paid and by how many it may be done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from bpo_lib.engagement import Engagement
from bpo_lib.fit import CRITERIA, reaches, stays_at
from bpo_lib.sourcing.model_terms import DeliveryModelTerms
from bpo_lib.sourcing.places import OWN, PLACE_WORDS, Supply
from bpo_lib.sourcing.suiting import PROVIDERS

Effect = Literal["stops", "holds back"]
NAMES = {each.id: each.name for each in CRITERIA}


class Finding(NamedTuple):
    """What a rule says of one option.

    Parameters
    ----------
    gate : str
        Name of the rule.
    effect : str
        `stops` the option; `holds back` a recommendation while something is not known or does not pay.
    words : str
        Why, as it stands inside a sentence.
    """

    gate: str
    effect: Effect
    words: str


@dataclass(frozen=True)
class Grounds:
    """What the rules rest on.

    Parameters
    ----------
    levels : mapping
        Level of each criterion, measured or the raters' mean; None where nobody answered. [level]
    baseline_months : int
        Complete months of history. [months]
    attribution : float or None
        Share of outcomes in the provider's hands, when the client states it. [share]
    answers_live : bool
        Whether somebody waits for an answer.
    terms : DeliveryModelTerms
        The limits.
    """

    levels: Mapping[str, float | None]
    baseline_months: int
    attribution: float | None
    answers_live: bool
    terms: DeliveryModelTerms

    def at_least(self, criterion: str, level: float) -> bool | None:
        """Whether a criterion reaches a level, half a level counting as reached; None when not known."""
        known = self.levels[criterion]
        return None if known is None else reaches(known, level)

    def at_most(self, criterion: str, level: float) -> bool | None:
        """Whether a criterion stays at a level or under it; None when not known."""
        known = self.levels[criterion]
        return None if known is None else stays_at(known, level)

    def says(self, *criteria: str) -> str:
        """Return the levels of some criteria for a reader, the unanswered ones named as such."""
        return ", ".join(self._said(name) for name in criteria)

    def unknown(self, *criteria: str) -> list[str]:
        """Return the names of those criteria that nobody answered."""
        return [NAMES[name] for name in criteria if self.levels[name] is None]

    def _said(self, criterion: str) -> str:
        known = self.levels[criterion]
        if known is None:
            return f"{NAMES[criterion]} not answered"
        return f"{NAMES[criterion]} {known:.1f}".removesuffix(".0")


def place_findings(case: Engagement, place: str, supply: Supply, grounds: Grounds) -> list[Finding]:
    """Return what stands against a place: data, hours and languages.

    Returns
    -------
    list of Finding
        Empty where nothing does.
    """
    found = []
    if place != OWN:
        missing = grounds.unknown("R1", "R2")
        if missing:
            found.append(
                Finding("P-LAW", "holds back", f"nobody has said how it stands with {_and(missing)}")
            )
        if place == "offshore" and _protected(grounds):
            found.append(Finding("P-DATA", "stops", "data or regulator hold the work back"))
    if supply.data_allowed is not True:
        among = _and(list(case.profile.residency))
        if supply.data_allowed is None:
            words = f"data may only be seen in {among}, and no country is named for this place"
            found.append(Finding("G-RES", "holds back", words))
        else:
            found.append(Finding("G-RES", "stops", f"data may only be seen in {among}"))
    hours, terms = supply.hours, grounds.terms
    least = terms.live_hours_share if grounds.answers_live else terms.shared_hours_share
    if hours is not None and hours.usual < least:
        words = f"it works {_percent(hours.usual)} of the client's hours, and {_percent(least)} is the least"
        found.append(Finding("P-HOURS", "stops", words))
    if supply.missing_languages:
        found.append(
            Finding("P-LANGUAGE", "stops", f"nobody there works in {_and(list(supply.missing_languages))}")
        )
    return found


def _protected(grounds: Grounds) -> bool:
    level = grounds.terms.protected_level
    return bool(grounds.at_least("R1", level) or grounds.at_least("R2", level))


def form_findings(form: str, grounds: Grounds) -> list[Finding]:
    """Return what stands against a form of price, whatever it would cost.

    Notes
    -----
    People can always be paid for. A unit of work has to be alike, counted and stable; an outcome also
    needs a baseline, good measures and a provider who brings it about.
    """
    if form == "per FTE":
        return []
    terms, found = grounds.terms, []
    if grounds.at_most("P5", terms.moving_level):
        found.append(Finding("F-SCOPE", "stops", "the rules change too often to fix a unit of work"))
    alike = [name for name in ("P2", "P4") if grounds.at_least(name, terms.unit_level) is False]
    if alike:
        found.append(Finding("F-UNIT", "stops", "the unit to be paid is not alike or not counted"))
    if form != "hybrid" and grounds.at_least("D2", terms.predictable_level) is False:
        found.append(Finding("F-VOLUME", "stops", "the volume cannot be foreseen"))
    needed = ("P2", "P4", "P5") if form == "hybrid" else ("P2", "P4", "P5", "D2")
    if missing := grounds.unknown(*needed):
        found.append(Finding("F-UNIT", "holds back", f"open until {_and(missing)} is answered"))
    return found + (_outcome_findings(form, grounds) if form in {"per outcome", "hybrid"} else [])


def _outcome_findings(form: str, grounds: Grounds) -> list[Finding]:
    """Return what stands against paying for results, in whole or in part."""
    terms, found = grounds.terms, []
    if grounds.baseline_months < terms.baseline_months:
        words = (
            f"an outcome needs {terms.baseline_months:g} months of baseline, and there are "
            f"{grounds.baseline_months} complete months of history"
        )
        found.append(Finding("F-BASELINE", "stops", words))
    if form == "hybrid":
        return found
    if grounds.at_least("P4", terms.outcome_level) is False:
        found.append(Finding("F-MEASURES", "stops", "the outcome is not measured well enough to be paid for"))
    if grounds.attribution is None:
        words = "nobody has said what share of the outcomes is in the provider's hands"
        found.append(Finding("F-CONTROL", "holds back", words))
    elif grounds.attribution < terms.controlled_share:
        words = (
            f"{_percent(grounds.attribution)} of the outcomes are in the provider's hands, and "
            f"{_percent(terms.controlled_share)} is the least"
        )
        found.append(Finding("F-CONTROL", "stops", words))
    return found


def provider_findings(providers: str, place: str, grounds: Grounds) -> list[Finding]:
    """Return what stands against a number of providers; one can always be had."""
    if providers == PROVIDERS[0]:
        return []
    if place == OWN:
        return [
            Finding("N-OWN", "stops", f"{PLACE_WORDS[OWN]} are the client's own, and there is one of them")
        ]
    terms, found = grounds.terms, []
    if grounds.at_most("D1", terms.split_scale_level):
        found.append(Finding("N-SCALE", "stops", "there is too little work to share"))
    if grounds.at_most("M2", terms.split_market_level):
        found.append(Finding("N-MARKET", "stops", "there are too few providers to choose from"))
    if grounds.at_most("G1", terms.split_management_level):
        found.append(Finding("N-MANAGEMENT", "stops", "nobody is there to manage two"))
    if missing := grounds.unknown("D1", "M2", "G1"):
        found.append(Finding("N-KNOWN", "holds back", f"open until {_and(missing)} is answered"))
    return found


def price_findings(lasting: float | None, *, own: bool, any_priced: bool) -> list[Finding]:
    """Return what a price holds back.

    Parameters
    ----------
    lasting : float or None
        What the offer to take saves at a price that lasts; None where nobody offered one. [share]
    own : bool
        Whether the client does the work itself, at a cost instead of a price.
    any_priced : bool
        Whether anything was priced, against which what was not can be held.
    """
    if lasting is None:
        words = "nobody has worked out what it costs" if own else "nobody has offered this form of price yet"
        return [Finding("F-OFFER", "holds back", words)] if any_priced else []
    if lasting <= 0:
        words = "it saves nothing" if own else "it saves nothing at a price that lasts"
        return [Finding("F-SAVING", "holds back", words)]
    return []


def stops(found: Iterable[Finding]) -> bool:
    """Whether any of some findings stops its option."""
    return any(each.effect == "stops" for each in found)


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}".removesuffix(".0") + "%"
