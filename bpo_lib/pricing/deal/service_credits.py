"""Service credits: what of a fee comes back for missed targets, as expected from the chance of each miss."""

from typing import ClassVar

import numpy as np
import pandas as pd

from bpo_lib.assumptions import Terms, assumption
from bpo_lib.engagement import Engagement

_SAME = 1e9  # two weights closer than one part in this many are one


class ServiceTerms(Terms):
    """How much of the fee is at risk, how misses are weighed, and how a credit is earned back."""

    group: ClassVar[str] = "service"

    at_risk_share: float = assumption(
        "most of a month's fee that may come back as service credits",
        unit="share",
        ge=0,
        le=0.5,
        default=0,
        source="house assumption: none unless agreed; 10% of monthly charges in an example of R. Scott",
    )
    by_points: float = assumption(
        "how misses are weighed: 0 by each measure's allocation of the pool, 1 by points and a table",
        unit="0 or 1",
        one_of=(0, 1),
        default=0,
    )
    free_points: float = assumption(
        "points a month may have without a credit",
        unit="points",
        ge=0,
        le=1_000,
        default=5,
        source="TELUS clause, quoted by markettransfer; a house assumption for other contracts",
    )
    points_per_step: float = assumption(
        "further points for each step of credit",
        unit="points",
        ge=0.1,
        le=1_000,
        default=5,
        source="TELUS clause, quoted by markettransfer; a house assumption for other contracts",
    )
    credit_per_step: float = assumption(
        "credit of each step, of the month's fee",
        unit="share",
        ge=0,
        le=0.5,
        default=0.02,
        source="TELUS clause, quoted by markettransfer; a house assumption for other contracts",
    )
    repeat_multiplier: float = assumption(
        "how many times heavier a miss weighs when the month before missed too",
        unit="ratio",
        ge=1,
        le=10,
        default=1,
    )
    earn_back_months: float = assumption(
        "months that must all meet the target for a credit to be cancelled; 0 never cancels one",
        unit="months",
        ge=0,
        le=12,
        default=0,
    )
    grace_months: float = assumption(
        "first months without service credits", unit="months", ge=0, le=24, default=0
    )


def credit_of_points(points: np.ndarray, terms: ServiceTerms) -> np.ndarray:
    """Return the share of a month's fee given back for its points.

    Parameters
    ----------
    points : ndarray
        Of all misses of a month. [points]
    terms : ServiceTerms

    Returns
    -------
    ndarray, shape of `points`
        Rises by whole steps, never above what is at risk. [share]

    References
    ----------
    TELUS clause, markettransfer: 5, 10, 15, 20, 25, 30 points give 0, 2, 4, 6, 8, 10%.
    """
    steps = np.floor((np.asarray(points) - terms.free_points) / terms.points_per_step + 1 / _SAME)
    return np.minimum(terms.credit_per_step * np.maximum(steps, 0), terms.at_risk_share)


def credit_of_allocation(allocated: np.ndarray, terms: ServiceTerms) -> np.ndarray:
    """Return the share of a month's fee given back for the pool its misses take up.

    Parameters
    ----------
    allocated : ndarray
        Sum of the allocations missed, times their multipliers; may exceed 1. [share of the pool]
    terms : ServiceTerms

    Returns
    -------
    ndarray, shape of `allocated`
        Never above what is at risk. [share]
    """
    return terms.at_risk_share * np.minimum(allocated, 1)


def miss_chance(measures: pd.DataFrame, quality: np.ndarray) -> np.ndarray:
    """Return the chance that a month misses each target, its measured value taken to be normal.

    Parameters
    ----------
    measures : pandas.DataFrame
        Columns of `ServiceMeasure`.
    quality : ndarray, shape (paths, 1)
        Transactions that end as agreed beyond the expected share; improves a measure by its
        quality_effect. [share]

    Returns
    -------
    ndarray, shape (paths, measures)
        [share]
    """
    from scipy.special import ndtr  # noqa: PLC0415 - loading it takes longer than opening a client

    target, expected, spread, effect = (
        measures[name].to_numpy(dtype=float) for name in ("target", "expected", "spread", "quality_effect")
    )
    sign = np.where(measures["better"] == "lower", -1.0, 1.0)
    short = sign * (target - expected) - effect * quality
    with np.errstate(divide="ignore", invalid="ignore"):
        chance = ndtr(short / spread)
    return np.where(spread > 0, chance, short > 0)


