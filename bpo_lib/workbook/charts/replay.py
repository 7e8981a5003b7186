"""Chart of a clause replayed on the client's own history: what was billed, and the volume it rests on."""

from typing import Any

import pandas as pd
from lets_plot import (
    aes,
    geom_line,
    geom_ribbon,
    geom_segment,
    geom_text,
    scale_x_continuous,
    scale_y_continuous,
)

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.clause.volume_lines import edges
from bpo_lib.pricing.forms import TransactionPricing
from bpo_lib.pricing.models import PricingModel
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.figure import (
    LABEL,
    canvas,
    day_number,
    end_labels,
    figure,
    month_breaks,
    not_drawn,
    shielded,
    spread,
)
from bpo_lib.workbook.charts.money import money_scale
from bpo_lib.workbook.charts.two_panels import Panel
from bpo_lib.workbook.html import Html

_MONEY, _VOLUME = (0.47, 0.94), (0.0, 0.34)  # where the two panels stand, of the chart's height
_CUT = 0.6  # a panel whose least value is above this share of its largest does not begin at 0
PERIOD_WORDS = {1: "month", 3: "quarter", 12: "year"}
_GAP = 0.055  # between names at the end of lines


def replay(frame: pd.DataFrame, model: PricingModel, case: Engagement) -> Html:
    """Draw what each past month would have been billed and cost in-house, above the volume and its band.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `pricing.replay`.
    model : PricingModel
        The terms replayed.
    case : Engagement

    Returns
    -------
    Html
    """
    if len(frame) < 2:
        return not_drawn("Too few months of the history are counted to their end to replay the clause.")
    if not frame["fee"].any():
        return not_drawn("The clause would have billed nothing: it rests on a cost that is not given.")
    band = edges(model) if isinstance(model, TransactionPricing) else None
    lines = frame.reset_index().assign(x=day_number(frame.index))
    scale, word = money_scale(float(frame[["fee", "in_house"]].max().max()))
    money = _panel(lines[["fee", "in_house"]] / scale, f"{case.profile.currency} {word}a month", _MONEY)
    volumes = lines["volume"].to_frame()
    if band:
        volumes = volumes.assign(low=band[0], high=band[1])
    volume = _panel(volumes, f"{_plural(case)} a month", _VOLUME)
    plot = _drawn(lines, (money, volume), scale, band, theme.palette(case))
    told = (
        "Above, two lines: what the clause would have billed each month and, dashed, what the month cost "
        "in-house. Below, the volume of the month, with the dead band shaded where there is one. "
        "The axes need not start at 0."
    )
    data = tables.replay(frame, model, case, len(frame))
    return figure(_title(frame, band, case), plot, data, told)


def _panel(values: pd.DataFrame, heading: str, place: tuple[float, float]) -> Panel:
    low, high = float(values.min().min()), float(values.max().max())
    start = 0.9 * low if low > _CUT * high else 0.0
    return Panel(heading, min(start, low), high * 1.04 or 1.0, *place)


def _drawn(
    lines: pd.DataFrame,
    panels: tuple[Panel, Panel],
    scale: float,
    band: tuple[float, float] | None,
    colours: theme.Palette,
) -> Any:
    """Return the two panels on one axis of months."""
    money, volume = panels
    frame = lines.assign(
        billed=money.at(lines["fee"] / scale),
        own=money.at(lines["in_house"] / scale),
        came=volume.at(lines["volume"]),
    )
    first, last = float(frame["x"].iloc[0]), float(frame["x"].iloc[-1])
    plot = canvas(frame[["x", "billed", "own", "came"]], "", 400, grid="")
    plot += _grid(panels, first, last)
    if band:
        low, high = volume.at(pd.Series(band))
        shaded = pd.DataFrame({"x": [first, last], "low": low, "high": high})
        plot += geom_ribbon(aes("x", ymin="low", ymax="high"), data=shaded, fill=colours.tint(0.2), size=0)
    plot += geom_line(aes("x", "came"), color=theme.INK, size=0.9)
    plot += geom_line(aes("x", "own"), color=theme.MUTED, size=1.0, linetype="dashed")
    plot += geom_line(aes("x", "billed"), color=colours.primary, size=1.4)
    plot += end_labels(_names(frame, band, volume, colours))
    marks, names = month_breaks(lines["month"].iloc[0], lines["month"].iloc[-1])
    plot += scale_x_continuous(
        breaks=marks, labels=names, limits=[first, last + (last - first) * 0.17], expand=[0.01, 0]
    )
    at = [float(place) for panel in panels for place in panel.at(panel.marks)]
    shown = [numbers.plain(mark) for panel in panels for mark in panel.marks]
    return plot + scale_y_continuous(breaks=at, labels=shown, limits=[0, 1], expand=[0.01, 0])


