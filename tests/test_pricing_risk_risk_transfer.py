"""Risk transfer: contracts whose answer is known, and what must hold for all."""

import numpy as np
import pytest

from bpo_lib.pricing.risk.risk_transfer import client_shares, swings, transfer_matrix
from bpo_lib.pricing.risk.sensitivity_indices import paired_points, sobol_indices

DRIVERS = ("volume", "wages", "currency")
POINTS = paired_points(3, 256)
VOLUME, WAGES = 900 + 200 * POINTS[..., 0], 9 + 2 * POINTS[..., 1]
WORK = VOLUME * WAGES  # what the provider spends: people for the volume at the wage; no currency in it


def shares(fee):
    return client_shares(fee, WORK)[0]


def test_a_price_for_heads_leaves_the_volume_to_the_client_and_the_wage_to_the_provider():
    # 12 for each unit: the client pays 12 where the work costs about 10, so more than all of it.
    found = shares(12 * VOLUME)
    assert found[0] == pytest.approx(1.2, abs=0.02)
    assert found[1] == 0


def test_a_fixed_price_leaves_everything_to_the_provider():
    assert shares(np.full_like(WORK, 12_000.0))[:2].tolist() == [0, 0]


def test_cost_plus_passes_everything_on_with_the_mark_up():
    assert shares(1.15 * WORK)[:2] == pytest.approx([1.15, 1.15])


def test_a_shared_overrun_is_shared():
    # Target cost 10,000, the client bears 60% of what is over or under it.
    share, error = client_shares(11_000 + 0.6 * (WORK - 10_000), WORK)
    assert share[:2] == pytest.approx([0.6, 0.6])
    assert error[:2] == pytest.approx([0, 0], abs=1e-12)


def test_a_driver_that_moves_nothing_has_no_share():
    assert np.isnan(shares(12 * VOLUME)[2])


def test_a_provider_that_gains_by_what_costs_both_leaves_the_client_more_than_all():
    found = transfer_matrix(("repeats",), DRIVERS, (30 * VOLUME)[None], (30 * VOLUME - WORK)[None])
    assert found.loc[0, "client_share"] > 2
    assert found.loc[0, "provider_swing"] > found.loc[0, "joint_swing"]


def test_what_both_bear_is_what_the_work_costs():
    fee = 5_000 + 3 * VOLUME + 300 * WAGES
    client, _ = client_shares(fee, WORK)
    provider, _ = client_shares(WORK - fee, WORK)  # what is left of the cost when the fee is paid
    assert (client + provider)[:2] == pytest.approx([1, 1])


def test_currency_and_other_units_leave_the_shares_alone():
    assert shares(12 * VOLUME)[:2] == pytest.approx(
        client_shares(12 * VOLUME * 7.5, WORK * 7.5)[0][:2], rel=1e-12
    )


def test_a_swing_is_the_root_of_the_total_index():
    # The total index times the variance is the variance that stays when all others are known.
    spread = np.var(WORK[:2] - WORK[:2].mean())
    assert swings(WORK)[:2] == pytest.approx((sobol_indices(WORK).total[:2] * spread) ** 0.5, rel=1e-9)
    assert swings(VOLUME * 1.0)[0] == pytest.approx(200 / 12**0.5, rel=0.02)


def test_the_matrix_has_a_row_for_each_model_and_driver():
    both = np.stack([12 * VOLUME, np.full_like(WORK, 12_000.0)])
    found = transfer_matrix(("per_fte", "fixed_price"), DRIVERS, both, both - WORK)
    assert found[["model", "driver"]].to_numpy().tolist()[::3] == [
        ["per_fte", "volume"],
        ["fixed_price", "volume"],
    ]
    assert found["client_share"].to_numpy()[[1, 3, 4]] == pytest.approx([0, 0, 0])
    assert found.loc[3, ["client_swing", "joint_swing"]].tolist() == pytest.approx([0, swings(WORK)[0]])
