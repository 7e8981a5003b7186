"""Two charts side by side on the same rows, each with its own axis: the client's side and the provider's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from lets_plot import aes, geom_segment, geom_text, scale_x_continuous, scale_y_continuous

from bpo_lib.workbook import numbers
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.bars import rows_from_top
from bpo_lib.workbook.charts.figure import LABEL, breaks, canvas, shield, shielded, wrapped

_ROW, _FRAME = 32, 78  # pixels: of one row, and of headings and axis together


@dataclass(frozen=True)
class Panel:
    """One of the two: which values it shows and which part of the chart's width it takes.

    Parameters
    ----------
    heading : str
        What it shows, with its unit.
    low, high : float
        Ends of its axis.
    left, right : float
        Where these stand, the whole width being 0 to 1.
    show : callable
        Value to the text under a mark.
    """

    heading: str
    low: float
    high: float
    left: float
    right: float
    show: Callable[[float], str] = numbers.plain

    def at(self, value: Any) -> Any:
        """Return where values stand; those beyond the axis at its end."""
        share = (value - self.low) / (self.high - self.low or 1.0)
        return self.left + (self.right - self.left) * share.clip(0, 1)

    @property
    def marks(self) -> pd.Series:
        """Values with a grid line."""
        return pd.Series(breaks(self.low, self.high, 5), dtype=float)


def panels_canvas(names: Sequence[str], panels: Sequence[Panel], *, width: int = 26) -> Any:
    """Return an empty chart with rows, grid lines, axis marks and a heading over each panel.

    Parameters
    ----------
    names : sequence of str
        What each row is called, the first one on top.
    panels : sequence of Panel
        From left to right.
    width : int
        Of a name's lines. [characters]

    Returns
    -------
    lets-plot chart
    """
    count = len(names)
    top = count - 0.4
    heads = pd.DataFrame(
        {"x": [panel.left for panel in panels], "y": top + 0.55, "text": [panel.heading for panel in panels]}
    )
    lines = pd.DataFrame(
        {"x": pd.concat([panel.at(panel.marks) for panel in panels]).to_numpy(), "start": -0.6, "end": top}
    )
    plot = canvas(heads, "", _FRAME + _ROW * max(count, 2), grid="")
    plot += geom_segment(aes("x", "start", xend="x", yend="end"), data=lines, color=theme.GRID, size=0.8)
    plot += geom_text(aes("x", "y", label="text"), hjust=0, color=theme.MUTED, size=LABEL)
    shown = [shield(panel.show(mark)) for panel in panels for mark in panel.marks]
    plot += scale_x_continuous(breaks=lines["x"].tolist(), labels=shown, limits=[0, 1], expand=[0.005, 0])
    plot += scale_y_continuous(
        breaks=rows_from_top(count),
        labels=[shield(wrapped(name, width)) for name in names],
        limits=[-0.6, top + 0.9],
        expand=[0, 0],
    )
    return plot


def texts(frame: pd.DataFrame) -> Any:
    """Return labels in ink: x, row, text and side (0: right of x, 1: left of it)."""
    return geom_text(
        aes("x", "row", label="text", hjust="side"),
        data=shielded(frame.assign(text="\u00a0" + frame["text"] + "\u00a0")),
        color=theme.INK,
        size=LABEL,
    )
