"""Courses in pairs: a deal whose shares of variance are known by hand."""

from types import SimpleNamespace

import numpy as np
import pytest
from risk_frames import real_case

from bpo_lib.pricing.risk.paired_courses import _pairs, paired_courses, priced_in_pairs, shares_of_variance

DRIVERS = ("volume", "wages", "currency")


def evaluate(points):
    """Return a price per unit and a fixed one for work that costs 3 a unit and 4 a point of wages."""
    volume, wages = 100 * points[:, 0], 100 * points[:, 1]
    fees = np.stack([5 * volume, np.full_like(volume, 450.0)])
    cost = 3 * volume + 4 * wages
    return SimpleNamespace(
        models=("transaction", "fixed_price"),
        in_house_npv=cost,
        client_npv=fees,
        provider_npv_client_rate=fees - cost,
    )


@pytest.fixture(scope="module")
def paired():
    return priced_in_pairs(evaluate, DRIVERS, 256)


def test_every_block_is_priced(paired):
    assert paired.models == ("transaction", "fixed_price")
    assert paired.in_house.shape == (5, 256)
    assert paired.client.shape == paired.provider.shape == (2, 5, 256)


def test_shares_of_variance_by_hand(paired):
    found = shares_of_variance(paired).set_index(["model", "driver"])
    # Staying costs 3 volume + 4 wages: 9 and 16 of 25; the provider keeps 2 volume - 4 wages: 4 and 16 of 20.
    assert found.loc["in_house", "client_total"].to_numpy() == pytest.approx([0.36, 0.64, 0], abs=0.02)
    assert found.loc["transaction", "client_first"].to_numpy() == pytest.approx([1, 0, 0], abs=0.02)
    assert found.loc["transaction", "provider_total"].to_numpy() == pytest.approx([0.2, 0.8, 0], abs=0.02)


def test_a_fixed_price_leaves_nothing_uncertain_to_the_client(paired):
    found = shares_of_variance(paired).set_index(["model", "driver"])
    assert found.loc["fixed_price", "client_total"].isna().all()
    assert found.loc["in_house", "provider_total"].isna().all()


def test_first_order_shares_of_a_real_deal_never_add_up_to_more_than_all():
    found = shares_of_variance(paired_courses(real_case(), pairs=128))
    sums = found.groupby("model")[["client_first", "provider_first"]].sum()
    errors = found.groupby("model")[["client_first_error", "provider_first_error"]].sum()
    assert (sums.to_numpy() <= 1 + 2 * errors.to_numpy()).all()


@pytest.mark.parametrize(("courses", "pairs"), [(64, 32), (10_000, 1_024), (10_240, 1_024), (200_000, 4_096)])
def test_there_are_about_as_many_courses_as_are_simulated(courses, pairs):
    assert _pairs(courses) == pairs


def test_the_same_courses_are_priced_once():
    case = real_case()
    assert paired_courses(case, pairs=128) is paired_courses(case, pairs=128)
