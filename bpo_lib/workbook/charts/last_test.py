"""The last back-test as a picture: what the forecast said beforehand, and what came."""

from typing import Any

import numpy as np
import pandas as pd
from lets_plot import aes, geom_line, geom_point, geom_ribbon, scale_x_continuous

from bpo_lib.engagement import Engagement
from bpo_lib.forecast import VolumeOutlook
from bpo_lib.forecast.accuracy import wape
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.figure import (
    canvas,
    day_number,
    end_labels,
    figure,
    spread,
    upward_axis,
)
from bpo_lib.workbook.html import Html

_FEWEST = 4  # periods
_MARKS = 6  # dates written under the axis
_LONG = 27  # days between two periods from which only months are written
_DRAWN = (
    "A line of the volume that came and a line of what had been forecast for the same periods from what was "
    "known before, inside the band that should have held 80% of them."
)


def last_test(outlook: VolumeOutlook, case: Engagement) -> Html:
    """Draw what was forecast in the latest back-test beside what came.

    Parameters
    ----------
    outlook : VolumeOutlook
    case : Engagement

    Returns
    -------
    Html
        Empty where fewer than four periods were tested: there is nothing to see.
    """
    frame = outlook.last_test.dropna(subset=["actual"])
    if len(frame) < _FEWEST:
        return Html("")
    frame = frame.assign(x=day_number(frame["start"]))
    colours, top = theme.palette(case), float(frame[["actual", "high80"]].max().max()) * 1.08
    unit = f"{case.profile.transaction}s per {labels.spacing(frame['start'])}"
    plot = canvas(frame, labels.sentence(unit), 280)
    plot += geom_ribbon(aes("x", ymin="low80", ymax="high80"), fill=colours.tint(0.22), size=0)
    plot += geom_line(aes("x", "mean"), color=colours.primary, size=1.1)
    plot += geom_line(aes("x", "actual"), color=theme.INK, size=0.7)
    plot += geom_point(aes("x", "actual"), color=theme.INK, size=2)
    plot += end_labels(_names(frame, colours, top)) + _date_axis(frame) + upward_axis(top)
    return figure(_title(frame), plot, tables.last_test(outlook), _DRAWN)


def _names(frame: pd.DataFrame, colours: theme.Palette, top: float) -> pd.DataFrame:
    end = frame.iloc[-1]
    at = spread([float(end["mean"]), float(end["actual"])], top * 0.075)
    return pd.DataFrame(
        {"x": end["x"], "y": at, "text": ["forecast", "came"], "colour": [colours.primary, theme.INK]}
    )


def _date_axis(frame: pd.DataFrame) -> Any:
    first, last = frame["x"].iloc[0], frame["x"].iloc[-1]
    rows = frame.iloc[:: -(-len(frame) // _MARKS)]
    long = (last - first) / (len(frame) - 1) > _LONG
    names = [labels.month(start) if long else f"{start.day} {start:%b}" for start in rows["start"]]
    room = (last - first) * 0.12  # for the names at the end of the lines
    return scale_x_continuous(
        breaks=list(rows["x"]), labels=names, limits=[first, last + room], expand=[0.02, 0]
    )


def _title(frame: pd.DataFrame) -> str:
    word = labels.spacing(frame["start"])
    inside = int(((frame["actual"] >= frame["low80"]) & (frame["actual"] <= frame["high80"])).sum())
    total = abs(frame["mean"].sum() / frame["actual"].sum() - 1) if frame["actual"].any() else np.nan
    off = numbers.percent(wape(frame["actual"], frame["mean"]))
    return (
        f"The last {len(frame)} {word}s, forecast beforehand: {off} off {word} by {word}, "
        f"{numbers.percent(total)} in total; {inside} of {len(frame)} inside their 80% range"
    )
