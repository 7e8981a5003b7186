"""The forecast in sentences: how much, how far off it would have been, what to be careful with."""

import numpy as np
import pandas as pd

from bpo_lib.forecast import VolumeForecast, VolumeOutlook
from bpo_lib.forecast.explain import PERIOD_WORDS, WORTH_SAYING
from bpo_lib.forecast.methods.plain import SEASONAL_NAIVE
from bpo_lib.forecast.term.changes import FINAL, FROM_HISTORY
from bpo_lib.workbook import labels, numbers, tables

LOW_CONFIDENCE = "Low confidence"  # how the forecast opens what may change a decision
_LEVEL, _NEAR = 0.80, 0.05  # a share of periods this near the level is as it should be (house assumption)
_ENOUGH = 20  # periods tested below which a share of them says nothing (house assumption)
_AT_FLOOR = 1.2  # an error up to so many times the floor is near it (house assumption)
_SHORT_PERIODS = {15: "quarter-hour", 30: "half-hour", 60: "hour"}

Sentences = tuple[str, ...]


def forecast_findings(outlook: VolumeOutlook, transaction: str) -> Sentences:
    """Say how much work is expected, how sure that is and what it was compared with.

    Parameters
    ----------
    outlook : VolumeOutlook
    transaction : str
        What one is called, such as call.

    Returns
    -------
    tuple of str
    """
    forecast = outlook.forecast
    said = (
        _volume(outlook, transaction),
        _changes(outlook),
        f"The busiest month brings {numbers.ratio(outlook.peak_to_mean)} times the volume of an average one.",
        _month_ahead(outlook),
        _against_naive(forecast),
        _chance(forecast, transaction),
        _range_held(forecast),
        _level_shift(forecast, transaction),
        _unusual(forecast, transaction),
    )
    return tuple(filter(None, said))


def low_confidence(outlook: VolumeOutlook) -> Sentences:
    """Return what makes a forecast less sure than its figures look."""
    return tuple(note for note in outlook.notes if note.startswith(LOW_CONFIDENCE))


def _volume(outlook: VolumeOutlook, transaction: str) -> str:
    expected, low, high = (
        numbers.three_digits(line.iloc[:12].sum()) for line in (outlook.mean, outlook.low, outlook.high)
    )
    return (
        f"The first year of the term is expected to bring {expected} {transaction}s. If every month ran "
        f"along the edge of its 80% range, it would be {low} or {high}."
    )


def _changes(outlook: VolumeOutlook) -> str:
    """Say what the changes that the client expects add to the history, or take from it."""
    effects = outlook.bridge.drop(columns=[FROM_HISTORY, FINAL], errors="ignore").sum()
    felt = [str(name) for name in effects.index[effects != 0]]
    if not felt:
        return ""
    change = outlook.bridge[FINAL].sum() / outlook.bridge[FROM_HISTORY].sum() - 1
    return (
        f"Over the whole term the changes that are expected ({', '.join(felt)}) move the volume by "
        f"{numbers.signed_percent(change)} against what the history alone shows."
    )


def _month_ahead(outlook: VolumeOutlook) -> str:
    if numbers.missing(outlook.wape):
        return ""
    error = numbers.percent(outlook.wape)
    return f"A month's total, forecast a month ahead, was off by {error} on average in the back-test."


def _against_naive(forecast: VolumeForecast) -> str:
    """Say whether the forecast did better than repeating the last season."""
    errors = forecast.accuracy.set_index("method")["wape"]
    used = tables.used_method(forecast)
    own, naive = errors.get(used, np.nan), errors.get(SEASONAL_NAIVE, np.nan)
    if numbers.missing(own) or numbers.missing(naive):
        return ""
    words = _period(forecast)
    by_period = f"{words} by {words}"
    if used == SEASONAL_NAIVE:
        return (
            f"No method did better than repeating the last season, so that is what is used: {by_period} it "
            f"was {numbers.percent(own)} off."
        )
    said = f"{labels.sentence(by_period)} the forecast was {numbers.percent(own)} off"
    season = f"repeating the last season would have been {numbers.percent(naive)} off"
    if own < naive:
        return f"{said}; {season}, so {numbers.whole_percent(1 - own / naive)} of that error is saved."
    tested = _tested(forecast, used)
    short = f", in a test of only {tested} {PERIOD_WORDS[forecast.frequency]}"
    limit = short if 0 < tested < _ENOUGH else ""
    return f"{said}; {season}. It did not do better than that{limit}."


