"""Own costs: overhead that lingers by hand, and a present value that is that of the parts."""

import numpy as np
import pytest

from bpo_lib.pricing.deal import RetainedTerms
from bpo_lib.pricing.deal.own_costs import OwnCosts, stranded_course
from bpo_lib.pricing.deal.present_value import discount_factors


def test_overhead_left_behind_halves_by_hand():
    course = stranded_course(3, RetainedTerms(stranded_share=0.2, stranded_decay_per_month=0.5))
    assert course == pytest.approx([0.2, 0.1, 0.05])


def test_the_sum_of_what_lingers_is_that_of_a_geometric_series():
    course = stranded_course(60, RetainedTerms(stranded_share=0.1, stranded_decay_per_month=0.05))
    assert course.sum() == pytest.approx(0.1 * (1 - 0.95**60) / 0.05)


def test_total_and_present_value_are_those_of_the_parts():
    in_house = np.arange(24.0).reshape(2, 12) + 50
    months = np.arange(12.0)
    costs = OwnCosts(
        in_house, months / 20, months / 30, months / 40, months, months * 2, np.ones((2, 1)) * months
    )
    parts = sum(np.broadcast_to(part, (2, 12)) for part in costs.parts.values())
    assert np.allclose(costs.total, parts, rtol=1e-12)
    discount = discount_factors(12, 0.1)
    assert costs.npv(discount) == pytest.approx(parts @ discount, rel=1e-12)
