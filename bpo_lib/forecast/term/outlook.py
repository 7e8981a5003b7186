"""The volume of a deal: a client's history carried over the months of the term."""

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from bpo_lib.engagement import Drivers, Engagement, History, SpecialDays
from bpo_lib.errors import InputError
from bpo_lib.forecast.carry import Carried
from bpo_lib.forecast.effects.calendar_days import Calendar
from bpo_lib.forecast.effects.notes import YEAR_NOTE
from bpo_lib.forecast.intraday.day_table import DayTable, daily_history
from bpo_lib.forecast.last_test import last_test
from bpo_lib.forecast.series import DAY_MINUTES, PreparedSeries, dates_of, prepare
from bpo_lib.forecast.term.changes import changed_demand
from bpo_lib.forecast.term.drivers import DriverEffects, driver_effects
from bpo_lib.forecast.term.month_paths import paths_over_the_term
from bpo_lib.forecast.term.month_shares import complete_months
from bpo_lib.forecast.term.queue_months import QueueMonths, queues_by_month
from bpo_lib.forecast.term.reached_months import YEAR, by_month, over_the_term, years_of_growth
from bpo_lib.forecast.term.terms import DemandTerms
from bpo_lib.forecast.volume import VolumeForecast, assembled, carried_forward

SHOWN_HISTORY = 731  # two years of days on the fan chart
LONG_GAP = 6  # months between the last count and the start of the term that deserve a warning
FAN_COLUMNS = ["start", "actual", "mean", "low80", "high80", "low95", "high95"]


@dataclass(frozen=True, eq=False)
class VolumeOutlook:
    """The volume to expect in each month of the term.

    Parameters
    ----------
    history_monthly : pandas.Series
        Complete months of the history, by month. [transactions/month]
    months : pandas.PeriodIndex
        The months of the term.
    mean, low, high : pandas.Series
        Expected volume and its 80% interval, by month of the term. [transactions/month]
    paths : ndarray, shape (paths, months)
        Courses the volume may take; the quantiles of a month are those of its interval. [transactions/month]
    forecast : VolumeForecast
        The forecast at the frequency of the history.
    wape : float
        Error of about a month's volume in the back-test; NaN when there is none. [share]
    peak_to_mean : float
        Busiest month over the average month of the first year of the term.
    week_profile : pandas.DataFrame or None
        Columns weekday (0 is Monday), minute (of the day), share (of a week's volume, sum 1);
        None when the history is not intraday.
    daily : pandas.DataFrame
        History and forecast to draw, by day, week or month: start, actual, mean, low80, high80,
        low95, high95. [transactions]
    last_test : pandas.DataFrame
        The latest back-test by day, week or month: start, actual, mean, low80, high80. [transactions]
    notes : tuple of str
        Plain sentences on data, choice and confidence.
    bridge : pandas.DataFrame
        By month of the term: the volume from history, what each expected change adds or takes away,
        and `mean` as the last column. [transactions/month]
    handling_factor : pandas.Series
        Handling time by month of the term against today's; 1 unless contacts are deflected. [ratio]
    queues : pandas.DataFrame
        Expected volume by month of the term, a column for each queue, which sum to `mean`; empty
        where the client counts all work together. [transactions/month]
    queue_summary : pandas.DataFrame
        By queue: method, recent_share of the volume, wape; empty likewise. [share]
    growth_years : ndarray of int, shape (months,)
        How often a month of the term has grown by `demand.volume_growth_per_year`.
    ahead : ndarray of bool, shape (months,)
        Whether a month is still to come, so that what the client expects to change may move it.
    """

    history_monthly: pd.Series
    months: pd.PeriodIndex
    mean: pd.Series
    low: pd.Series
    high: pd.Series
    paths: np.ndarray
    forecast: VolumeForecast
    wape: float
    peak_to_mean: float
    week_profile: pd.DataFrame | None
    daily: pd.DataFrame
    last_test: pd.DataFrame
    notes: tuple[str, ...]
    bridge: pd.DataFrame = field(default_factory=pd.DataFrame)
    handling_factor: pd.Series = field(default_factory=lambda: pd.Series(dtype=float))
    queues: pd.DataFrame = field(default_factory=pd.DataFrame)
    queue_summary: pd.DataFrame = field(default_factory=pd.DataFrame)
    growth_years: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=int))
    ahead: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=bool))


