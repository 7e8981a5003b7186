"""FixedPricePricing: the same sum whatever comes, less what the provider commits to save."""

import numpy as np
import pytest

from bpo_lib.errors import InputError
from bpo_lib.pricing import Workload
from bpo_lib.pricing.forms import FixedPricePricing


def test_the_glide_path_by_hand():
    # gsa-uk: (1 - productivity) ** year, stepped at each anniversary.
    fee = FixedPricePricing(price_per_month=1_000, glide_path_per_year=0.1).monthly_fee(
        Workload.of(np.ones(25))
    )
    assert fee[[0, 11, 12, 23, 24]] == pytest.approx([1_000, 1_000, 900, 900, 810])


def test_the_work_does_not_matter():
    work = Workload.of(np.random.default_rng(3).uniform(0, 1e5, (4, 12)))
    assert np.all(FixedPricePricing(price_per_month=7).monthly_fee(work) == 7)


def test_a_promise_beyond_belief_is_refused_in_words():
    with pytest.raises(
        InputError, match=r"glide_path_per_year is 0\.5, above the largest allowed value 0\.3"
    ):
        FixedPricePricing(price_per_month=1, glide_path_per_year=0.5)