def _grid(panels: tuple[Panel, Panel], first: float, last: float) -> Any:
    """Return the lines values are read at, and what each panel shows above it."""
    at = pd.concat([panel.at(panel.marks) for panel in panels], ignore_index=True)
    rules = pd.DataFrame({"x": first, "end": last, "y": at})
    heads = pd.DataFrame(
        {
            "x": first,
            "y": [panel.right + 0.045 for panel in panels],
            "text": [panel.heading for panel in panels],
        }
    )
    lines = geom_segment(aes("x", "y", xend="end", yend="y"), data=rules, color=theme.GRID, size=0.8)
    return lines + geom_text(
        aes("x", "y", label="text"), data=shielded(heads), color=theme.MUTED, hjust=0, size=LABEL
    )


def _names(
    frame: pd.DataFrame, band: tuple[float, float] | None, volume: Panel, colours: theme.Palette
) -> pd.DataFrame:
    """Return the names at the right end, apart from one another within each panel."""
    end = frame.iloc[-1]
    above = spread([float(end["billed"]), float(end["own"])], _GAP)
    below, words = [float(end["came"])], ["volume"]
    if band:
        below.append(float(volume.at(pd.Series(band)).mean()))
        words.append("dead band")
    tints = [colours.primary, theme.MUTED, theme.INK, colours.primary]
    text = ["billed", "in-house", *words]
    return pd.DataFrame(
        {"x": end["x"], "y": [*above, *spread(below, _GAP)], "text": text, "colour": tints[: len(text)]}
    )


def _plural(case: Engagement) -> str:
    text = case.profile.transaction
    return labels.sentence(text if text.endswith("s") else f"{text}s")


def _title(frame: pd.DataFrame, band: tuple[float, float] | None, case: Engagement) -> str:
    """Say what the past would have cost under the clause, and how often the band was left."""
    currency, own = case.profile.currency, float(frame["in_house"].sum())
    billed = float(frame["fee"].sum())
    said = f"The {len(frame)} months counted would have been billed at {numbers.money(billed, currency)}"
    if own > 0:
        change = 1 - billed / own
        than = "less" if change > 0 else "more"
        said += f", {numbers.percent(abs(change))} {than} than in-house"
    if band is None:
        low, high = (numbers.money(value, currency) for value in (frame["fee"].min(), frame["fee"].max()))
        return said if low == high else f"{said}: {low} to {high} a month"
    return f"{said}; {_left(frame, band)}"


def _left(frame: pd.DataFrame, band: tuple[float, float]) -> str:
    """Return in how many settled periods the volume lay outside the band, and on which side."""
    periods = frame.groupby("settled_until")["volume"].agg(["sum", "size"])
    low, high = (edge * periods["size"] * (1 + sign * 1e-9) for edge, sign in zip(band, (-1, 1), strict=True))
    found = {"above": int((periods["sum"] > high).sum()), "below": int((periods["sum"] < low).sum())}
    name = PERIOD_WORDS[int(periods["size"].max())] if periods["size"].max() in PERIOD_WORDS else "period"
    sides = [f"{side} the dead band in {_counted(count, name)}" for side, count in found.items() if count]
    return f"volume was {' and '.join(sides)}" if sides else f"no {name} left the dead band"


def _counted(count: int, name: str) -> str:
    return f"{count} {name}{'' if count == 1 else 's'}"
