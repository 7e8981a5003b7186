"""Charts of the staff: how many at what hour of the week, how many each month."""

import pandas as pd
from lets_plot import aes, geom_line, geom_ribbon, scale_x_continuous

from bpo_lib.engagement import Engagement
from bpo_lib.staffing import StaffingPlan
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.figure import (
    canvas,
    day_number,
    end_labels,
    figure,
    month_breaks,
    not_drawn,
    spread,
    upward_axis,
)
from bpo_lib.workbook.charts.week_grid import busiest, by_hour, week_grid
from bpo_lib.workbook.html import Html


def week_heat_map(plan: StaffingPlan, case: Engagement | None = None) -> Html:
    """Draw how many agents each hour of the busiest week needs.

    Periods shorter than an hour are shown by their hour's largest need: the number of seats.
    """
    if plan.week is None:
        return not_drawn("The work can wait, so it is staffed by the month and not by the hour.")
    if not plan.week["agents"].any():
        return not_drawn("No work is expected in the busiest week, so it needs nobody.")
    cells = by_hour(plan.week, "agents", "max")
    unit = "Agents needed, by hour of the busiest month's average week"
    plot = week_grid(cells, unit, theme.palette(case))
    told = "One square per hour of the week; darker is more agents."
    return figure(_week_title(cells), plot, tables.week(plan), told)


def _week_title(cells: pd.DataFrame) -> str:
    when, agents, times = busiest(cells)
    peak = f"{numbers.count(agents)} agents are needed at the peak, {when}"
    return f"{peak}: {numbers.decimal(times)} times the average open hour"


def staff_by_month(plan: StaffingPlan, case: Engagement | None = None) -> Html:
    """Draw paid staff over the term, with its range at low and high volume."""
    frame = plan.monthly.rename_axis("month").reset_index()
    frame = frame.assign(x=day_number(frame["month"]))
    colours, top = theme.palette(case), float(frame["paid_fte_high"].max()) * 1.08
    first, last = frame["x"].iloc[0], frame["x"].iloc[-1]
    marks, names = month_breaks(frame["month"].iloc[0], frame["month"].iloc[-1])
    plot = canvas(frame, "Paid staff, FTE", 300)
    plot += geom_ribbon(aes("x", ymin="paid_fte_low", ymax="paid_fte_high"), fill=colours.tint(0.22), size=0)
    plot += geom_line(aes("x", "paid_fte"), color=colours.primary, size=1.1)
    plot += end_labels(_staff_labels(frame, colours, top))
    plot += scale_x_continuous(
        breaks=marks, labels=names, limits=[first, last + (last - first) * 0.17], expand=[0.01, 0]
    )
    plot += upward_axis(top)
    told = "A line of paid staff by month inside a band from low to high volume."
    return figure(_staff_title(frame), plot, _staff_data(frame), told)


def _staff_labels(frame: pd.DataFrame, colours: theme.Palette, top: float) -> pd.DataFrame:
    end = frame.iloc[-1]
    at = [float(end[name]) for name in ("paid_fte_low", "paid_fte", "paid_fte_high")]
    text = ["low volume", f"{numbers.fte(end['paid_fte'])} expected", "high volume"]
    return pd.DataFrame({"x": end["x"], "y": spread(at, top * 0.07), "text": text, "colour": colours.primary})


def _staff_title(frame: pd.DataFrame) -> str:
    peak = frame.loc[frame["paid_fte"].idxmax()]
    low, high = numbers.fte(peak["paid_fte_low"]), numbers.fte(peak["paid_fte_high"])
    start, most = numbers.fte(frame["paid_fte"].iloc[0]), numbers.fte(peak["paid_fte"])
    when = labels.month(peak["month"])
    return f"{start} FTE are needed at the start and {most} at the peak in {when} ({low} to {high})"


def _staff_data(frame: pd.DataFrame) -> Html:
    columns = {
        "month": tables.Column("Month", labels.date),
        "paid_fte": tables.Column("Paid staff", numbers.fte, "FTE"),
        "paid_fte_low": tables.Column("at low volume", numbers.fte, "FTE"),
        "paid_fte_high": tables.Column("at high volume", numbers.fte, "FTE"),
    }
    return tables.table(frame, "Data: paid staff by month", columns)
