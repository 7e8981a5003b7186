"""The chart of the queues: how much of each to expect in every month of the term."""

import pandas as pd
from lets_plot import aes, geom_line, scale_x_continuous

from bpo_lib.engagement import Engagement
from bpo_lib.forecast import VolumeOutlook
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.figure import (
    canvas,
    day_number,
    end_labels,
    figure,
    month_breaks,
    spread,
    upward_axis,
    wrapped,
)
from bpo_lib.workbook.html import Html

_MOST_LINES = 4  # as many as there are colours; smaller queues are drawn as one
_LONGEST_NAME = 22  # letters that fit beside the lines


def volume_by_queue(outlook: VolumeOutlook, case: Engagement) -> Html:
    """Draw the volume of each queue by month of the term; empty where there is one queue only.

    Parameters
    ----------
    outlook : VolumeOutlook
    case : Engagement

    Returns
    -------
    Html
    """
    if outlook.queues.empty:
        return Html("")
    drawn = _drawn(outlook.queues)
    top = float(drawn.to_numpy().max()) * 1.08 or 1.0
    x = day_number(drawn.index)
    unit = f"{case.profile.transaction}s per month".capitalize()
    plot = canvas(pd.DataFrame({"x": x, "y": drawn.iloc[:, 0].to_numpy()}), unit, 280)
    colours = theme.palette(case).series
    for (_, volumes), colour in zip(drawn.items(), colours, strict=False):
        line = pd.DataFrame({"x": x, "y": volumes.to_numpy()})
        plot += geom_line(aes("x", "y"), data=line, color=colour, size=1.1)
    names = pd.DataFrame(
        {
            "x": x[-1],
            "y": spread(drawn.iloc[-1].tolist(), top * 0.075),
            "text": [wrapped(name, _LONGEST_NAME, 1) for name in drawn],
            "colour": colours[: drawn.shape[1]],
        }
    )
    marks, months = month_breaks(drawn.index[0], drawn.index[-1])
    reach = [x[0], x[-1] + (x[-1] - x[0]) * 0.22]
    plot += scale_x_continuous(breaks=marks, labels=months, limits=reach, expand=[0.01, 0])
    plot += end_labels(names) + upward_axis(top)
    told = "A line of monthly volume for each queue, named at its end."
    return figure(_title(outlook.queues), plot, tables.volume_by_queue(outlook), told)


def _drawn(queues: pd.DataFrame) -> pd.DataFrame:
    """Return the largest queues, and all others together as one where there are more than fit."""
    order = queues.sum().sort_values(ascending=False, kind="stable").index
    if len(order) <= _MOST_LINES:
        return queues[order]
    kept, others = order[: _MOST_LINES - 1], order[_MOST_LINES - 1 :]
    together = queues[others].sum(axis=1).rename(f"{len(others)} others")
    return pd.concat([queues[kept], together], axis=1)


def _title(queues: pd.DataFrame) -> str:
    first_year = queues.iloc[:12].sum()
    if not first_year.sum() > 0:
        return "No queue is expected to bring any work"
    share = numbers.percent(first_year.max() / first_year.sum())
    return f"{labels.sentence(first_year.idxmax())} brings {share} of the first year's volume"
