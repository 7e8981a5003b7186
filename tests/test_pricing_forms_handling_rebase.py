"""Re-basing: the price follows the handling time of three months, outside a band."""

import numpy as np
import pytest

from bpo_lib.pricing import Workload
from bpo_lib.pricing.forms.handling_rebase import rebased_price


def factor(minutes, volume=None):
    volume = np.full(len(minutes), 60.0) if volume is None else np.array(volume, dtype=float)
    work = Workload.of(volume, handling_hours=volume * np.array(minutes) / 60)
    return rebased_price(work, contract_minutes=10, band=0.05, passed_on_share=0.8)


def test_inside_the_band_the_price_stays():
    assert factor([10, 10.4, 9.6]).tolist() == [1, 1, 1]


def test_outside_it_by_hand():
    # 12 minutes against 10 for three months: 20% longer, of which 80% is passed on.
    assert factor([12, 12, 12]) == pytest.approx([1.16, 1.16, 1.16])


def test_the_mean_of_three_months_counts_weighted_by_volume():
    # Months 2 to 4: 10, 10 and 13 minutes for 60, 60 and 180 transactions make 11.8.
    assert factor([10, 10, 10, 13], [60, 60, 60, 180])[-1] == pytest.approx(1 + 0.8 * 0.18)


def test_shorter_handling_lowers_the_price():
    assert factor([8])[0] == pytest.approx(1 - 0.8 * 0.2)


def test_months_without_work_keep_the_price():
    assert factor([99, 99, 99], [0, 0, 0]).tolist() == [1, 1, 1]
