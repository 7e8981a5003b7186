"""Months of an example: near what is expected, in numbers a reader can follow."""

import pytest

from bpo_lib.pricing import Workload
from bpo_lib.pricing.clause.shown_months import at_volumes, expected_month, months_of, neat, with_quantities


@pytest.mark.parametrize(("value", "shown"), [(47_310, 47_000), (9.99, 9.9), (0.3, 0.3), (1_000, 1_000)])
def test_two_leading_digits_stay(value, shown):
    assert neat(value) == pytest.approx(shown, rel=1e-12)


def test_what_is_not_expected_has_a_stand_in():
    assert neat(0.0) == 0
    assert expected_month(Workload.of([0.0])).provider_cost.tolist() == [100_000]


def test_the_expected_month_is_the_average_of_the_first_year():
    work = Workload.of([1_000.0] * 12 + [9_000.0] * 12, fte=[5.55] * 24)
    month = expected_month(work)
    assert (month.volume.tolist(), month.fte.tolist()) == ([1_000], [5.5])


def test_a_month_is_repeated_larger():
    month = Workload.of([100.0], fte=[2.0])
    assert months_of(month, 1.0, 1.5).fte.tolist() == [2, 3]


def test_no_month_has_less_than_nothing():
    assert at_volumes(5.0, -1.0).volume.tolist() == [5, 0]


def test_a_quantity_is_replaced_and_the_rest_stays():
    month = with_quantities(Workload.of([100.0], fte=[2.0]), fte=3.0)
    assert (month.volume.tolist(), month.fte.tolist()) == ([100], [3])


def test_a_handling_time_gives_the_hours():
    assert at_volumes(120.0, handling_minutes=5.0).handling_hours.tolist() == [10]
