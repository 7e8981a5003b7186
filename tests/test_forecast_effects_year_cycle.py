"""The yearly cycle: recovered where it is, next to nothing where it is not."""

import numpy as np
import pandas as pd
import pytest
from day_cases import chance, days

from bpo_lib.forecast.effects.year_cycle import year_cycle


def swing(index):
    return 1 + 0.3 * np.sin(2 * np.pi * index.dayofyear.to_numpy() / 365.25)


def test_a_cycle_is_recovered_in_spite_of_growth():
    index = days(3 * 365)
    growth = 1.1 ** (np.arange(index.size) / 365)
    cycle = year_cycle(chance(200 * growth * swing(index), index))
    ahead = pd.date_range(index[-1], periods=366)[1:]
    assert cycle.of(ahead) / cycle.of(ahead).mean() == pytest.approx(swing(ahead), abs=0.05)


def test_a_history_without_a_cycle_has_hardly_one():
    sizes = [np.abs(year_cycle(chance(50, days(800), seed)).of(days(365)) - 1).max() for seed in range(10)]
    assert np.median(sizes) < 0.02


def test_a_cycle_needs_two_years():
    assert year_cycle(chance(50, days(729))) is None
    assert year_cycle(chance(50, days(730))) is not None
    assert year_cycle(chance(0, days(730))) is None


def test_gaps_do_not_matter():
    index = days(900)
    series = chance(200 * swing(index), index)
    gappy = series.copy()
    gappy.iloc[100:130] = np.nan
    one, other = (year_cycle(part).of(index) for part in (series, gappy))
    assert one == pytest.approx(other, abs=0.05)
