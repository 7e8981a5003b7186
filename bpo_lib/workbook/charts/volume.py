"""Charts of the volume: what was, what is expected, how well that works."""

from typing import Any

import numpy as np
import pandas as pd
from lets_plot import aes, geom_line, geom_ribbon, scale_x_continuous, scale_y_continuous

from bpo_lib.engagement import Engagement
from bpo_lib.forecast import VolumeOutlook
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.bars import ranked_bars
from bpo_lib.workbook.charts.figure import (
    breaks,
    canvas,
    day_number,
    end_labels,
    figure,
    month_breaks,
    not_drawn,
    spread,
)
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
    first, last = frame["x"].iloc[0], frame["x"].iloc[-1]
    marks, names = month_breaks(frame["start"].iloc[0], frame["start"].iloc[-1])
    lines = breaks(0, top)
    plot = canvas(frame, unit, 340)
    for low, high, strength in _RANGES.values():
        band = frame.dropna(subset=[low, high])
        plot += geom_ribbon(aes("x", ymin=low, ymax=high), data=band, fill=colours.tint(strength), size=0)
    plot += geom_line(aes("x", "actual"), data=frame.dropna(subset=["actual"]), color=theme.INK, size=0.7)
    plot += geom_line(aes("x", "mean"), data=frame.dropna(subset=["mean"]), color=colours.primary, size=1.1)
    plot += _end_labels(frame, colours, top)
    plot += scale_x_continuous(
        breaks=marks, labels=names, limits=[first, last + (last - first) * 0.15], expand=[0.01, 0]
    )
    plot += scale_y_continuous(
        breaks=lines, labels=[numbers.plain(line) for line in lines], limits=[0, top], expand=[0, 0]
    )
    return figure(_outlook_title(outlook, case), plot, _outlook_data(outlook, case), _OUTLOOK_DRAWN)


_OUTLOOK_DRAWN = (
    "A line of past volume, followed by a line of the expected volume inside two bands: "
    "the inner holds 80% and the outer 95% of what is likely."
)


def _plural(case: Engagement) -> str:
    text = case.profile.transaction
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('s') else 's'}"


def _displayable(volumes: pd.DataFrame, case: Engagement) -> tuple[pd.DataFrame, str]:
    """Return what is drawn and its unit; days are averaged by week, or weekdays would hide the trend."""
    apart = np.diff(day_number(volumes["start"]))
    days = float(np.median(apart)) if apart.size else 30.0
    unit = f"{_plural(case)} per {'day' if days < 3 else 'week' if days < 15 else 'month'}"
    if days < 3 and len(volumes) > _MOST_DAYS:
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


def forecast_accuracy(outlook: VolumeOutlook, case: Engagement | None = None) -> Html:
    """Draw the back-tested error of each method, the chosen one in colour."""
    accuracy = outlook.forecast.accuracy.sort_values("wape", kind="stable")
    if not accuracy["chosen"].any() or not accuracy["wape"].notna().any():
        return not_drawn("Not drawn: the history is too short to test a forecast on its own past.")
    colours = theme.palette(case)
    frame = pd.DataFrame(
        {
            "name": [labels.readable(method) for method in accuracy["method"]],
            "value": accuracy["wape"].to_numpy() * 100,
            "text": [numbers.percent(error) for error in accuracy["wape"]],
            "fill": [colours.primary if chosen else theme.QUIET for chosen in accuracy["chosen"]],
        }
    )
    title = _accuracy_title(accuracy)
    unit = "Forecast error on unseen periods, % of volume (WAPE)"
    data = tables.accuracy(outlook)
    return figure(title, ranked_bars(frame, unit), data, "One bar per method; the method used is in colour.")


def _accuracy_title(accuracy: pd.DataFrame) -> str:
    chosen, best = accuracy.loc[accuracy["chosen"].astype(bool)].iloc[0], accuracy.iloc[0]
    error, best_error = numbers.percent(chosen["wape"]), numbers.percent(best["wape"])
    used = f"{labels.readable(chosen['method'])} is used: on unseen periods it was {error} off"
    if best["wape"] >= chosen["wape"]:
        return used
    return f"{used}; too little history to rely on {best['method']}, which was {best_error} off"
