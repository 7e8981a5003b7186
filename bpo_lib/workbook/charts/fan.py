"""A line of what was, a line of what is expected inside its ranges, and what stood out on the way."""

from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from lets_plot import aes, geom_line, geom_point, geom_ribbon, geom_segment, geom_text, scale_x_continuous

from bpo_lib.forecast import VolumeForecast
from bpo_lib.workbook import numbers
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.figure import (
    LABEL,
    canvas,
    day_number,
    end_labels,
    month_breaks,
    shielded,
    spread,
    upward_axis,
)

_RANGES = (("low95", "high95", 0.14), ("low80", "high80", 0.30))
DRAWN = (
    "A line of past volume, followed by a line of the expected volume inside two bands: "
    "the inner holds 80% and the outer 95% of what is likely."
)


class Marks(NamedTuple):
    """What stood out in the past: points of the line that were unusual, and changes of level."""

    unusual: pd.DataFrame
    shifts: pd.DataFrame

    @property
    def told(self) -> str:
        """Return what the marks mean, for those who do not see them."""
        circles = f" {len(self.unusual)} circles mark what was unlike the rest." if len(self.unusual) else ""
        lines = " Dashed lines mark where the level changed for good." if len(self.shifts) else ""
        return circles + lines


def marks_of(forecast: VolumeForecast, frame: pd.DataFrame) -> Marks:
    """Return what stood out in the part of the past that is drawn.

    Parameters
    ----------
    forecast : VolumeForecast
    frame : pandas.DataFrame
        What is drawn: x (days since 1970) and actual.
    """
    return Marks(_unusual(forecast.outliers, frame), _shifts(forecast.level_shifts, frame))


def fan(frame: pd.DataFrame, unit: str, colours: theme.Palette, marks: Marks) -> Any:
    """Return past and future as one picture.

    Parameters
    ----------
    frame : pandas.DataFrame
        start, x (days since 1970), actual, mean, low80, high80, low95 and high95, in order of time.
    unit : str
        What the value axis shows, with its unit.
    colours : Palette
    marks : Marks
        From `marks_of`.

    Returns
    -------
    lets-plot chart
    """
    top = float(frame[["actual", "high95", "mean"]].max().max()) * 1.05 or 1.0
    plot = canvas(frame, f"{unit}; circles: unusual" if len(marks.unusual) else unit, 340)
    for low, high, strength in _RANGES:
        band = frame.dropna(subset=[low, high])
        plot += geom_ribbon(aes("x", ymin=low, ymax=high), data=band, fill=colours.tint(strength), size=0)
    plot += _shift_marks(marks.shifts, top)
    plot += geom_line(aes("x", "actual"), data=frame.dropna(subset=["actual"]), color=theme.INK, size=0.7)
    plot += geom_line(aes("x", "mean"), data=frame.dropna(subset=["mean"]), color=colours.primary, size=1.1)
    circles = {"shape": 1, "size": 3.4, "color": colours.accent, "stroke": 1.1}
    plot += geom_point(aes("x", "actual"), data=marks.unusual, **circles)
    return plot + _end_labels(frame, colours, top) + _month_axis(frame) + upward_axis(top)


def _end_labels(frame: pd.DataFrame, colours: theme.Palette, top: float) -> Any:
    """Return names of line and bands at the right end, moved apart where they would touch."""
    end = frame.iloc[-1]
    at = [float(end[name]) for name in ("mean", "high80", "high95")]
    text = ["expected", "80% range", "95% range"]
    shown = pd.DataFrame({"x": end["x"], "y": spread(at, top * 0.065), "text": text})
    return end_labels(shown.assign(colour=colours.primary))


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
    pairs = zip(level_shifts["before"], level_shifts["after"], strict=True)
    found = level_shifts.assign(
        x=day_number(level_shifts["period"]),
        text=[f"\u00a0{_shift(before, after)}" for before, after in pairs],
    )
    return found[found["x"] >= frame["x"].iloc[0]]


def _shift(before: float, after: float) -> str:
    if before <= 0:
        return "began"
    return f"level {numbers.signed(after / before - 1, numbers.whole_percent)}"


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