@dataclass(frozen=True, eq=False)
class _ForecastPart:
    """What only depends on the history and the start of the term, and takes the time."""

    forecast: VolumeForecast
    history: PreparedSeries
    history_monthly: pd.Series
    daily: pd.DataFrame
    profile: pd.DataFrame | None
    months: pd.DataFrame  # mean, low, high by month from the start of the term to the end of the forecast
    paths: np.ndarray  # the same months, (paths, months)
    effects: DriverEffects
    queues: QueueMonths
    last_test: pd.DataFrame
    notes: tuple[str, ...]


def volume_outlook(case: Engagement) -> VolumeOutlook:
    """Carry a client's history over the term of the deal.

    Parameters
    ----------
    case : Engagement
        Its history and calendar, its term, and what it expects to change its demand.

    Returns
    -------
    VolumeOutlook

    Raises
    ------
    InputError
        When the client gives no history.

    Notes
    -----
    The first twelve months of the term are forecast from the history, across a gap if there
    is one; a month of the term that is already counted is taken as it was. After that, each
    month is the same month of the year before times 1 + growth, and the relative width of the
    interval grows from its last one with the root of the months since the start (house assumption). A term
    that began before the history ended is forecast up to a year beyond the history. Drivers, a one-off
    change and deflection come last: `forecast/term/changes.py`.
    """
    if case.history is None:
        raise InputError(f"{case.client} gives no past volumes: add volumes.csv")
    months = case.profile.months
    profile = case.profile
    past = _Past(case.history, case.special_days, profile.country, profile.subdivision, case.drivers)
    return _outlook(past, months[0], months[-1], case.of(DemandTerms))


class _Past(NamedTuple):
    """What a forecast from history rests on; its tables are compared by identity."""

    history: History
    special_days: SpecialDays
    country: str
    subdivision: str
    drivers: Drivers | None


@lru_cache(maxsize=16)
def _outlook(past: _Past, start: pd.Period, last: pd.Period, terms: DemandTerms) -> VolumeOutlook:
    """Return the outlook; every case with this past, term and these changes shares one."""
    months, first = pd.period_range(start, last, freq="M"), _forecast_part(past, start, last)
    counted = dates_of(first.history.counts)[-1].to_period("M")
    changed = changed_demand(
        over_the_term(first.months, months, 0.0)["mean"],
        over_the_term(first.months, months, terms.volume_growth_per_year),
        terms,
        counted,
        first.effects,
    )
    mean, queues = changed.volume["mean"], first.queues
    year = mean.iloc[:YEAR]
    return VolumeOutlook(
        history_monthly=first.history_monthly,
        months=months,
        mean=mean,
        low=changed.volume["low"],
        high=changed.volume["high"],
        paths=paths_over_the_term(first.paths, first.months, changed.volume),
        forecast=first.forecast,
        wape=first.forecast.month_ahead_wape,
        peak_to_mean=float(year.max() / year.mean()) if year.mean() > 0 else 1.0,
        week_profile=first.profile,
        daily=first.daily,
        last_test=first.last_test,
        notes=(*first.forecast.notes, *first.notes, *changed.notes, *queues.notes),
        bridge=changed.bridge,
        handling_factor=changed.handling_factor,
        queues=queues.volumes(mean),
        queue_summary=queues.summary,
        growth_years=years_of_growth(len(months), len(first.months)),
        ahead=np.asarray(months > counted),
    )


