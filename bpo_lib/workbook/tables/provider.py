"""Tables of the provider's side: what an FTE costs it place by place, and what it keeps."""

from typing import Any

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing import bill_rates, margin_summary
from bpo_lib.pricing.provider.build_up import MARGIN
from bpo_lib.pricing.provider.location import ALL_PLACES
from bpo_lib.staffing import WorkTerms
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.tables.table import Column, empty, table

ITEM_WORDS = {
    "full_cost": "Full cost, not broken down",
    "wage": "Agents' wages",
    "benefits": "Benefits and employer's contributions",
    "team_leads": "Team leads",
    "support": "Quality, training, planning, management",
    "facilities": "Premises",
    "technology": "Computers and licences",
    "telephony": "Telephony",
    "training": "People still in training",
    "hiring": "Hiring",
}
NO_COST = "needs the provider's cost: provider.cost_per_fte_month, or locations.csv, which builds it up."


def place_names(frame: pd.DataFrame) -> dict[str, str]:
    """Return how each place of a build-up is called: with its share of the people where there are several."""
    places = frame.drop_duplicates("location")[["location", "people_share"]].to_numpy().tolist()
    if len(places) == 1:
        return {places[0][0]: labels.sentence(places[0][0])}
    return {
        place: "All places" if place == ALL_PLACES else f"{place}, {numbers.whole_percent(share)} of people"
        for place, share in places
    }


def cost_build_up(frame: pd.DataFrame, case: Engagement) -> Html:
    """Return what makes up the rate of an FTE, a column for each place.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `cost_build_up`.
    case : Engagement

    Returns
    -------
    Html
    """
    caption = "What an FTE costs the provider, and what it has to charge"
    if frame.empty:
        return empty(caption, NO_COST)
    items = frame.pivot_table(index="item", columns="location", values="per_fte_month", sort=False)
    rates = bill_rates(frame, case.of(WorkTerms))
    kept = rates.iloc[-1]
    monthly = [
        *((ITEM_WORDS[str(item)], row) for item, row in items.drop(MARGIN).iterrows() if row.any()),
        ("Cost", rates["cost_per_fte_month"]),
        (f"Margin, {numbers.percent(kept['margin_share'])} of the rate", items.loc[MARGIN]),
        ("Rate of an FTE a month", rates["rate_per_fte_month"]),
    ]
    hourly = [
        ("Rate of an hour paid", rates["rate_per_paid_hour"]),
        ("Rate of an hour at work", rates["rate_per_productive_hour"]),
    ]
    people = {"what": "Share of the people", **rates["people_share"].map(numbers.whole_percent)}
    shown = pd.DataFrame(
        [people] * (len(rates) > 1)
        + [{"what": what, **row.map(numbers.amount)} for what, row in monthly]
        + [{"what": what, **row.map(numbers.price)} for what, row in hourly]
    )
    columns = {"what": Column("")} | {
        place: Column(labels.sentence(place), numbers.as_text, case.profile.currency)
        for place in place_names(frame)
    }
    return table(shown, caption, columns, _build_up_note(frame, kept, case.profile.currency))


def _build_up_note(frame: pd.DataFrame, kept: pd.Series, own: str) -> str:
    note = (
        "For one FTE on the roster, first year; whoever is in training or just hired is carried by those who "
        f"work. A margin of {numbers.percent(kept['margin_share'])} of the rate is a mark-up of "
        f"{numbers.percent(kept['mark_up_share'])} on cost."
    )
    abroad = frame[~frame["currency"].isin(["", own])].drop_duplicates("location")
    if abroad.empty:
        return note
    paid = " and ".join(f"in {row.location} in {row.currency}" for row in abroad.itertuples())
    return f"{note} People are paid {paid}, shown at the rate given."


def locations(case: Engagement) -> Html:
    """Return where the provider's people work as the client gave it; nothing where it gave none."""
    if case.locations.empty:
        return Html("")
    columns = {
        "location": Column("Place"),
        "share": Column("Share of the people", numbers.whole_percent),
        "currency": Column("Paid in"),
        "wage_per_month": Column("Wage a month", numbers.amount),
        "benefit_share": Column("Benefits on it", numbers.percent),
        "agents_per_lead": Column("Agents per team lead", numbers.plain),
        "source": Column("Source"),
        "note": Column("Note"),
    }
    note = "Wages in the currency of the place; the other items of a place are in the file locations.csv."
    return table(case.locations, "Where the provider's people work", columns, note)


def currencies(case: Engagement) -> Html:
    """Return the rates of the currencies as the client gave them; nothing where it gave none."""
    if case.currencies.empty:
        return Html("")
    columns = {
        "currency": Column("Currency"),
        "rate": Column("Price of one unit", numbers.plain, case.profile.currency),
        "move": Column("Moves in a year by about"),
        "date": Column("Date", labels.date),
        "source": Column("Source"),
    }
    moves = [
        numbers.percent(move) if move else "not known" for move in case.currencies["volatility_per_year"]
    ]
    note = "The move is one standard deviation; one that is not known is taken from the assumptions of risk."
    return table(case.currencies.assign(move=moves), "Rates of exchange", columns, note)


def provider_margins(frame: pd.DataFrame, case: Engagement) -> Html:
    """Return what the provider keeps of each offered form over the term.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `provider_margins`.
    case : Engagement

    Returns
    -------
    Html
    """
    caption = "What the provider keeps"
    if frame.empty:
        return empty(caption, NO_COST)
    currency = case.profile.currency
    summary = margin_summary(frame).reset_index()
    columns: dict[str, Column] = {
        "model": Column("Model", labels.readable),
        "revenue": Column("Paid by the client", numbers.amount, currency),
        "cost": Column("Cost", numbers.amount, currency),
        "margin": Column("Margin", numbers.amount, currency),
        "margin_share": Column("of what is paid", numbers.percent),
        "mark_up_share": Column("Mark-up on cost", numbers.percent),
        "break_even_month": Column("Breaks even in month", numbers.count),
    }
    if (summary["lowest"] < 0).any():
        columns["lowest"] = Column("Deepest in the red", numbers.amount, currency)
    note = "Over the whole term at the expected volume, not discounted, without tax."
    return table(summary, caption, columns, note)


def margin_by_year(years: pd.DataFrame) -> Html:
    """Return the margin of each year as a share of what is paid; columns are forms, rows years."""
    shown = years.rename_axis("year").reset_index()
    columns: dict[Any, Column] = {"year": Column("Year", numbers.count)} | {
        model: Column(labels.readable(model), numbers.percent) for model in years.columns
    }
    return table(shown, "Data: provider's margin by year", columns, "Share of what the client pays.")
