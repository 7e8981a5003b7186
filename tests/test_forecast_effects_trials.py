"""Effects are used where they help and left alone where they do not."""

import numpy as np
import pandas as pd
import pytest
from day_cases import chance, days
from test_forecast_effects_year_cycle import swing

from bpo_lib.forecast.effects.adjust import Effects
from bpo_lib.forecast.effects.calendar_days import Calendar
from bpo_lib.forecast.effects.month_turn import month_places
from bpo_lib.forecast.effects.trials import effects_of


def test_chance_alone_shows_no_effect():
    found = [effects_of(chance(50, days(800), seed), Calendar()) for seed in range(10)]
    assert sum(effects.turn_of_month for effects in found) <= 1
    assert sum(effects.year_share > 0 for effects in found) <= 1


def test_a_month_end_peak_is_used():
    index = days(300)
    late = month_places(index, frozenset(range(7))) < 0
    assert effects_of(chance(np.where(late, 150, 100), index), Calendar()).turn_of_month


def test_a_yearly_cycle_is_used_from_two_years_on():
    index = days(900)
    series = chance(200 * swing(index), index)
    assert effects_of(series, Calendar()).year_share == 1
    assert effects_of(series.iloc[:700], Calendar()).year_share == 0


def test_recurring_dates_are_looked_for_only_without_a_country():
    series = chance(300, days(900))
    series[(series.index.month == 12) & (series.index.day == 25)] = 3
    assert effects_of(series, Calendar()).calendar.events["name"].tolist() == ["25 December"]
    assert effects_of(series, Calendar(country="GB")).calendar.events is None


@pytest.mark.parametrize("size", [1, 20, 111])
def test_a_short_history_shows_nothing(size):
    effects = effects_of(chance(50, days(size)), Calendar())
    assert (effects.turn_of_month, effects.year_share) == (False, 0)


def test_a_history_of_nothing_shows_nothing():
    effects = effects_of(pd.Series(0.0, days(800)), Calendar())
    assert effects == Effects(effects.calendar) or (effects.turn_of_month, effects.year_share) == (False, 0)
