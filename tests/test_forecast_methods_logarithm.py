"""Methods on logs: by hand, the shrinking of an index by chance, and what holds a zero."""

import numpy as np
import pytest

from bpo_lib.forecast.methods.library import SANE_MULTIPLE
from bpo_lib.forecast.methods.logarithm import log_index, logged, on_log_index
from bpo_lib.forecast.methods.plain import Projection, Season, on_shrunk_index

NONE, PAIRS, YEARLY = Season(1, trend=True), Season(2, trend=True), Season(12, trend=True)


def plain_mean(values, _season, horizon):
    return Projection(np.full(horizon, values.mean()), np.zeros(horizon))


def one_more(values, _season, horizon):
    return Projection(np.full(horizon, values[-1] + 1), np.ones(horizon))


def test_the_mean_of_logs_is_the_geometric_mean():
    assert logged(plain_mean)(np.array([10.0, 1_000]), NONE, 1).mean == pytest.approx([100])


def test_a_deviation_of_logs_by_hand():
    # One deviation of 1 in logs: 80% lies between e^-1.2816 and e^1.2816 of the mean, sinh(1.2816) around it.
    found = logged(one_more)(np.array([5.0, 20]), NONE, 1)
    assert found.mean == pytest.approx([20 * np.e])
    assert found.deviation == pytest.approx([20 * np.e * np.sinh(1.2816) / 1.2816], rel=1e-4)


def test_a_history_with_a_zero_is_taken_as_it_is():
    values = np.array([0.0, 10, 20])
    assert logged(plain_mean)(values, NONE, 1).mean == pytest.approx([10])
    # Its pairs are 0 and 10, then 20 and nothing: the index of the level, not that of logs.
    found = on_log_index(plain_mean)(values, PAIRS, 1)
    assert found.mean == pytest.approx(on_shrunk_index(plain_mean)(values, PAIRS, 1).mean)


def test_an_answer_out_of_reach_is_refused():
    def wild(values, _season, horizon):
        return Projection(np.full(horizon, values.max() + np.log(SANE_MULTIPLE) + 0.01), np.zeros(horizon))

    assert logged(wild)(np.array([5.0, 20]), NONE, 1) is None


def test_the_index_of_a_season_without_chance_is_kept_by_hand():
    # Five years of one and the same pattern: nothing scatters but the held ends, so nearly all is kept.
    pattern = np.log([0.5, 0.7, 0.9, 1.0, 1.1, 1.2, 1.4, 1.3, 1.2, 1.0, 0.9, 0.8])
    found = log_index(np.tile(pattern, 5), 12)
    assert found == pytest.approx(pattern - pattern.mean(), abs=0.03)


def test_the_index_of_chance_is_shrunk_to_little():
    noise = np.random.default_rng(0).normal(0, 0.1, 72)
    assert np.abs(log_index(noise, 12)).max() < 0.05


def test_a_season_and_a_half_keeps_three_fifths_by_hand():
    # The level is held at 2 throughout, so the index is -1 and 1, times 1.5 / 2.5.
    assert log_index(np.array([1.0, 3, 1]), 2) == pytest.approx([-0.6, 0.6])


def test_a_method_on_a_log_index_gives_the_season_back():
    year = np.array([50.0, 70, 90, 100, 110, 120, 140, 130, 120, 100, 90, 80])
    found = on_log_index(plain_mean)(np.tile(year, 6), YEARLY, 12)
    assert found.mean == pytest.approx(year, rel=0.05)
    assert on_log_index(plain_mean)(year, YEARLY, 12) is None
