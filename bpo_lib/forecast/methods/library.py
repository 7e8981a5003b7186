"""The methods of statsforecast, each asked in one way and refused when its answer is out of reach.

The season is always passed as `season_length=`: the first argument of AutoARIMA by position
is something else. A member may fail, as the library does on some short or sparse series;
the others then serve without it.
"""

from typing import Any

import numpy as np

from bpo_lib.forecast.methods.plain import Projection, Season

MOST_POINTS = 312  # six years of weeks: a longer past costs time and tells the models nothing new
MOST_SEASONS = 104  # two years of days, whose season is a week
LONGEST_MODEL_SEASON = 24  # exponential smoothing and ARIMA cannot carry a longer season
SANE_MULTIPLE = 5  # a forecast beyond this multiple of the largest count is a fault of the method
# CES finds its bounds by simulation, which takes ten times as long as the forecast and made them
# too narrow; they are taken from its errors instead. House assumption.
TAKEN_UP = 0.2
NORMAL_80 = 1.2815515655446004  # standard deviations that hold eight of ten cases


def ets(values: np.ndarray, season: Season, horizon: int) -> Projection | None:
    """Fit exponential smoothing, its form chosen by information criterion."""
    from statsforecast.models import AutoETS  # noqa: PLC0415 - costs two seconds, so only when used

    length = _short(season)
    model = AutoETS(season_length=length, model="ZZZ" if season.trend else "ZNZ")
    return _answer(model, values, season, horizon, least=max(10, 2 * length))


def damped(values: np.ndarray, season: Season, horizon: int) -> Projection | None:
    """Fit exponential smoothing whose trend, if any, fades out."""
    from statsforecast.models import AutoETS  # noqa: PLC0415 - costs two seconds, so only when used

    length = _short(season)
    model = AutoETS(season_length=length, model="ZZZ" if season.trend else "ZNZ", damped=season.trend or None)
    return _answer(model, values, season, horizon, least=10)


def level_smoothing(values: np.ndarray, season: Season, horizon: int) -> Projection | None:
    """Fit simple exponential smoothing: one level, neither trend nor season."""
    from statsforecast.models import AutoETS  # noqa: PLC0415 - costs two seconds, so only when used

    return _answer(AutoETS(season_length=1, model="ANN"), values, season._replace(length=1), horizon, least=4)


def ces(values: np.ndarray, season: Season, horizon: int) -> Projection | None:
    """Fit complex exponential smoothing."""
    from statsforecast.models import AutoCES  # noqa: PLC0415 - costs two seconds, so only when used

    # Below 24 counts the library searches for seconds and finds nothing of use.
    return _answer(AutoCES(season_length=season.length), values, season, horizon, least=24, own_bounds=False)


def theta(values: np.ndarray, season: Season, horizon: int) -> Projection | None:
    """Fit the dynamic optimised theta model."""
    from statsforecast.models import DynamicOptimizedTheta  # noqa: PLC0415 - costs two seconds

    model = DynamicOptimizedTheta(season_length=season.length)
    return _answer(model, values, season, horizon, least=max(5, 2 * season.length + 1))


def additive_theta(values: np.ndarray, season: Season, horizon: int) -> Projection | None:
    """Fit the dynamic optimised theta model with a season that adds; meant for logs."""
    from statsforecast.models import DynamicOptimizedTheta  # noqa: PLC0415 - costs two seconds

    model = DynamicOptimizedTheta(season_length=season.length, decomposition_type="additive")
    return _answer(model, values, season, horizon, least=max(5, 2 * season.length + 1))


def arima(values: np.ndarray, season: Season, horizon: int) -> Projection | None:
    """Fit ARIMA, its orders chosen by a stepwise search."""
    from statsforecast.models import AutoARIMA  # noqa: PLC0415 - costs two seconds, so only when used

    model = AutoARIMA(season_length=_short(season), allowdrift=season.trend)
    return _answer(model, values, season, horizon, least=18)


def decomposed(values: np.ndarray, season: Season, horizon: int) -> Projection | None:
    """Take the season out by repeated smoothing (MSTL) and carry the rest by exponential smoothing."""
    from statsforecast.models import MSTL, AutoETS  # noqa: PLC0415 - costs two seconds, so only when used

    rest = AutoETS(season_length=1, model="ZZN" if season.trend else "ZNN")
    model = MSTL(season_length=season.length, trend_forecaster=rest)
    return _answer(model, values, season, horizon, least=2 * season.length + 1)


def sane(projection: Projection, values: np.ndarray) -> Projection | None:
    """Return the projection at 0 or more, or None when it is not finite or out of all reach.

    Parameters
    ----------
    projection : Projection
        What a method says.
    values : ndarray, shape (periods,)
        The history it was made from. [transactions]
    """
    mean, deviation = np.maximum(projection.mean, 0), np.abs(projection.deviation)
    finite = np.isfinite(mean).all() and np.isfinite(deviation).all()
    return Projection(mean, deviation) if finite and mean.max() <= SANE_MULTIPLE * values.max() else None


def _short(season: Season) -> int:
    return season.length if season.length <= LONGEST_MODEL_SEASON else 1


def _answer(
    model: Any, values: np.ndarray, season: Season, horizon: int, *, least: int, own_bounds: bool = True
) -> Projection | None:
    """Return what a model says of the recent past, None when it cannot or when nobody could believe it."""
    recent = values[-max(MOST_POINTS, MOST_SEASONS * _short(season)) :]
    if recent.size < least or np.ptp(recent) == 0:
        return None
    try:
        if not own_bounds:
            fitted = model.forecast(y=recent, h=horizon, fitted=True)
            return sane(Projection(fitted["mean"], _grown(recent - fitted["fitted"], horizon)), recent)
        fitted = model.forecast(y=recent, h=horizon, level=[80])
    except Exception:  # noqa: BLE001 - the library fails in its own ways on odd series; the others serve
        return None
    return sane(Projection(fitted["mean"], (fitted["hi-80"] - fitted["lo-80"]) / 2 / NORMAL_80), recent)


def _grown(errors: np.ndarray, horizon: int) -> np.ndarray:
    """Return the size of a model's errors one step ahead, grown as if its level took up a fifth of each."""
    known = errors[np.isfinite(errors)]
    return np.sqrt(np.mean(known**2) * (1 + np.arange(horizon) * TAKEN_UP**2))
