"""The chart of what a promise to answer costs: service level against money."""

from typing import Any

import pandas as pd
from lets_plot import aes, geom_line, geom_point, scale_color_identity, scale_x_continuous, scale_y_continuous

from bpo_lib.engagement import Engagement
from bpo_lib.workbook import numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.figure import breaks, canvas, end_labels, figure, not_drawn, spread
from bpo_lib.workbook.charts.money import money_scale
from bpo_lib.workbook.html import Html

_BETTER = 0.10  # the step of service level whose price the title names


def service_cost(frame: pd.DataFrame, case: Engagement) -> Html:
    """Draw what each service level costs a month, one line per answer time, the client's promise marked.

    Parameters
    ----------
    frame : pandas.DataFrame
        What `pricing.service_cost` returns.
    case : Engagement

    Returns
    -------
    Html
        Empty where work can wait: nobody promises to answer at once.
    """
    if frame.empty:
        return Html("")
    if not frame["paid_fte"].any():
        return not_drawn("No work is expected, so no promise costs anything.")
    scale, word = money_scale(float(frame["cost_per_month"].max()))
    colours, own = theme.palette(case), float(frame.loc[frame["own"], "answer_seconds"].iloc[0])
    shown = frame.assign(
        x=frame["service_level"] * 100,
        y=frame["cost_per_month"] / scale,
        colour=[colours.primary if seconds == own else theme.QUIET for seconds in frame["answer_seconds"]],
    )
    unit = f"Cost of paid staff, {case.profile.currency} {word}".rstrip() + " a month, first year"
    plot = canvas(shown, unit, 300)
    for seconds in sorted(shown["answer_seconds"].unique(), key=lambda time: time == own):  # own on top
        line = shown[shown["answer_seconds"] == seconds]
        plot += geom_line(aes("x", "y", color="colour"), data=line, size=1.4 if seconds == own else 0.9)
    plot += geom_point(aes("x", "y"), data=shown[shown["own"]], color=colours.accent, size=4.5)
    plot += scale_color_identity() + end_labels(_names(shown, own, colours)) + _level_axis(shown["x"])
    plot += _cost_axis(shown["y"])
    told = (
        "One line per answer time; the point is the client's own promise. The cost axis does not start at 0."
    )
    return figure(_title(frame, case), plot, tables.service_cost(frame, case), told)


def _names(shown: pd.DataFrame, own: float, colours: theme.Palette) -> pd.DataFrame:
    ends = shown.sort_values("x").groupby("answer_seconds").last()
    room = float(shown["y"].max() - shown["y"].min()) or 1.0
    return pd.DataFrame(
        {
            "x": ends["x"].to_numpy() + 0.3,
            "y": spread(list(ends["y"]), room * 0.075),
            "text": [f"within {numbers.plain(seconds)} s" for seconds in ends.index],
            "colour": [colours.primary if seconds == own else theme.MUTED for seconds in ends.index],
        }
    )


def _level_axis(levels: pd.Series) -> Any:
    low, high = float(levels.min()), float(levels.max())
    marks = breaks(low, high, 6)
    names = [f"{numbers.plain(mark)}%" for mark in marks]
    return scale_x_continuous(breaks=marks, labels=names, limits=[low - 1, high + 0.17 * (high - low)])


def _cost_axis(costs: pd.Series) -> Any:
    room = 0.06 * (float(costs.max() - costs.min()) or 1.0)
    low, high = float(costs.min()) - room, float(costs.max()) + room
    marks = breaks(low, high)
    return scale_y_continuous(
        breaks=marks, labels=[numbers.plain(mark) for mark in marks], limits=[low, high], expand=[0, 0]
    )


def _title(frame: pd.DataFrame, case: Engagement) -> str:
    own = frame[frame["own"]].iloc[0]
    cost, currency = own["cost_per_month"], case.profile.currency
    said = (
        f"Answering {numbers.whole_percent(own['service_level'])} within "
        f"{numbers.plain(own['answer_seconds'])} seconds costs {numbers.money(cost, currency)} a month"
    )
    line = frame[frame["answer_seconds"] == own["answer_seconds"]]
    better = line[line["service_level"] >= own["service_level"] + _BETTER - 1e-9]
    if better.empty:
        return said
    next_level = better.iloc[0]
    more = numbers.money(next_level["cost_per_month"] - cost, currency)
    return f"{said}; {numbers.whole_percent(next_level['service_level'])} would cost {more} more"
