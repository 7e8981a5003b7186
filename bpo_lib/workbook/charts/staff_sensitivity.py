"""The chart of what moves paid staff: one assumption at a time."""

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.staffing import staffing_plan
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts.figure import figure, not_drawn
from bpo_lib.workbook.charts.tornado import DRAWN, tornado
from bpo_lib.workbook.html import Html

_MOST_ROWS = 8


def staff_levers(frame: pd.DataFrame, case: Engagement) -> Html:
    """Draw how far each assumption moves average paid staff of the first year, widest swing on top.

    Parameters
    ----------
    frame : pandas.DataFrame
        What `fte_sensitivity` returns.
    case : Engagement

    Returns
    -------
    Html
    """
    usable = frame.dropna(subset=["fte_low", "fte_high"]).head(_MOST_ROWS)
    if usable.empty:
        return not_drawn("No work is expected, so no assumption moves the staff.")
    base = staffing_plan(case).first_year[0]
    rows = usable.rename(columns={"fte_low": "at_low", "fte_high": "at_high"})
    plot = tornado(rows, base, "Paid staff, average of the first year, FTE", case)
    return figure(_title(usable, base), plot, tables.staff_levers(usable, case), DRAWN)


def _title(usable: pd.DataFrame, base: float) -> str:
    top = usable.iloc[0]
    fewest, most = sorted((top["fte_low"], top["fte_high"]))
    return (
        f"{labels.short(top['meaning'])} moves paid staff most: {numbers.fte(fewest)} to "
        f"{numbers.fte(most)} FTE, where {numbers.fte(base)} are expected"
    )
