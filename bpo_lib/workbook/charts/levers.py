"""The chart of what moves the saving: one assumption at a time."""

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing import deal_figures, leading_deal
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts.figure import figure, not_drawn
from bpo_lib.workbook.charts.money import money_scale
from bpo_lib.workbook.charts.tornado import DRAWN, tornado
from bpo_lib.workbook.html import Html

_MOST_ROWS = 10


def sensitivity(frame: pd.DataFrame, case: Engagement) -> Html:
    """Draw how far each assumption's range moves the saving, widest swing on top."""
    usable = frame.dropna(subset=["saving_low", "saving_high"]).head(_MOST_ROWS)
    if usable.empty:
        return not_drawn("No assumption has a low and a high value, so there is no range to draw.")
    base = _base_saving(case)
    scale, word = money_scale(float(usable[["saving_low", "saving_high"]].abs().to_numpy().max()))
    unit = f"Saving over the term, present value, {case.profile.currency} {word}".rstrip()
    rows = usable.assign(at_low=usable["saving_low"] / scale, at_high=usable["saving_high"] / scale)
    plot = tornado(rows, base / scale, unit, case)
    return figure(_title(usable, base, case), plot, tables.sensitivity(frame, case), DRAWN)


def _base_saving(case: Engagement) -> float:
    return deal_figures(case, str(leading_deal(case)))["saving_npv"]


def _title(usable: pd.DataFrame, base: float, case: Engagement) -> str:
    top, currency = usable.iloc[0], case.profile.currency
    worst, best = sorted((top["saving_low"], top["saving_high"]))
    moved = f"{numbers.money(worst, currency)} to {numbers.money(best, currency)}"
    return (
        f"{labels.short(top['meaning'])} moves the saving most: "
        f"{moved}, where {numbers.money(base, currency)} is expected"
    )
