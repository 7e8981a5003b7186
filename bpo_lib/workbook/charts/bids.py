"""Charts of the bids: quality against price, who is first how often, who marked what."""

import math
from typing import Any, Final

import pandas as pd
from lets_plot import (
    aes,
    geom_line,
    geom_point,
    geom_segment,
    geom_text,
    scale_x_continuous,
    scale_y_continuous,
)

from bpo_lib.engagement import Engagement
from bpo_lib.errors import Missing
from bpo_lib.sourcing import VENDOR_CRITERIA, ProviderScores
from bpo_lib.sourcing.bids.answers import STEPS
from bpo_lib.sourcing.bids.draws import DRAWS
from bpo_lib.sourcing.bids.evaluators import FEWEST
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.figure import LABEL, WIDTH, breaks, canvas, figure, not_drawn, shielded
from bpo_lib.workbook.charts.label_places import LINE, label_places
from bpo_lib.workbook.charts.stacked import stacked_bars
from bpo_lib.workbook.html import Html, esc

_HEIGHT, _AXES = 380, (62, 66)  # of the chart, and what its axes and unit take across and up [pixels]
_LONGEST_NAME: Final = 28
_RANKS_SHOWN: Final = 3  # before all later ranks are one part
_STRONG: Final = 0.9  # tint where the marks lie as far apart as levels can
_NOT_MARKED: Final = "\u2013"

_NAMES = {each.id: each.name for each in VENDOR_CRITERIA}


def quality_price(scores: ProviderScores | Missing, case: Engagement) -> Html:
    """Draw the quality of each bid against what it costs, with a line through those no other beats."""
    if isinstance(scores, Missing):
        return Html("")
    if scores.frontier.empty or scores.frontier["quality"].isna().any():
        return not_drawn("Without prices and weights for quality, quality cannot be held against price.")
    colours = theme.palette(case)
    frame = scores.frontier.assign(x=scores.frontier["all_in"], y=scores.frontier["quality"])
    across, up = _axis(frame["x"]), _axis(frame["y"])
    best = frame[frame["efficient"]]
    unit = f"Across: price all in, {case.profile.unit('currency/transaction')}. Up: quality, of 100"
    plot = canvas(frame, unit, _HEIGHT, grid="xy")
    if len(best) > 1:
        plot += geom_line(aes("x", "y"), data=shielded(best), color=colours.primary, size=1.1)
    for points, colour in (
        (frame[~frame["in_contention"]], theme.QUIET),
        (frame[frame["in_contention"] & ~frame["efficient"]], colours.accent),
        (best, colours.primary),
    ):
        if len(points):
            plot += geom_point(aes("x", "y"), data=shielded(points), color=colour, size=4.2)
    plot = _named(plot, frame, across["limits"], up["limits"])
    plot += scale_x_continuous(**across) + scale_y_continuous(**up)
    told = (
        "Points further left cost less, further up are better. The line joins bids that no other in "
        "contention beats on both; grey ones fail a must-have. No axis starts at 0."
    )
    return figure(_frontier_title(scores, case), plot, tables.quality_price(scores, case), told)


