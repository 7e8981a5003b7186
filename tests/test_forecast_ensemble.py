"""Several methods as one: the median by hand, and members that fail."""

import numpy as np
import pytest

from bpo_lib.forecast.ensemble import asked, combined, name_of
from bpo_lib.forecast.methods.plain import Projection, Season, recent_mean

NONE = Season(1, trend=False)


def said(*means, deviation=1.0):
    return [Projection(np.array([mean]), np.array([deviation])) for mean in means]


def test_the_median_by_hand():
    assert combined(said(10.0, 30, 12)).mean.tolist() == [12]
    assert combined(said(10.0, 30)).mean.tolist() == [20]
    assert combined(said(-10.0, -30, 5)).mean.tolist() == [0]


def test_one_wild_member_moves_nothing():
    calm, wild = combined(said(10.0, 11, 12)), combined(said(10.0, 11, 1e9))
    assert calm.mean == wild.mean
    assert calm.deviation == wild.deviation


def test_one_member_is_left_as_it_is():
    only = combined(said(7.0, deviation=3.0))
    assert (only.mean.item(), only.deviation.item()) == (7, pytest.approx(3))


def test_a_member_that_declines_is_left_out_and_naive_serves_when_all_do():
    values = np.array([4.0, 6, 8])
    found = asked({"mean": recent_mean, "none": lambda *_: None}, values, NONE, 2)
    assert list(found) == ["mean"]
    alone = asked({"none": lambda *_: None}, values, NONE, 2)
    assert alone["seasonal naive"].mean.tolist() == [8, 8]


def test_the_name_says_how_many_stand_behind_it():
    assert name_of(["ETS"]) == "ETS"
    assert name_of(["ETS", "CES", "theta"]) == "median of 3 methods"
