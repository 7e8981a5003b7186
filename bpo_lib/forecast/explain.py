"""Say how a forecast was made and how far to trust it, in plain sentences."""

import numpy as np
import pandas as pd

from bpo_lib.engagement import Frequency
from bpo_lib.forecast.accuracy import poisson_floor
from bpo_lib.forecast.carry import SHORT_HISTORY, Carried
from bpo_lib.forecast.intraday.shared_days import PROFILE_METHOD
from bpo_lib.forecast.methods.plain import SEASONAL_NAIVE

PERIOD_WORDS: dict[Frequency, str] = {
    "monthly": "months",
    "weekly": "weeks",
    "daily": "days",
    "intraday": "days",
}

WORTH_SAYING = 0.02  # a floor below this is drowned by every other error [share]


def scored_as(carried: Carried) -> str:
    """Return the name under which the chosen method stands in the back-test."""
    return PROFILE_METHOD if carried.method.startswith(PROFILE_METHOD) else carried.method


def choice_notes(
    accuracy: pd.DataFrame, backtest: pd.DataFrame, carried: Carried, frequency: Frequency
) -> list[str]:
    """Return sentences on what was used, how well it did, and how far to trust it.

    Parameters
    ----------
    accuracy, backtest : pandas.DataFrame
        The scores by method, and by origin and method.
    carried : Carried
        The history carried forward.
    frequency : str
        That of the forecast.

    Returns
    -------
    list of str
    """
    notes = [_choice_note(accuracy, backtest, carried, frequency)] if len(accuracy) else []
    floor = poisson_floor(carried.mean)
    if floor >= WORTH_SAYING:
        period = "interval" if frequency == "intraday" else PERIOD_WORDS[frequency][:-1]
        notes.append(
            f"Counts of this size scatter by chance: even a perfect forecast of every {period} "
            f"would be off by about {floor:.0%} of volume."
        )
    return [*notes, *_confidence_notes(accuracy, carried, frequency)]


def _confidence_notes(accuracy: pd.DataFrame, carried: Carried, frequency: Frequency) -> list[str]:
    notes = []
    if carried.points < SHORT_HISTORY:
        notes.append(
            f"Low confidence: {_counted(carried.points, frequency)} too few to show which periods are "
            "busy, so the level of the recent past is carried forward."
        )
    elif not len(accuracy):
        notes.append("Low confidence: the history is too short for a back-test.")
    if not len(accuracy):
        notes.append("Interval widths are a house assumption until the history allows a back-test.")
    if carried.points > 1 and not carried.deviation.any():
        notes.append(
            "Low confidence: the history never varies, so the interval has no width. "
            "Is it a plan, not a count?"
        )
    return notes


def _choice_note(
    accuracy: pd.DataFrame, backtest: pd.DataFrame, carried: Carried, frequency: Frequency
) -> str:
    by_method = accuracy.set_index("method")["wape"]
    steps, origins = int(backtest["steps"].max()), backtest["origin"].nunique()
    tested = f"in {origins} back-test{'s' if origins > 1 else ''} of {steps} {PERIOD_WORDS[frequency]}"
    naive, own = by_method.get(SEASONAL_NAIVE, np.nan), by_method.get(scored_as(carried), np.nan)
    if np.isnan(own) or np.isnan(naive):
        return f"Used: {carried.method}, tried {tested}; no volume came, so no error can be given."
    if carried.method != carried.proposed:
        return (
            f"The {carried.proposed} did not beat repeating the last season (seasonal naive) {tested}, "
            f"so a plain method is used, {carried.method}, with an error of {own:.1%} of volume."
        )
    words = f"Method used: {carried.method}. Period by period its error was {own:.1%} of volume {tested}"
    if own < naive:
        return f"{words}; repeating the last season (seasonal naive) was {naive:.1%} off."
    return f"{words}. It did not beat repeating the last season (seasonal naive), which was {naive:.1%} off."


def _counted(points: int, frequency: Frequency) -> str:
    words = PERIOD_WORDS[frequency]
    return f"1 {words[:-1]} is" if points == 1 else f"{points} {words} are"
