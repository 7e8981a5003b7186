"""Lasting jumps of the level: found and dated, and not seen where there are none."""

import numpy as np
import pytest
from day_cases import chance, days

from bpo_lib.forecast.effects.level_shifts import level_shifts, levelled


def jumping(size, at, factor, mean=200, seed=0):
    index = days(size)
    return chance(np.where(np.arange(size) < at, mean, mean * factor), index, seed)


@pytest.mark.parametrize("factor", [0.5, 0.7, 1.3, 2.0])
@pytest.mark.parametrize(("size", "at"), [(150, 70), (400, 365), (800, 300)])
def test_a_jump_is_dated_to_within_a_week(size, at, factor):
    series = jumping(size, at, factor)
    found = level_shifts(series)
    assert len(found) == 1
    assert abs((found["period"].iloc[0] - series.index[at]).days) <= 7
    assert found["after"].iloc[0] / found["before"].iloc[0] == pytest.approx(factor, rel=0.05)


@pytest.mark.parametrize(("size", "mean"), [(100, 20), (300, 2), (300, 300), (800, 20)])
def test_chance_alone_shifts_in_fewer_than_one_history_of_twenty(size, mean):
    assert sum(len(level_shifts(chance(mean, days(size), seed))) > 0 for seed in range(60)) <= 3


def test_a_level_that_wanders_has_no_jumps():
    found = 0
    for seed in range(20):
        steps = np.random.default_rng(seed).normal(0, 0.03, 60)
        found += len(level_shifts(chance(500 * np.exp(np.repeat(np.cumsum(steps), 7)), days(420), seed))) > 0
    assert found <= 3


def test_the_past_is_brought_to_the_new_level():
    series = jumping(400, 300, 0.5)
    found = level_shifts(series)
    level = levelled(series, found)
    assert level.iloc[200:290].mean() == pytest.approx(series.iloc[310:].mean(), rel=0.05)
    assert (level.iloc[305:] == series.iloc[305:]).all()


def test_two_jumps_are_two():
    index = days(600)
    place = np.arange(600)
    found = level_shifts(chance(np.select([place < 200, place < 400], [100, 160], 90), index))
    assert [round((day - index[0]).days, -1) for day in found["period"]] == [200, 400]


def test_a_short_or_empty_history_has_none():
    assert level_shifts(chance(50, days(20))).empty
    assert level_shifts(chance(0, days(200))).empty
    assert level_shifts(chance(50, days(100)) * np.nan).empty


def test_a_start_from_next_to_nothing_is_left_behind():
    series = jumping(300, 150, 100, mean=1)
    found = level_shifts(series)
    level = levelled(series, found)
    assert level.iloc[:140].isna().all()
    assert (level.iloc[160:] == series.iloc[160:]).all()


def test_an_almost_empty_history_has_none():
    assert sum(len(level_shifts(chance(0.05, days(500), seed))) > 0 for seed in range(40)) <= 2
