"""Tables of what was computed: the forecast, the staff, the prices, what moves them."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing import INDICATIVE
from bpo_lib.staffing import StaffingPlan
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.tables.table import Column, empty, table

LONG_TERM = 24  # months; a longer term is shown by half-year
MOST_LEVERS = 10


def staffing(plan: StaffingPlan) -> Html:
    """Return volume and staff by quarter, in terms over two years by half-year, averaged over months."""
    monthly = plan.monthly
    long = len(monthly) > LONG_TERM
    quarter = pd.Series(range(len(monthly)), index=monthly.index) // (6 if long else 3)
    steady = ["volume", "required_fte", "paid_fte", "paid_fte_low", "paid_fte_high"]
    groups = monthly.groupby(quarter)
    means = groups[[*steady, "occupancy"]].mean().join(groups[["hires", "leavers"]].sum())
    months = pd.Series(monthly.index, index=monthly.index).groupby(quarter)
    means.insert(
        0, "months", [_span(first, last) for first, last in zip(months.min(), months.max(), strict=True)]
    )
    columns = {
        "months": Column("Months"),
        "volume": Column("Volume", numbers.count, "per month"),
        "required_fte": Column("If all were experienced", numbers.fte, "FTE"),
        "paid_fte": Column("Paid staff", numbers.fte, "FTE"),
        "paid_fte_low": Column("low", numbers.fte, "FTE"),
        "paid_fte_high": Column("high", numbers.fte, "FTE"),
        "hires": Column("Hires", numbers.fte),
        "leavers": Column("Leavers", numbers.fte),
        "occupancy": Column("Occupancy", numbers.percent),
    }
    note = (
        "Monthly averages; hires and leavers are sums. Low and high: in eight of ten courses the volume may "
        "take, a month's paid staff lies between them. Paid staff is not rounded up to whole people."
    )
    return table(means, f"Staff by {'half-year' if long else 'quarter'}", columns, note)


def _span(first: pd.Period, last: pd.Period) -> str:
    if first.year == last.year:
        return f"{first.strftime('%b')} to {labels.month(last)}" if first != last else labels.month(last)
    return f"{labels.month(first)} to {labels.month(last)}"


def week(plan: StaffingPlan) -> Html:
    """Return the week of the busiest month by weekday."""
    caption = "The busiest week by weekday"
    if plan.week is None:
        return empty(caption, "not needed, the work can wait and is planned by the month.")
    columns = {
        "weekday": Column("Day", labels.weekday),
        "volume": Column("Volume", numbers.count),
        "agents": Column("Most agents at once", numbers.count),
        "peak": Column("Busiest from", labels.clock),
        "service_level": Column("Service level", numbers.percent),
        "occupancy": Column("Occupancy", numbers.percent),
        "mean_wait_seconds": Column("Mean wait", numbers.one_decimal_under_100, "seconds"),
    }
    if (plan.week["concurrency"] > 1).any():
        columns["concurrency"] = Column("Chats at once", numbers.one_decimal_under_100)
    days = [_day(name, day) for name, day in plan.week.groupby("weekday", sort=False)]
    note = "Averages are weighted by volume."
    return table(pd.DataFrame(days), caption, columns, note)


def _day(name: Any, day: pd.DataFrame) -> dict[str, Any]:
    total = day["volume"].sum()
    averaged = ["service_level", "occupancy", "mean_wait_seconds", "concurrency"]
    weights = day["volume"] / total if total else day["volume"]
    return {
        "weekday": name,
        "volume": total,
        "agents": day["agents"].max(),
        "peak": day.loc[day["volume"].idxmax(), "start"],
        **{name: (day[name].fillna(0) * weights).sum() for name in averaged},
    }


def pricing(comparison: pd.DataFrame, case: Engagement) -> Html:
    """Return what each way costs the client over the term, forms that nobody offered left out."""
    comparison = comparison[comparison["basis"] != INDICATIVE]
    currency, unit = case.profile.currency, case.profile.transaction
    measures: dict[str, tuple[str, numbers.Show]] = {
        "client_npv": (f"Cost over the term, present value [{currency}]", numbers.amount),
        "saving_npv": (f"Saving against in-house, present value [{currency}]", numbers.amount),
        "saving_share": ("Saving against in-house", numbers.percent),
        "client_npv_p10": (f"Cost that one course in ten stays under [{currency}]", numbers.amount),
        "client_npv_p90": (f"Cost that one course in ten goes over [{currency}]", numbers.amount),
        "saving_probability": ("Chance that it costs less than staying", numbers.percent),
        "first_year_cost": (f"Cost in the first year [{currency}]", numbers.amount),
        "unit_cost": (f"Cost of one {unit}, average of the term [{currency}]", numbers.price),
        "payback_month": ("Month in which the transition is paid back", numbers.count),
        "provider_margin_share": ("Provider's margin, of its fee", numbers.percent),
        "provider_markup_share": ("Provider's mark-up, on its cost", numbers.percent),
        "provider_loss_probability": ("Chance that the provider loses money", numbers.percent),
    }
    rows = [
        {"measure": label, **{model: show(comparison.loc[model, name]) for model in comparison.index}}
        for name, (label, show) in measures.items()
        if comparison[name].notna().any()
    ]
    columns = {"measure": Column("Measure")} | {
        model: Column(labels.readable(model), numbers.as_text) for model in comparison.index
    }
    note = (
        "Same work, same courses through every contract. Under risk: volume, handling time, pay, attrition, "
        "currency, quality and automation turn out otherwise. A margin of 20% is a mark-up of 25%. "
        "n/a: does not apply, or is not reached within the term."
    )
    return table(pd.DataFrame(rows), "Cost of each pricing model", columns, note)


def sensitivity(frame: pd.DataFrame, case: Engagement) -> Html:
    """Return what each assumption's range does to the saving, widest first."""
    caption = "What moves the saving"
    if frame.empty:
        return empty(caption, "needs a pricing model and assumptions with a low and a high value.")
    currency = case.profile.currency
    felt = frame[frame["swing"] != 0]  # a swing that is not known stays
    most = felt.head(MOST_LEVERS)
    shown = most.assign(range=[_range(row, case) for row in most.to_dict("records")])
    columns = {
        "meaning": Column("Assumption", labels.sentence),
        "range": Column("Range"),
        "saving_low": Column("Saving at low", numbers.amount, currency),
        "saving_high": Column("Saving at high", numbers.amount, currency),
        "swing": Column("Swing", numbers.amount, currency),
    }
    note = "One assumption at a time, all others unchanged; present value over the term."
    if len(most) < len(frame):
        note += f" {len(frame) - len(most)} assumptions that move this deal less or not at all are left out."
    return table(shown, caption, columns, note)


def _range(row: dict[Hashable, Any], case: Engagement) -> str:
    if numbers.missing(row["low"]):
        return "forecast"
    return numbers.between(row["low"], row["high"], str(row["unit"]), case.profile)
