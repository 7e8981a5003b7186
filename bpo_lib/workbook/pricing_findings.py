"""Advice on the form of price in sentences: which one when, what it hides, whom it moves, who is at risk."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.decide.asymmetry import volume_clause
from bpo_lib.pricing.decide.deflection import IN_HOUSE, deflection
from bpo_lib.pricing.decide.frontier import OFFER, cheaper_at_no_more_risk, frontier
from bpo_lib.pricing.decide.incentive import ASSISTS, DEFLECTS, incentive
from bpo_lib.pricing.decide.indifference import DRIVERS
from bpo_lib.pricing.decide.points import cheapest_ranges, indifference_points
from bpo_lib.pricing.decide.terms import IncentiveTerms
from bpo_lib.pricing.forms import TransactionPricing
from bpo_lib.pricing.risk.terms import RiskTerms
from bpo_lib.workbook import decide_words, labels, numbers
from bpo_lib.workbook.tables.decide import contract_words, lead_offer

Sentences = tuple[str, ...]
_SPOKEN_SHARE = 0.3  # of the contacts, settled by machines, in a sentence


def pricing_findings(case: Engagement) -> Sentences:
    """Return which form to choose under which circumstances, and what stands behind each offer.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    tuple of str
        Empty where no offer has its terms.
    """
    return (*choice(case), *better_contract(case))


def better_contract(case: Engagement) -> Sentences:
    """Say what a contract would be better for: both sides' limits, volume, whom automating pays."""
    parts = (contract_design, hidden_fees, incentives, machines)
    return tuple(sentence for part in parts for sentence in part(case))


def choice(case: Engagement) -> Sentences:
    """Say which offer has the lowest fee as things are expected, and what would change that."""
    points = indifference_points(case)
    if points.empty:
        return ()
    said: list[str] = []
    for driver in DRIVERS:
        ranges = cheapest_ranges(case, driver)
        if ranges.empty:
            continue
        if not said:
            said.append(_lowest(ranges))
        own = float(points.loc[points["driver"] == driver, "own"].iloc[0])
        said.extend(_turns(ranges, own, driver, case))
    return tuple(said)


def _here(ranges: pd.DataFrame) -> int:
    return int(ranges["holds"].to_numpy().argmax())


def _lowest(ranges: pd.DataFrame) -> str:
    best = labels.sentence(decide_words.model(ranges["model"].iloc[_here(ranges)]))
    return f"{best} has the lowest fee of the offers if the work turns out as expected."


def _turns(ranges: pd.DataFrame, own: float, driver: str, case: Engagement) -> Sentences:
    """Return what would have to happen along one driver for another offer to have the lowest fee."""
    here = _here(ranges)
    best = decide_words.model(ranges["model"].iloc[here])
    sides = [each for each in ((here - 1, "first"), (here + 1, "last")) if 0 <= each[0] < len(ranges)]
    edges = [float(ranges[edge].iloc[here]) for _, edge in sides]
    now = max((decide_words.bare(own, driver, at) for at in edges), key=len, default="")
    said = []
    for (place, edge), at in zip(sides, edges, strict=True):
        other = decide_words.model(ranges["model"].iloc[place])
        begins = decide_words.condition(driver, case, more=place > here)
        turn, until = decide_words.value(at, driver, case, own), _until(ranges, place, edge, driver, case)
        said.append(f"{begins} {turn} ({now} expected), {other} would be cheaper than {best}{until}.")
    return tuple(said)


def _until(ranges: pd.DataFrame, place: int, edge: str, driver: str, case: Engagement) -> str:
    """Return where the next offer ceases to be the cheapest again; empty at the end of what is searched."""
    if place in (0, len(ranges) - 1):
        return ""
    way = "down" if edge == "first" else "up"
    return f", {way} to {decide_words.value(ranges[edge].iloc[place], driver, case)}"


def contract_design(case: Engagement) -> Sentences:
    """Say which offers a provider can live with, and which contract would serve the client better."""
    table = frontier(case)
    if table is None:
        return ()
    offers = table[table["kind"] == OFFER]
    most = case.of(RiskTerms).at_risk_loss_probability
    losing = [_losing(row) for row in offers[offers["provider_loss_probability"] > most].to_dict("records")]
    said = []
    if losing:
        said.append(
            f"The provider may lose money over the term under {labels.listed(losing)}, where a chance of "
            f"{numbers.percent(most)} is taken as safe; one that does will not keep the service up."
        )
    rooms = [
        f"{numbers.percent(1 - row['price_factor'])} less under {decide_words.model(row['name'])}"
        for row in offers[offers["signs"] & (offers["price_factor"] < 1)].to_dict("records")
    ]
    if rooms:
        said.append(f"There is room in the price: the provider would still sign at {labels.listed(rooms)}.")
    return (*said, *_better(table, offers, case))


