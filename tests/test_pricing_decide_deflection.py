"""What machines leave over: no share is today's figure, and each form keeps or passes on the saving."""

import numpy as np
import pytest
from course_cases import course_case

from bpo_lib.pricing import PRICING_MODELS, expected_costs
from bpo_lib.pricing.decide.deflection import IN_HOUSE, deflected_work, deflection


@pytest.mark.parametrize("coming_back", [0, 0.2])
def test_without_deflection_each_way_costs_what_it_does_anyway(coming_back):
    case = course_case(quality__repeat_share=coming_back, quality__outcome_change=-0.05)
    found, expected = deflection(case).set_index(["model", "share"]), expected_costs(case)
    for model in (IN_HOUSE, "per_fte", "transaction"):
        assert found.loc[(model, 0.0), "client_npv"] == pytest.approx(
            expected.loc[model, "client_npv"], rel=1e-9
        )


def test_the_easy_contacts_leave_first():
    # Half the volume gone at kappa 0.3 leaves 0.5 x 1.15 of the hours.
    work = deflected_work(course_case(), (0.0, 0.5)).work
    assert np.allclose(work.volume[1], 0.5 * work.volume[0])
    assert np.allclose(work.handling_hours[1], 0.575 * work.handling_hours[0])


def test_faster_people_leave_the_volume_and_take_the_hours():
    work = deflected_work(course_case(), (0.0, 0.0), (0.0, 0.2)).work
    assert np.allclose(work.volume[1], work.volume[0])
    assert np.allclose(work.handling_hours[1], 0.8 * work.handling_hours[0])
    assert np.all(work.fte[1] < work.fte[0])


def test_a_fixed_price_keeps_all_of_the_saving_with_the_provider():
    block = deflected_work(course_case(), (0.0, 0.3))
    fixed = PRICING_MODELS["fixed_price"](price_per_month=30_000).monthly_fee(block.work)
    assert np.allclose(fixed[1], fixed[0])


def test_a_price_per_fte_falls_with_the_staff_and_one_with_a_band_falls_less():
    found = deflection(course_case()).set_index(["model", "share"])["change"]
    assert found["per_fte", 0.3] < found["transaction", 0.3] < 0
    assert np.all(np.diff(found["per_fte"]) < 0)
