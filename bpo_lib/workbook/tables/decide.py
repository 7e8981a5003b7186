"""Tables that help to choose a form: where another one wins, who gains by automating, what a clause hides."""

from typing import Any

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.comparison import leading_deal
from bpo_lib.pricing.decide.asymmetry import VolumeClause
from bpo_lib.pricing.decide.frontier import OFFER
from bpo_lib.pricing.decide.incentive import ASSISTS, DEFLECTS
from bpo_lib.pricing.decide.points import SAME_COST
from bpo_lib.workbook import decide_words, labels, numbers
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.tables.table import Column, empty, table

_YEARLY = "a year"


def indifference_points(frame: pd.DataFrame, case: Engagement) -> Html:
    """Return where one offered model becomes cheaper than another, driver by driver."""
    caption = "Where another form becomes cheaper"
    if frame.empty:
        return empty(caption, "needs at least two offers to hold against each other.")
    records = frame.to_dict("records")
    shown = frame.assign(
        driver=[decide_words.name(row["driver"], case) for row in records],
        pair=[f"{labels.readable(row['model_a'])} or {_low(row['model_b'])}" for row in records],
        own=[decide_words.bare(row["own"], row["driver"]) for row in records],
        at=[_place(row) for row in records],
        change=[_change(row) for row in records],
        below=[_cheaper(row["cheaper_below"]) for row in records],
        above=[_cheaper(row["cheaper_above"]) for row in records],
    )
    columns = {
        "driver": Column("Driver"),
        "pair": Column("Models"),
        "own": Column("Expected", numbers.as_text),
        "at": Column("Same cost at", numbers.as_text),
        "change": Column("Against expected", numbers.as_text),
        "below": Column("Cheaper below"),
        "above": Column("Cheaper above"),
    }
    note = (
        "Compared is what the client pays for the fee over the term in present value. With volume both teams "
        "are staffed anew; with handling time and occupancy staff follows in proportion. Searched from a "
        "quarter of each expected value to four times it. A range of values is a place where the cheaper one "
        "changes several times, as whole people are hired one by one."
    )
    return table(shown, caption, columns, note)


def _low(model: str) -> str:
    return labels.inside(labels.readable(model))


def _place(row: Any) -> str:
    if numbers.missing(row["at"]):
        return "nowhere"
    first, last = (decide_words.bare(row[name], row["driver"]) for name in ("at", "at_last"))
    return first if first == last else f"{first} to {last}"


def _change(row: Any) -> str:
    return "" if numbers.missing(row["change"]) else numbers.signed_percent(row["change"])


def _cheaper(model: str) -> str:
    return "both the same" if model == SAME_COST else labels.readable(model)


def incentive(frame: pd.DataFrame, case: Engagement) -> Html:
    """Return whether automating pays the provider under each form, and what would make it pay."""
    caption = "Does automating pay the provider?"
    if frame.empty:
        return empty(caption, "needs the provider's cost of an FTE.")
    currency, unit = case.profile.currency, case.profile.transaction
    shown = frame.assign(
        model=frame["model"].map(labels.readable),
        way=frame["way"].map({DEFLECTS: f"settles {unit}s", ASSISTS: "helps people"}),
        pays=frame["pays"].map({True: "yes", False: "no"}),
        share=[_needed(value, numbers.percent) for value in frame["least_gain_share"]],
        price=[_needed(value, numbers.price) for value in frame["least_bot_price"]],
    )
    columns = {
        "model": Column("Model"),
        "way": Column("The machine"),
        "pays": Column("Pays the provider"),
        "provider_change": Column("Provider gains", numbers.amount, currency),
        "cost_saved": Column("It saves", numbers.amount, currency),
        "fee_lost": Column("Is paid less", numbers.amount, currency),
        "investment": Column("Spends", numbers.amount, currency),
        "share": Column("Gain share needed", numbers.as_text),
        "price": Column("Or machine price", numbers.as_text, currency),
    }
    note = (
        "Present value over the term. The gain share is the part of the fee it loses that the provider "
        f"would have to be given back; the machine price, what each {unit} that a machine settles would "
        "have to bring. How much is automated and what that takes stands among the assumptions."
    )
    return table(shown, caption, columns, note)


def _needed(value: Any, show: numbers.Show) -> str:
    return "none" if value == 0 else show(value)


