"""Tables of what moves the staff and what service costs."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.tables.table import Column, table


def staff_levers(frame: pd.DataFrame, case: Engagement) -> Html:
    """Return what each assumption does to paid staff, widest swing first."""
    columns = {
        "meaning": Column("Assumption", labels.sentence),
        "range": Column("Range"),
        "whose": Column("Whose range"),
        "fte_low": Column("Paid staff at low", numbers.fte, "FTE"),
        "fte_high": Column("at high", numbers.fte, "FTE"),
        "swing": Column("Swing", numbers.fte, "FTE"),
    }
    records = frame.to_dict("records")
    shown = frame.assign(range=[_range(row, case) for row in records], whose=[_whose(row) for row in records])
    note = "One assumption at a time, all others unchanged; average of the first year."
    return table(shown, "What moves paid staff", columns, note)


def _range(row: dict[Hashable, Any], case: Engagement) -> str:
    if numbers.missing(row["low"]):
        return "forecast"
    return numbers.between(row["low"], row["high"], str(row["unit"]), case.profile)


def _whose(row: dict[Hashable, Any]) -> str:
    if numbers.missing(row["low"]):
        return "back-test"
    return "client" if row["ranged"] else "10% either way"


def service_cost(frame: pd.DataFrame, case: Engagement) -> Html:
    """Return the staff and the monthly cost of each service level, by answer time."""
    columns = {
        "service_level": Column("Service level", numbers.percent),
        "answer_seconds": Column("Answered within", numbers.plain, "seconds"),
        "required_fte": Column("If all were experienced", numbers.fte, "FTE"),
        "paid_fte": Column("Paid staff", numbers.fte, "FTE"),
        "cost_per_month": Column("Cost a month", numbers.amount, case.profile.currency),
        "own": Column("", lambda own: "own promise" if own else ""),
    }
    note = "Average of the first year; paid staff times the full cost of one in-house."
    return table(frame, "What a promise to answer costs", columns, note)
