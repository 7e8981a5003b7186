"""Tables of a clause replayed on the client's own history: month by month, and in sum."""

import pandas as pd

from bpo_lib.assumptions import Terms
from bpo_lib.engagement import Engagement
from bpo_lib.pricing.clause import charges_of
from bpo_lib.pricing.clause import replay_summary as summed
from bpo_lib.pricing.clause.replay import CHARGE, settlement
from bpo_lib.pricing.models import PricingModel
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.clauses.invoices import charge_name
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.tables.table import Column, empty, table

MOST_MONTHS = 12
NO_MONTH = "needs a month of the history that is counted to its end."
READING_WORDS = {
    "fee": "As worded",
    "excess": "If only what lies beyond the edge of the dead band counted",
    "back_to_baseline": "If all from the baseline on counted, once outside the dead band",
    "slice_by_slice": "If each tier's price held for its slice",
    "all_at_one_price": "If the price of the tier reached held for all",
    "settled_1": "If settled by the month",
    "settled_3": "If settled by the quarter",
    "settled_12": "If settled by the year",
    "in_house": "In-house, the same months",
}
PRICES = (
    "Prices and wages of the contract's first year on both sides; transition, indexation, tax and management "
    "of the contract are left out."
)


def replay(frame: pd.DataFrame, model: PricingModel, case: Engagement, months: int = MOST_MONTHS) -> Html:
    """Return what each of the latest months would have been billed, charge by charge.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `pricing.replay`.
    model : PricingModel
        The terms replayed.
    case : Engagement
    months : int
        How many of the latest months are shown.

    Returns
    -------
    Html
    """
    caption = "What the clause would have billed"
    if frame.empty:
        return empty(caption, NO_MONTH)
    currency, form = case.profile.currency, _form(model)
    shown = frame.iloc[-months:].reset_index()
    columns = {"month": Column("Month", labels.month), "volume": Column("Volume", numbers.count)}
    parts = charges_of(frame)
    if len(parts) > 1:
        columns |= {
            part: Column(charge_name(part.removeprefix(CHARGE), form), numbers.amount, currency)
            for part in parts
        }
    columns |= {
        "fee": Column("Billed", numbers.amount, currency),
        "unit_cost": Column(f"For one {case.profile.transaction}", numbers.price, currency),
        "in_house": Column("In-house", numbers.amount, currency),
    }
    latest = "" if len(frame) <= months else f"The latest {months} of {len(frame)} months counted. "
    return table(shown, caption, columns, f"{latest}{PRICES}{_cut_short(shown, model)}")


def replay_summary(frame: pd.DataFrame, model: PricingModel, case: Engagement) -> Html:
    """Return what all months come to as worded, as other words would have it, and in-house.

    Parameters
    ----------
    frame, model, case
        As for `replay`.

    Returns
    -------
    Html
    """
    if frame.empty:
        return empty("The client's own past under the clause", NO_MONTH)
    currency = case.profile.currency
    readings = summed(frame).reset_index()
    readings["reading"] = readings["reading"].map(READING_WORDS)
    columns = {
        "reading": Column("Reading"),
        "billed": Column("All months", numbers.amount, currency),
        "against_fee": Column("Against as worded", numbers.as_text, currency),
        "unit_cost": Column(f"For one {case.profile.transaction}", numbers.price, currency),
        "lowest": Column("Lowest month", numbers.amount, currency),
        "highest": Column("Highest month", numbers.amount, currency),
    }
    readings["against_fee"] = [_difference(value) for value in readings["against_fee"]]
    caption = f"The same {len(frame)} months as worded, under other words and in-house"
    return table(readings, caption, columns, f"{PRICES}{_cut_short(frame, model)}")


def _difference(value: float) -> str:
    return numbers.signed(value, numbers.amount)


def _form(model: PricingModel) -> str:
    return model.group if isinstance(model, Terms) else ""


def _cut_short(frame: pd.DataFrame, model: PricingModel) -> str:
    """Return which settlement periods the history does not hold from end to end."""
    if settlement(model) == 1 or frame["settled_whole"].all():
        return ""
    ends = [labels.month(until) for until in frame.loc[~frame["settled_whole"], "settled_until"].unique()]
    return (
        f" The history cuts short the period settled in {' and '.join(ends)}: it is settled on the months "
        "counted."
    )
