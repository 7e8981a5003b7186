"""The commonest routes of an event log: a row each, its steps as arrows that carry a letter."""

from collections.abc import Collection, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import pandas as pd
from lets_plot import (
    aes,
    geom_polygon,
    geom_text,
    scale_color_identity,
    scale_fill_identity,
    scale_x_continuous,
    scale_y_continuous,
)

from bpo_lib.engagement import Engagement
from bpo_lib.process import EventProfile
from bpo_lib.workbook import numbers, tables
from bpo_lib.workbook.brand import text_on
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.bars import HALF, chart_height, rows_from_top
from bpo_lib.workbook.charts.figure import LABEL, canvas, figure, shield, shielded, wrapped
from bpo_lib.workbook.html import Html

_MOST_STEPS = 14  # arrows in a row; a longer route ends in an ellipsis
_NOTCH = 0.16  # of an arrow's width: its tip, and the notch of the next
_GAP = 0.05  # between two arrows
_KEY_ROOM = ((3, 27), (2, 45), (1, 90))  # columns of the key, and the letters of a name that fit into one
_KEY_ROW = 0.62  # height of a line of the key, where a row of arrows has 1
_PLAIN, _ODD = 0.16, 0.5  # tints of a usual step and of an exception; a repeated step has the full colour


class _Arrow(NamedTuple):
    """One arrow: its place in the row, the letter of its step, how often in a row, and what it is."""

    place: int
    letter: str
    times: int
    again: bool
    odd: bool

    @property
    def text(self) -> str:
        """Return what stands in the arrow."""
        return f"{self.letter}{'*' if self.odd else ''}{f' {self.times}x' if self.times > 1 else ''}"


def process_variants(profile: EventProfile | None, case: Engagement | None = None) -> Html:
    """Draw the routes that most cases take, step by step.

    Parameters
    ----------
    profile : EventProfile or None
    case : Engagement, optional
        For its colours.

    Returns
    -------
    Html
        Empty without an event log.
    """
    if profile is None:
        return Html("")  # the chapter says what is missing
    top = profile.top_variants
    letters = _letters(top["path"])
    rows = [_arrows(path, letters, profile.exception_steps) for path in top["path"]]
    names = [
        f"{numbers.percent(share)} ({numbers.count(cases)})"
        for share, cases in zip(top["share"], top["cases"], strict=True)
    ]
    told = (
        "One row per route, most frequent first; each arrow is a step under its letter. Dark: the step is "
        "done again. *: an exception on the map."
    )
    plot = _plot(rows, names, letters, theme.palette(case))
    return figure(_title(profile, top), plot, tables.variants(profile), told)


def _title(profile: EventProfile, top: pd.DataFrame) -> str:
    covered = numbers.percent(top["share"].sum())
    if profile.variants == 1:
        return "Every case takes the same route"
    if len(top) == profile.variants:
        first = numbers.percent(top["share"].iloc[0])
        return f"Cases take {numbers.count(profile.variants)} routes; {first} take the commonest"
    return (
        f"The {len(top)} most frequent of {numbers.count(profile.variants)} routes cover {covered} of cases"
    )


def _letters(paths: pd.Series) -> dict[str, str]:
    """Return a letter for each step, in the order in which the routes come to it."""
    names = list(dict.fromkeys(name for path in paths for name in path[:_MOST_STEPS]))
    return {name: _letter(place) for place, name in enumerate(names)}


def _letter(place: int) -> str:
    """Return A to Z, then A2 to Z2 and so on."""
    turn, letter = divmod(place, 26)
    return chr(ord("A") + letter) + (str(turn + 1) if turn else "")


def _arrows(path: Sequence[str], letters: dict[str, str], exceptions: Collection[str]) -> list[_Arrow]:
    """Return the arrows of one route; a step repeated at once is one arrow with a count."""
    arrows: list[_Arrow] = []
    seen: set[str] = set()
    for place, (name, repeats) in enumerate(groupby(path)):
        if place == _MOST_STEPS:
            arrows.append(_Arrow(place, "\u2026", 1, again=False, odd=False))
            break
        times = len(list(repeats))
        letter = letters.get(name, "\u2026")
        arrows.append(_Arrow(place, letter, times, again=name in seen or times > 1, odd=name in exceptions))
        seen.add(name)
    return arrows


def _plot(
    rows: Sequence[Sequence[_Arrow]], names: list[str], letters: dict[str, str], colours: theme.Palette
) -> Any:
    heights = rows_from_top(len(rows))
    drawn = [(height, arrow) for height, arrows in zip(heights, rows, strict=True) for arrow in arrows]
    fills = [_fill(arrow, colours) for _, arrow in drawn]
    corners = pd.concat(
        [_corners(each, *one, fill) for each, (one, fill) in enumerate(zip(drawn, fills, strict=True))],
        ignore_index=True,
    )
    texts = pd.DataFrame(
        {
            "x": [arrow.place + 0.5 + _NOTCH / 2 for _, arrow in drawn],
            "row": [float(height) for height, _ in drawn],
            "text": [arrow.text for _, arrow in drawn],
            "ink": [text_on(fill) for fill in fills],
        }
    )
    longest = max(arrow.place for _, arrow in drawn) + 1 + _NOTCH
    key, lowest = _key(letters, longest)
    height = chart_height(len(rows)) + round(30 * -lowest)
    plot = canvas(corners, "Share of cases (number of cases) and the steps they take, by letter", height, "")
    plot += geom_polygon(aes("x", "y", group="group", fill="fill"), size=0)
    plot += geom_text(aes("x", "row", label="text", color="ink"), data=shielded(texts), size=LABEL)
    plot += geom_text(aes("x", "row", label="text"), data=shielded(key), hjust=0, color=theme.INK, size=LABEL)
    plot += scale_x_continuous(breaks=[], limits=[0, max(longest, 6)], expand=[0.005, 0])
    plot += scale_y_continuous(
        breaks=heights,
        labels=[shield(name) for name in names],
        limits=[lowest - 0.4, len(rows) - 0.4],
        expand=[0, 0],
    )
    return plot + scale_fill_identity() + scale_color_identity()


def _fill(arrow: _Arrow, colours: theme.Palette) -> str:
    if arrow.again:
        return colours.primary
    return colours.tint(_ODD if arrow.odd else _PLAIN)


def _corners(group: int, row: int, arrow: _Arrow, fill: str) -> pd.DataFrame:
    """Return the outline of an arrow that points right."""
    left, right = arrow.place + _GAP / 2, arrow.place + 1 - _GAP / 2
    x = [left, right, right + _NOTCH, right, left, left + _NOTCH]
    y = [row + HALF, row + HALF, row, row - HALF, row - HALF, row]
    return pd.DataFrame({"x": x, "y": y, "group": group, "fill": fill})


def _key(letters: dict[str, str], longest: float) -> tuple[pd.DataFrame, float]:
    """Return the names behind the letters, below the rows, and how far down they reach."""
    longest_name = max(map(len, letters))
    columns, fits = next((room for room in _KEY_ROOM if longest_name <= room[1]), _KEY_ROOM[-1])
    lines = -(-len(letters) // columns)
    entries = [
        (place // lines, place % lines, f"{letter}  {wrapped(name, fits, 1)}")
        for place, (name, letter) in enumerate(letters.items())
    ]
    width = max(longest, 6) / columns
    key = pd.DataFrame(
        {
            "x": [column * width for column, _, _ in entries],
            "row": [-1.0 - _KEY_ROW * line for _, line, _ in entries],
            "text": [text for _, _, text in entries],
        }
    )
    return key, float(key["row"].min())
