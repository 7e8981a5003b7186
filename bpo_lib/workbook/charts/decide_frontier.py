"""The chart of expected cost against the mean of the dearest cases: the best contracts, and the offers."""

from typing import Any

import pandas as pd
from lets_plot import aes, geom_line, geom_point, geom_text, scale_x_continuous, scale_y_continuous

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.comparison import leading_deal
from bpo_lib.pricing.decide.frontier import OFFER, cheaper_at_no_more_risk
from bpo_lib.workbook import decide_words, labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.figure import LABEL, breaks, canvas, figure, not_drawn, shielded, spread
from bpo_lib.workbook.charts.money import money_scale
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.tables.decide import contract_words, lead_offer


def frontier(frame: pd.DataFrame | None, case: Engagement) -> Html:
    """Draw the contracts no other beats as a line, the others examined as small points, and the offers.

    Parameters
    ----------
    frame : pandas.DataFrame or None
        What `pricing.decide.frontier` returns.
    case : Engagement

    Returns
    -------
    Html
    """
    if frame is None or frame.empty:
        return not_drawn(
            "What the work costs the provider is not known, so no price it would sign can be found."
        )
    colours = theme.palette(case)
    scale, word = money_scale(float(frame["client_npv_cvar"].max()))
    shown = frame.assign(x=frame["client_npv"] / scale, y=frame["client_npv_cvar"] / scale)
    offers = shown[shown["kind"] == OFFER].assign(text=lambda each: each["name"].map(labels.readable))
    best = shown[shown["efficient"]].sort_values("x")
    unit = f"Across: expected cost. Up: mean of the dearest 5%. Present value, {case.profile.currency} {word}"
    plot = canvas(shown, unit.rstrip(), 380, grid="xy")
    others = shown[(shown["kind"] != OFFER) & ~shown["efficient"]]
    if len(best):
        plot += geom_line(aes("x", "y"), data=shielded(best), color=colours.primary, size=1.1)
    for points, look in (
        (others, {"color": theme.QUIET, "size": 2.2}),
        (best, {"color": colours.primary, "size": 3.2}),
        (offers, {"color": colours.accent, "size": 4.6, "shape": 18}),
    ):
        if len(points):
            plot += geom_point(aes("x", "y"), data=shielded(points), **look)
    plot = _named(plot, offers, shown, colours.accent) + _axes(shown)
    told = (
        "Points further left cost less, further down risk less. The line joins contracts that no other "
        "beats at a price the provider would sign; diamonds are the offers but those that pass on the "
        "provider's cost. No axis starts at 0."
    )
    return figure(_title(frame, case), plot, tables.frontier(frame, case), told)


def _named(plot: Any, offers: pd.DataFrame, shown: pd.DataFrame, colour: str) -> Any:
    """Return a chart with the names of the offers, left of a point in the right half, else right of it."""
    middle = float(shown["x"].max() + shown["x"].min()) / 2
    gap = 0.05 * float(shown["y"].max() - shown["y"].min())
    offers = offers.assign(y=spread(list(offers["y"]), gap))
    right = offers["x"] <= middle
    for side, hjust, pad in ((right, 0, "\u00a0\u00a0{}"), (~right, 1, "{}\u00a0\u00a0")):
        mine = shielded(offers[side].assign(text=[pad.format(text) for text in offers.loc[side, "text"]]))
        if len(mine):
            look = {"color": colour, "size": LABEL, "hjust": hjust}
            plot += geom_text(aes("x", "y", label="text"), data=mine, **look)
    return plot


def _axes(shown: pd.DataFrame) -> Any:
    across, up = (_axis(shown[name]) for name in ("x", "y"))
    return scale_x_continuous(**across) + scale_y_continuous(**up)


def _axis(values: pd.Series) -> dict[str, Any]:
    room = 0.08 * (float(values.max() - values.min()) or 1.0)
    low, high = float(values.min()) - room, float(values.max()) + room
    marks = breaks(low, high)
    names = [numbers.plain(mark) for mark in marks]
    return {"breaks": marks, "labels": names, "limits": [low, high], "expand": [0, 0]}


def _title(frame: pd.DataFrame, case: Engagement) -> str:
    offers = frame[frame["kind"] == OFFER]
    if offers.empty:
        return "What a contract the provider would sign costs at least; no offer is priced yet"
    lead = lead_offer(offers, case)
    name = decide_words.model(lead["name"])
    which = (
        "cheapest offer" if lead["name"] == leading_deal(case) else "cheapest offer that passes on no cost"
    )
    better = cheaper_at_no_more_risk(frame, str(lead["name"]))
    if not lead["signs"]:
        lost = numbers.percent(lead["provider_loss_probability"])
        margin = numbers.percent(lead["provider_margin_share"])
        return (
            f"The {which}, {name}, leaves the provider a margin of {margin} on average of all "
            f"courses and a chance of {lost} to lose money"
        )
    if better is None:
        return f"No contract examined beats the {which}, {name}, at no more risk"
    saved = numbers.money(lead["client_npv"] - better["client_npv"], case.profile.currency)
    what = contract_words(better)
    return f"Another contract would cost {saved} less than {name} at no more risk: {what}"
