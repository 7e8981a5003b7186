"""One driver at a time: what it costs either side when it turns out low or high."""

from collections.abc import Callable
from typing import Protocol

import numpy as np
import pandas as pd

LOW, HIGH = 0.1, 0.9  # one course in ten lies beyond either end
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


class BothSides(Protocol):
    """What some courses mean for client and provider."""

    @property
    def models(self) -> tuple[str, ...]:
        """Names of the deals."""

    @property
    def client_npv(self) -> np.ndarray:
        """Cost of each deal to the client, shape (models, paths). [currency]."""

    @property
    def provider_npv(self) -> np.ndarray:
        """What the provider keeps, shape (models, paths). [currency]."""


Evaluate = Callable[[np.ndarray, tuple[str, ...]], BothSides]


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
    frames = []
    for driver in drivers:
        ends = evaluate(np.repeat([[LOW], [HIGH]], len(drivers), axis=1), (driver,))
        frames.append(
            pd.DataFrame(
                {
                    "model": expected.models,
                    "driver": driver,
                    "client": expected.client_npv[:, 0],
                    "client_low": ends.client_npv[:, 0],
                    "client_high": ends.client_npv[:, 1],
                    "provider": expected.provider_npv[:, 0],
                    "provider_low": ends.provider_npv[:, 0],
                    "provider_high": ends.provider_npv[:, 1],
                }
            )
        )
    frame = pd.concat(frames, ignore_index=True)
    place = {name: rank for rank, name in enumerate(expected.models)}
    return frame.sort_values("model", key=lambda names: names.map(place), kind="stable", ignore_index=True)
