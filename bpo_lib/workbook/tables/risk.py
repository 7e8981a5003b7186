"""Tables of risk: how each deal may turn out, who bears which driver, what makes a cost uncertain."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.tables.table import Column, empty, status, table


def risk(frame: pd.DataFrame, case: Engagement) -> Html:
    """Return how each way to have the work done may turn out, for client and provider.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `risk_table`.
    case : Engagement

    Returns
    -------
    Html
    """
    caption = "How each deal may turn out"
    if len(frame) < 2:
        return empty(caption, "needs a pricing model with its terms.")
    currency = case.profile.currency
    columns = {
        "name": Column("Way to have the work done"),
        "client_npv_p10": Column("Low cost (1 in 10 is lower)", numbers.amount, currency),
        "client_npv_p50": Column("Middle", numbers.amount, currency),
        "client_npv_p90": Column("High cost (1 in 10 is higher)", numbers.amount, currency),
        "client_npv_cvar": Column("Mean of the dearest 1 in 20", numbers.amount, currency),
        "cheapest_probability": Column("Costs least in", numbers.percent),
        "provider_loss_probability": Column("Provider loses money in", numbers.percent),
        "relationship": Column("Relationship", status),
    }
    shown = frame.assign(
        name=[labels.readable(name) for name in frame.index],
        relationship=[_relationship(row) for row in frame.to_dict("records")],
    )
    note = (
        "Present value over the term, the same courses of volume, people, wages, currencies and quality for "
        "every row. At risk: the provider loses money in more than the share of courses named among the "
        "assumptions, so expect it to renegotiate, save on service or leave."
    )
    return table(shown, caption, columns, note)


def _relationship(row: dict[Hashable, Any]) -> str:
    if numbers.missing(row["provider_loss_probability"]):
        return numbers.NOT_AVAILABLE
    return "at risk" if row["at_risk"] else "sound"


def risk_tornado(frame: pd.DataFrame, model: str, case: Engagement) -> Html:
    """Return what each driver alone does to both sides of one deal.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `driver_tornado`.
    model : str
        Which deal.
    case : Engagement

    Returns
    -------
    Html
    """
    currency = case.profile.currency
    columns = {
        "name": Column("Driver"),
        "client_low": Column("Client's cost at low", numbers.amount, currency),
        "client_high": Column("at high", numbers.amount, currency),
        "provider_low": Column("Provider keeps at low", numbers.amount, currency),
        "provider_high": Column("at high", numbers.amount, currency),
    }
    rows = frame[frame["model"] == model]
    shown = rows.assign(name=[labels.DRIVERS[name] for name in rows["driver"]])
    note = "One driver at a time, all others as expected; one course in ten lies under low, one over high."
    return table(shown, f"Data: what each driver does under {labels.readable(model)}", columns, note)
