"""When cases arrive: by day, and by weekday and hour, on the clock of the people who do the work."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from bpo_lib.process.log.columns import LogColumns

_HOURS, _WEEKDAYS = 24, 7
_NANOSECONDS = 1_000_000_000
_MINUTE = 60


class Arrivals(NamedTuple):
    """First events of the cases.

    `days`: cases by day, every day from first to last; `hours`: columns weekday (0 is Monday), start
    (time of day) and cases; `seconds_between`: mean time from one to the next, NaN with one case.
    """

    days: pd.Series
    hours: pd.DataFrame
    seconds_between: float


def arrivals_of(log: LogColumns) -> Arrivals:
    """Return when cases arrive.

    Parameters
    ----------
    log : LogColumns
        The log with its starts: a case arrives with its first event of any state.
    """
    first = log.seconds[log.starts]
    local = first if log.offset_minutes is None else first + log.offset_minutes[log.starts] * float(_MINUTE)
    moments = pd.DatetimeIndex(log.began + pd.to_timedelta((local * _NANOSECONDS).astype(np.int64)))
    between = float(np.ptp(first)) / (len(first) - 1) if len(first) > 1 else float("nan")
    return Arrivals(_by_day(moments), _by_hour(moments), between)


def _by_day(moments: pd.DatetimeIndex) -> pd.Series:
    days = moments.normalize()
    every = pd.date_range(days.min(), days.max(), freq="D")
    counts = np.bincount(((days - every[0]).days).to_numpy(), minlength=len(every))
    return pd.Series(counts, index=every, name="cases")


def _by_hour(moments: pd.DatetimeIndex) -> pd.DataFrame:
    slot = moments.dayofweek.to_numpy() * _HOURS + moments.hour.to_numpy()
    weekday, hour = np.divmod(np.arange(_WEEKDAYS * _HOURS), _HOURS)
    start = [pd.Timestamp(0, unit="D").replace(hour=int(each)).time() for each in hour]
    cases = np.bincount(slot, minlength=len(hour))
    return pd.DataFrame({"weekday": weekday, "start": start, "cases": cases})
