"""One driver at a time: by hand, for both sides."""

from types import SimpleNamespace

import numpy as np
import pytest
from risk_frames import real_case

from bpo_lib.pricing.risk.drivers import DRIVERS as RISK_DRIVERS
from bpo_lib.pricing.risk.simulation import outcomes
from bpo_lib.pricing.risk.tornado import TORNADO_COLUMNS, driver_tornado, one_at_a_time

DRIVERS = ("volume", "wages")


def evaluate(points, moving):
    """Return a price of 3 for each of 100 to 200 units of work that cost 1 to 3 each."""
    moved = [np.where(name in moving, points[:, place], 0.5) for place, name in enumerate(DRIVERS)]
    volume, wages = 100 + 100 * moved[0], 1 + 2 * moved[1]
    fees = np.stack([3 * volume, np.full_like(volume, 450.0)])
    return SimpleNamespace(
        models=("transaction", "fixed_price"), client_npv=fees, provider_npv=fees - volume * wages
    )


def test_each_driver_moves_alone_by_hand():
    found = one_at_a_time(evaluate, DRIVERS)
    assert found.columns.tolist() == TORNADO_COLUMNS
    assert found[["model", "driver"]].to_numpy().tolist() == [
        [model, driver] for model in ("transaction", "fixed_price") for driver in DRIVERS
    ]
    by_hand = [
        [450, 330, 570, 150, 110, 190],
        [450, 450, 450, 150, 270, 30],
        [450, 450, 450, 150, 230, 70],
        [450, 450, 450, 150, 270, 30],
    ]
    np.testing.assert_allclose(found.drop(columns=["model", "driver"]).to_numpy(), by_hand)


def test_the_expected_figures_of_a_real_deal_are_those_without_risk():
    case = real_case()
    found = driver_tornado(case)
    still = outcomes(case, np.full((1, len(RISK_DRIVERS)), 0.5), moving=())
    volume = found[found["driver"] == "volume"]
    assert volume["client"].to_numpy() == pytest.approx(still.client_npv[:, 0], rel=1e-12)
    assert (volume["client_low"] < volume["client"]).all()
    assert (volume["client"] < volume["client_high"]).all()


def test_without_a_deal_there_are_no_rows():
    assert driver_tornado(real_case(), {}).empty
