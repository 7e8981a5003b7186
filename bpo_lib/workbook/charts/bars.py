"""Horizontal bars with the name on the left and the number at the end: most charts of a report."""

from typing import Any

import pandas as pd
from lets_plot import (
    aes,
    geom_rect,
    geom_text,
    geom_vline,
    scale_fill_identity,
    scale_x_continuous,
    scale_y_continuous,
)

from bpo_lib.workbook import numbers
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.figure import LABEL, breaks, canvas, shield, shielded, wrapped

_ROW_HEIGHT, _FRAME_HEIGHT = 30, 62  # pixels: of one row, and of unit and axis together
HALF = 0.34  # half the thickness of a bar; rows are 1 apart


def chart_height(rows: int) -> int:
    """Return the height of a chart of so many rows. [pixels]."""
    return _FRAME_HEIGHT + _ROW_HEIGHT * max(rows, 2)


def rows_from_top(count: int) -> list[int]:
    """Return the positions of rows, the first one on top."""
    return list(range(count - 1, -1, -1))


def row_names(names: list[str], width: int = 30, lines: int = 2) -> Any:
    """Return the axis that names each row, the first one on top."""
    shown = [shield(wrapped(name, width, lines)) for name in names]
    return scale_y_continuous(
        breaks=rows_from_top(len(names)), labels=shown, limits=[-0.6, len(names) - 0.4], expand=[0, 0]
    )


def value_axis(low: float, high: float) -> Any:
    """Return a horizontal axis from low to high with round marks, and room for labels at both ends."""
    marks = breaks(low, high)
    room = 0.13 * (high - low)
    limits = [low - room if low < 0 else low, high + room]
    return scale_x_continuous(
        breaks=marks, labels=[numbers.plain(mark) for mark in marks], limits=limits, expand=[0.005, 0]
    )


def ranked_bars(
    frame: pd.DataFrame,
    unit: str,
    *,
    to_value: float | None = None,
    behind: str = "",
    name_width: int = 30,
    name_lines: int = 2,
) -> Any:
    """Return one bar per row, in the order of the frame.

    Parameters
    ----------
    frame : pandas.DataFrame
        name, value, text (shown at the end of the bar) and fill (a colour); with `behind` also
        limit, the end of a pale bar behind.
    unit : str
        What the axis shows, with its unit.
    to_value : float
        End of the axis; the largest value when left out.
    behind : str
        Colour of the pale bars.
    name_width, name_lines : int
        How much of a name is shown. [characters, lines]

    Returns
    -------
    lets-plot chart
    """
    rows = rows_from_top(len(frame))
    drawn = frame.fillna({"value": 0.0}).assign(row=rows, start=0.0)
    drawn = drawn.assign(bottom=drawn["row"] - HALF, top=drawn["row"] + HALF)
    drawn["end"] = drawn[["value", "limit"]].max(axis=1) if behind else drawn["value"]
    low, high = min(0.0, float(drawn["end"].min())), float(drawn["end"].max())
    plot = canvas(drawn, unit, chart_height(len(frame)), grid="x")
    if behind:
        plot += geom_rect(aes(xmin="start", xmax="limit", ymin="bottom", ymax="top"), fill=behind, size=0)
    plot += geom_rect(aes(xmin="start", xmax="value", ymin="bottom", ymax="top", fill="fill"), size=0)
    plot += value_labels(drawn)
    if low < 0:
        plot += geom_vline(xintercept=0, color=theme.MUTED, size=0.6)
    names = row_names(list(frame["name"]), name_width, name_lines)
    return plot + scale_fill_identity() + names + value_axis(low, to_value or max(high, 1e-9))


def value_labels(drawn: pd.DataFrame) -> Any:
    """Return the numbers beyond the ends of bars: right of positive ones, left of negative ones."""
    sides = drawn.assign(
        side=[1.0 if value < 0 else 0.0 for value in drawn["end"]], text="\u00a0" + drawn["text"] + "\u00a0"
    )
    return geom_text(
        aes("end", "row", label="text", hjust="side"), data=shielded(sides), color=theme.INK, size=LABEL
    )
