"""Charts of the money: cost over time, the models side by side."""

import pandas as pd
from lets_plot import (
    aes,
    geom_line,
    geom_rect,
    geom_segment,
    geom_text,
    scale_fill_identity,
    scale_x_continuous,
    scale_y_continuous,
)

from bpo_lib.engagement import Engagement
from bpo_lib.pricing import IN_HOUSE, INDICATIVE, OFFER
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.bars import HALF, chart_height, row_names, rows_from_top, value_axis
from bpo_lib.workbook.charts.figure import (
    LABEL,
    breaks,
    canvas,
    day_number,
    end_labels,
    figure,
    month_breaks,
    not_drawn,
    spread,
)
from bpo_lib.workbook.html import Html


def money_scale(largest: float) -> tuple[float, str]:
    """Return what to divide an axis of money by, and what to call it."""
    if abs(largest) >= 1e6:
        return 1e6, "million "
    return (1e3, "thousand ") if abs(largest) >= 2e4 else (1.0, "")


def monthly_costs(costs: pd.DataFrame, case: Engagement) -> Html:
    """Draw what has been paid by each month, for every model and for staying in-house."""
    if costs.empty:
        return not_drawn("No pricing model has been offered, so there is no cost to draw.")
    paid = _cumulative(costs)
    scale, word = money_scale(float(paid.to_numpy().max()))
    frame = (paid / scale).rename_axis("month").reset_index().assign(x=day_number(paid.index))
    colours, top = _series_colours(paid.columns, case), float(paid.to_numpy().max()) / scale * 1.05
    first, last = frame["x"].iloc[0], frame["x"].iloc[-1]
    marks, names = month_breaks(paid.index[0], paid.index[-1])
    lines = breaks(0, top)
    plot = canvas(frame, f"Paid since the start, {case.profile.currency} {word}(not discounted)", 340)
    for model, colour in colours.items():
        plot += geom_line(aes("x", model), color=colour, size=1.1, linetype=2 if model == IN_HOUSE else 1)
    plot += end_labels(_cost_labels(frame, colours, top, case.profile.currency, scale))
    plot += scale_x_continuous(
        breaks=marks, labels=names, limits=[first, last + (last - first) * 0.27], expand=[0.01, 0]
    )
    plot += scale_y_continuous(
        breaks=lines, labels=[numbers.plain(line) for line in lines], limits=[0, top], expand=[0, 0]
    )
    told = "One line per pricing model and a dashed line for staying in-house, the sum of all months so far."
    return figure(_cost_title(paid, case), plot, _cost_data(paid, case), told)


def _cumulative(costs: pd.DataFrame) -> pd.DataFrame:
    """Return cost since the start, by month, in-house first."""
    totals = costs.pivot_table(index="month", columns="model", values="total", sort=False)
    totals.insert(0, IN_HOUSE, costs.groupby("month")["in_house"].first())
    return totals.cumsum()


def _series_colours(models: pd.Index, case: Engagement) -> dict[str, str]:
    series = iter(theme.palette(case).series * len(models))
    return {model: theme.MUTED if model == IN_HOUSE else next(series) for model in models}


def _cost_labels(
    frame: pd.DataFrame, colours: dict[str, str], top: float, currency: str, scale: float
) -> pd.DataFrame:
    end = frame.iloc[-1]
    at = [float(end[model]) for model in colours]
    text = [
        f"{labels.readable(model)} {numbers.money(value * scale, currency)}"
        for model, value in zip(colours, at, strict=True)
    ]
    return pd.DataFrame(
        {"x": end["x"], "y": spread(at, top * 0.065), "text": text, "colour": list(colours.values())}
    )


def _cost_title(paid: pd.DataFrame, case: Engagement) -> str:
    end, currency = paid.iloc[-1], case.profile.currency
    best = end.drop(IN_HOUSE).idxmin()
    cost, stay = numbers.money(end[best], currency), numbers.money(end[IN_HOUSE], currency)
    name = labels.readable(best)
    if end[best] < end[IN_HOUSE]:
        return f"{name} pricing costs least over the term: {cost} against {stay} in-house"
    return (
        f"Staying in-house costs least over the term: {stay} against {cost} for {labels.inside(name)} pricing"
    )


