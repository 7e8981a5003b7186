"""Charts of the volume: what was, what is expected, when in the week it comes."""

from typing import Any

import numpy as np
import pandas as pd
from lets_plot import aes, geom_line, geom_point, geom_ribbon, geom_segment, geom_text, scale_x_continuous

from bpo_lib.engagement import Engagement
from bpo_lib.forecast import VolumeOutlook
from bpo_lib.forecast.explain import PERIOD_WORDS
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.figure import (
    LABEL,
    canvas,
    day_number,
    end_labels,
    figure,
    month_breaks,
    not_drawn,
    shielded,
    spread,
    upward_axis,
)
from bpo_lib.workbook.charts.week_grid import busiest, by_hour, week_grid
from bpo_lib.workbook.html import Html

_SAME = 0.005  # a change smaller than this is none to a reader
_MOST_DAYS = 120  # more days than this are averaged by week
_RANGES = {"95": ("low95", "high95", 0.14), "80": ("low80", "high80", 0.30)}


def volume_history_and_forecast(outlook: VolumeOutlook, case: Engagement) -> Html:
    """Draw past volume and the forecast with its 80 and 95% ranges.

    Parameters
    ----------
    outlook : VolumeOutlook
    case : Engagement

    Returns
    -------
    Html
    """
    frame, unit = _displayable(outlook.daily, case)
    colours, top = theme.palette(case), float(frame[["actual", "high95", "mean"]].max().max()) * 1.05
    unusual, shifts = (
        _unusual(outlook.forecast.outliers, frame),
        _shifts(outlook.forecast.level_shifts, frame),
    )
    if len(unusual):
        unit += f"; circles: unusual {PERIOD_WORDS[outlook.forecast.frequency]}"
    plot = canvas(frame, unit, 340)
    for low, high, strength in _RANGES.values():
        band = frame.dropna(subset=[low, high])
        plot += geom_ribbon(aes("x", ymin=low, ymax=high), data=band, fill=colours.tint(strength), size=0)
    plot += _shift_marks(shifts, top)
    plot += geom_line(aes("x", "actual"), data=frame.dropna(subset=["actual"]), color=theme.INK, size=0.7)
    plot += geom_line(aes("x", "mean"), data=frame.dropna(subset=["mean"]), color=colours.primary, size=1.1)
    plot += geom_point(aes("x", "actual"), data=unusual, shape=1, size=3.4, color=colours.accent, stroke=1.1)
    plot += _end_labels(frame, colours, top) + _month_axis(frame) + upward_axis(top)
    told = _OUTLOOK_DRAWN + _marks_told(len(unusual), len(shifts))
    return figure(_outlook_title(outlook, case), plot, _outlook_data(outlook, case), told)


_OUTLOOK_DRAWN = (
    "A line of past volume, followed by a line of the expected volume inside two bands: "
    "the inner holds 80% and the outer 95% of what is likely."
)


def _marks_told(unusual: int, shifts: int) -> str:
    circles = f" {unusual} circles mark what was unlike the rest." if unusual else ""
    return circles + (" Dashed lines mark where the level changed for good." if shifts else "")


def _month_axis(frame: pd.DataFrame) -> Any:
    first, last = frame["x"].iloc[0], frame["x"].iloc[-1]
    marks, names = month_breaks(frame["start"].iloc[0], frame["start"].iloc[-1])
    room = (last - first) * 0.15  # for the names at the end of the line
    return scale_x_continuous(breaks=marks, labels=names, limits=[first, last + room], expand=[0.01, 0])


