"""One-off costs and how far a change has come, by hand."""

import pytest

from bpo_lib.pricing.alternatives.one_off import progress, spread_over


def test_a_one_off_cost_falls_into_the_months_of_its_project():
    assert spread_over(4, 2).tolist() == [0.5, 0.5, 0, 0]
    assert spread_over(3, 2.5) == pytest.approx([0.4, 0.4, 0.2])
    assert spread_over(3, 0).tolist() == [1, 0, 0]


def test_nothing_of_a_one_off_cost_is_lost_after_the_term():
    for project in (0, 1, 2.3, 12, 60):
        assert spread_over(12, project).sum() == pytest.approx(1)


def test_a_change_begins_after_some_months_and_takes_some_more():
    assert progress(5, 1, 2).tolist() == [0, 0.5, 1, 1, 1]
    assert progress(3, 1, 0).tolist() == [0, 1, 1]
    assert progress(2, 0, 0).tolist() == [1, 1]
