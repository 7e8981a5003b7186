"""Charts of the volume: what was, what is expected, when in the week it comes."""

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.forecast import VolumeOutlook
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts import fan, theme
from bpo_lib.workbook.charts.figure import day_number, figure, not_drawn
from bpo_lib.workbook.charts.week_grid import busiest, by_hour, week_grid
from bpo_lib.workbook.html import Html

_SAME = 0.005  # a change smaller than this is none to a reader
_MOST_DAYS = 120  # more days than this are averaged by week
_QUARTER = pd.Timedelta(days=91)


def volume_history_and_forecast(outlook: VolumeOutlook, case: Engagement) -> Html:
    """Draw past volume and what is expected of every month of the term, with its 80 and 95% ranges.

    Parameters
    ----------
    outlook : VolumeOutlook
    case : Engagement

    Returns
    -------
    Html
    """
    frame = _by_month(outlook)
    marks = fan.marks_of(outlook.forecast, frame)
    if outlook.forecast.frequency != "monthly":  # a day that stood out does not show in its month
        marks = fan.Marks(marks.unusual.iloc[:0], marks.shifts)
    plot = fan.fan(frame, f"{_plural(case)} per month", theme.palette(case), marks)
    return figure(_outlook_title(outlook, case), plot, _outlook_data(outlook, case), fan.DRAWN + marks.told)


def _by_month(outlook: VolumeOutlook) -> pd.DataFrame:
    """Return the months of the history and of the term, ready to draw."""
    below, above = (
        _wider(outlook, side, point) for side, point in ((outlook.low, 0.025), (outlook.high, 0.975))
    )
    future = {
        "mean": outlook.mean,
        "low80": outlook.low,
        "high80": outlook.high,
        "low95": (outlook.mean + below * (outlook.low - outlook.mean)).clip(lower=0),
        "high95": outlook.mean + above * (outlook.high - outlook.mean),
    }
    past = outlook.history_monthly.rename("actual").to_frame()
    months = pd.concat([past, pd.DataFrame(future, index=outlook.months)]).rename_axis("month").reset_index()
    start = months["month"].dt.to_timestamp()
    return months.assign(start=start, x=day_number(start)).sort_values("x", kind="stable")


def _wider(outlook: VolumeOutlook, edge: pd.Series, point: float) -> float:
    """Return how much farther out than the 80% edge a point of the paths lies, taken over all months.

    Month by month the farthest paths are few, and their edge would be ragged.
    """
    distance = (edge - outlook.mean).to_numpy()
    reached = np.quantile(outlook.paths, point, axis=0) - outlook.mean.to_numpy()
    known = distance != 0
    return max(float(np.median(reached[known] / distance[known])), 1.0) if known.any() else 1.0


def recent_volume(outlook: VolumeOutlook, case: Engagement) -> Html:
    """Draw the volume at a finer grain than the month, with what stood out in it.

    Parameters
    ----------
    outlook : VolumeOutlook
    case : Engagement

    Returns
    -------
    Html
        Empty where the history is by month.
    """
    if outlook.forecast.frequency == "monthly":
        return Html("")
    frame, unit = _displayable(outlook.daily, case)
    marks = fan.marks_of(outlook.forecast, frame)
    plot = fan.fan(frame, unit, theme.palette(case), marks)
    title = _recent_title(outlook, case)
    return figure(title, plot, _recent_data(frame, unit), fan.DRAWN + marks.told)


def _recent_title(outlook: VolumeOutlook, case: Engagement) -> str:
    """Say what the next quarter brings against the last, before changes that the history cannot know."""
    lines = outlook.daily.set_index("start")
    past, ahead = lines["actual"].dropna(), lines["mean"].dropna()
    last, following = (
        past[past.index > past.index[-1] - _QUARTER],
        ahead[ahead.index < ahead.index[0] + _QUARTER],
    )
    each, name = labels.spacing(outlook.daily["start"]), f"{case.profile.transaction}s"
    said = (
        f"The last three months brought {numbers.three_digits(last.mean())} {name} a {each}; from the "
        f"history alone, the next three bring {numbers.three_digits(following.mean())}"
    )
    found = len(outlook.forecast.outliers)
    return f"{said}; {found} {each}{'s' if found > 1 else ''} stood out" if found else said


