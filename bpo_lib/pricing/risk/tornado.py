"""One driver at a time: what it costs either side when it turns out low or high."""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.models import PricingModel
from bpo_lib.pricing.risk.drivers import DRIVERS
from bpo_lib.pricing.risk.simulation import Simulation, outcomes

LOW, HIGH = 0.1, 0.9  # one course in ten lies beyond either end
_AROUND = np.linspace(-0.02, 0.02, 9)  # an end is a mean of courses near it, as single ones are jagged
TORNADO_COLUMNS = [
    "model",
    "driver",
    "client",
    "client_low",
    "client_high",
    "provider",
    "provider_low",
    "provider_high",
]


Evaluate = Callable[[np.ndarray, tuple[str, ...]], Simulation]


def driver_tornado(case: Engagement, models: Mapping[str, PricingModel] | None = None) -> pd.DataFrame:
    """Return what each driver alone does to both sides of each deal.

    Parameters
    ----------
    case : Engagement
    models : mapping of str to PricingModel, optional
        Forms by name; those the client gave terms of when left out.

    Returns
    -------
    pandas.DataFrame
        As from `one_at_a_time`.
    """
    return one_at_a_time(lambda points, moving: outcomes(case, points, models, moving), DRIVERS)


def one_at_a_time(evaluate: Evaluate, drivers: tuple[str, ...]) -> pd.DataFrame:
    """Return what each driver alone does to both sides, from the value one course in ten stays under.

    Parameters
    ----------
    evaluate : callable
        Points of shape (n, drivers) in (0, 1) and the names of the drivers that follow them, all
        others as expected, to what they mean for both sides.
    drivers : tuple of str

    Returns
    -------
    pandas.DataFrame
        One row per model and driver, `TORNADO_COLUMNS`: present value of the client's cost and of
        the provider's margin as expected, at the driver's low (P10) and at its high value (P90).
        [currency]
    """
    expected = evaluate(np.full((1, len(drivers)), 0.5), ())
    ends = np.concatenate([LOW + _AROUND, HIGH + _AROUND])
    points = np.repeat(ends[:, None], len(drivers), axis=1)
    frames = []
    for driver in drivers:
        moved = evaluate(points, (driver,))
        client, provider = (_low_and_high(side) for side in (moved.client_npv, moved.provider_npv))
        frames.append(
            pd.DataFrame(
                {
                    "model": expected.models,
                    "driver": driver,
                    "client": expected.client_npv[:, 0],
                    "client_low": client[0],
                    "client_high": client[1],
                    "provider": expected.provider_npv[:, 0],
                    "provider_low": provider[0],
                    "provider_high": provider[1],
                }
            )
        )
    frame = pd.concat(frames, ignore_index=True)
    place = {name: rank for rank, name in enumerate(expected.models)}
    return frame.sort_values("model", key=lambda names: names.map(place), kind="stable", ignore_index=True)


def _low_and_high(values: np.ndarray) -> np.ndarray:
    """Return the mean of the courses at either end, shape (2, models)."""
    return values.reshape(len(values), 2, len(_AROUND)).mean(axis=-1).T