def _chance(forecast: VolumeForecast, transaction: str) -> str:
    """Say how far off even a perfect forecast would be."""
    if numbers.missing(forecast.poisson_floor) or forecast.poisson_floor < WORTH_SAYING:
        return ""
    floor = numbers.percent(forecast.poisson_floor)
    said = (
        f"Even a perfect forecast would miss the single {_period(forecast)} by about {floor}, because single "
        f"{transaction}s come by chance"
    )
    own = forecast.accuracy.set_index("method")["wape"].get(tables.used_method(forecast), np.nan)
    near = own <= _AT_FLOOR * forecast.poisson_floor  # never of a missing error
    return f"{said}; this one is near that limit." if near else f"{said}."


def _range_held(forecast: VolumeForecast) -> str:
    """Say whether the 80% ranges held 80% of what came."""
    used = tables.used_method(forecast)
    held = forecast.accuracy.set_index("method")["coverage"].get(used, np.nan)
    if numbers.missing(held) or _tested(forecast, used) < _ENOUGH:
        return ""
    said = f"In the back-test the 80% ranges held {numbers.percent(held)} of what came"
    if abs(held - _LEVEL) <= _NEAR:
        return f"{said}, as they should."
    if held < _LEVEL:
        return f"{said}: they are too narrow, so plan with more room than they show."
    return f"{said}: they are on the safe side."


def _tested(forecast: VolumeForecast, method: str) -> int:
    """Return how many periods a method forecast in the back-test, days when intraday."""
    return int(forecast.backtest.loc[forecast.backtest["method"] == method, "steps"].sum())


def _level_shift(forecast: VolumeForecast, transaction: str) -> str:
    """Say when the volume last changed for good."""
    if forecast.level_shifts.empty:
        return ""
    last = forecast.level_shifts.sort_values("period").iloc[-1]
    when = labels.date(last["period"])
    if last["before"] <= 0:
        return f"The volume began around {when}; only what came since tells of the future."
    before, after = (numbers.three_digits(last[name]) for name in ("before", "after"))
    change = numbers.signed_percent(last["after"] / last["before"] - 1)
    return (
        f"The volume changed for good around {when}: from {before} to {after} {transaction}s a "
        f"{PERIOD_WORDS[forecast.frequency][:-1]} ({change}). Ask what happened then."
    )


def _unusual(forecast: VolumeForecast, transaction: str) -> str:
    """Say how many periods were unlike the rest, and name the farthest off."""
    found = forecast.outliers
    if found.empty:
        return ""
    words = PERIOD_WORDS[forecast.frequency]
    many = f"1 {words[:-1]} was" if len(found) == 1 else f"{numbers.count(len(found))} {words} were"
    most = found.loc[(found["count"] - found["expected"]).abs().idxmax()]
    return (
        f"{many} unlike the rest and counted less, most of all {labels.date(most['period'])} with "
        f"{numbers.count(most['count'])} {transaction}s where {numbers.count(most['expected'])} are usual."
    )


def _period(forecast: VolumeForecast) -> str:
    """Return what one period of the forecast is called: half-hour, day, week or month."""
    if forecast.frequency != "intraday":
        return PERIOD_WORDS[forecast.frequency][:-1]
    index = pd.DatetimeIndex(forecast.mean.index)
    minutes = int((index[1] - index[0]) / pd.Timedelta(minutes=1)) if len(index) > 1 else 60
    return _SHORT_PERIODS.get(minutes, "period")
