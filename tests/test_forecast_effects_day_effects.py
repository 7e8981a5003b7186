"""Holidays and events: their factors recovered, shrunk, pooled, and exactly 0 where always closed."""

import numpy as np
import pandas as pd
import pytest
from day_cases import chance, days

from bpo_lib.forecast.effects.calendar_days import Calendar
from bpo_lib.forecast.effects.day_effects import learn_effects, special_days

ENGLAND = Calendar(country="GB", subdivision="ENG")
EVERY_DAY, WEEKDAYS = frozenset(range(7)), frozenset(range(5))


def english(size, effect, mean=1_000, after=1.0):
    """Return a history in which each holiday has an effect by its name."""
    index = days(size)
    factor = pd.Series(1.0, index)
    for day, name in ENGLAND.holidays(index[0], index[-1]).items():
        factor[day] = effect.get(name, effect["other"])
        following = day + pd.Timedelta(days=1)
        if following in index and following not in ENGLAND.holidays(index[0], index[-1]).index:
            factor[following] = after
    return chance(mean * factor.to_numpy(), index)


def future(year=2026):
    return pd.date_range(f"{year}-01-01", f"{year}-12-31")


def test_effects_are_recovered_within_a_tenth_of_a_day():
    truth = {"Good Friday": 0.4, "Boxing Day": 0.7, "other": 0.6}
    effects = learn_effects(english(3 * 365, truth, after=1.3), ENGLAND, EVERY_DAY)
    factor = pd.Series(effects.of(future()), future())
    assert factor["2026-04-03"] == pytest.approx(0.4, abs=0.1)  # Good Friday, which moves every year
    assert factor["2026-12-26"] == pytest.approx(0.7, abs=0.1)
    assert factor["2026-05-05"] == pytest.approx(1.3, abs=0.1)  # the day after May Day
    assert factor["2026-05-01"] == pytest.approx(1.0, abs=0.1)  # the day before its weekend
    assert (factor["2026-06-01":"2026-08-15"] == 1).all()


def test_a_holiday_that_always_was_zero_is_exactly_zero():
    effects = learn_effects(english(2 * 365, {"Christmas Day": 0, "other": 0.5}), ENGLAND, EVERY_DAY)
    assert effects.of(pd.DatetimeIndex(["2026-12-25"])).tolist() == [0]
    assert effects.of(pd.DatetimeIndex(["2026-12-26"]))[0] > 0.3


def test_days_left_out_of_a_complete_history_were_closed():
    series = english(2 * 365, {"other": 0})
    series[series == 0] = np.nan
    factor = learn_effects(series, ENGLAND, EVERY_DAY).of(pd.DatetimeIndex(["2026-12-25", "2026-05-04"]))
    assert factor.tolist() == [0, 0]
    gappy = series.mask(np.random.default_rng(0).random(len(series)) < 0.2)
    assert learn_effects(gappy, ENGLAND, EVERY_DAY).of(pd.DatetimeIndex(["2026-12-25"])).tolist() == [1]


def test_a_zero_where_little_was_usual_proves_nothing():
    effects = learn_effects(english(365, {"other": 0}, mean=0.5), ENGLAND, EVERY_DAY)
    assert effects.of(pd.DatetimeIndex(["2026-12-25"]))[0] > 0


def test_a_holiday_never_seen_is_as_the_others():
    series = english(365 + 200, {"other": 0.5})
    effects = learn_effects(series["2023-06-01":"2023-12-20"], ENGLAND, EVERY_DAY)
    assert effects.of(pd.DatetimeIndex(["2026-12-25"])).tolist() == [effects.usual["holiday"]]
    assert effects.usual["holiday"] == pytest.approx(0.5, abs=0.15)


def test_noise_moves_factors_towards_one():
    loud, quiet = (
        learn_effects(english(365, {"other": 0.5}, mean), ENGLAND, EVERY_DAY) for mean in (2, 2_000)
    )
    assert abs(loud.usual["holiday"] - 1) < abs(quiet.usual["holiday"] - 1)


def test_the_open_day_after_a_friday_is_a_monday():
    found = special_days(Calendar(country="DE"), pd.date_range("2025-10-01", "2025-10-10"), WEEKDAYS)
    assert found["kind"].to_dict() == {
        pd.Timestamp("2025-10-02"): "day before",
        pd.Timestamp("2025-10-03"): "holiday",  # German Unity Day, a Friday
        pd.Timestamp("2025-10-06"): "day after",
    }


def events(*rows):
    return Calendar.of(
        Calendar(events=pd.DataFrame(rows, columns=["date", "name", "effect", "ignore", "yearly"]))
    )


def test_a_stated_effect_is_taken_as_it_is():
    effects = learn_effects(
        chance(100, days(90)), events(("2023-05-01", "Campaign", 0.2, False, False)), EVERY_DAY
    )
    assert effects.of(pd.DatetimeIndex(["2023-05-01", "2023-05-02"])).tolist() == [1.2, 1]


def test_an_event_acts_as_its_past_days_did():
    series = chance(400, days(300))
    past = ["2023-03-01", "2023-06-01", "2023-08-01"]
    series[past] *= 1.5
    calendar = events(*((day, "Mailing", np.nan, False, False) for day in [*past, "2023-12-01"]))
    assert learn_effects(series, calendar, EVERY_DAY).of(pd.DatetimeIndex(["2023-12-01"]))[
        0
    ] == pytest.approx(1.5, abs=0.1)
