"""Charts of the delivery model: which place and form come first how often, and whose day overlaps whose."""

import datetime as dt
from collections.abc import Hashable
from typing import Any, NamedTuple

import pandas as pd
from lets_plot import aes, geom_rect, scale_fill_identity, scale_x_continuous

from bpo_lib.engagement import Engagement
from bpo_lib.sourcing.hours import Bar, day_bars
from bpo_lib.sourcing.places import PLACE_WORDS
from bpo_lib.sourcing.suiting import FAMILIES
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.bars import HALF, chart_height, row_names, rows_from_top
from bpo_lib.workbook.charts.figure import canvas, figure, not_drawn
from bpo_lib.workbook.html import Html, esc

_DAY, _MARKS = 1_440, 3 * 60  # minutes: a day, and between marks on its axis
_STRONG = 0.6  # strongest shade
_WINTER, _SUMMER = (1, 15), (7, 15)  # month and day around which clocks differ most


class _Row(NamedTuple):
    """The hours of one day, on the client's clock."""

    name: str
    bars: tuple[Bar, ...]


def delivery_model_first(frame: pd.DataFrame, case: Engagement) -> Html:
    """Return how often each place and form of price come first, darker where it is more often.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `delivery_models`.
    case : Engagement

    Returns
    -------
    Html
    """
    if frame["rank"].isna().all():
        return not_drawn("No place and no form of price is left to compare: a rule stops every one.")
    colours = theme.palette(case)
    rows = [_cells(frame, place) for place in PLACE_WORDS]
    columns = {"name": tables.Column("Place")} | {
        form: tables.Column(
            labels.sentence(form),
            _text,
            ground=lambda value: theme.PAPER if isinstance(value, str) else colours.tint(_STRONG * value),
        )
        for form in FAMILIES
    }
    note = (
        "Share of the draws of levels and weights in which a delivery model with this place and this form of "
        "price is worth most. Stopped: a rule rules it out; held back: something has to be settled first."
    )
    body = tables.table(
        pd.DataFrame(rows), "How often each place and form of price come first", columns, note
    )
    title = _first_title(frame)
    return Html(f'<figure class="bpo-figure"><figcaption>{esc(title)}</figcaption>{body.markup}</figure>')


def _cells(frame: pd.DataFrame, place: str) -> dict[str, Any]:
    found: dict[str, Any] = {"name": labels.sentence(PLACE_WORDS[place])}
    for form in FAMILIES:
        mine = frame[(frame["place"] == place) & (frame["form"] == form)]
        if mine["rank"].isna().all():
            found[form] = "stopped"
        elif not mine["first"].any() and (mine.loc[mine["rank"].notna(), "gate"] != "").all():
            found[form] = "held back"
        else:
            found[form] = float(mine["first"].sum())
    return found


def _text(value: Any) -> str:
    return value if isinstance(value, str) else numbers.whole_percent(value)


def _first_title(frame: pd.DataFrame) -> str:
    pairs = frame.groupby(["place", "form"], sort=False, as_index=False)["first"].sum()
    best = pairs.loc[[pairs["first"].idxmax()]].iloc[0]
    paid = "with a hybrid price" if best["form"] == "hybrid" else f"paid {best['form']}"
    often = numbers.whole_percent(best["first"])
    return f"{labels.sentence(PLACE_WORDS[best['place']])}, {paid}, comes first in {often} of the draws"


def shared_hours(frame: pd.DataFrame, case: Engagement) -> Html:
    """Draw the client's day and that of each place on the client's clock, in winter and in summer.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `location_hours`.
    case : Engagement

    Returns
    -------
    Html
    """
    told = frame[frame["usual"].notna()] if len(frame) else frame
    if told.empty:
        return not_drawn(
            "Shared hours are not drawn: they need time_zone and hours in client.yml and in locations.csv."
        )
    colours, profile = theme.palette(case), case.profile
    rows = [_Row("Client", day_bars(profile.hours, profile.time_zone, profile.time_zone, _days(case)[0]))]
    for place in told.to_dict("records"):
        rows += _rows(place, case)
    bars = pd.DataFrame(
        [
            {"start": bar.start, "end": bar.end, "row": at, "fill": colours.accent}
            for at, row in zip(rows_from_top(len(rows)), rows, strict=True)
            for bar in row.bars
        ],
        columns=["start", "end", "row", "fill"],
    )
    bars.loc[bars["row"] == len(rows) - 1, "fill"] = colours.primary
    bars = bars.assign(bottom=bars["row"] - HALF, top=bars["row"] + HALF)
    marks = list(range(0, _DAY + 1, _MARKS))
    unit = f"A Wednesday on the client's clock ({profile.time_zone})"
    plot = canvas(bars, unit, chart_height(len(rows)), grid="x")
    plot += geom_rect(aes(xmin="start", xmax="end", ymin="bottom", ymax="top", fill="fill"), size=0)
    plot += scale_x_continuous(
        breaks=marks, labels=[labels.clock(mark) for mark in marks], limits=[0, _DAY], expand=[0.02, 0]
    )
    plot += scale_fill_identity() + row_names([row.name for row in rows], 26)
    data = tables.location_hours(frame, case)
    description = "One bar for the hours of a day in which the client, and then each place, works."
    return figure(_hours_title(told), plot, data, description)


def _days(case: Engagement) -> tuple[dt.date, dt.date]:
    """Return a Wednesday in winter and one in summer of the first year."""
    first = case.profile.start
    found = []
    for month, day in (_WINTER, _SUMMER):
        near = dt.date(first.year, month, day)
        near = near if near >= first else near.replace(year=first.year + 1)
        found.append(near + dt.timedelta(days=(2 - near.weekday()) % 7))
    return found[0], found[1]


def _rows(place: dict[Hashable, Any], case: Engagement) -> list[_Row]:
    """Return the day of a place, in winter and in summer where these differ on the client's clock."""
    days = _days(case)
    winter, summer = (
        day_bars(place["hours"], place["time_zone"], case.profile.time_zone, day) for day in days
    )
    if winter == summer:
        return [_Row(place["location"], winter)]
    return [
        _Row(f"{place['location']}, {day.strftime('%B')}", bars)
        for day, bars in zip(days, (winter, summer), strict=True)
    ]


def _hours_title(told: pd.DataFrame) -> str:
    best = told.loc[told["usual"].idxmax()]
    least = told.loc[told["worst"].idxmin()]
    usual = numbers.whole_percent(best["usual"])
    if told["worst"].min() >= 1:
        every = "Every place works" if len(told) > 1 else f"{best['location']} works"
        return f"{every} all of the client's hours, whatever the clocks do"
    if len(told) == 1 or best["location"] == least["location"]:
        worst = numbers.whole_percent(best["worst"])
        return f"{best['location']} works {usual} of the client's hours in a usual week, {worst} in the worst"
    worst = f"{least['location']} comes down to {numbers.whole_percent(least['worst'])} in its worst"
    return f"{best['location']} works {usual} of the client's hours in a usual week; {worst}"
