"""How a daily history is looked at by the methods, and what a reader should know of it."""

import numpy as np
import pandas as pd

from bpo_lib.forecast.effects.adjust import Adjusted, Effects, Look, adjusted
from bpo_lib.forecast.effects.calendar_days import Calendar
from bpo_lib.forecast.effects.day_effects import special_days
from bpo_lib.forecast.effects.level_shifts import LARGEST_CHANGE
from bpo_lib.forecast.effects.month_turn import TURN_DAYS
from bpo_lib.forecast.effects.trials import effects_of

# A row of zeros this long in a history that else counts something almost daily is a question.
LONG_ROW = 5
HARDLY_EVER = 0.02  # share of the other days that count 0
NAMED = 5  # dates named in one sentence

YEAR_NOTE = "The busy and quiet parts of the year are carried forward as the history shows them."


def looked_at(counts: pd.Series, calendar: Calendar) -> tuple[Look, tuple[str, ...]]:
    """Return how any past of a daily history is made fit for the methods, and the sentences on it.

    Parameters
    ----------
    counts : pandas.Series
        Daily volumes, without the weekdays that are always closed; NaN is missing. [transactions]
    calendar : Calendar
        The client's.

    Returns
    -------
    look : callable
        Adjusts any past of the history.
    notes : tuple of str
    """
    effects = effects_of(counts, calendar)

    def look(past: pd.Series) -> Adjusted:
        return adjusted(past, effects)

    seen = look(counts)
    days = pd.DatetimeIndex(counts.index)
    notes = [
        *_calendar_notes(days, effects, calendar),
        *_cycle_notes(effects),
        *_outlier_notes(seen.outliers, len(counts)),
        *(_shift_note(*shift) for shift in seen.level_shifts.itertuples(index=False)),
        *(_zero_note(first, last) for first, last in rows_of_zeros(counts)),
    ]
    return look, tuple(notes)


def rows_of_zeros(counts: pd.Series) -> list[tuple[pd.Timestamp, pd.Timestamp]]:
    """Return the first and last day of each long row of zeros in a history that else hardly has any.

    Parameters
    ----------
    counts : pandas.Series
        Daily volumes, without the weekdays that are always closed; NaN is missing. [transactions]

    Returns
    -------
    list of (Timestamp, Timestamp)
    """
    is_zero = (counts == 0).to_numpy()
    row = np.cumsum(np.diff(is_zero, prepend=False) != 0)
    length = pd.Series(is_zero).groupby(row).transform("sum").to_numpy()
    in_row = is_zero & (length >= LONG_ROW)
    others = ~in_row & counts.notna().to_numpy()
    if not others.any() or (is_zero & others).sum() > HARDLY_EVER * others.sum():
        return []
    return [(part.index[0], part.index[-1]) for _, part in counts[in_row].groupby(row[in_row]) if len(part)]


def _calendar_notes(days: pd.DatetimeIndex, effects: Effects, given: Calendar) -> list[str]:
    notes = []
    if given.country is not None:
        kinds = special_days(given, days, frozenset(range(7)))["kind"]
        where = given.country if given.subdivision is None else f"{given.country}-{given.subdivision}"
        notes.append(
            f"Public holidays of {where}: {(kinds == 'holiday').sum()} days of the history show what they "
            "and the days beside them do to the volume; coming ones are forecast accordingly."
        )
    elif effects.calendar.events is not None and effects.calendar is not given:
        known = 0 if given.events is None else len(given.events)
        found = effects.calendar.events.iloc[: len(effects.calendar.events) - known]
        notes.append(
            f"Unusual in every year, and forecast so: {_listed(list(found['name']))}. Name the country in "
            "client.yml to have its movable holidays forecast too."
        )
    return notes


def _cycle_notes(effects: Effects) -> list[str]:
    notes = []
    if effects.turn_of_month:
        notes.append(
            f"The first and last {TURN_DAYS} working days of a month differ from the others and are forecast "
            "so."
        )
    if effects.year_share:
        notes.append(YEAR_NOTE)
    return notes


def _outlier_notes(outliers: pd.DataFrame, size: int) -> list[str]:
    if outliers.empty:
        return []
    days = [f"{day:%Y-%m-%d}" for day in outliers["period"]]
    words = "is far from what is usual on its weekday and counts less"
    if len(days) > 1:
        words = "are far from what is usual on their weekday and count less"
    return [f"{len(days)} of {size:,} days {words}: {_listed(days)}."]


def _shift_note(period: pd.Timestamp, before: float, after: float) -> str:
    changed = f"Around {period:%Y-%m-%d} the level changed for good, from {before:,.1f} to {after:,.1f} a day"
    kept = max(before, after) < LARGEST_CHANGE * min(before, after)
    past = "what came before is taken at the new level" if kept else "little is learned from what came before"
    return f"{changed}: {past}. Ask what happened then."


def _zero_note(first: pd.Timestamp, last: pd.Timestamp) -> str:
    return (
        f"Every day from {first:%Y-%m-%d} to {last:%Y-%m-%d} counts 0, otherwise hardly any does: if nobody "
        "counted, leave these days empty; if it was closed, name them in the calendar."
    )


def _listed(words: list[str]) -> str:
    shown = ", ".join(words[:NAMED])
    return shown if len(words) <= NAMED else f"{shown} and {len(words) - NAMED} more"
