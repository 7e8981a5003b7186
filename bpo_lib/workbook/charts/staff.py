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

_MOST_CUT = 0.75  # the axis begins at this share of the lowest figure, or three lines lie on one another


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
    """Draw paid staff over the term with its range, what it achieves, and what the work takes."""
    frame = plan.monthly.rename_axis("month").reset_index()
    frame = frame.assign(x=day_number(frame["month"]))
    colours, top = theme.palette(case), float(frame["paid_fte_high"].max()) * 1.08
    start = _MOST_CUT * float(frame[["paid_fte_low", "required_fte"]].min().min())
    first, last = frame["x"].iloc[0], frame["x"].iloc[-1]
    marks, names = month_breaks(frame["month"].iloc[0], frame["month"].iloc[-1])
    plot = canvas(frame, "People, FTE", 320)
    plot += geom_ribbon(aes("x", ymin="paid_fte_low", ymax="paid_fte_high"), fill=colours.tint(0.22), size=0)
    plot += geom_line(aes("x", "productive_fte"), color=theme.MUTED, size=0.9, linetype="dashed")
    plot += geom_line(aes("x", "required_fte"), color=colours.accent, size=0.9)
    plot += geom_line(aes("x", "paid_fte"), color=colours.primary, size=1.4)
    plot += end_labels(_staff_labels(frame, colours, top))
    plot += scale_x_continuous(
        breaks=marks, labels=names, limits=[first, last + (last - first) * 0.2], expand=[0.01, 0]
    )
    plot += upward_axis(top, start=start)
    told = (
        "The upper line is paid staff by month, in a band that holds eight of ten courses of volume. Below "
        "it, the experienced people the work takes, and dashed what the team with its newcomers achieves. "
        "The axis does not start at 0."
    )
    return figure(_staff_title(plan), plot, _staff_data(frame), told)


def _staff_labels(frame: pd.DataFrame, colours: theme.Palette, top: float) -> pd.DataFrame:
    """Return the names at the right end; what is achieved is named only where it is not what is required."""
    end = frame.iloc[-1]
    lines = [("paid_fte", "paid", colours.primary), ("required_fte", "required", colours.accent)]
    if end["productive_fte"] - end["required_fte"] > 0.02 * top:
        lines.append(("productive_fte", "achieved", theme.MUTED))
    at = spread([float(end[name]) for name, _, _ in lines], top * 0.065)
    text = [f"{numbers.fte(end[name])} {word}" for name, word, _ in lines]
    colour = [colour for _, _, colour in lines]
    return pd.DataFrame({"x": end["x"], "y": at, "text": text, "colour": colour})


def _staff_title(plan: StaffingPlan) -> str:
    year, low, high = plan.first_year
    said = (
        f"{numbers.fte(year)} FTE are paid on average in the first year ({numbers.fte(low)} to "
        f"{numbers.fte(high)})"
    )
    month, most = plan.monthly["paid_fte"].idxmax(), numbers.fte(plan.monthly["paid_fte"].max())
    if most == numbers.fte(year):
        return f"{said}, and no month takes more"
    return f"{said}, {most} at the peak in {labels.month(month)}"


def _staff_data(frame: pd.DataFrame) -> Html:
    columns = {
        "month": tables.Column("Month", labels.date),
        "required_fte": tables.Column("Required", numbers.fte, "FTE"),
        "productive_fte": tables.Column("Achieved", numbers.fte, "FTE"),
        "paid_fte": tables.Column("Paid", numbers.fte, "FTE"),
        "paid_fte_low": tables.Column("low", numbers.fte, "FTE"),
        "paid_fte_high": tables.Column("high", numbers.fte, "FTE"),
        "paid_people": tables.Column("Rounded up", numbers.count),
        "training_fte": tables.Column("In training", numbers.fte, "FTE"),
        "hires": tables.Column("Hires", numbers.fte),
        "leavers": tables.Column("Leavers", numbers.fte),
    }
    note = "Required: if all were experienced. Achieved: what the team with its newcomers does."
    return tables.table(frame, "Data: people by month", columns, note)
