"""What every chart shares: a canvas that keeps client text inert, and the figure around it."""

import html
import math
import textwrap
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
from lets_plot import aes, geom_text, ggplot, ggsize, labs, scale_color_identity, scale_y_continuous

from bpo_lib.workbook import numbers
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.svg import tidy
from bpo_lib.workbook.html import Html, esc

WIDTH = 760
LABEL = 5.6  # size of text inside a chart, in lets-plot's own unit; about 12 pixels

# lets-plot reads <a> as a link and \( as a formula: both signs pass through it as private ones.
_SHIELD = {"<": "\ue000", "\\": "\ue001"}
_SHIELDED = str.maketrans(_SHIELD)
_UNSHIELDED = {"\ue000": "&lt;", "\ue001": "\\"}


def shield(text: str) -> str:
    """Return text in which lets-plot finds nothing to interpret; `figure` undoes it."""
    printable = html.unescape(esc(text))  # without control characters, with its own signs
    return printable.translate(_SHIELDED)


def shielded(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame whose texts lets-plot takes literally."""
    texts = frame.select_dtypes(include=["object", "string"]).columns
    return frame.assign(
        **{name: [shield(cell) if isinstance(cell, str) else cell for cell in frame[name]] for name in texts}
    )


def canvas(frame: pd.DataFrame, unit: str, height: int, grid: str = "y") -> Any:
    """Return an empty chart on a frame: the house look, its unit above the panel.

    Parameters
    ----------
    frame : pandas.DataFrame
        What is drawn; its texts are shielded here. A layer with its own frame shields it itself.
    unit : str
        What the value axis shows, with its unit.
    height : int
        At a width of `WIDTH`. [pixels]
    grid : str
        `x`, `y` or empty: across which axis values are read.
    """
    plot = ggplot(shielded(frame)) + theme.look(grid) + ggsize(WIDTH, height)
    return plot + labs(subtitle=shield(unit)) if unit else plot


def figure(title: str, plot: Any, data: Html, description: str) -> Html:
    """Return a chart as a figure: its finding as the title, a description, its data as a table.

    Parameters
    ----------
    title : str
        The finding, with its number.
    plot : lets-plot chart
    data : Html
        The table behind "Show data".
    description : str
        What is drawn, for those who do not see it.
    """
    picture = tidy(plot.to_svg(), shield(title), shield(description))
    for sign, markup in _UNSHIELDED.items():
        picture = picture.replace(sign, markup)
    return Html(
        f'<figure class="bpo-figure"><figcaption>{esc(title)}</figcaption>'
        f'<div class="bpo-chart" tabindex="0" role="group" aria-label="{esc(title)}">{picture}</div>'
        f"<details><summary>Show data</summary>{data.markup}</details></figure>"
    )


def end_labels(frame: pd.DataFrame) -> Any:
    """Return names written right of where lines end: x, y, text and colour of each."""
    shown = shielded(frame.assign(text="\u00a0" + frame["text"]))
    labels = geom_text(aes("x", "y", label="text", color="colour"), data=shown, hjust=0, size=LABEL)
    return labels + scale_color_identity()


def not_drawn(why: str) -> Html:
    """Return a sentence in place of a chart whose input is not there."""
    return Html(f'<p class="bpo-note">{esc(why)}</p>')


def wrapped(text: Any, width: int = 30, lines: int = 2) -> str:
    """Return a label on a few short lines; what does not fit ends in an ellipsis."""
    return "\n".join(textwrap.wrap(str(text), width, max_lines=lines, placeholder=" \u2026")) or "\u2026"


def breaks(low: float, high: float, target: int = 5) -> list[float]:
    """Return round values from `low` to `high` to draw grid lines at."""
    if not high > low:
        return [low]
    raw = (high - low) / target
    size = 10 ** math.floor(math.log10(raw))
    step = next(factor * size for factor in (1, 2, 2.5, 5, 10) if factor * size >= raw * 0.999)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [round(place * step, 9) for place in range(first, last + 1)]  # 3 * 0.1 is not 0.3


def upward_axis(top: float, sign: str = "", start: float = 0.0) -> Any:
    """Return a vertical axis from 0 or a start with round marks; `sign` follows each number, such as %."""
    marks = breaks(start, top)
    names = [numbers.plain(mark) + sign for mark in marks]
    return scale_y_continuous(breaks=marks, labels=names, limits=[start, top], expand=[0, 0])


def spread(values: Sequence[float], gap: float) -> list[float]:
    """Return positions near the values that are at least `gap` apart, in the same order.

    Labels too close to one another form a block around their common centre.
    """
    order = sorted(range(len(values)), key=lambda place: values[place])
    blocks: list[list[int]] = []
    for place in order:
        blocks.append([place])
        while len(blocks) > 1 and _top(blocks[-2], values, gap) + gap > _bottom(blocks[-1], values, gap):
            blocks[-2:] = [blocks[-2] + blocks[-1]]
    positions = [0.0] * len(values)
    for block in blocks:
        for rank, place in enumerate(block):
            positions[place] = _bottom(block, values, gap) + rank * gap
    return positions


def _bottom(block: list[int], values: Sequence[float], gap: float) -> float:
    return sum(values[place] for place in block) / len(block) - gap * (len(block) - 1) / 2


def _top(block: list[int], values: Sequence[float], gap: float) -> float:
    return _bottom(block, values, gap) + gap * (len(block) - 1)


def day_number(stamps: Iterable[Any]) -> list[float]:
    """Return dates as days since 1970, so that the date axis can be labelled by hand."""
    return [pd.Timestamp(_start(stamp)).timestamp() / 86_400 for stamp in stamps]


def _start(stamp: Any) -> Any:
    return stamp.to_timestamp() if isinstance(stamp, pd.Period) else stamp


def month_breaks(first: Any, last: Any, target: int = 8) -> tuple[list[float], list[str]]:
    """Return positions and labels of months on a date axis, January always among them."""
    months = pd.period_range(pd.Period(_start(first), "M"), pd.Period(_start(last), "M"), freq="M")
    every = next((step for step in (1, 2, 3, 6, 12) if len(months) / step <= target), 24)
    chosen = [month for month in months if (month.month - 1 + 12 * (month.year % 2)) % every == 0]
    return day_number(chosen), [month.strftime("%b %Y") for month in chosen]
