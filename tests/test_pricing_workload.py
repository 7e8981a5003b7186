"""Workload: what it accepts, what it refuses and in which words."""

import numpy as np
import pytest

from bpo_lib.errors import InputError
from bpo_lib.pricing import Workload


def test_a_quantity_left_out_is_zero_in_every_month():
    work = Workload.of([100, 200])
    assert work.fte.tolist() == [0, 0]
    assert work.months == 2


def test_many_paths_are_kept_in_shape():
    work = Workload.of(np.ones((7, 12)), fte=np.arange(12))
    assert work.volume.shape == work.fte.shape == (7, 12)


def test_what_the_work_costs_is_told_by_month():
    work = Workload.of([100, 200], provider_cost=[300, 500], in_house_cost=700)
    assert work.provider_cost.tolist() == [300, 500]
    assert work.in_house_cost.tolist() == [700, 700]
    assert work.paid_hours.tolist() == [0, 0]


def test_an_unknown_quantity_is_refused():
    with pytest.raises(InputError, match="a workload has no seats; it has handling_hours, fte"):
        Workload.of([100], seats=[3])


@pytest.mark.parametrize(
    ("value", "fault"), [(float("nan"), "is missing"), (float("inf"), "is infinite"), (-1, "is negative")]
)
def test_a_month_that_cannot_be_priced_is_named(value, fault):
    with pytest.raises(InputError, match=f"volume of month 2 {fault}"):
        Workload.of([1_000, value, 3_000])


def test_the_faulty_quantity_is_named():
    with pytest.raises(InputError, match="fte of month 1 is negative"):
        Workload.of([1_000, 1_000], fte=[-3, 4])


def test_shapes_that_do_not_agree_are_refused():
    with pytest.raises(InputError, match="fte cannot be read as numbers by month"):
        Workload.of([1_000, 1_000], fte=[1, 2, 3])


def test_a_workload_cannot_be_changed_behind_a_price():
    with pytest.raises(ValueError, match="read-only"):
        Workload.of([1_000]).volume[0] = 5
