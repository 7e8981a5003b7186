"""Several queues or sites at once: each forecast by itself, all made to add up to the total."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import NormalDist

import numpy as np
import pandas as pd

from bpo_lib.engagement import Frequency
from bpo_lib.errors import InputError
from bpo_lib.forecast.effects.calendar_days import Calendar
from bpo_lib.forecast.reconciliation import reconciled
from bpo_lib.forecast.series import dates_of, prepare
from bpo_lib.forecast.volume import VolumeForecast, forecast_volume

# Queues are forecast by themselves, the largest first; one under this share of the volume, or with
# less past, follows the total, which is steadier. House assumption.
MOST_ALONE = 5
LEAST_SHARE = 0.05
LEAST_PAST: dict[Frequency, int] = {"monthly": 13, "weekly": 13, "daily": 28, "intraday": 28}
RECENT: dict[Frequency, int] = {"monthly": 12, "weekly": 13, "daily": 56, "intraday": 56}
FOLLOWS = "share of the total"
LEVEL = 0.80
_SCORE = NormalDist().inv_cdf((1 + LEVEL) / 2)

SUMMARY_COLUMNS = ["queue", "method", "recent_share", "wape"]


@dataclass(frozen=True, eq=False)
class QueueForecast:
    """What is expected of each queue and of all together.

    Parameters
    ----------
    total : VolumeForecast
        Of all queues together; its mean is the sum of the queues.
    queues : pandas.DataFrame
        Expected volume by period, a column for each queue. [transactions]
    low, high : pandas.DataFrame
        The 80% interval of each queue. [transactions]
    summary : pandas.DataFrame
        By queue: method, recent_share of the volume, and wape, the error of about a month's volume
        in the back-test before the queues were made to add up; NaN where there is none. [share]
    notes : list of str
        What a reader should know.
    """

    total: VolumeForecast
    queues: pd.DataFrame
    low: pd.DataFrame
    high: pd.DataFrame
    summary: pd.DataFrame
    notes: list[str]


def forecast_queues(
    frame: pd.DataFrame,
    horizon: int,
    *,
    calendar: Calendar | Iterable[object] | None = None,
    levels: Sequence[float] = (0.8, 0.95),
    seed: int = 0,
) -> QueueForecast:
    """Forecast several queues so that they add up to their total at every period.

    Parameters
    ----------
    frame : pandas.DataFrame
        Counts by period, a column for each queue; NaN is missing. [transactions]
    horizon, calendar, levels, seed
        As for `forecast_volume`.

    Returns
    -------
    QueueForecast

    Raises
    ------
    InputError
        When the queues, or anything `forecast_volume` is given, cannot be used.

    Notes
    -----
    The total and the largest queues are forecast by the full recipe. Queues under 5% of the volume,
    or with too little past, take their recent share of the total: by time of the week where volumes
    come by day or by interval. Weighted least squares then make them add up: `reconciliation.py`.
    """
    past = _on_grid(frame)
    total = forecast_volume(
        past.sum(axis=1, skipna=False), horizon, calendar=calendar, levels=levels, seed=seed
    )
    return with_queues(total, past, calendar=calendar, hold_total=False)


def with_queues(
    total: VolumeForecast,
    frame: pd.DataFrame,
    *,
    calendar: Calendar | Iterable[object] | None = None,
    hold_total: bool = True,
) -> QueueForecast:
    """Return the forecast of each queue beside one of the total that is already made.

    Parameters
    ----------
    total : VolumeForecast
        Of the sum of the queues.
    frame : pandas.DataFrame
        Counts by period, a column for each queue; NaN is missing. [transactions]
    calendar : iterable of dates, optional
        As for `forecast_volume`.
    hold_total : bool
        Whether the queues give way alone, or the total with them.

    Returns
    -------
    QueueForecast
    """
    past = _on_grid(frame)
    recent = _recent(past, total.frequency)
    overall = _shared(recent.sum())
    own = {
        name: forecast_volume(_begun(past[name]), len(total.mean), calendar=calendar)
        for name in _alone(past, overall, total.frequency)
    }
    shares = _shares_at(dates_of(total.mean), recent, total.frequency)
    base = shares.mul(total.mean, axis=0)
    # A queue that follows errs as the total does, and by chance within its share.
    deviation = (shares.mul(_deviation(total), axis=0) ** 2 + base).pow(0.5)
    for name, forecast in own.items():
        base[name], deviation[name] = forecast.mean, _deviation(forecast)
    held = np.zeros(len(base)) if hold_total else _deviation(total).to_numpy() ** 2
    sums, parts = reconciled(total.mean.to_numpy(), base.to_numpy(), held, deviation.to_numpy() ** 2)
    queues = pd.DataFrame(parts, base.index, base.columns)
    width = (_SCORE * deviation).where(queues > 0, 0.0)
    if not hold_total:
        total = replace(total, mean=pd.Series(sums, base.index, name=total.mean.name))
    low, high = (queues - width).clip(lower=0), queues + width
    return QueueForecast(total, queues, low, high, _summary(own, overall), _notes(own, overall))


def _on_grid(frame: pd.DataFrame) -> pd.DataFrame:
    """Return every queue on its grid, or name the one that cannot be used."""
    if not isinstance(frame, pd.DataFrame) or frame.shape[1] == 0:
        raise InputError("queues must be a pandas DataFrame with a column of counts for each queue")
    if frame.columns.duplicated().any():
        raise InputError(f"queue {str(frame.columns[frame.columns.duplicated()][0])!r} is given twice")
    past = {}
    for name in frame:
        try:
            past[str(name)] = prepare(frame[name]).counts
        except InputError as error:
            raise InputError(f"queue {str(name)!r}: {error}") from None
    return pd.DataFrame(past)


def _begun(counts: pd.Series) -> pd.Series:
    """Return a queue from its first work on: before, it was not there."""
    return counts.loc[(counts > 0).idxmax() :]


def _alone(past: pd.DataFrame, overall: pd.Series, frequency: Frequency) -> list[str]:
    """Return the queues that are forecast by themselves, the largest first."""
    largest = overall[overall >= LEAST_SHARE].sort_values(ascending=False, kind="stable").index
    return [name for name in largest if _length(_begun(past[name]), frequency) >= LEAST_PAST[frequency]][
        :MOST_ALONE
    ]


def _length(counts: pd.Series, frequency: Frequency) -> int:
    """Return the length of a history in periods, in days when intraday."""
    counted = counts.dropna()
    return dates_of(counted).normalize().nunique() if frequency == "intraday" else len(counted)


def _recent(past: pd.DataFrame, frequency: Frequency) -> pd.DataFrame:
    """Return the recent periods in which every queue was counted."""
    if frequency == "intraday":
        rows = past.loc[past.index[-1] - pd.Timedelta(days=RECENT[frequency]) :]
    else:
        rows = past.iloc[-RECENT[frequency] :]
    known = rows.dropna()
    return rows.fillna(0) if known.empty else known


def _shares_at(periods: pd.DatetimeIndex, recent: pd.DataFrame, frequency: Frequency) -> pd.DataFrame:
    """Return the recent share of each queue in the total, by time of the week where that is known."""
    by_place = recent.groupby(_place_in_week(pd.DatetimeIndex(recent.index), frequency)).sum()
    by_place = by_place.div(by_place.sum(axis=1).replace(0, np.nan), axis=0)
    found = by_place.reindex(_place_in_week(periods, frequency)).fillna(_shared(recent.sum()))
    return found.set_axis(periods)


def _place_in_week(periods: pd.DatetimeIndex, frequency: Frequency) -> np.ndarray:
    if frequency in {"weekly", "monthly"}:
        return np.zeros(len(periods), dtype=int)
    minute = 60 * periods.hour + periods.minute if frequency == "intraday" else 0
    return np.asarray(1440 * periods.dayofweek + minute)


def _shared(volumes: pd.Series) -> pd.Series:
    """Return volumes as shares of their sum; equal ones where nothing came."""
    total = volumes.sum()
    return volumes / total if total > 0 else pd.Series(1 / len(volumes), volumes.index)


def _deviation(forecast: VolumeForecast) -> pd.Series:
    return (forecast.interval(LEVEL)[1] - forecast.mean) / _SCORE


def _summary(own: dict[str, VolumeForecast], overall: pd.Series) -> pd.DataFrame:
    rows = [
        (name, own[name].method, share, own[name].month_ahead_wape)
        if name in own
        else (name, FOLLOWS, share, float("nan"))
        for name, share in overall.items()
    ]
    return pd.DataFrame(rows, columns=SUMMARY_COLUMNS)


def _notes(own: dict[str, VolumeForecast], overall: pd.Series) -> list[str]:
    following = [str(name) for name in overall.index if name not in own]
    notes = []
    if own:
        notes.append(
            "Queues are forecast by themselves, then made to add up; the less sure gives way the more."
        )
    if following:
        notes.append(
            "Too small or too new to be forecast alone, so at a recent share of the total: "
            f"{', '.join(following)}."
        )
    return notes