def _named(plot: Any, frame: pd.DataFrame, across: list[float], up: list[float]) -> Any:
    """Return a chart with a name at each point, none over another, and a thin line to those further off."""
    wide, high = WIDTH - _AXES[0], _HEIGHT - _AXES[1]
    by_x, by_y = (across[1] - across[0]) / wide, (up[1] - up[0]) / high
    names = [_short(str(name)) for name in frame["vendor"]]
    points = [
        ((x - across[0]) / by_x, (y - up[0]) / by_y) for x, y in zip(frame["x"], frame["y"], strict=True)
    ]
    line = [point for point, on_it in zip(points, frame["efficient"], strict=True) if on_it]
    places = label_places(points, names, wide, line)
    placed = pd.DataFrame(
        {
            "x": [across[0] + place.x * by_x for place in places],
            "y": [up[0] + place.y * by_y for place in places],
            "right": [place.right for place in places],
            "text": names,
            "from_x": frame["x"].to_numpy(),
            "from_y": frame["y"].to_numpy(),
            "off": [abs(place.y - y) > LINE / 2 for place, (_, y) in zip(places, points, strict=True)],
        }
    )
    off = placed[placed["off"]]
    if len(off):
        line = geom_segment(
            aes("from_x", "from_y", xend="x", yend="y"), data=shielded(off), color=theme.QUIET
        )
        plot += line
    for right, hjust in ((True, 0), (False, 1)):
        mine = placed[placed["right"] == right]
        if len(mine):
            look = {"color": theme.INK, "size": LABEL, "hjust": hjust}
            plot += geom_text(aes("x", "y", label="text"), data=shielded(mine), **look)
    return plot


def _short(name: str) -> str:
    """Return a long name with its middle left out: names that begin alike often end otherwise."""
    name = " ".join(name.split())
    half = _LONGEST_NAME // 2
    return name if len(name) <= _LONGEST_NAME else f"{name[:half].strip()}\u2026{name[1 - half :].strip()}"


def _axis(values: pd.Series) -> dict[str, Any]:
    """Return an axis with room for a point at its ends; bids alike still get a panel around them."""
    low, high = float(values.min()), float(values.max())
    room = 0.1 * (high - low) or 0.1 * abs(high) or 1.0
    marks = breaks(low - room, high + room)
    names = [numbers.plain(mark) for mark in marks]
    return {"breaks": marks, "labels": names, "limits": [low - room, high + room], "expand": [0, 0]}


def _frontier_title(scores: ProviderScores, case: Engagement) -> str:
    frame = scores.frontier
    best, beaten = frame[frame["efficient"]], frame[frame["beaten_by"] != ""]
    if best.empty:
        return "Every priced bid fails a must-have"
    if len(best) == 1:
        name = best["vendor"].iloc[0]
        return (
            f"{name} is the only bid in contention" if beaten.empty else f"{name} beats every other on both"
        )
    dearest = best.iloc[-1]
    extra = numbers.money(dearest["extra_per_point"], case.profile.currency)
    if numbers.missing(dearest["extra_per_point"]):
        return f"{numbers.count(len(best))} bids are alike in quality and price, and no other beats them"
    unit = case.profile.transaction
    return f"With {dearest['vendor']} each further point of quality costs {extra} per {unit}"


def rank_shares(scores: ProviderScores | Missing, case: Engagement) -> Html:
    """Draw in which share of all draws of weights and evidence each provider takes each rank."""
    if isinstance(scores, Missing):
        return Html("")
    if scores.ranks is None:
        return not_drawn("Every provider fails a must-have, so there is no order to draw.")
    shares = scores.ranks.acceptability
    shares = shares.sort_values(shares.columns.tolist(), ascending=False, kind="stable")
    values = _grouped(shares)
    colours = theme.palette(case)
    fills = [colours.primary, colours.accent, colours.third]
    last = [theme.QUIET] if len(values.columns) > 1 else fills[:1]
    parts = dict(zip(values.columns, [*fills[: len(values.columns) - 1], *last], strict=True))
    ends = [numbers.whole_percent(share) for share in shares[1]]
    unit = f"Share of {numbers.count(DRAWS)} draws, %; at the end how often it scores most"
    plot = stacked_bars(100 * values, parts, unit, ends)
    told = "One bar per provider that fails no must-have, its parts how often it takes each rank."
    return figure(_ranks_title(shares, scores), plot, _ranks_data(shares), told)


def _grouped(shares: pd.DataFrame) -> pd.DataFrame:
    """Return the shares of the first ranks, and of all later ones together."""
    named = {rank: _ordinal(rank) for rank in shares.columns[:_RANKS_SHOWN]}
    values = shares[list(named)].rename(columns=named)
    later = shares.columns[_RANKS_SHOWN:]
    if len(later):
        values[f"{_ordinal(later[0])} or later"] = shares[later].sum(axis=1)
    return values


