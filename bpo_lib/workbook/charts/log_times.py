"""Charts of the times in an event log: how long activities take, and when cases arrive."""

import numpy as np
import pandas as pd
from lets_plot import aes, geom_rect, scale_x_continuous

from bpo_lib.engagement import Engagement
from bpo_lib.process import EventProfile
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.bars import ranked_bars
from bpo_lib.workbook.charts.figure import canvas, day_number, figure, month_breaks, not_drawn, upward_axis
from bpo_lib.workbook.charts.week_grid import busiest, by_hour, week_grid
from bpo_lib.workbook.html import Html

_MOST_ROWS = 12
_MOST_DAYS = 190  # columns that still can be told apart; a longer log is shown by week
_ROOM = 1.08  # of the tallest column
_ROOM_FOR_WORDS = 1.12  # of the longest bar, for the text behind it
_HEIGHT = 230  # pixels
_SIMULATED = "Not drawn: the clock of the event log is simulated, so its dates mean nothing."


def activity_times(profile: EventProfile | None, case: Engagement | None = None) -> Html:
    """Draw the median time of each activity since the step before it, longest first."""
    if profile is None:
        return Html("")  # the chapter says what is missing
    timed = profile.activity_table.dropna(subset=["median_minutes"])
    timed = timed.sort_values("median_minutes", ascending=False, kind="stable").head(_MOST_ROWS)
    if timed.empty or timed["median_minutes"].max() <= 0:
        return not_drawn("Not drawn: the event log holds no start times, so activities have no length.")
    in_hours = timed["median_minutes"].max() >= 300
    frame = pd.DataFrame(
        {
            "name": list(timed["activity"]),
            "value": timed["median_minutes"].to_numpy() / (60 if in_hours else 1),
            "text": _passed_and_worked(timed),
            "fill": theme.palette(case).primary,
        }
    )
    longest = timed.iloc[0]
    passed = numbers.duration(longest["median_minutes"])
    title = f"{longest['activity']} takes longest: {passed} in the median case"
    if pd.notna(longest.get("median_touch_minutes")):
        title += f", {numbers.duration(longest['median_touch_minutes'])} of it at work"
    unit = f"Median time since the step before, {'hours' if in_hours else 'minutes'}"
    plot = ranked_bars(frame, unit, to_value=_ROOM_FOR_WORDS * float(frame["value"].max()))
    told = "One bar per activity, the longest first; behind it how much of the time somebody works on it."
    return figure(title, plot, tables.activities(profile), told)


def _passed_and_worked(timed: pd.DataFrame) -> list[str]:
    passed = [numbers.duration(minutes) for minutes in timed["median_minutes"]]
    if "median_touch_minutes" not in timed:
        return passed
    return [
        text if pd.isna(worked) else f"{text} ({numbers.duration(worked)} work)"
        for text, worked in zip(passed, timed["median_touch_minutes"], strict=True)
    ]


def arrivals(profile: EventProfile | None, case: Engagement | None = None) -> Html:
    """Draw how many cases arrive on each day of the log, or in each week of a long one."""
    if profile is None:
        return Html("")
    if profile.simulated_clock:
        return not_drawn(_SIMULATED)
    by_week = len(profile.arrivals) > _MOST_DAYS
    counts = (
        profile.arrivals.resample("W-MON", label="left", closed="left").sum() if by_week else profile.arrivals
    )
    width = 7.0 if by_week else 1.0
    starts = np.asarray(day_number(counts.index))
    drawn = pd.DataFrame(
        {"left": starts + 0.08 * width, "right": starts + 0.92 * width, "low": 0.0, "high": counts.to_numpy()}
    )
    period = "week" if by_week else "day"
    plot = canvas(drawn, f"Cases that arrive in a {period}", _HEIGHT)
    plot += geom_rect(
        aes(xmin="left", xmax="right", ymin="low", ymax="high"), fill=theme.palette(case).primary, size=0
    )
    marks, names = month_breaks(counts.index[0], counts.index[-1])
    shown = [(mark, name) for mark, name in zip(marks, names, strict=True) if mark >= starts[0] - 1]
    marks, names = [mark for mark, _ in shown], [name for _, name in shown]
    plot += scale_x_continuous(breaks=marks, labels=names, expand=[0.03, 0])
    plot += upward_axis(float(counts.max()) * _ROOM)
    told = f"One column per {period}, running cases included; a gap is a {period} without an arrival."
    return figure(_arrivals_title(counts, period), plot, tables.arrivals(counts, period), told)


def _arrivals_title(counts: pd.Series, period: str) -> str:
    busy = counts[counts > 0]
    usual, most = float(busy.median()), float(busy.max())
    when = labels.date(pd.Timestamp(str(busy.idxmax())).date())
    if most == usual:
        return f"Every {period} with arrivals brings {numbers.count(most)}"
    of = f"the week of {when}" if period == "week" else when
    shown = numbers.plain(usual) if usual < 100 else numbers.count(usual)
    return f"A usual {period} brings {shown} cases, the busiest ({of}) {numbers.count(most)}"


def arrival_hours(profile: EventProfile | None, case: Engagement | None = None) -> Html:
    """Draw at which hours of the week cases arrive."""
    if profile is None:
        return Html("")
    if profile.simulated_clock:
        return not_drawn(_SIMULATED)
    arrived = profile.arrival_hours[profile.arrival_hours["cases"] > 0]
    if len(arrived["start"].unique()) == 1:
        return not_drawn("Not drawn: the event log knows the day of an event, not its hour.")
    cells = by_hour(profile.arrival_hours, "cases", "sum")
    when, most, times = busiest(cells)
    share = numbers.percent(most / profile.arrival_hours["cases"].sum())
    average = f"{numbers.decimal(times)} times the average"
    title = f"{when} is the busiest hour: {share} of cases arrive in it, {average}"
    plot = week_grid(cells, "Cases of the log that arrive in each hour of the week", theme.palette(case))
    told = "One square per hour of the week; darker is more cases."
    return figure(title, plot, tables.arrival_hours(cells), told)
