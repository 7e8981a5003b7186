"""Both sides of each deal: what it may cost the client, and what the provider may keep or lose."""

from collections.abc import Collection, Hashable
from typing import Any

import pandas as pd
from lets_plot import aes, geom_point, geom_rect, geom_segment, scale_fill_identity

from bpo_lib.engagement import Engagement
from bpo_lib.pricing import IN_HOUSE
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.brand import mixed
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.bars import rows_from_top
from bpo_lib.workbook.charts.figure import figure, not_drawn
from bpo_lib.workbook.charts.money import money_scale
from bpo_lib.workbook.charts.two_panels import Panel, panels_canvas, texts
from bpo_lib.workbook.html import Html

_THICK = 0.26  # half a bar
_WORST = -1.0  # margins under this are drawn at the edge, so that the others can be read
_BAD = "#a8281c"
_LOSS = mixed(theme.PAPER, _BAD, 0.12)
_TOLD = (
    "Left, one bar per way to have the work done: its cost stays within the bar in eight of ten courses; the "
    "line in it is the middle, the dot the mean of the dearest one in twenty. Right, the provider's "
    "margin in the same courses; the shaded side is a loss. The cost axis does not start at 0."
)


def both_sides(
    table: pd.DataFrame, case: Engagement, model: str | None = None, indicative: Collection[str] = ()
) -> Html:
    """Draw the range of each deal's cost beside the range of its provider's margin.

    Parameters
    ----------
    table : pandas.DataFrame
        From `risk_table`.
    case : Engagement
    model : str, optional
        The deal that the title is about, such as `leading_deal(case)`; when left out, the one with the
        lowest middle cost.
    indicative : collection of str
        Forms among them that nobody offered: marked, and never the finding.

    Returns
    -------
    Html
    """
    if table.index.difference([IN_HOUSE, *indicative]).empty:
        return not_drawn("No pricing model has been offered, so there is no risk to draw.")
    scale, word = money_scale(float(table["client_npv_cvar"].max()))
    costs = table.filter(like="client_npv") / scale
    known = table["provider_margin_share_p50"].notna()
    drawn = table.assign(row=rows_from_top(len(table)))
    room = 0.02 * float(costs.max().max())
    heading = f"Client's cost (figure: the middle), {case.profile.currency} {word}".rstrip()
    ends = float(costs.min().min()) - room, float(costs.max().max()) + room
    client = Panel(heading, *ends, 0.0, 0.47 if known.any() else 0.86)
    provider = Panel("Provider's margin, % of its fee", *_margins(table), 0.6, 0.83, _percent)
    panels = [client, provider] if known.any() else [client]
    plot = panels_canvas([labels.row(name, indicative) for name in table.index], panels)
    offered = table.drop(index=[IN_HOUSE, *indicative])
    told = str(offered["client_npv_p50"].idxmin()) if model is None else model
    plot = _with_costs(plot, drawn.assign(**costs), told, client, case)
    if known.any():
        plot = _with_margins(plot, drawn[known], provider, case)
    data = tables.risk(table, case, indicative)
    return figure(_title(table, told, offered, case), plot + scale_fill_identity(), data, _TOLD)


def _with_costs(plot: Any, drawn: pd.DataFrame, told: str, panel: Panel, case: Engagement) -> Any:
    places = {name: panel.at(drawn[f"client_npv_{name}"]) for name in ("p10", "p50", "p90", "cvar")}
    fills = [theme.palette(case).tint(0.75) if name == told else theme.QUIET for name in drawn.index]
    frame = pd.DataFrame(places | _edges(drawn["row"])).assign(fill=fills)
    shown = [numbers.three_digits(value) for value in drawn["client_npv_p50"]]
    plot += geom_segment(aes("p90", "row", xend="cvar", yend="row"), data=frame, color=theme.INK, size=0.6)
    plot += geom_rect(aes(xmin="p10", xmax="p90", ymin="bottom", ymax="top", fill="fill"), data=frame, size=0)
    plot += geom_segment(aes("p50", "bottom", xend="p50", yend="top"), data=frame, color=theme.INK, size=1.2)
    plot += geom_point(aes("cvar", "row"), data=frame, color=theme.INK, size=2.6)
    return plot + texts(
        pd.DataFrame({"x": frame["cvar"] + 0.008, "row": frame["row"], "text": shown, "side": 0.0})
    )


def _with_margins(plot: Any, drawn: pd.DataFrame, panel: Panel, case: Engagement) -> Any:
    places = {name: panel.at(drawn[f"provider_margin_share_{name}"]) for name in ("p10", "p50", "p90")}
    frame = pd.DataFrame(places | _edges(drawn["row"]))
    zero = float(panel.at(pd.Series([0.0])).iloc[0])
    loss = pd.DataFrame({"left": [panel.left], "zero": zero, "bottom": -0.6, "top": drawn["row"].max() + 0.6})
    plot += geom_rect(aes(xmin="left", xmax="zero", ymin="bottom", ymax="top"), data=loss, fill=_LOSS, size=0)
    plot += geom_segment(
        aes("zero", "bottom", xend="zero", yend="top"), data=loss, color=theme.MUTED, size=0.8
    )
    frame["fill"] = [_BAD if lost else theme.palette(case).tint(0.75) for lost in drawn["at_risk"]]
    plot += geom_rect(aes(xmin="p10", xmax="p90", ymin="bottom", ymax="top", fill="fill"), data=frame, size=0)
    plot += geom_segment(aes("p50", "bottom", xend="p50", yend="top"), data=frame, color=theme.INK, size=1.2)
    said = [_loses(row) for row in drawn.to_dict("records")]
    return plot + texts(pd.DataFrame({"x": 1.0, "row": frame["row"], "text": said, "side": 1.0}))


def _edges(row: pd.Series) -> dict[str, pd.Series]:
    return {"row": row, "bottom": row - _THICK, "top": row + _THICK}


def _margins(table: pd.DataFrame) -> tuple[float, float]:
    """Return the ends of the margin's axis, 0 always within and none beyond losing the whole fee."""
    ends = table[["provider_margin_share_p10", "provider_margin_share_p90"]]
    low, high = float(ends.min().min()), float(ends.max().max())
    return max(min(low, -0.05) * 1.1, _WORST), max(high, 0.05) * 1.1


def _percent(share: float) -> str:
    return numbers.whole_percent(share)


def _loses(row: dict[Hashable, Any]) -> str:
    return _loss(row["provider_loss_probability"], "") + (", at risk" if row["at_risk"] else "")


def _loss(share: float, what: str) -> str:
    """Return how often something is lost; what rounds to 0% is rare, not never."""
    if _percent(share) == "0%":
        return f"{'hardly ever' if share else 'never'} loses{what}"
    return f"loses{what} in {_percent(share)}"


def _title(table: pd.DataFrame, told: str, offered: pd.DataFrame, case: Engagement) -> str:
    row, currency = table.loc[told], case.profile.currency
    low, high = (numbers.money(row[f"client_npv_{end}"], currency) for end in ("p10", "p90"))
    said = f"{labels.sentence(labels.way(told))} costs {low} to {high} in eight of ten courses"
    if row["client_npv_p50"] >= table["client_npv_p50"][IN_HOUSE]:
        said += ", in the middle more than staying in-house"
    elif row["client_npv_p50"] <= offered["client_npv_p50"].min():
        said += ", the least in the middle"
    share = float(row["provider_loss_probability"])
    if numbers.missing(share):
        return said
    return f"{said}; its provider {_loss(share, ' money')}"
