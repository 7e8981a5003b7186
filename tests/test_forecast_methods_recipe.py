"""The recipe's table: every history finds its row, and every name has its method."""

import pytest

from bpo_lib.forecast.methods.recipe import MEMBERS, RECIPE, SHARED_WEEKS, SPARSE_DAYS, members_for


@pytest.mark.parametrize("frequency", RECIPE)
@pytest.mark.parametrize("points", [0, 1, 12, 13, 47, 48, 104, 5_000])
def test_every_history_has_members(frequency, points):
    members = members_for(frequency, points)
    assert members
    assert set(members) <= set(MEMBERS)


def test_the_last_row_that_is_reached_serves():
    assert list(members_for("monthly", 12)) == list(RECIPE["monthly"][1])
    assert list(members_for("monthly", 13)) == list(RECIPE["monthly"][13])
    assert list(members_for("monthly", 500)) == list(RECIPE["monthly"][48])


def test_every_method_serves_somewhere():
    named = {name for rows in RECIPE.values() for names in rows.values() for name in names}
    assert named | set(SPARSE_DAYS) == set(MEMBERS)


def test_days_that_are_almost_empty_are_forecast_by_the_week_too():
    assert SHARED_WEEKS in members_for("daily", 100, 0.5)
    assert SHARED_WEEKS not in members_for("daily", 100, 2.0)
    assert SHARED_WEEKS not in members_for("daily", 30, 0.5)
    assert SHARED_WEEKS not in members_for("weekly", 100, 0.5)
