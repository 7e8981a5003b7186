"""OutcomePricing: a sum by hand, the collar, and terms that contradict each other."""

import numpy as np
import pytest

from bpo_lib.errors import InputError
from bpo_lib.pricing import OutcomePricing, Workload

TERMS = OutcomePricing(
    base_fee_per_month=10_000, fee_per_outcome=5, floor_per_month=12_000, cap_per_month=20_000
)


def fee(*outcomes, terms=TERMS):
    return terms.monthly_fee(Workload.of(volume=[0] * len(outcomes), outcomes=outcomes)).tolist()


def test_base_and_outcomes_by_hand():
    # 10,000 + 1,000 outcomes at 5 each.
    assert fee(1_000) == [15_000]


def test_only_attributed_outcomes_are_paid():
    half = TERMS.with_values(attribution_share=0.5)
    assert fee(1_000, terms=half) == [12_500]


def test_the_collar_holds_the_whole_fee():
    assert fee(0, 100_000) == [12_000, 20_000]


def test_more_outcomes_never_cost_less():
    assert np.all(np.diff(fee(*range(0, 5_000, 100))) >= 0)


def test_a_cap_under_the_floor_is_refused_in_words():
    with pytest.raises(InputError, match="cap_per_month 1000 is under floor_per_month 12000"):
        TERMS.with_values(cap_per_month=1_000)