def deflection(frame: pd.DataFrame, case: Engagement) -> Html:
    """Return the client's cost under each form when machines settle part of the work."""
    wide = frame.pivot_table(index="share", columns="model", values="client_npv", sort=False)
    margins = frame.pivot_table(index="share", columns="model", values="provider_margin_share", sort=False)
    shown = wide.reset_index()
    columns = {"share": Column("Settled by machines", numbers.whole_percent)}
    for model in wide.columns:
        columns[model] = Column(labels.readable(model), numbers.amount, case.profile.currency)
        if model in margins:
            shown[f"{model} margin"] = margins[model].to_numpy()
            columns[f"{model} margin"] = Column("provider's margin", numbers.percent)
    note = "Present value over the term; what the machines themselves cost is left out."
    return table(shown, "Cost when machines settle part of the work", columns, note)


def frontier(frame: pd.DataFrame | None, case: Engagement) -> Html:
    """Return the offers, and the contracts that no other beats on expected cost and on risk."""
    caption = "Expected cost against risk"
    if frame is None or frame.empty:
        return empty(caption, "needs the provider's cost of an FTE.")
    chosen = frame[(frame["kind"] == OFFER) | frame["efficient"]].sort_values("client_npv")
    currency = case.profile.currency
    shown = chosen.assign(
        contract=[contract_words(row) for row in chosen.to_dict("records")],
        signs=chosen["signs"].map({True: "yes", False: "no"}),
        room=(chosen["price_factor"] - 1).where(chosen["kind"] == OFFER),
    )
    columns = {
        "contract": Column("Contract"),
        "client_npv": Column("Expected cost", numbers.amount, currency),
        "client_npv_cvar": Column("Mean of the dearest 5%", numbers.amount, currency),
        "provider_margin_share": Column("Provider's margin, mean", numbers.percent),
        "provider_loss_probability": Column("Chance it loses money", numbers.percent),
        "signs": Column("It would sign"),
        "room": Column("Price at which it just would", _signed_or_none),
    }
    note = (
        "Present value over the term, all contracts on the same courses. Contracts that are no offers stand "
        "at the least price at which the provider gets the margin it asks for and a chance of loss no "
        "larger than allowed; no other contract examined costs less at no more risk. "
        "Offers that pass on the provider's cost are left out."
    )
    return table(shown, caption, columns, note)


def _signed_or_none(share: Any) -> str:
    return "" if numbers.missing(share) else numbers.signed_percent(share)


def lead_offer(offers: pd.DataFrame, case: Engagement) -> pd.Series:
    """Return the offer that the whole report calls the cheapest, which need not be so on average."""
    named = offers[offers["name"] == leading_deal(case)]
    return (named if len(named) else offers.nsmallest(1, "client_npv")).iloc[0]


def contract_words(row: Any) -> str:
    """Return what a contract of the frontier is, in words."""
    if row["kind"] == OFFER:
        return f"Offer: {labels.inside(labels.readable(row['name']))}"
    if not numbers.missing(row["fixed_share"]):
        unit = 1 - row["fixed_share"] - row["risk_share"]
        parts = [(row["fixed_share"], "fixed"), (unit, "by volume"), (row["risk_share"], "by outcome")]
        said = [f"{numbers.whole_percent(share)} {word}" for share, word in parts if share > 1e-9]
        return ", ".join(said)
    said = [f"ARC and RRC at {numbers.whole_percent(row['rate_share'])}"]
    said.append(
        f"dead band {numbers.whole_percent(row['dead_band'])}" if row["dead_band"] else "no dead band"
    )
    if row["commitment"]:
        said.append(f"minimum {numbers.whole_percent(row['commitment'])}")
    return ", ".join(said)


def volume_clause(clause: VolumeClause | None, case: Engagement) -> Html:
    """Return what minimum commitments and longer settlement would cost or save, on the forecast's courses."""
    caption = "What a minimum commitment would cost"
    if clause is None:
        return empty(caption, "needs an offer priced per transaction.")
    currency = case.profile.currency
    shown = clause.commitments.assign(whose=clause.commitments["agreed"].map({True: "as offered", False: ""}))
    columns = {
        "share": Column("Part of the baseline charge always paid", numbers.whole_percent),
        "dead_charge": Column("Paid for volume that does not come", numbers.amount, f"{currency} {_YEARLY}"),
        "period_chance": Column("Chance in a settled period", numbers.percent),
        "term_chance": Column("Chance at least once in the term", numbers.percent),
    }
    if clause.commitments["agreed"].any():
        columns["whose"] = Column("")
    minimum = table(shown, caption, columns, "Average of the courses volume may take; before indexation.")
    settled = {
        "months": Column("Settled every", numbers.months),
        "fee": Column("Fee", numbers.amount, f"{currency} {_YEARLY}"),
        "difference": Column("Against the offer", numbers.amount, f"{currency} {_YEARLY}"),
    }
    return Html(minimum.markup + table(clause.settlements, "What the settlement period does", settled).markup)
