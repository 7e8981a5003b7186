"""Charts of a deal over its term: from staying in-house to the deal, and the cost of an early end."""

from typing import Any

import pandas as pd
from lets_plot import (
    aes,
    geom_line,
    geom_rect,
    geom_ribbon,
    geom_segment,
    geom_text,
    scale_fill_identity,
    scale_x_continuous,
)

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.deal.course import IN_HOUSE, TOTAL, DealCourse
from bpo_lib.workbook import numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.bars import HALF, chart_height, row_names, rows_from_top, value_axis
from bpo_lib.workbook.charts.figure import LABEL, canvas, figure, not_drawn, shielded, upward_axis
from bpo_lib.workbook.charts.money import money_scale
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.tables.deal import PART_WORDS

_ENDS = {IN_HOUSE: "Staying in-house", TOTAL: "Cost of the deal", "fee": "Fee in place of the own team"}


def deal_bridge(course: DealCourse | None, case: Engagement) -> Html:
    """Draw the way from staying in-house to the deal: the fee's advantage, then all that surrounds it."""
    if course is None:
        return not_drawn("No pricing model is offered, so there is no deal to draw.")
    steps = course.bridge()
    scale, word = money_scale(float(steps["after"].abs().max()))
    frame = _bars(steps, scale, case)
    unit = f"Present value over the term, {case.profile.currency} {word}".rstrip()
    plot = canvas(frame, unit, chart_height(len(frame)) + 10, grid="x")
    plot += geom_rect(aes(xmin="left", xmax="right", ymin="bottom", ymax="top", fill="fill"), size=0)
    plot += geom_segment(
        aes("after", "row", xend="after", yend="below"), data=frame[:-1], color=theme.MUTED, size=0.5
    )
    plot += geom_text(
        aes("right", "row", label="text"), data=shielded(frame), hjust=0, color=theme.INK, size=LABEL
    )
    plot += scale_fill_identity() + row_names([_name(step) for step in steps["step"]], 34)
    plot += value_axis(min(0.0, float(frame["left"].min())), float(frame["right"].max()) * 1.04)
    told = (
        "The top bar is staying in-house, the lowest the deal. Between them, each bar begins where the one "
        "above ends: first what the fee is below or above the cost of staying, then each further part."
    )
    return figure(_bridge_title(course, steps, case), plot, _bridge_data(steps, case), told)


def _name(step: Any) -> str:
    return _ENDS.get(step) or PART_WORDS[step]


def _bars(steps: pd.DataFrame, scale: float, case: Engagement) -> pd.DataFrame:
    """Return one bar per step, from where the sum stood to where it stands."""
    after, amount = steps["after"] / scale, steps["amount"] / scale
    whole = steps["step"].isin([IN_HOUSE, TOTAL])
    before = (after - amount).where(~whole, 0.0)
    colours, currency, rows = theme.palette(case), case.profile.currency, rows_from_top(len(steps))
    fills = [
        _fill(step, rise, colours) for step, rise in zip(steps["step"], steps["amount"] > 0, strict=True)
    ]
    texts = [
        numbers.money(value, currency)
        if end
        else numbers.signed(value, lambda given: numbers.money(given, currency))
        for value, end in zip(steps["amount"], whole, strict=True)
    ]
    return pd.DataFrame(
        {
            "row": rows,
            "bottom": [row - HALF for row in rows],
            "top": [row + HALF for row in rows],
            "below": [row - 1 for row in rows],
            "left": pd.concat([before, after], axis=1).min(axis=1),
            "right": pd.concat([before, after], axis=1).max(axis=1),
            "after": after,
            "fill": fills,
            "text": [f"\u00a0{text}" for text in texts],
        }
    )


def _fill(step: Any, rises: bool, colours: theme.Palette) -> str:  # noqa: FBT001 - a column of a frame
    if step == IN_HOUSE:
        return theme.QUIET
    if step == TOTAL:
        return colours.primary
    return theme.WORSE if rises else theme.BETTER


def _bridge_title(course: DealCourse, steps: pd.DataFrame, case: Engagement) -> str:
    currency = case.profile.currency
    first = -float(steps["amount"].iloc[1])
    left = course.in_house_npv - course.npv
    around = numbers.money(abs(first - left), currency)
    if first <= 0:
        return f"The fee alone costs {numbers.money(-first, currency)} more than staying in-house"
    below = f"The fee is {numbers.money(first, currency)} below staying in-house"
    if left > first:
        return f"{below}, and the rest of the deal saves {around} more"
    if left > 0:
        return f"{below}; what surrounds it takes {around}, so {numbers.money(left, currency)} are saved"
    return f"{below}, but what surrounds it costs {around}: more than the fee saves"


def _bridge_data(steps: pd.DataFrame, case: Engagement) -> Html:
    shown = steps.assign(step=[_name(step) for step in steps["step"]])
    columns = {
        "step": tables.Column("Step"),
        "amount": tables.Column("Amount", numbers.amount, case.profile.currency),
        "after": tables.Column("Cost so far", numbers.amount, case.profile.currency),
    }
    return tables.table(shown, "Data: from staying in-house to the deal, present value", columns)


def early_end(charges: pd.DataFrame, case: Engagement) -> Html:
    """Draw what ending the deal early would cost, by month."""
    if charges.empty or not charges["charge"].any():
        return not_drawn("The contract names no charge for an early end, so there is none to draw.")
    scale, word = money_scale(float(charges["charge"].max()))
    frame = charges.assign(paid=charges["charge"] / scale, nothing=0.0)
    top, last = float(frame["paid"].max()) * 1.12, int(frame["month_number"].iloc[-1])
    colours = theme.palette(case)
    unit = f"To be paid at the end of each month of the contract, {case.profile.currency} {word}".rstrip()
    plot = canvas(frame, unit, 280)
    plot += geom_ribbon(aes("month_number", ymin="nothing", ymax="paid"), fill=colours.tint(0.22), size=0)
    plot += geom_line(aes("month_number", "paid"), color=colours.primary, size=1.4)
    marks = list(range(12, last + 1, 12))
    plot += scale_x_continuous(
        breaks=marks, labels=[numbers.count(mark) for mark in marks], limits=[1, last], expand=[0.02, 0]
    )
    plot += upward_axis(top)
    told = "One line: what the client would pay for ending the contract for convenience, month by month."
    return figure(_end_title(charges, case), plot, tables.termination(charges, case), told)


def _end_title(charges: pd.DataFrame, case: Engagement) -> str:
    due = charges.set_index("month_number")["charge"]
    years = (len(due) // 12 + 1) // 2
    capped = ", all that the cap allows" if charges["cut"].iloc[11] > 0 else ""
    first = f"Leaving after a year would cost {numbers.money(due[12], case.profile.currency)}{capped}"
    if years == 1:
        return first
    later = numbers.money(due[12 * years], case.profile.currency)
    return f"{first}; after {numbers.count(years)} years {later}"