@lru_cache(maxsize=8)
def _forecast_part(past: _Past, start: pd.Period, last: pd.Period) -> _ForecastPart:
    """Return the forecast from the past alone; the slow part, so remembered.

    It reaches a year into the term, or a year beyond the history if that is later.
    """
    prepared = prepare(past.history.counts)
    counted = dates_of(prepared.counts)[-1].to_period("M")
    effects = driver_effects(past.drivers, _counted_months(prepared), counted, last)
    prepared = effects.taken_out(prepared)
    end = min(max(start + YEAR - 1, counted + YEAR), last)
    reached, days = pd.period_range(start, end, freq="M"), past.special_days
    calendar = Calendar.of(Calendar(days.closed, past.country or None, past.subdivision or None, days.events))
    own, display = carried_forward(prepared, _periods_until(prepared, end), calendar)
    forecast = assembled(own, prepared, calendar_ignored=not calendar.is_empty)
    table, shown, displayable = None, prepared, forecast
    if prepared.frequency == "intraday":
        table = DayTable.of(prepared.counts, prepared.step_minutes)
        shown = daily_history(prepared, table)
        displayable = assembled(display, shown)
    as_counted = effects.put_back(shown)
    known, paths = by_month(as_counted, displayable, reached)
    profile = None if table is None else _week_profile(table, display, prepared)
    tested = last_test(display, shown.frequency).set_index("start")
    tested = tested.mul(effects.at(tested.index), axis=0).reset_index()
    notes = _outlook_notes(prepared, start, display.notes)
    queues = queues_by_month(past.history.queues, shown, displayable, reached, calendar)
    past_months = complete_months(as_counted.counts, as_counted.frequency)
    drawn = _fan(as_counted.counts, displayable)
    return _ForecastPart(
        forecast, as_counted, past_months, drawn, profile, known, paths, effects, queues, tested, notes
    )


def _counted_months(prepared: PreparedSeries) -> pd.Series:
    """Return the complete months of a history of any frequency."""
    shown = daily_history(prepared) if prepared.frequency == "intraday" else prepared
    return complete_months(shown.counts, shown.frequency)


def _periods_until(prepared: PreparedSeries, end: pd.Period) -> int:
    """Return how many periods reach the end of a month, 1 or more."""
    index = dates_of(prepared.counts)
    reach = pd.date_range(index[-1], max(end.end_time, index[-1]), freq=index.freq)
    return max(len(reach) - 1, 1)


def _week_profile(table: DayTable, days: Carried, prepared: PreparedSeries) -> pd.DataFrame:
    """Return how an average forecast week spreads over its slots."""
    weekday = days.periods.dayofweek
    volume = np.bincount(weekday, weights=days.mean, minlength=7)
    average = volume / np.maximum(np.bincount(weekday, minlength=7), 1)
    share = table.profile() * average[:, None]
    share = share / share.sum() if share.sum() > 0 else np.full_like(share, 1 / share.size)
    slots = DAY_MINUTES // prepared.step_minutes
    offset = dates_of(prepared.counts)[0].minute % prepared.step_minutes
    minute = np.arange(slots) * prepared.step_minutes + offset
    return pd.DataFrame(
        {"weekday": np.repeat(np.arange(7), slots), "minute": np.tile(minute, 7), "share": share.ravel()}
    )


def _fan(counts: pd.Series, forecast: VolumeForecast) -> pd.DataFrame:
    """Return history and forecast one under the other, ready to draw."""
    past = counts.iloc[-SHOWN_HISTORY:].rename("actual")
    ends = {
        f"{side}{level}": end
        for level in (80, 95)
        for side, end in zip(("low", "high"), forecast.interval(level / 100), strict=True)
    }
    future = pd.DataFrame({"mean": forecast.mean, **ends})
    table = pd.concat([past.to_frame(), future]).rename_axis("start").reset_index()
    return table[FAN_COLUMNS]


def _outlook_notes(prepared: PreparedSeries, start: pd.Period, said: Collection[str]) -> tuple[str, ...]:
    """Return what to know of a forecast that reaches over a year and more."""
    dates, notes = dates_of(prepared.counts), []
    months = (dates[-1] - dates[0]) / pd.Timedelta(days=365.25 / YEAR) + (prepared.frequency == "monthly")
    if months < 2 * YEAR - 0.5:
        unit = "month" if months < 1.5 else "months"
        notes.append(
            f"Low confidence beyond the next months: a history of {months:.0f} {unit} is under the two "
            "years that would show which months are busy every year."
        )
    elif prepared.frequency in {"daily", "intraday"} and YEAR_NOTE not in said:
        notes.append(
            "Busy months of the year are not carried forward: trying it on the past did not make the "
            "forecast better."
        )
    gap = (start - dates[-1].to_period("M")).n - 1
    if gap >= LONG_GAP:
        notes.append(
            f"Low confidence: the history ends {gap} months before the term; the forecast bridges them."
        )
    return tuple(notes)