def _unusual(outliers: pd.DataFrame, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the points of the past line at which something unusual came."""
    past = frame.dropna(subset=["actual"])
    at = np.array(day_number(outliers["period"]))
    at = at[at >= past["x"].iloc[0]] if len(past) else at[:0]
    return past.iloc[np.unique(np.searchsorted(past["x"], at, side="right") - 1)]


def _shifts(level_shifts: pd.DataFrame, frame: pd.DataFrame) -> pd.DataFrame:
    """Return where the level changed inside the chart, and by how much in words."""
    change = level_shifts["after"] / level_shifts["before"] - 1
    found = level_shifts.assign(
        x=day_number(level_shifts["period"]),
        text=[f"\u00a0level {numbers.signed(share, numbers.whole_percent)}" for share in change],
    )
    return found[found["x"] >= frame["x"].iloc[0]]


def _shift_marks(shifts: pd.DataFrame, top: float) -> Any:
    """Return a dashed line with its words on top for each change of level."""
    drawn = shielded(shifts.assign(bottom=0.0, top=top, at=top * 0.97))
    line = geom_segment(
        aes(x="x", xend="x", y="bottom", yend="top"),
        data=drawn,
        color=theme.MUTED,
        size=0.7,
        linetype="dashed",
    )
    return line + geom_text(aes("x", "at", label="text"), data=drawn, color=theme.MUTED, hjust=0, size=LABEL)


def volume_week(outlook: VolumeOutlook, case: Engagement) -> Html:
    """Draw when in an average week of the first year the volume comes.

    Parameters
    ----------
    outlook : VolumeOutlook
    case : Engagement

    Returns
    -------
    Html
        Empty where the history does not tell the time of day.
    """
    if outlook.week_profile is None:
        return Html("")
    if not outlook.mean.iloc[:12].sum() > 0:
        return not_drawn("No work is expected, so there is no hour to show.")
    week = tables.average_week(outlook)
    cells = by_hour(week, "volume", "sum")
    unit = f"{_plural(case)} expected per hour, average week of the first year"
    when, most, times = busiest(cells)
    title = (
        f"{when} is the busiest hour: {numbers.three_digits(most)} {case.profile.transaction}s are expected, "
        f"{numbers.decimal(times)} times the average open hour"
    )
    told = "One square per hour of the week; darker is more volume."
    return figure(title, week_grid(cells, unit, theme.palette(case)), tables.volume_week(outlook), told)


def _plural(case: Engagement) -> str:
    text = case.profile.transaction
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('s') else 's'}"


def _displayable(volumes: pd.DataFrame, case: Engagement) -> tuple[pd.DataFrame, str]:
    """Return what is drawn and its unit; days are averaged by week, or weekdays would hide the trend."""
    word = labels.spacing(volumes["start"])
    unit = f"{_plural(case)} per {word}"
    if word == "day" and len(volumes) > _MOST_DAYS:
        volumes, unit = (
            _by_week(volumes),
            f"{unit}, averages of whole weeks; the bands average the daily ranges",
        )
    return volumes.assign(x=day_number(volumes["start"])).reset_index(drop=True), unit


def _by_week(volumes: pd.DataFrame) -> pd.DataFrame:
    """Return averages of weeks from Monday, only those with all days past or all days ahead."""
    weeks = volumes.set_index("start").resample("W-MON", closed="left", label="left")
    whole = (weeks["actual"].size() == 7) & weeks["actual"].count().isin([0, 6, 7])
    return weeks.mean()[whole].reset_index()


def _end_labels(frame: pd.DataFrame, colours: theme.Palette, top: float) -> Any:
    """Return names of line and bands at the right end, moved apart where they would touch."""
    end = frame.iloc[-1]
    at = [float(end[name]) for name in ("mean", "high80", "high95")]
    text = [f"{numbers.three_digits(end['mean'])} expected", "80% range", "95% range"]
    shown = pd.DataFrame({"x": end["x"], "y": spread(at, top * 0.065), "text": text})
    return end_labels(shown.assign(colour=colours.primary))


def _outlook_title(outlook: VolumeOutlook, case: Engagement) -> str:
    first_year = slice(0, 12)
    mean, low, high = (
        numbers.three_digits(series.iloc[first_year].mean())
        for series in (outlook.mean, outlook.low, outlook.high)
    )
    level = f"{mean} {case.profile.transaction}s a month (80% range {low} to {high})"
    past = outlook.history_monthly.dropna()
    if len(past) < 12 or not past.iloc[-12:].sum() > 0:
        return f"The first year is expected to bring {level}"
    change = outlook.mean.iloc[first_year].mean() / past.iloc[-12:].mean() - 1
    if abs(change) < _SAME:
        return f"The first year is expected to bring as much as the last twelve months: {level}"
    more = f"{numbers.percent(abs(change))} {'more' if change >= 0 else 'less'} than the last twelve months"
    return f"The first year is expected to bring {more}: {level}"


def _outlook_data(outlook: VolumeOutlook, case: Engagement) -> Html:
    frame = pd.DataFrame(
        {
            "month": list(outlook.mean.index),
            "mean": outlook.mean.to_numpy(),
            "low": outlook.low.to_numpy(),
            "high": outlook.high.to_numpy(),
        }
    )
    unit = f"{_plural(case)} per month"
    columns = {
        "month": tables.Column("Month", labels.date),
        "mean": tables.Column("Expected", numbers.count, unit),
        "low": tables.Column("Low (80%)", numbers.count, unit),
        "high": tables.Column("High (80%)", numbers.count, unit),
    }
    return tables.table(frame, "Data: expected volume by month", columns)