def _cost_data(paid: pd.DataFrame, case: Engagement) -> Html:
    columns = {"month": tables.Column("Month", labels.date)} | {
        model: tables.Column(labels.readable(model), numbers.amount, case.profile.currency)
        for model in paid.columns
    }
    return tables.table(paid.rename_axis("month").reset_index(), "Data: paid since the start", columns)


def pricing_comparison(comparison: pd.DataFrame, case: Engagement) -> Html:
    """Draw the present value of each way's cost, with the range that holds eight of ten courses.

    A form that nobody offered is left out: it is priced to cost as much as the cheapest offer.
    """
    comparison = comparison[comparison["basis"] != INDICATIVE]
    scale, word = money_scale(float(comparison["client_npv_p90"].max()))
    ends = comparison[["client_npv", "client_npv_p10", "client_npv_p90"]] / scale
    rows, best = rows_from_top(len(ends)), comparison["client_npv"].idxmin()
    colours = theme.palette(case)
    frame = pd.DataFrame(
        {
            "row": rows,
            "bottom": [row - HALF for row in rows],
            "top": [row + HALF for row in rows],
            "start": 0.0,
            "value": ends["client_npv"].to_numpy(),
            "low": ends["client_npv_p10"].to_numpy(),
            "high": ends["client_npv_p90"].to_numpy(),
            "label_at": ends.max(axis=1).to_numpy(),
            "text": [
                "\u00a0" + numbers.money(value, case.profile.currency) for value in comparison["client_npv"]
            ],
            "fill": [colours.primary if model == best else theme.QUIET for model in ends.index],
        }
    )
    unit = f"Cost over the term, present value, {case.profile.currency} {word}"
    plot = canvas(frame, unit, chart_height(len(frame)) + 10, grid="x")
    plot += geom_rect(aes(xmin="start", xmax="value", ymin="bottom", ymax="top", fill="fill"), size=0)
    plot += geom_segment(aes("low", "row", xend="high", yend="row"), color=theme.INK, size=1.1)
    plot += geom_text(aes("label_at", "row", label="text"), hjust=0, color=theme.INK, size=LABEL)
    names = [labels.readable(model) for model in ends.index]
    plot += scale_fill_identity() + row_names(names) + value_axis(0, float(frame["label_at"].max()))
    told = "One bar for each way; within its thin line the cost stays in eight of ten simulated courses."
    return figure(_pricing_title(comparison, case), plot, _pricing_data(comparison, case), told)


def _pricing_title(comparison: pd.DataFrame, case: Engagement) -> str:
    deals = comparison[comparison["basis"] == OFFER]
    if deals.empty:
        stay = numbers.money(comparison.loc[IN_HOUSE, "client_npv"], case.profile.currency)
        return f"Staying in-house costs {stay}; no pricing model is offered"
    best = deals["client_npv"].idxmin()
    name, share = labels.readable(best), float(deals["saving_share"][best])
    cost = numbers.money(deals.loc[best, "client_npv"], case.profile.currency)
    if share > 0:
        return f"{name} pricing costs least: {cost}, {numbers.percent(share)} less than in-house"
    nearest = labels.inside(name)
    return f"No model beats in-house: the nearest, {nearest} pricing, costs {numbers.percent(-share)} more"


def _pricing_data(comparison: pd.DataFrame, case: Engagement) -> Html:
    shown = comparison.reset_index().assign(model=[labels.readable(model) for model in comparison.index])
    currency = case.profile.currency
    columns = {
        "model": tables.Column("Model"),
        "client_npv": tables.Column("Expected", numbers.amount, currency),
        "client_npv_p10": tables.Column("One in ten under", numbers.amount, currency),
        "client_npv_p90": tables.Column("One in ten over", numbers.amount, currency),
    }
    return tables.table(shown, "Data: present value of the cost", columns)
