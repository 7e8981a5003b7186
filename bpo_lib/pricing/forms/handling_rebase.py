"""Re-basing: a price per transaction that follows the handling time once it has moved for good."""

import numpy as np

from bpo_lib.pricing.workload import Workload

WINDOW = 3  # months whose mean handling time is held against the contract's


def rebased_price(
    workload: Workload, contract_minutes: float, band: float, passed_on_share: float
) -> np.ndarray:
    """Return what becomes of a price per transaction when handling takes longer or shorter than agreed.

    Parameters
    ----------
    workload : Workload
        Its `volume` and `handling_hours` have shape (months,) or (paths, months).
    contract_minutes : float
        Handling time on which the price rests. [minutes/transaction]
    band : float
        Move of the mean of the last three months that changes nothing. [share]
    passed_on_share : float
        Part of a larger move by which the price follows. [share]

    Returns
    -------
    ndarray, shape of `workload.volume`
        Factor of the price; 1 inside the band and where no work came. [ratio]
    """
    hours, volume = _recent(workload.handling_hours), _recent(workload.volume)
    some = volume > 0
    minutes = np.where(some, hours * 60 / np.where(some, volume, 1), contract_minutes)
    move = minutes / contract_minutes - 1
    return np.where(np.abs(move) > band, 1 + passed_on_share * move, 1.0)


def _recent(monthly: np.ndarray) -> np.ndarray:
    """Return the sum of each month and the two before it, of fewer at the beginning."""
    total = np.array(monthly)
    for back in range(1, min(WINDOW, monthly.shape[-1])):
        total[..., back:] += monthly[..., :-back]
    return total
