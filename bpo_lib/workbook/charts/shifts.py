"""Chart of shifts: who has to be at work and who is, over the week."""

import numpy as np
import pandas as pd
from lets_plot import aes, geom_ribbon, scale_x_continuous

from bpo_lib.engagement import Engagement
from bpo_lib.staffing import RosteredWeek
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.figure import canvas, end_labels, figure, not_drawn, upward_axis
from bpo_lib.workbook.html import Html

_DAYS = 7


def shift_cover(rostered: RosteredWeek | None, case: Engagement | None = None) -> Html:
    """Draw who has to be at work and, above it, who is there because shifts are whole; or nothing."""
    if rostered is None:
        return Html("")
    if not rostered.people:
        return not_drawn("No work is expected in the busiest week, so nobody is rostered.")
    frame, colours = _outline(rostered), theme.palette(case)
    top = float(frame["present"].max()) * 1.08
    plot = canvas(frame, "People at work, breaks and meetings included, by interval of the week", 300)
    plot += geom_ribbon(aes("day", ymin="none", ymax="needed"), fill=colours.tint(0.45), size=0)
    plot += geom_ribbon(aes("day", ymin="needed", ymax="present"), fill=colours.accent, size=0)
    plot += end_labels(_names(frame, colours, top))
    middles = [day + 0.5 for day in range(_DAYS)]
    plot += scale_x_continuous(
        breaks=middles, labels=[labels.weekday(day) for day in range(_DAYS)], limits=[0, 8.1], expand=[0, 0]
    )
    plot += upward_axis(top)
    told = "Two areas over the week: the people needed, and above them those present beyond the need."
    return figure(_title(rostered), plot, _data(rostered), told)


def _outline(rostered: RosteredWeek) -> pd.DataFrame:
    """Return both ends of each interval, so that areas have the steps that shifts have."""
    present, needed = rostered.presence, np.minimum(rostered.need.at_work, rostered.presence)
    edges = np.linspace(0, _DAYS, present.size + 1)
    return pd.DataFrame(
        {
            "day": np.stack([edges[:-1], edges[1:]], axis=1).ravel(),
            "needed": np.repeat(needed, 2),
            "present": np.repeat(present, 2).astype(float),
            "none": 0.0,
        }
    )


def _names(frame: pd.DataFrame, colours: theme.Palette, top: float) -> pd.DataFrame:
    peak = float(frame["needed"].max())
    at = [peak * 0.5, min(peak, top * 0.9)]
    text = ["needed", "beyond need"]
    return pd.DataFrame(
        {"x": float(_DAYS), "y": at, "text": text, "colour": [colours.primary, colours.accent]}
    )


def _title(rostered: RosteredWeek) -> str:
    people, fte = numbers.count(rostered.people), numbers.fte(rostered.fte)
    fit = numbers.percent(rostered.shift_fit)
    return f"{people} people cover the week in shifts, {fte} paid FTE; {fit} of their hours are needed"


def _data(rostered: RosteredWeek) -> Html:
    def _daily(values: np.ndarray) -> np.ndarray:
        return values.reshape(_DAYS, -1).sum(axis=1) * rostered.need.step_minutes / 60

    frame = pd.DataFrame(
        {
            "weekday": range(_DAYS),
            "needed": _daily(rostered.need.at_work),
            "present": _daily(rostered.presence),
            "beyond": _daily(rostered.over_cover),
        }
    )
    columns = {
        "weekday": tables.Column("Day", labels.weekday),
        "needed": tables.Column("Needed", numbers.count, "hours"),
        "present": tables.Column("Present", numbers.count, "hours"),
        "beyond": tables.Column("Beyond the need", numbers.count, "hours"),
    }
    return tables.table(frame, "Data: hours at work by day", columns)