def _losing(row: Mapping[Hashable, Any]) -> str:
    """Return an offer that may cost the provider money, how likely that is and what it would take."""
    chance = numbers.percent(row["provider_loss_probability"])
    said = f"{decide_words.model(row['name'])} (a chance of {chance}"
    if row["price_factor"] > 1:
        said += f"; it would sign at {numbers.percent(row['price_factor'] - 1)} more"
    return f"{said})"


def _better(table: pd.DataFrame, offers: pd.DataFrame, case: Engagement) -> Sentences:
    if offers.empty:
        return ()
    lead = lead_offer(offers, case)
    better = cheaper_at_no_more_risk(table, str(lead["name"]))
    if better is None:
        return ()
    saved = numbers.money(lead["client_npv"] - better["client_npv"], case.profile.currency)
    said = (
        f"At the least price the provider would sign, another contract ({contract_words(better)}) would cost "
        f"{saved} less than {decide_words.model(lead['name'])} and risk no more."
    )
    return (said,)


def hidden_fees(case: Engagement) -> Sentences:
    """Say what a volume clause costs without saying so."""
    clause = volume_clause(case)
    if clause is None:
        return ()
    terms, currency, unit = case.of(TransactionPricing), case.profile.currency, case.profile.transaction
    said = []
    if clause.hidden_fee:
        effect = "costs" if clause.hidden_fee > 0 else "saves"
        rates = [numbers.whole_percent(rate) for rate in (terms.arc_share, terms.rrc_share)]
        said.append(
            f"Each of the {unit}s above the band costs {rates[0]} of the price, each below gives back "
            f"{rates[1]}: on the courses volume may take, that difference {effect} "
            f"{numbers.money(abs(clause.hidden_fee), currency)} a year."
        )
    own = clause.commitments[clause.commitments["agreed"]]
    rows = own if len(own) else clause.commitments[clause.commitments["share"] == 0.9]
    said.extend(_commitment(row, unit, currency) for row in rows.to_dict("records"))
    return tuple(said)


def _commitment(row: Mapping[Hashable, Any], unit: str, currency: str) -> str:
    least, chance = numbers.whole_percent(row["share"]), numbers.percent(row["term_chance"])
    begins = "The minimum commitment" if row["agreed"] else "A minimum commitment, should one be asked for,"
    return (
        f"{begins} of {least} of the baseline charge means paying for {unit}s that do not come with a chance "
        f"of {chance} in the term; {numbers.money(row['dead_charge'], currency)} a year on average."
    )


def incentives(case: Engagement) -> Sentences:
    """Say under which offers automating pays the provider, and what would make it pay."""
    table = incentive(case)
    if table.empty:
        return ()
    share = numbers.whole_percent(case.of(IncentiveTerms).automated_share)
    unit = case.profile.transaction
    ways = {
        DEFLECTS: f"Letting machines settle {share} of the {unit}s on their own",
        ASSISTS: f"Making people {share} faster on each {unit}",
    }
    return tuple(
        sentence for way, words in ways.items() for sentence in _pays(table[table["way"] == way], words)
    )


def _pays(rows: pd.DataFrame, words: str) -> Sentences:
    gains = [decide_words.model(name) for name in rows.loc[rows["pays"], "model"]]
    losses = [_unwilling(row) for row in rows[~rows["pays"]].to_dict("records")]
    said = [f"{words} pays the provider under {labels.listed(gains)}."] if gains else []
    if losses:
        said.append(f"{words} would cost the provider money under {labels.listed(losses)}.")
    return tuple(said)


def _unwilling(row: Mapping[Hashable, Any]) -> str:
    """Return a form under which automating does not pay, and the gain share that would change that."""
    name, needed = decide_words.model(row["model"]), row["least_gain_share"]
    if numbers.missing(needed) or needed > 1:
        return f"{name} (no gain share is enough)"
    return f"{name} (willing from a gain share of {numbers.percent(needed)})"


def machines(case: Engagement) -> Sentences:
    """Say which offer lets the client keep most of what machines save."""
    table = deflection(case)
    then = table[(table["share"] == _SPOKEN_SHARE) & (table["model"] != IN_HOUSE)].sort_values("change")
    if not then["change"].any():
        return ()
    models, less = list(then["model"].map(decide_words.model)), list(then["change"].map(_less))
    part = f"{numbers.whole_percent(_SPOKEN_SHARE)} of the {case.profile.transaction}s"
    said = f"If machines settled {part}, {models[0]} would cost {less[0]}"
    if len(models) > 1:
        said += f", {models[-1]} {less[-1]}: there more of the saving stays with the provider"
    return (f"{said}.",)


def _less(change: float) -> str:
    return f"{numbers.percent(abs(change))} {'less' if change <= 0 else 'more'}"
