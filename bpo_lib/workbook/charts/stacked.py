"""Bars made of parts, one below the other, with a key of the parts above them and the sum at the end."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from lets_plot import (
    aes,
    geom_rect,
    geom_text,
    scale_color_identity,
    scale_fill_identity,
    scale_y_continuous,
)

from bpo_lib.workbook import numbers
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.bars import HALF, chart_height, rows_from_top, value_axis
from bpo_lib.workbook.charts.figure import LABEL, canvas, shield, shielded, wrapped

_ROOM_FOR_A_NUMBER = 0.075  # of the longest bar
_SQUARE = 0.018  # side of a square of the key, of the longest bar
_NAME_WIDTH = 22


def stacked_bars(values: pd.DataFrame, colours: Mapping[str, str], unit: str, ends: Sequence[str]) -> Any:
    """Return one bar per row, its parts end to end in the order of the columns.

    Parameters
    ----------
    values : pandas.DataFrame
        Index the names of the rows, columns the names of the parts; no value is negative.
    colours : mapping
        Part to its colour; on `theme.QUIET` numbers are dark, on any other light.
    unit : str
        What the axis shows, with its unit.
    ends : sequence of str
        What stands at the end of each bar.

    Returns
    -------
    lets-plot chart
    """
    pieces, longest = _pieces(values, colours), float(values.sum(axis=1).max()) or 1.0
    numbered = pieces[pieces["end"] - pieces["start"] >= _ROOM_FOR_A_NUMBER * longest]
    sums = pd.DataFrame({"end": values.sum(axis=1).to_numpy(), "row": rows_from_top(len(values))})
    sums["text"] = ["\u00a0" + end for end in ends]
    plot = canvas(pieces, unit, chart_height(len(values) + 1), grid="x")
    plot += geom_rect(aes(xmin="start", xmax="end", ymin="bottom", ymax="top", fill="fill"), size=0)
    if not numbered.empty:  # a layer without rows is no chart
        plot += geom_text(
            aes("middle", "row", label="text", color="ink"), data=shielded(numbered), size=LABEL
        )
    plot += geom_text(
        aes("end", "row", label="text"), data=shielded(sums), hjust=0, color=theme.INK, size=LABEL
    )
    plot += _key(colours, longest, len(values)) + _row_names([str(name) for name in values.index])
    return plot + scale_fill_identity() + scale_color_identity() + value_axis(0, longest)


def _pieces(values: pd.DataFrame, colours: Mapping[str, str]) -> pd.DataFrame:
    """Return one rectangle for each row and part."""
    ends = values.cumsum(axis=1)
    frames = [
        pd.DataFrame(
            {
                "row": rows_from_top(len(values)),
                "start": (ends[part] - values[part]).to_numpy(),
                "end": ends[part].to_numpy(),
                "fill": fill,
                "ink": theme.INK if fill == theme.QUIET else theme.PAPER,
                "text": [numbers.three_digits(value) for value in values[part]],
            }
        )
        for part, fill in colours.items()
    ]
    pieces = pd.concat(frames, ignore_index=True)
    middle = (pieces["start"] + pieces["end"]) / 2
    return pieces.assign(bottom=pieces["row"] - HALF, top=pieces["row"] + HALF, middle=middle)


def _key(colours: Mapping[str, str], longest: float, rows: int) -> Any:
    """Return the names of the parts above the bars, each behind a square of its colour."""
    letters = [len(name) + 5 for name in colours]
    left = [1.13 * longest * sum(letters[:place]) / sum(letters) for place in range(len(letters))]
    key = pd.DataFrame({"x": left, "text": list(colours), "fill": list(colours.values())})
    key["row"] = float(rows)
    key["right"], key["low"], key["high"] = key["x"] + _SQUARE * longest, key["row"] - 0.14, key["row"] + 0.14
    key["name_at"] = key["right"] + 0.01 * longest
    squares = geom_rect(aes(xmin="x", xmax="right", ymin="low", ymax="high", fill="fill"), data=key, size=0)
    names = geom_text(
        aes("name_at", "row", label="text"), data=shielded(key), hjust=0, color=theme.INK, size=LABEL
    )
    return squares + names


def _row_names(names: list[str]) -> Any:
    """Return the axis that names each row, with a row above them for the key."""
    shown = [shield(wrapped(name, _NAME_WIDTH, 2)) for name in names]
    limits = [-0.6, len(names) + 0.5]
    return scale_y_continuous(breaks=rows_from_top(len(names)), labels=shown, limits=limits, expand=[0, 0])
