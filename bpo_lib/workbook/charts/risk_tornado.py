"""One driver at a time: what each does to the client's cost and to what the provider keeps."""

from typing import Any

import pandas as pd
from lets_plot import aes, geom_rect, geom_segment, scale_fill_identity

from bpo_lib.engagement import Engagement
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.bars import HALF, rows_from_top
from bpo_lib.workbook.charts.figure import figure, not_drawn
from bpo_lib.workbook.charts.money import money_scale
from bpo_lib.workbook.charts.two_panels import Panel, panels_canvas, texts
from bpo_lib.workbook.html import Html

_FELT = 0.01  # of the widest swing, under which a driver is left out
_ROOM = 0.35  # beside the widest bars, for their labels, as a share of the panel's values
_TOLD = (
    "Two bars per driver, from the expected figure to that at its low and at its high value: the client's "
    "cost on the left, the provider's margin on the right."
)


def risk_tornado(frame: pd.DataFrame, model: str, case: Engagement) -> Html:
    """Draw what each driver alone does to both sides of one deal, the widest swing on top.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `driver_tornado`.
    model : str
        Which deal.
    case : Engagement

    Returns
    -------
    Html
    """
    rows = _felt(frame[frame["model"] == model])
    if rows.empty:
        return not_drawn("No driver moves this deal, so there is nothing to draw.")
    known = bool(rows["provider"].notna().all())
    sides = ("client", "provider") if known else ("client",)
    changes = pd.DataFrame(
        {f"{side}_{end}": rows[f"{side}_{end}"] - rows[side] for side in sides for end in ("low", "high")}
    )
    scale, word = money_scale(float(changes.abs().max().max()))
    changes = changes.div(scale).assign(row=rows_from_top(len(rows)))
    unit = f"{case.profile.currency} {word}".rstrip()
    panels = [
        _panel(changes, side, unit, place) for side, place in zip(sides, _PLACES[len(sides)], strict=True)
    ]
    plot = panels_canvas([labels.DRIVERS[name] for name in rows["driver"]], panels)
    for side, panel in zip(sides, panels, strict=True):
        plot = _with_bars(plot, changes, side, panel, case)
    title = _title(rows, model, case, known=known)
    return figure(title, plot + scale_fill_identity(), tables.risk_tornado(frame, model, case), _TOLD)


_PLACES = {1: [(0.0, 0.98)], 2: [(0.0, 0.46), (0.55, 1.0)]}  # of the panels, by their number
_HEADINGS = {"client": "Client's cost against expected", "provider": "Provider's margin against expected"}


def _panel(changes: pd.DataFrame, side: str, unit: str, place: tuple[float, float]) -> Panel:
    ends = changes[[f"{side}_low", f"{side}_high"]]
    low, high = min(float(ends.min().min()), 0.0), max(float(ends.max().max()), 0.0)
    room = _ROOM * (high - low or 1.0) / 2
    return Panel(f"{_HEADINGS[side]}, {unit}", low - room, high + room, *place)


def _with_bars(plot: Any, changes: pd.DataFrame, side: str, panel: Panel, case: Engagement) -> Any:
    zero = float(panel.at(pd.Series([0.0])).iloc[0])
    colours = theme.palette(case)
    for end, fill in (("low", colours.accent), ("high", colours.primary)):
        change = changes[f"{side}_{end}"]
        frame = pd.DataFrame(
            {
                "x": panel.at(change),
                "row": changes["row"],
                "start": zero,
                "bottom": changes["row"] - HALF,
                "top": changes["row"] + HALF,
                "text": end,
                "side": (change < 0).astype(float),
            }
        )
        plot += geom_rect(
            aes(xmin="start", xmax="x", ymin="bottom", ymax="top"), data=frame, fill=fill, size=0
        )
        plot += texts(frame[(frame["x"] - zero).abs() > 0.004])
    axis = pd.DataFrame({"x": [zero], "start": -0.6, "end": len(changes) - 0.4})
    return plot + geom_segment(aes("x", "start", xend="x", yend="end"), data=axis, color=theme.INK, size=0.8)


def _felt(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the drivers that either side feels, widest for the client on top."""
    swing = (rows["client_high"] - rows["client_low"]).abs()
    other = (rows["provider_high"] - rows["provider_low"]).abs().fillna(0.0)
    widest = pd.concat([swing, other], axis=1).max(axis=1)
    ranked = rows.assign(swing=swing, other=other)[widest > _FELT * widest.max()]
    return ranked.sort_values(["swing", "other"], ascending=False, kind="stable")


def _title(rows: pd.DataFrame, model: str, case: Engagement, *, known: bool) -> str:
    name, moved = _most(rows, "client", "swing", case)
    said = f"{labels.sentence(labels.way(model))}: the client's cost hangs most on {name} ({moved})"
    if not known:
        return said
    name, moved = _most(rows, "provider", "other", case)
    return f"{said}, the provider's margin on {name} ({moved})"


def _most(rows: pd.DataFrame, side: str, swing: str, case: Engagement) -> tuple[str, str]:
    """Return the driver with the widest swing on one side, and how far it moves that side."""
    top = rows.loc[rows[swing].idxmax()]
    low, high = sorted(top[f"{side}_{end}"] - top[side] for end in ("low", "high"))
    size = [numbers.money(abs(end), case.profile.currency) for end in (low, high)]
    words = ["less" if end < 0 else "more" for end in (low, high)]
    return labels.inside(labels.DRIVERS[str(top["driver"])]), f"{size[0]} {words[0]} to {size[1]} {words[1]}"