def _ordinal(rank: Any) -> str:
    return {1: "1st", 2: "2nd", 3: "3rd"}.get(rank, f"{rank}th")


def _ranks_title(shares: pd.DataFrame, scores: ProviderScores) -> str:
    if len(shares) == 1:
        return f"{shares.index[0]} is the only provider that fails no must-have"
    top, share = str(shares.index[0]), float(shares[1].iloc[0])
    said = f"{top} scores most in {numbers.whole_percent(share)} of the draws"
    if scores.winner is not None and top != scores.winner:
        return f"{said}, and has yet to show a must-have that {scores.winner} has shown"
    return f"{said}, {shares.index[1]} in {numbers.whole_percent(shares[1].iloc[1])}"


def _ranks_data(shares: pd.DataFrame) -> Html:
    frame = shares.rename_axis("vendor").reset_index()
    columns: dict[Any, tables.Column] = {"vendor": tables.Column("Provider")}
    columns |= {rank: tables.Column(_ordinal(rank), numbers.whole_percent) for rank in shares.columns}
    return tables.table(frame, "Data: share of draws in each rank", columns)


def evaluator_marks(scores: ProviderScores | Missing, case: Engagement) -> Html:
    """Show what each evaluator gave each provider on each criterion, darker where they lie further apart."""
    if isinstance(scores, Missing) or scores.panel is None:
        return Html("")
    marks, colours = scores.panel.marks, theme.palette(case)
    criteria = [name for name in _NAMES if name in marks.columns.unique(1)]
    vendors = [str(name) for name in scores.table["vendor"] if name in marks.columns.unique(0)]
    rows = [{name: _given(marks, vendor, name) for name in criteria} for vendor in vendors]
    columns: dict[Any, tables.Column] = {"vendor": tables.Column("Provider")}
    columns |= {
        name: tables.Column(_NAMES[name], _marks_text, ground=lambda given: _ground(given, colours))
        for name in criteria
    }
    order = ", ".join(str(name) for name in marks.index)
    note = f"In each cell the levels of {order}, in this order; {_NOT_MARKED} where one gave none."
    caption = "Levels by provider and criterion, darker where the evaluators lie further apart"
    body = tables.table(pd.DataFrame(rows).assign(vendor=vendors), caption, columns, note)
    title = _marks_title(scores)
    return Html(f'<figure class="bpo-figure"><figcaption>{esc(title)}</figcaption>{body.markup}</figure>')


def _given(marks: pd.DataFrame, vendor: str, criterion: str) -> tuple[float, ...]:
    """Return the levels of one answer, NaN for who gave none; empty where nobody did."""
    if (vendor, criterion) not in marks.columns:
        return ()
    return tuple(float(level) for level in marks[vendor, criterion])


def _marks_text(given: tuple[float, ...]) -> str:
    return numbers.SPACE.join(_NOT_MARKED if math.isnan(level) else numbers.count(level) for level in given)


def _ground(given: tuple[float, ...], colours: theme.Palette) -> str:
    levels = [level for level in given if not math.isnan(level)]
    if len(levels) < FEWEST:
        return theme.PAPER
    return colours.tint(_STRONG * (max(levels) - min(levels)) / STEPS)


def _marks_title(scores: ProviderScores) -> str:
    assert scores.panel is not None
    agenda = scores.panel.agenda
    said = f"The evaluators {labels.AGREEMENT[scores.panel.words]}"
    if agenda.empty:
        return f"{said}: no two marks of an answer lie two levels apart"
    first, many = agenda.iloc[0], numbers.count(len(agenda))
    answers = "1 answer has" if len(agenda) == 1 else f"{many} answers have"
    farthest = f"{first['vendor']} on {labels.inside(first['name'])}"
    return f"{said}: {answers} marks two levels or more apart, first {farthest}"
