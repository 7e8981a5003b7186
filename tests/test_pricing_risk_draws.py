"""Draws: evenly spread, the same again, and the same however they are cut."""

import warnings

import numpy as np
import pytest

from bpo_lib.errors import InputError
from bpo_lib.pricing.risk.draws import sobol_draws
from bpo_lib.pricing.risk.drivers import DRIVERS


def test_pieces_of_any_size_make_the_same_sequence():
    whole = sobol_draws(1_000, seed=3)
    pieces = [sobol_draws(size, seed=3, first=first) for first, size in ((0, 1), (1, 299), (300, 700))]
    assert np.array_equal(np.concatenate(pieces), whole)


def test_more_paths_add_to_those_there_are():
    assert np.array_equal(sobol_draws(700)[:300], sobol_draws(300))


def test_each_seed_has_its_own_draws():
    assert np.array_equal(sobol_draws(8, seed=1), sobol_draws(8, seed=1))
    assert not np.array_equal(sobol_draws(8, seed=1), sobol_draws(8, seed=2))


def test_every_eighth_of_every_driver_is_drawn_equally_often():
    draws = sobol_draws(256)
    assert draws.shape == (256, len(DRIVERS))
    counts = [np.histogram(column, bins=8, range=(0, 1))[0] for column in draws.T]
    assert np.all(np.array(counts) == 32)


def test_no_draw_is_zero_or_one():
    draws = sobol_draws(4_096)
    assert draws.min() > 0
    assert draws.max() < 1


def test_no_warning_reaches_the_reader():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        sobol_draws(1_000)


def test_no_paths_are_refused():
    with pytest.raises(InputError, match="0 paths asked for"):
        sobol_draws(0)
