"""A tornado: for each assumption, how far its low and its high value move one figure."""

from typing import Any

import pandas as pd
from lets_plot import aes, geom_rect, geom_text, geom_vline, scale_fill_identity, scale_x_continuous

from bpo_lib.engagement import Engagement
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.bars import HALF, chart_height, row_names, rows_from_top
from bpo_lib.workbook.charts.figure import LABEL, breaks, canvas, shielded

DRAWN = "Two bars per assumption, from the expected figure to that at its low and at its high value; the "
DRAWN += "vertical line is the expected figure."


def tornado(rows: pd.DataFrame, base: float, figure_unit: str, case: Engagement) -> Any:
    """Return two bars per row, the first row on top.

    Parameters
    ----------
    rows : pandas.DataFrame
        meaning, unit, low, high [unit], at_low, at_high: the figure at the low and the high value.
    base : float
        The figure as expected, in the unit of at_low and at_high.
    figure_unit : str
        What the axis shows, with its unit.
    case : Engagement
        Whose words and colours are used.

    Returns
    -------
    lets-plot chart
    """
    bars = _bars(rows, base, theme.palette(case))
    plot = canvas(bars, figure_unit, chart_height(len(rows)), grid="x")
    plot += geom_rect(aes(xmin="start", xmax="end", ymin="bottom", ymax="top", fill="fill"), size=0)
    plot += geom_text(
        aes("end", "row", label="text", hjust="side"), data=shielded(bars), color=theme.INK, size=LABEL
    )
    plot += geom_vline(xintercept=base, color=theme.INK, size=0.8)
    return plot + scale_fill_identity() + row_names(_names(rows, case), 38) + _axis(bars["end"], base)


def _names(rows: pd.DataFrame, case: Engagement) -> list[str]:
    """Return what each assumption means, with the unit its bars are labelled in."""
    units = [case.profile.unit(str(unit)) for unit in rows["unit"]]
    return [
        labels.short(meaning) if not unit or unit.startswith("share") else f"{labels.short(meaning)} [{unit}]"
        for meaning, unit in zip(rows["meaning"], units, strict=True)
    ]


def _bars(rows: pd.DataFrame, base: float, colours: theme.Palette) -> pd.DataFrame:
    """Return two bars per assumption, each labelled with the value that causes it."""
    bars = []
    for row, lever in zip(rows_from_top(len(rows)), rows.to_dict("records"), strict=True):
        falls = "low" if lever["at_low"] <= lever["at_high"] else "high"
        for end, colour in (("low", colours.accent), ("high", colours.primary)):
            bars.append(
                {
                    "row": row,
                    "bottom": row - HALF,
                    "top": row + HALF,
                    "start": base,
                    "end": lever[f"at_{end}"],
                    "fill": colour,
                    "text": f"\u00a0{_value(lever[end], lever['unit'], end)}\u00a0",
                    "side": 1.0 if end == falls else 0.0,
                }
            )
    return pd.DataFrame(bars)


def _value(value: Any, unit: Any, end: str) -> str:
    if numbers.missing(value):
        return end
    return f"{end} {numbers.percent(value) if str(unit).startswith('share') else numbers.plain(value)}"


def _axis(ends: pd.Series, base: float) -> Any:
    low, high = min(float(ends.min()), base), max(float(ends.max()), base)
    room = 0.22 * (high - low or 1.0)
    marks = breaks(low, high)
    return scale_x_continuous(
        breaks=marks,
        labels=[numbers.plain(mark) for mark in marks],
        limits=[low - room, high + room],
        expand=[0, 0],
    )
