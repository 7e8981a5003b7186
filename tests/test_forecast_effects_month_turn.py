"""The turn of a month: its places by hand, its factors recovered."""

import pandas as pd
import pytest
from day_cases import chance, days

from bpo_lib.forecast.effects.month_turn import month_places, turn_effects

WEEKDAYS, EVERY_DAY = frozenset(range(5)), frozenset(range(7))


def test_places_by_hand():
    # March 2024 ends on a Sunday; 1 April 2024 is a Monday.
    asked = pd.date_range("2024-03-26", "2024-04-04")
    assert month_places(asked, WEEKDAYS).tolist() == [0, -3, -2, -1, 0, 0, 1, 2, 3, 0]
    assert month_places(asked, EVERY_DAY).tolist() == [0, 0, 0, -3, -2, -1, 1, 2, 3, 0]


def test_a_peak_at_month_end_is_recovered():
    index = days(400)
    late = month_places(index, WEEKDAYS) == -1
    series = chance(500, index)
    series[late] *= 2
    factors = turn_effects(series[series.index.dayofweek < 5].asfreq("D"), WEEKDAYS)
    assert factors.factors[-1] == pytest.approx(2, rel=0.05)
    assert [factors.factors[place] for place in (-3, -2, 1, 2, 3)] == pytest.approx([1] * 5, abs=0.06)
    ahead = factors.of(pd.DatetimeIndex(["2025-01-30", "2025-01-31", "2025-02-12"]))
    assert ahead[1] == pytest.approx(2, rel=0.05)
    assert ahead[2] == 1


def test_few_and_noisy_months_move_a_factor_little():
    series = chance(2, days(60))
    series[month_places(series.index, EVERY_DAY) == 1] *= 3
    seen = turn_effects(series, EVERY_DAY).factors[1]
    assert 1 < seen < 2


def test_no_ordinary_day_no_factor():
    assert turn_effects(chance(10, days(5)), EVERY_DAY).factors == {}
