"""The chart of what moves the saving: one assumption at a time."""

import re
from typing import Any

import pandas as pd
from lets_plot import aes, geom_rect, geom_text, geom_vline, scale_fill_identity, scale_x_continuous

from bpo_lib.engagement import Engagement
from bpo_lib.pricing import deal_figures, leading_deal
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.bars import HALF, chart_height, row_names, rows_from_top
from bpo_lib.workbook.charts.figure import LABEL, breaks, canvas, figure, not_drawn, shielded
from bpo_lib.workbook.charts.money import money_scale
from bpo_lib.workbook.html import Html

_MOST_ROWS = 10


def sensitivity(frame: pd.DataFrame, case: Engagement) -> Html:
    """Draw how far each assumption's range moves the saving, widest swing on top."""
    usable = frame.dropna(subset=["saving_low", "saving_high"]).head(_MOST_ROWS)
    if usable.empty:
        return not_drawn("No assumption has a low and a high value, so there is no range to draw.")
    base = _base_saving(case)
    scale, word = money_scale(float(usable[["saving_low", "saving_high"]].abs().to_numpy().max()))
    bars = _tornado(usable, base, scale, theme.palette(case))
    low, high = float(bars["end"].min()), float(bars["end"].max())
    unit = f"Saving over the term, present value, {case.profile.currency} {word}".rstrip()
    plot = canvas(bars, unit, chart_height(len(usable)), grid="x")
    plot += geom_rect(aes(xmin="start", xmax="end", ymin="bottom", ymax="top", fill="fill"), size=0)
    plot += geom_text(
        aes("end", "row", label="text", hjust="side"), data=shielded(bars), color=theme.INK, size=LABEL
    )
    plot += geom_vline(xintercept=base / scale, color=theme.INK, size=0.8)
    plot += scale_fill_identity() + row_names(_lever_names(usable, case), 38) + _tornado_axis(low, high)
    told = (
        "Two bars per assumption, from the expected saving to the saving at its low and at its high value. "
        "The vertical line is the expected saving."
    )
    return figure(_tornado_title(usable, base, case), plot, tables.sensitivity(frame, case), told)


def _base_saving(case: Engagement) -> float:
    return deal_figures(case, str(leading_deal(case)))["saving_npv"]


def _lever_names(usable: pd.DataFrame, case: Engagement) -> list[str]:
    """Return what each assumption means, with the unit its bars are labelled in."""
    units = [case.profile.unit(str(unit)) for unit in usable["unit"]]
    return [
        _short(meaning) if not unit or unit.startswith("share") else f"{_short(meaning)} [{unit}]"
        for meaning, unit in zip(usable["meaning"], units, strict=True)
    ]


def _short(meaning: str) -> str:
    """Return what an assumption is without its explanation; the table has both."""
    return labels.sentence(re.split("[:,]", meaning, maxsplit=1)[0])


def _tornado(usable: pd.DataFrame, base: float, scale: float, colours: theme.Palette) -> pd.DataFrame:
    """Return two bars per assumption, each labelled with the value that causes it."""
    bars = []
    for row, lever in zip(rows_from_top(len(usable)), usable.to_dict("records"), strict=True):
        falls = "low" if lever["saving_low"] <= lever["saving_high"] else "high"
        for end, colour in (("low", colours.accent), ("high", colours.primary)):
            bars.append(
                {
                    "row": row,
                    "bottom": row - HALF,
                    "top": row + HALF,
                    "start": base / scale,
                    "end": lever[f"saving_{end}"] / scale,
                    "fill": colour,
                    "text": f"\u00a0{_lever_value(lever[end], lever['unit'], end)}\u00a0",
                    "side": 1.0 if end == falls else 0.0,
                }
            )
    return pd.DataFrame(bars)


def _lever_value(value: Any, unit: Any, end: str) -> str:
    if numbers.missing(value):
        return end
    return f"{end} {numbers.percent(value) if str(unit).startswith('share') else numbers.plain(value)}"


def _tornado_axis(low: float, high: float) -> Any:
    room = 0.22 * (high - low or 1.0)
    marks = breaks(low, high)
    return scale_x_continuous(
        breaks=marks,
        labels=[numbers.plain(mark) for mark in marks],
        limits=[low - room, high + room],
        expand=[0, 0],
    )


def _tornado_title(usable: pd.DataFrame, base: float, case: Engagement) -> str:
    top, currency = usable.iloc[0], case.profile.currency
    worst, best = sorted((top["saving_low"], top["saving_high"]))
    moved = f"{numbers.money(worst, currency)} to {numbers.money(best, currency)}"
    return (
        f"{_short(top['meaning'])} moves the saving most: "
        f"{moved}, where {numbers.money(base, currency)} is expected"
    )
