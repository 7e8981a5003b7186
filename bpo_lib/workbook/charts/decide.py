"""The chart of what each offer costs along a driver, with the points where another becomes the cheapest."""

from typing import Any

import numpy as np
import pandas as pd
from lets_plot import aes, geom_line, geom_point, geom_vline, scale_x_continuous, scale_y_continuous

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.decide.indifference import OCCUPANCY
from bpo_lib.pricing.decide.points import cheapest_ranges, indifference_points
from bpo_lib.workbook import decide_words, labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.figure import breaks, canvas, end_labels, figure, not_drawn, spread
from bpo_lib.workbook.charts.money import money_scale
from bpo_lib.workbook.html import Html

_ROOM = 0.24  # right of the lines, for their names


def indifference(lines: pd.DataFrame, case: Engagement) -> Html:
    """Draw what each offer costs along one driver, and mark where another one becomes the cheapest.

    Parameters
    ----------
    lines : pandas.DataFrame
        What `cost_lines` returns.
    case : Engagement

    Returns
    -------
    Html
    """
    driver = str(lines.index.name)
    if lines.shape[1] < 2:
        return not_drawn("Fewer than two offers have their terms, so there is nothing to cross.")
    if lines.empty:
        return not_drawn(
            f"No work is expected, so no {decide_words.noun(driver)} decides between the offers."
        )
    ranges = cheapest_ranges(case, driver)
    scale, word = money_scale(float(lines.to_numpy().max()))
    frame = (lines / scale).reset_index().rename(columns={driver: "x"})
    unit = f"Fee over the term, present value, {case.profile.currency} {word}".rstrip()
    unit += f"; across: {labels.inside(decide_words.name(driver, case))}"
    plot = canvas(frame, unit, 340)
    colours = _colours(lines, case)
    for model in sorted(lines.columns, key=lambda name: colours[name] != theme.MUTED):  # coloured on top
        colour = theme.QUIET if colours[model] == theme.MUTED else colours[model]
        plot += geom_line(aes("x", str(model)), color=colour, size=1.2)
    points = indifference_points(case)
    own = float(points.loc[points["driver"] == driver, "own"].iloc[0])
    plot += geom_vline(xintercept=own, color=theme.MUTED, linetype="dashed", size=0.7)
    marks = _marks(ranges, lines, scale)
    if len(marks):
        plot += geom_point(aes("x", "y"), data=marks, color=theme.INK, size=4.2)
    plot += end_labels(_names(frame, lines, colours)) + _axis(frame["x"], driver) + _height(frame)
    told = (
        "One line per offer; the dashed line is the value expected, and the points are where another "
        "offer becomes the cheapest."
    )
    return figure(_title(ranges, own, case, driver), plot, _data(lines, case), told)


def _colours(lines: pd.DataFrame, case: Engagement) -> dict[str, str]:
    """Return a colour for each offer; of more than four, for those that are cheapest somewhere."""
    series, names = theme.palette(case).series, [str(name) for name in lines.columns]
    if len(names) > len(series):
        names = [str(name) for name in dict.fromkeys(lines.idxmin(axis=1))]
    coloured = dict(zip(names, series, strict=False))
    return {str(name): coloured.get(str(name), theme.MUTED) for name in lines.columns}


def _marks(ranges: pd.DataFrame, lines: pd.DataFrame, scale: float) -> pd.DataFrame:
    """Return where the cheapest offer changes within the part that is drawn."""
    at = ranges["first"].to_numpy()[1:]
    at = at[(at >= lines.index[0]) & (at <= lines.index[-1])]
    least = lines.min(axis=1).to_numpy()
    return pd.DataFrame({"x": at, "y": np.interp(at, lines.index.to_numpy(dtype=float), least) / scale})


def _names(frame: pd.DataFrame, lines: pd.DataFrame, colours: dict[str, str]) -> pd.DataFrame:
    end = frame.iloc[-1]
    at = [float(end[model]) for model in lines.columns]
    gap = float(frame.drop(columns="x").to_numpy().max()) * 0.065
    return pd.DataFrame(
        {
            "x": end["x"],
            "y": spread(at, gap),
            "text": [labels.readable(model) for model in lines.columns],
            "colour": [colours[str(model)] for model in lines.columns],
        }
    )


def _axis(values: pd.Series, driver: str) -> Any:
    low, high = float(values.min()), float(values.max())
    times = 100 if driver == OCCUPANCY else 1
    marks = [mark / times for mark in breaks(low * times, high * times, 6)]
    names = [numbers.plain(mark * times) + ("%" if driver == OCCUPANCY else "") for mark in marks]
    limits = [low, high + _ROOM * (high - low)]
    return scale_x_continuous(breaks=marks, labels=names, limits=limits, expand=[0.01, 0])


def _height(frame: pd.DataFrame) -> Any:
    costs = frame.drop(columns="x").to_numpy()
    top = float(costs.max()) * 1.05
    lines = breaks(0, top)
    return scale_y_continuous(
        breaks=lines, labels=[numbers.plain(line) for line in lines], limits=[0, top], expand=[0, 0]
    )


def _title(ranges: pd.DataFrame, own: float, case: Engagement, driver: str) -> str:
    here = ranges[ranges["holds"]].iloc[0]
    name, thing = labels.sentence(decide_words.model(here["model"])), decide_words.noun(driver)
    if len(ranges) == 1:
        return f"{name} has the lowest fee whatever the {thing}"
    turn = here["first"] if here.name != ranges.index[0] else here["last"]
    expected = f"{decide_words.bare(own, driver, turn)} expected"
    first, last = (decide_words.value(here[side], driver, case, own) for side in ("first", "last"))
    if here.name == ranges.index[0]:
        return f"{name} has the lowest fee below {_of(thing)} {last}; {expected}"
    if here.name == ranges.index[-1]:
        return f"{name} has the lowest fee above {_of(thing)} {first}; {expected}"
    begin = decide_words.bare(here["first"], driver, own)
    return f"{name} has the lowest fee from {begin} to {last}; {expected}"


def _of(thing: str) -> str:
    return f"{'an' if thing[0] in 'aeiou' else 'a'} {thing} of"


def _data(lines: pd.DataFrame, case: Engagement) -> Html:
    driver = str(lines.index.name)
    every = max(len(lines) // 12, 1)
    shown = lines.iloc[::every].reset_index()
    shown[driver] = [decide_words.bare(value, driver) for value in shown[driver]]
    columns = {driver: tables.Column(decide_words.name(driver, case), numbers.as_text)} | {
        str(model): tables.Column(labels.readable(model), numbers.amount, case.profile.currency)
        for model in lines.columns
    }
    return tables.table(shown, "Data: fee over the term, present value", columns)
