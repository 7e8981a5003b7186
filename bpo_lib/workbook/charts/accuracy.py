"""Charts of how far off the forecast would have been: by method, and by how far ahead it looks."""

from typing import Any

import pandas as pd
from lets_plot import (
    aes,
    geom_line,
    geom_point,
    geom_segment,
    scale_color_identity,
    scale_x_continuous,
)

from bpo_lib.engagement import Engagement
from bpo_lib.forecast import VolumeOutlook
from bpo_lib.forecast.explain import PERIOD_WORDS
from bpo_lib.forecast.methods.plain import SEASONAL_NAIVE
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.bars import ranked_bars
from bpo_lib.workbook.charts.figure import canvas, end_labels, figure, not_drawn, spread, upward_axis
from bpo_lib.workbook.html import Html

_UNIT = "Forecast error on unseen periods, % of volume (WAPE)"
_TOO_SHORT = "Not drawn: the history is too short to test a forecast on its own past."


def forecast_accuracy(outlook: VolumeOutlook, case: Engagement | None = None) -> Html:
    """Draw the back-tested error of the method used beside the plain methods, the one used in colour."""
    accuracy = tables.compared(outlook.forecast).sort_values("wape", kind="stable")
    if not accuracy["chosen"].any() or not accuracy["wape"].notna().any():
        return not_drawn(_TOO_SHORT)
    colours = theme.palette(case)
    frame = pd.DataFrame(
        {
            "name": [labels.readable(method) for method in accuracy["method"]],
            "value": accuracy["wape"].to_numpy() * 100,
            "text": [numbers.percent(error) for error in accuracy["wape"]],
            "fill": [colours.primary if chosen else theme.QUIET for chosen in accuracy["chosen"]],
        }
    )
    told = "One bar per method; the method used is in colour."
    return figure(_accuracy_title(accuracy), ranked_bars(frame, _UNIT), tables.accuracy(outlook), told)


def _accuracy_title(accuracy: pd.DataFrame) -> str:
    chosen, best = accuracy.loc[accuracy["chosen"].astype(bool)].iloc[0], accuracy.iloc[0]
    error, best_error = numbers.percent(chosen["wape"]), numbers.percent(best["wape"])
    used = f"{labels.readable(chosen['method'])} is used: on unseen periods it was {error} off"
    if best["wape"] >= chosen["wape"]:
        return used
    return f"{used}; too little history to rely on {best['method']}, which was {best_error} off"


def error_by_horizon(outlook: VolumeOutlook, case: Engagement | None = None) -> Html:
    """Draw the back-tested error by how far ahead the forecast looked, or by method if one reach was tested.

    Parameters
    ----------
    outlook : VolumeOutlook
    case : Engagement, optional
        Whose colours are used.

    Returns
    -------
    Html
    """
    frame = outlook.forecast.by_horizon.dropna(subset=["wape"])
    if frame["first_step"].nunique() < 2:
        return forecast_accuracy(outlook, case)
    places = {step: place for place, step in enumerate(sorted(frame["first_step"].unique()))}
    used = tables.used_method(outlook.forecast)
    colours = theme.palette(case)
    frame = frame.assign(
        x=frame["first_step"].map(places).astype(float),
        y=frame["wape"] * 100,
        colour=[colours.primary if method == used else theme.QUIET for method in frame["method"]],
    )
    floor = outlook.forecast.poisson_floor * 100
    top = max(float(frame["y"].max()), 0 if numbers.missing(floor) else floor) * 1.12
    plot = canvas(frame, _UNIT, 320)
    for method in sorted(frame["method"].unique(), key=lambda name: name == used):  # the one used on top
        plot += _line(frame[frame["method"] == method], thick=method == used)
    if not numbers.missing(floor):
        plot += _floor_line(floor, len(places))
    plot += scale_color_identity() + end_labels(_names(frame, used, floor, top, colours))
    plot += _reach_axis(frame, outlook, len(places)) + upward_axis(top, "%")
    told = (
        "One line per method from the nearest to the farthest reach of the forecast; the method used is in "
        "colour. The dashed line is the error that remains when every mean is known and only chance is left."
    )
    return figure(_horizon_title(frame, used, outlook), plot, tables.error_by_horizon(outlook), told)


def _floor_line(floor: float, count: int) -> Any:
    ends = pd.DataFrame({"start": [0.0], "end": [count - 1.0], "at": [floor]})
    across = aes(x="start", xend="end", y="at", yend="at")
    return geom_segment(across, data=ends, color=theme.MUTED, size=0.8, linetype="dashed")


def _line(frame: pd.DataFrame, *, thick: bool) -> Any:
    line = geom_line(aes("x", "y", color="colour"), data=frame, size=1.4 if thick else 0.9)
    return line + geom_point(aes("x", "y", color="colour"), data=frame, size=3.2 if thick else 2.2)


def _names(frame: pd.DataFrame, used: str, floor: float, top: float, colours: theme.Palette) -> pd.DataFrame:
    """Return the name of every line at its right end, moved apart where names would touch."""
    ends = frame.sort_values("x").groupby("method", sort=False).last()
    at, colour = list(ends["y"]), [colours.primary if name == used else theme.MUTED for name in ends.index]
    names = ["Forecast used" if name == used else _short(name) for name in ends.index]
    if not numbers.missing(floor):
        at, names, colour = [*at, floor], [*names, tables.FLOOR], [*colour, theme.MUTED]
    at = spread(at, top * 0.062)
    return pd.DataFrame({"x": frame["x"].max() + 0.03, "y": at, "text": names, "colour": colour})


def _short(method: str) -> str:
    return labels.SHORT_METHODS.get(method, labels.readable(method))


def _reach_axis(frame: pd.DataFrame, outlook: VolumeOutlook, count: int) -> Any:
    blocks = frame.drop_duplicates("first_step").sort_values("first_step")
    ends = zip(blocks["first_step"], blocks["last_step"], strict=True)
    names = [labels.reach(first, last) for first, last in ends]
    names[-1] = _ahead(blocks.iloc[-1], PERIOD_WORDS[outlook.forecast.frequency])
    return scale_x_continuous(
        breaks=list(range(count)), labels=names, limits=[-0.15, (count - 1) * 1.38 + 0.1], expand=[0, 0]
    )


def _horizon_title(frame: pd.DataFrame, used: str, outlook: VolumeOutlook) -> str:
    words = PERIOD_WORDS[outlook.forecast.frequency]
    own = frame[frame["method"] == used].sort_values("first_step")
    near, far = own.iloc[0], own.iloc[-1]
    said = (
        f"The forecast was {numbers.percent(near['wape'])} off {_ahead(near, words)} and "
        f"{numbers.percent(far['wape'])} {_ahead(far, words)}"
    )
    naive = frame[(frame["method"] == SEASONAL_NAIVE) & (frame["first_step"] == far["first_step"])]
    if naive.empty or used == SEASONAL_NAIVE:
        return said
    return f"{said}, where repeating the last season was {numbers.percent(naive['wape'].iloc[0])} off"


def _ahead(block: pd.Series, words: str) -> str:
    """Return how far ahead one row looked: 1 to 7 days ahead, 1 month ahead."""
    one = block["first_step"] == block["last_step"] == 1
    return f"{labels.reach(block['first_step'], block['last_step'])} {words[:-1] if one else words} ahead"
