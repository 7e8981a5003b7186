"""The chart of what each offer costs when machines settle part of the contacts."""

from typing import Any

import pandas as pd
from lets_plot import aes, geom_line, geom_point, scale_x_continuous, scale_y_continuous

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.decide.deflection import IN_HOUSE
from bpo_lib.workbook import decide_words, labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.figure import breaks, canvas, end_labels, figure, not_drawn, spread
from bpo_lib.workbook.charts.money import money_scale
from bpo_lib.workbook.html import Html

_NAMED = 0.3  # the share the title speaks of, where it was asked for
_ROOM = 0.3  # right of the lines, for their names


def deflection(frame: pd.DataFrame, case: Engagement) -> Html:
    """Draw the client's cost under each offer, and of staying, as machines settle more of the contacts.

    Parameters
    ----------
    frame : pandas.DataFrame
        What `pricing.decide.deflection` returns.
    case : Engagement

    Returns
    -------
    Html
    """
    wide = frame.pivot_table(index="share", columns="model", values="client_npv", sort=False)
    if wide.shape[1] < 2:
        return not_drawn("No pricing model has been offered, so machines would change no fee.")
    scale, word = money_scale(float(wide.to_numpy().max()))
    shown = (wide / scale).reset_index().assign(x=lambda table: table["share"] * 100)
    series = iter(theme.palette(case).series * wide.shape[1])
    colours = {str(name): theme.MUTED if name == IN_HOUSE else next(series) for name in wide.columns}
    unit = f"Cost over the term, present value, {case.profile.currency} {word}".rstrip()
    plot = canvas(shown, f"{unit}, by share of {case.profile.transaction}s settled by machines", 340)
    for name, colour in colours.items():
        plot += geom_line(aes("x", name), color=colour, size=1.2, linetype=2 if name == IN_HOUSE else 1)
        plot += geom_point(aes("x", name), color=colour, size=2.4)
    plot += end_labels(_names(shown, colours)) + _axes(shown, list(colours))
    told = (
        "One line per offer and a dashed line for staying in-house; the cost axis does not start at 0. "
        "What the machines cost is left out."
    )
    return figure(_title(frame, case), plot, tables.deflection(frame, case), told)


def _names(shown: pd.DataFrame, colours: dict[str, str]) -> pd.DataFrame:
    costs, end = shown[list(colours)].to_numpy(), shown.iloc[-1]
    at = [float(end[name]) for name in colours]
    return pd.DataFrame(
        {
            "x": end["x"] + 0.6,
            "y": spread(at, float(costs.max() - costs.min()) * 0.075),
            "text": [labels.readable(name) for name in colours],
            "colour": list(colours.values()),
        }
    )


def _axes(shown: pd.DataFrame, names: list[str]) -> Any:
    last, costs = float(shown["x"].max()), shown[names].to_numpy()
    marks = breaks(0, last)
    room = 0.06 * float(costs.max() - costs.min())
    low, high = float(costs.min()) - room, float(costs.max()) + room
    lines = breaks(low, high)
    across = scale_x_continuous(
        breaks=marks, labels=[f"{numbers.plain(mark)}%" for mark in marks], limits=[-1, last * (1 + _ROOM)]
    )
    up = scale_y_continuous(
        breaks=lines, labels=[numbers.plain(line) for line in lines], limits=[low, high], expand=[0, 0]
    )
    return across + up


def _title(frame: pd.DataFrame, case: Engagement) -> str:
    shares = frame["share"].unique()
    named = min(shares, key=lambda share: abs(share - _NAMED))
    then = frame[(frame["share"] == named) & (frame["model"] != IN_HOUSE)].set_index("model")["change"]
    most, least = then.idxmin(), then.idxmax()
    part = f"{numbers.whole_percent(named)} of the {case.profile.transaction}s settled by machines"
    said = f"With {part}, {decide_words.model(most)} costs {_less(then[most])}"
    if most == least:
        return said
    return f"{said}, {decide_words.model(least)} {_less(then[least])}"


def _less(change: float) -> str:
    return f"{numbers.whole_percent(abs(change))} {'less' if change <= 0 else 'more'}"
