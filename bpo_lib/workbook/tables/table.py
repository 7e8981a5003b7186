"""One small function that turns a frame into an accessible table with nothing left unescaped.

Not a Styler: that passes client text through as markup.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from bpo_lib.workbook import numbers
from bpo_lib.workbook.brand import text_on
from bpo_lib.workbook.html import Html, esc


def words(value: Any) -> str | Html:
    """Return text as it is; empty for None and NaN, which in a text column mean nothing was said."""
    if isinstance(value, Html):
        return value
    if value is None or (not isinstance(value, str) and pd.isna(value)):
        return ""
    return str(value)


@dataclass(frozen=True)
class Column:
    """How one column of a frame is shown.

    Parameters
    ----------
    label : str
        Header.
    show : callable
        Value to text, from `numbers`, or `words` for text. `Html` is taken as markup,
        anything else is escaped.
    unit : str
        Shown in the header.
    ground : callable, optional
        Value to the colour behind it, where a table is read by its shades.
    """

    label: str
    show: Callable[[Any], str | Html] = words
    unit: str = ""
    ground: Callable[[Any], str] | None = None

    @property
    def is_number(self) -> bool:
        """Whether the column is aligned on the right."""
        return getattr(self.show, "__module__", "") == numbers.__name__


def table(frame: pd.DataFrame, caption: str, columns: Mapping[Any, Column], note: str = "") -> Html:
    """Return a table of some columns of a frame; the first column heads each row.

    Parameters
    ----------
    frame : pandas.DataFrame
    caption : str
        What the table shows, without its units.
    columns : mapping
        Column name to how it is shown, in the order shown. A column the frame lacks is an error.
    note : str
        A sentence under the table: how to read it, what is a house assumption.
    """
    heads = "".join(_head(column) for column in columns.values())
    chosen = (frame[name] for name in columns)
    rows = "".join(_row(row, columns) for row in zip(*chosen, strict=True))
    body = f"<caption>{esc(caption)}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>"
    box = f'<div class="bpo-table" role="region" aria-label="{esc(caption)}" tabindex="0">'
    under = f'<p class="bpo-note">{esc(note)}</p>' if note else ""
    return Html(f"{box}<table>{body}</table></div>{under}")


def empty(caption: str, why: str) -> Html:
    """Return a sentence in place of a table that has no rows."""
    ends = "" if caption.endswith("?") else ":"
    return Html(f'<p class="bpo-note"><strong>{esc(caption)}{ends}</strong> {esc(why)}</p>')


def _head(column: Column) -> str:
    unit = f' <span class="bpo-unit">{esc(column.unit)}</span>' if column.unit else ""
    return f'<th scope="col"{_align(column)}>{esc(column.label)}{unit}</th>'


def _row(values: tuple[Any, ...], columns: Mapping[Any, Column]) -> str:
    cells = []
    for place, (value, column) in enumerate(zip(values, columns.values(), strict=True)):
        shown = column.show(value)
        text = shown.markup if isinstance(shown, Html) else esc(shown)
        # A row that goes on with what the one above began has no head of its own.
        tag, scope = ("th", ' scope="row"') if place == 0 and text else ("td", "")
        cells.append(f"<{tag}{scope}{_align(column)}{_shade(value, column)}>{text}</{tag}>")
    return f"<tr>{''.join(cells)}</tr>"


def _align(column: Column) -> str:
    if column.ground is not None:
        return ' class="bpo-shade"'
    return ' class="bpo-number"' if column.is_number else ""


def _shade(value: Any, column: Column) -> str:
    if column.ground is None:
        return ""
    ground = column.ground(value)
    return f' style="background:{esc(ground)};color:{text_on(ground)}"'


_TONES = {
    **dict.fromkeys(("clear", "met", "recommended", "pass", "low", "sound"), "good"),
    **dict.fromkeys(("open", "possible", "conditional", "medium"), "warn"),
    **dict.fromkeys(("stopped", "failed", "fail", "high", "at risk"), "bad"),
}


def status(value: Any) -> Html:
    """Return a status word in its tone; the word itself says it, the colour only helps."""
    text = str(words(value))
    tone = _TONES.get(text.lower())
    return Html(f'<span class="bpo-status bpo-{tone}">{esc(text)}</span>' if tone else esc(text))
