"""The weights as a chart: what counts how much, how sure that is, and what each rater said."""

from typing import Any

import numpy as np
import pandas as pd
from lets_plot import aes, geom_point, geom_rect, geom_segment, geom_text, scale_x_continuous

from bpo_lib.engagement import Engagement
from bpo_lib.fit.weighting.elicited import GROUP_SET, Weighting
from bpo_lib.fit.weighting.weight_sets import WeightSet
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.bars import HALF, chart_height, row_names, rows_from_top
from bpo_lib.workbook.charts.figure import LABEL, breaks, canvas, figure, shielded
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.weight_words import member, set_words


def weights(weighting: Weighting, case: Engagement | None = None, name: str = GROUP_SET) -> Html:
    """Draw the weight of each group, or of each criterion of one group, with its range and every rater.

    Parameters
    ----------
    weighting : Weighting
    case : Engagement, optional
        Whose brand colours are used.
    name : str
        `groups`, or the name of a group.
    """
    each = weighting.by_set[name]
    order = np.argsort(-each.shares, kind="stable")
    low, high = np.quantile(weighting.set_draws(name), [0.1, 0.9], axis=0)
    frame = pd.DataFrame(
        {
            "row": rows_from_top(len(order)),
            "share": 100 * each.shares[order],
            "low": 100 * low[order],
            "high": 100 * high[order],
            "text": [numbers.percent(share) for share in each.shares[order]],
        }
    )
    own = _own(each, order)
    plot = _drawn(frame, own, theme.palette(case))
    names = [labels.sentence(member(each.members[place])) for place in order]
    told = "One bar per thing weighed, the heaviest on top; a dark line for the range."
    if not own.empty:
        told += " One dot per rater: where the dots lie apart, the raters disagree."
    return figure(_title(each, order), plot + row_names(names), tables.weights(weighting, name), told)


def _own(each: WeightSet, order: np.ndarray) -> pd.DataFrame:
    """Return every rater's own weights, where there are several to compare."""
    if len(each.by_rater) < 2:
        return pd.DataFrame(columns=["row", "own"])
    rows = rows_from_top(len(order))
    return pd.DataFrame(
        [
            (row, 100 * shares[place])
            for shares in each.by_rater.values()
            for row, place in zip(rows, order, strict=True)
        ],
        columns=["row", "own"],
    )


def _drawn(frame: pd.DataFrame, own: pd.DataFrame, colours: theme.Palette) -> Any:
    unit = "Weight, %, on the right; the line holds eight of ten of the weights that fit"
    if not own.empty:
        unit += ", a dot is one rater"
    furthest = max(frame["share"].max(), frame["high"].max(), own["own"].max() if len(own) else 0.0)
    drawn = frame.assign(start=0.0, bottom=frame["row"] - HALF, top=frame["row"] + HALF, end=1.12 * furthest)
    plot = canvas(drawn, unit, chart_height(len(drawn)), grid="x")
    plot += geom_rect(
        aes(xmin="start", xmax="share", ymin="bottom", ymax="top"), fill=colours.tint(0.35), size=0
    )
    plot += geom_segment(aes("low", "row", xend="high", yend="row"), color=colours.primary, size=1.6)
    if not own.empty:
        plot += geom_point(aes("own", "row"), data=own, color=colours.accent, size=3)
    plot += geom_text(
        aes("end", "row", label="text"), data=shielded(drawn), hjust=1, color=theme.INK, size=LABEL
    )
    marks = breaks(0.0, furthest)
    names = [numbers.plain(mark) for mark in marks]
    return plot + scale_x_continuous(
        breaks=marks, labels=names, limits=[0.0, 1.14 * furthest], expand=[0.005, 0]
    )


def _title(each: WeightSet, order: np.ndarray) -> str:
    first, last = order[0], order[-1]
    heaviest = (
        f"{labels.sentence(member(each.members[first]))} counts most, {numbers.percent(each.shares[first])}"
    )
    if each.shares[first] == each.shares[last]:
        return f"All of {set_words(each.name)} count alike, {numbers.percent(each.shares[first])}"
    if len(each.by_rater) > 1:
        own = np.array(list(each.by_rater.values()))
        apart = each.members[int(np.ptp(own, axis=0).argmax())]
        if np.ptp(own, axis=0).max() > 0:
            return f"{heaviest}; the raters differ most over {member(apart)}"
    return f"{heaviest}; {member(each.members[last])} least, {numbers.percent(each.shares[last])}"
