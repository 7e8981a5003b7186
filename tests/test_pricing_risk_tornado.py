"""One driver at a time: by hand, for both sides."""

from types import SimpleNamespace

import numpy as np

from bpo_lib.pricing.risk.tornado import TORNADO_COLUMNS, one_at_a_time

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
    assert found.to_numpy().tolist() == [
        ["transaction", "volume", 450, 330, 570, 150, 110, 190],
        ["transaction", "wages", 450, 450, 450, 150, 270, 30],
        ["fixed_price", "volume", 450, 450, 450, 150, 230, 70],
        ["fixed_price", "wages", 450, 450, 450, 150, 270, 30],
    ]