def expected_credit(measures: pd.DataFrame, terms: ServiceTerms, quality: np.ndarray) -> np.ndarray:
    """Return the share of the fee expected back in a month of normal service.

    Parameters
    ----------
    measures : pandas.DataFrame
        Columns of `ServiceMeasure`.
    terms : ServiceTerms
    quality : ndarray, shape (paths, 1)
        As for `miss_chance`. [share]

    Returns
    -------
    ndarray, shape (paths, 1), or (1, 1) where nothing is at risk
        [share]

    Notes
    -----
    Exact for misses independent of one another and from month to month: the chance of every sum of
    weights is built up measure by measure, sums at or above the limit together. A miss that is
    earned back counts as none.
    """
    if terms.at_risk_share == 0 or measures.empty:
        return np.zeros((1, 1))
    by_points = bool(terms.by_points)
    weigh = measures["points" if by_points else "allocation"] * measures["multiplier"]
    missed = miss_chance(measures, quality)
    stands = missed * (1 - (1 - missed) ** terms.earn_back_months if terms.earn_back_months else 1.0)
    sums, chances = np.zeros(1), np.ones((1, len(missed)))
    for weight, stand, miss in zip(weigh, stands.T, missed.T, strict=True):
        outcomes = _outcomes(float(weight), terms.repeat_multiplier, stand, miss)
        sums, chances = _joined(sums, chances, outcomes, _limit(terms))
    credit = credit_of_points(sums, terms) if by_points else credit_of_allocation(sums, terms)
    return (credit @ chances)[:, None]


def _outcomes(
    weight: float, multiplier: float, stand: np.ndarray, miss: np.ndarray
) -> list[tuple[float, np.ndarray]]:
    """Return what a measure may add to a month's sum, and the chance of each."""
    if multiplier == 1:
        return [(0.0, 1 - stand), (weight, stand)]
    return [(0.0, 1 - stand), (weight, stand * (1 - miss)), (weight * multiplier, stand * miss)]


def _limit(terms: ServiceTerms) -> float:
    """Return the sum of weights from which the credit grows no further."""
    if not terms.by_points:
        return 1.0
    if terms.credit_per_step == 0:
        return 0.0
    steps = np.ceil(terms.at_risk_share / terms.credit_per_step - 1 / _SAME)
    return terms.free_points + terms.points_per_step * float(steps)


def _joined(
    sums: np.ndarray, chances: np.ndarray, outcomes: list[tuple[float, np.ndarray]], limit: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return the sums and their chances, shape (sums, paths), after one more measure, equal sums as one."""
    reached = np.minimum(np.concatenate([sums + weight for weight, _ in outcomes]), limit)
    keys = np.rint(reached * _SAME).astype(np.int64)
    order = np.argsort(keys, kind="stable")
    first = np.flatnonzero(np.diff(keys[order], prepend=-1))
    spread = np.concatenate([chances * chance for _, chance in outcomes])
    return keys[order][first] / _SAME, np.add.reduceat(spread[order], first, axis=0)


def credit_course(
    months: int, measures: pd.DataFrame, terms: ServiceTerms, quality: np.ndarray
) -> np.ndarray:
    """Return the share of the fee expected back in each month.

    Returns
    -------
    ndarray, broadcasting to (paths, months)
        Zero in the months of grace. [share]
    """
    credit = expected_credit(measures, terms, quality)
    if terms.grace_months == 0 or not credit.any():
        return credit
    return credit * np.clip(np.arange(1, months + 1) - terms.grace_months, 0, 1)


def service_targets(case: Engagement) -> pd.DataFrame:
    """Return the targets of service of a case and what missing them brings.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    pandas.DataFrame
        One row per measure: measure, better, target, expected, spread, miss_chance of a month [share],
        credit_alone: what comes back of the month's fee when it alone is missed [share]. Empty where
        no measures are given.
    """
    measures = case.service_measures
    if measures.empty:
        return pd.DataFrame()
    terms = case.of(ServiceTerms) if case.has(ServiceTerms) else ServiceTerms()
    by_points = bool(terms.by_points)
    weigh = (measures["points" if by_points else "allocation"] * measures["multiplier"]).to_numpy()
    alone = credit_of_points(weigh, terms) if by_points else credit_of_allocation(weigh, terms)
    shown = measures[["measure", "better", "target", "expected", "spread"]]
    return shown.assign(miss_chance=miss_chance(measures, np.zeros((1, 1)))[0], credit_alone=alone)
