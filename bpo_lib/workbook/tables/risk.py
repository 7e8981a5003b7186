"""Tables of risk: how each deal may turn out, who bears which driver, what makes a cost uncertain."""

from collections.abc import Collection, Hashable
from typing import Any

import numpy as np
import pandas as pd

from bpo_lib.assumptions import HOUSE
from bpo_lib.engagement import Engagement
from bpo_lib.forecast import volume_outlook
from bpo_lib.forecast.methods.library import NORMAL_80
from bpo_lib.pricing.provider import currency_volatility
from bpo_lib.pricing.risk.drivers import Range, ranges
from bpo_lib.pricing.risk.simulation import simulate
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.tables.table import Column, empty, status, table


def risk(frame: pd.DataFrame, case: Engagement, indicative: Collection[str] = ()) -> Html:
    """Return how each way to have the work done may turn out, for client and provider.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `risk_table`.
    case : Engagement
    indicative : collection of str
        Forms among them that nobody offered.

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
        name=[labels.row(name, indicative) for name in frame.index],
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


def risk_ranges(case: Engagement) -> Html:
    """Return how far each driver is taken to turn out otherwise, who says so, and what was cut off.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    Html
    """
    moved = [
        {"driver": labels.DRIVERS[driver], **_range_row(each, case)}
        for driver, every in ranges(case).items()
        for each in every
    ]
    columns = {
        "driver": Column("Driver"),
        "meaning": Column("Assumption"),
        "expected": Column("Expected", numbers.as_text),
        "range": Column("In eight of ten courses", numbers.as_text),
        "whose": Column("Who says so"),
    }
    shown = pd.DataFrame([_volume_range(case), *moved, *_currency_range(case)])
    read = (
        "Each course of the term draws all of them, independent of one another. Drivers that are not listed "
        "stay as expected."
    )
    note = " ".join([read, *simulate(case).notes])
    return table(shown, "How far things may turn out otherwise", columns, note)


def _range_row(each: Range, case: Engagement) -> dict[str, str]:
    unit, (low, high) = each.declared.unit, each.kept(np.array([each.low, each.high]))
    return {
        "meaning": labels.short(each.declared.meaning),
        "expected": numbers.with_unit(each.value, unit, case.profile),
        "range": numbers.between(low, high, unit, case.profile),
        "whose": "client" if each.given else HOUSE,
    }


def _volume_range(case: Engagement) -> dict[str, str]:
    """Return the volume of a year: the mean of the term, and its range over the forecast's courses."""
    outlook = volume_outlook(case)
    months = outlook.paths.mean(axis=1)
    low, high = (numbers.three_digits(value) for value in np.quantile(months, (0.1, 0.9)))
    return {
        "driver": labels.DRIVERS["volume"],
        "meaning": "Volume of an average month of the term",
        "expected": f"{numbers.three_digits(outlook.mean.mean())} {case.profile.transaction}s",
        "range": f"{low} to {high}",
        "whose": "forecast",
    }


def _currency_range(case: Engagement) -> list[dict[str, str]]:
    if not currency_volatility(case) > 0:
        return []
    moved = numbers.percent(NORMAL_80 * currency_volatility(case))
    return [
        {
            "driver": labels.DRIVERS["currency"],
            "meaning": "Cost of the provider's currencies after a year",
            "expected": "unchanged",
            "range": f"{moved} either way",
            "whose": "client" if len(case.currencies) else HOUSE,
        }
    ]


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
