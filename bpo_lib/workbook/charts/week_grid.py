"""A week as a grid: a row for each weekday, a square for each hour, darker where there is more."""

from collections.abc import Callable
from typing import Any

import pandas as pd
from lets_plot import aes, geom_text, geom_tile, scale_color_identity, scale_fill_identity, scale_x_continuous

from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.brand import text_on
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.bars import chart_height, row_names, rows_from_top
from bpo_lib.workbook.charts.figure import LABEL, canvas

_FULL_DAY = 20  # hours from which labels and marks need to be smaller and fewer
_FAINT, _SMALL = 0.06, 4.6  # tint of the least that is not nothing; size of small labels


def by_hour(week: pd.DataFrame, measure: str, joined: str) -> pd.DataFrame:
    """Return one row per weekday and hour, from the first to the last hour that is not empty.

    Parameters
    ----------
    week : pandas.DataFrame
        Columns weekday, start (time of day) and the measure; periods of an hour or less.
    measure : str
        Which column is shown.
    joined : str
        How the periods of an hour become one: `sum` for a volume, `max` for people at once.

    Returns
    -------
    DataFrame
        Columns day, hour, value; empty where the week is.
    """
    frame = pd.DataFrame(
        {
            "day": [labels.weekday(day) for day in week["weekday"]],
            "hour": [int(labels.clock(start)[:2]) for start in week["start"]],
            "value": week[measure].to_numpy(dtype=float),
        }
    )
    hours = frame.groupby(["day", "hour"], sort=False, as_index=False)["value"].agg(joined)
    used = hours.loc[hours["value"] > 0, "hour"]
    return hours[hours["hour"].between(used.min(), used.max())].reset_index(drop=True)


def week_grid(
    cells: pd.DataFrame, unit: str, colours: theme.Palette, show: Callable[[Any], str] = numbers.count
) -> Any:
    """Return the grid of a week.

    Parameters
    ----------
    cells : pandas.DataFrame
        From `by_hour`.
    unit : str
        What a square shows, with its unit.
    colours : Palette
    show : callable
        Value to the text in its square.

    Returns
    -------
    lets-plot chart
    """
    days, most = list(dict.fromkeys(cells["day"])), float(cells["value"].max())
    rows = dict(zip(days, rows_from_top(len(days)), strict=True))
    fills = [_fill(value / most, colours) for value in cells["value"]]
    drawn = cells.assign(
        row=cells["day"].map(rows),
        fill=fills,
        ink=[text_on(fill) for fill in fills],
        text=[show(value) if value else "" for value in cells["value"]],
    )
    size = LABEL if cells["hour"].nunique() < _FULL_DAY else _SMALL
    plot = canvas(drawn, unit, chart_height(len(days)), "")
    plot += geom_tile(aes("hour", "row", fill="fill"), color=theme.PAPER, size=0.8)
    plot += geom_text(aes("hour", "row", label="text", color="ink"), size=size)
    return plot + scale_fill_identity() + scale_color_identity() + row_names(days) + _hour_axis(cells["hour"])


def busiest(cells: pd.DataFrame) -> tuple[str, float, float]:
    """Return when the fullest square is, its value, and how many times the average used square that is."""
    peak = cells.loc[cells["value"].idxmax()]
    times = peak["value"] / cells.loc[cells["value"] > 0, "value"].mean()
    return f"{peak['day']} from {peak['hour']:02d}:00", float(peak["value"]), float(times)


def _fill(share: float, colours: theme.Palette) -> str:
    return colours.tint(_FAINT + (1 - _FAINT) * share) if share else theme.PAPER


def _hour_axis(hours: pd.Series) -> Any:
    every = 1 if hours.nunique() <= 14 else 2
    marks = list(range(int(hours.min()), int(hours.max()) + 1, every))
    return scale_x_continuous(breaks=marks, labels=[f"{hour:02d}:00" for hour in marks], expand=[0.01, 0])