def _recent_data(frame: pd.DataFrame, unit: str) -> Html:
    heads = {"actual": "Came", "mean": "Expected", "low80": "Low (80%)", "high80": "High (80%)"}
    shown = {
        name: ["" if numbers.missing(value) else numbers.three_digits(value) for value in frame[name]]
        for name in heads
    }
    columns = {"start": tables.Column("From", labels.date)}
    columns |= {name: tables.Column(head, numbers.as_text) for name, head in heads.items()}
    return tables.table(frame.assign(**shown), f"Data: {labels.inside(unit)}", columns)


def volume_week(outlook: VolumeOutlook, case: Engagement) -> Html:
    """Draw when in an average week of the first year the volume comes.

    Parameters
    ----------
    outlook : VolumeOutlook
    case : Engagement

    Returns
    -------
    Html
        Empty where the history does not tell the time of day.
    """
    if outlook.week_profile is None:
        return Html("")
    if not outlook.mean.iloc[:12].sum() > 0:
        return not_drawn("No work is expected, so there is no hour to show.")
    week = tables.average_week(outlook)
    cells = by_hour(week, "volume", "sum")
    unit = f"{_plural(case)} expected per hour, average week of the first year"
    when, most, times = busiest(cells)
    title = (
        f"{when} is the busiest hour: {numbers.three_digits(most)} {case.profile.transaction}s are expected, "
        f"{numbers.decimal(times)} times the average open hour"
    )
    told = "One square per hour of the week; darker is more volume."
    return figure(title, week_grid(cells, unit, theme.palette(case)), tables.volume_week(outlook), told)


def _plural(case: Engagement) -> str:
    text = case.profile.transaction
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('s') else 's'}"


def _displayable(volumes: pd.DataFrame, case: Engagement) -> tuple[pd.DataFrame, str]:
    """Return what is drawn and its unit; days are averaged by week, or weekdays would hide the trend."""
    word = labels.spacing(volumes["start"])
    unit = f"{_plural(case)} per {word}"
    if word == "day" and len(volumes) > _MOST_DAYS:
        volumes, unit = (
            _by_week(volumes),
            f"{unit}, averages of whole weeks; the bands average the daily ranges",
        )
    return volumes.assign(x=day_number(volumes["start"])).reset_index(drop=True), unit


def _by_week(volumes: pd.DataFrame) -> pd.DataFrame:
    """Return averages of weeks from Monday, only those with all days past or all days ahead."""
    weeks = volumes.set_index("start").resample("W-MON", closed="left", label="left")
    whole = (weeks["actual"].size() == 7) & weeks["actual"].count().isin([0, 6, 7])
    return weeks.mean()[whole].reset_index()


def _outlook_title(outlook: VolumeOutlook, case: Engagement) -> str:
    first_year = slice(0, 12)
    mean, low, high = (
        numbers.three_digits(series.iloc[first_year].mean())
        for series in (outlook.mean, outlook.low, outlook.high)
    )
    level = f"{mean} {case.profile.transaction}s a month (80% range {low} to {high})"
    past = outlook.history_monthly.dropna()
    if len(past) < 12 or not past.iloc[-12:].sum() > 0:
        return f"The first year is expected to bring {level}"
    change = outlook.mean.iloc[first_year].mean() / past.iloc[-12:].mean() - 1
    if abs(change) < _SAME:
        return f"The first year is expected to bring as much as the last twelve months: {level}"
    more = f"{numbers.percent(abs(change))} {'more' if change >= 0 else 'less'} than the last twelve months"
    return f"The first year is expected to bring {more}: {level}"


def _outlook_data(outlook: VolumeOutlook, case: Engagement) -> Html:
    frame = pd.DataFrame(
        {
            "month": list(outlook.mean.index),
            "mean": outlook.mean.to_numpy(),
            "low": outlook.low.to_numpy(),
            "high": outlook.high.to_numpy(),
        }
    )
    unit = f"{_plural(case)} per month"
    columns = {
        "month": tables.Column("Month", labels.date),
        "mean": tables.Column("Expected", numbers.count, unit),
        "low": tables.Column("Low (80%)", numbers.count, unit),
        "high": tables.Column("High (80%)", numbers.count, unit),
    }
    return tables.table(frame, "Data: expected volume by month", columns)
