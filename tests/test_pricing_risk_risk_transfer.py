"""Risk transfer: contracts whose answer is known, and what must hold for all."""

import numpy as np
import pytest
from risk_frames import real_case
from sample_cases import CLAIMS, sample

from bpo_lib.pricing import PRICING_MODELS
from bpo_lib.pricing.risk.paired_courses import paired_courses
from bpo_lib.pricing.risk.risk_transfer import client_shares, risk_transfer, swings, transfer_matrix
from bpo_lib.pricing.risk.sensitivity_indices import paired_points, sobol_indices
from bpo_lib.pricing.work import expected_work

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
    # The total index times the variance is the variance that stays when all others are known; the
    # index is taken against the variance of two other blocks of points, hence nearly.
    spread = np.var(WORK[:2] - WORK[:2].mean())
    assert swings(WORK)[:2] == pytest.approx((sobol_indices(WORK).total[:2] * spread) ** 0.5, rel=1e-3)
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


@pytest.fixture(scope="module")
def measured():
    """Measure every form on one client's work, each priced to earn what the work costs."""
    case = real_case()
    work = expected_work(case).work
    forms = {name: kind.typical(work) for name, kind in PRICING_MODELS.items()}
    paired = paired_courses(case, forms, pairs=128)
    found = transfer_matrix(paired.models, paired.drivers, paired.client, paired.provider)
    return found.set_index(["model", "driver"])["client_share"]


# Signs of the matrix a practitioner would draw: 1 the client's, 0 the provider's, nothing for in between.
JUDGED = {
    "per_fte": {"volume": 1, "handling": 1},
    "per_productive_hour": {"volume": 1, "handling": 1},
    "per_handled_minute": {"volume": 1, "handling": 1, "attrition": 0},
    "transaction": {"handling": 0, "attrition": 0},
    "fixed_price": {"volume": 0, "handling": 0, "attrition": 0},
    "outcome": {"handling": 0, "attrition": 0},
    "cost_plus": {"volume": 1, "handling": 1, "attrition": 1, "wages": 1},
}


def test_what_is_measured_agrees_with_the_judgement_of_practitioners(measured):
    # What the client pays around any fee, such as the overlap with its own team, keeps shares off 0 and 1.
    for model, judged in JUDGED.items():
        assert {driver: int(measured[model, driver] > 0.5) for driver in judged} == judged, model


def test_newcomers_slower_hours_are_billed_by_the_hour_though_judged_to_be_the_providers(measured):
    attrition = measured.xs("attrition", level="driver")
    assert attrition["per_productive_hour"] > 0.5 > attrition["per_handled_minute"]


def test_a_driver_that_is_still_has_no_share(measured):
    assert measured.xs("currency", level="driver").isna().all()


def test_without_the_providers_cost_nothing_is_measured():
    found = risk_transfer(sample(CLAIMS))
    assert found["client_share"].isna().all()
    assert (found["client_swing"] >= 0).all()
