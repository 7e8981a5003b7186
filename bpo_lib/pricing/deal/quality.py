"""Quality: what errors cost the client, and what contacts that come back add to the work."""

from typing import ClassVar

import numpy as np

from bpo_lib.assumptions import Terms, assumption
from bpo_lib.engagement import Engagement
from bpo_lib.pricing.deal.world import World
from bpo_lib.staffing.terms import WorkTerms


class QualityTerms(Terms):
    """How well the provider does the work against the own team, and what comes of errors."""

    group: ClassVar[str] = "quality"

    outcome_change: float = assumption(
        "share of transactions that end as agreed at the provider, less that of the own team",
        unit="share",
        ge=-0.5,
        le=0.5,
        default=0,
    )
    error_cost: float = assumption(
        "what a transaction that does not end as agreed costs the client besides: rework, goodwill",
        unit="currency/transaction",
        ge=0,
        le=1e9,
        default=0,
    )
    repeat_share: float = assumption(
        "share of the transactions not ended as agreed that come back as new work",
        unit="share",
        ge=0,
        le=0.9,
        default=0,
        source="house assumption: none; 20 to 30% of insurance contacts are repeats: notch.cx",
    )


def effective_volume(volume: float | np.ndarray, repeat_rate: float | np.ndarray) -> float | np.ndarray:
    """Return the contacts that arrive when a share of all of them is somebody coming back.

    Parameters
    ----------
    volume : float or ndarray
        First contacts. [transactions/month]
    repeat_rate : float or ndarray
        Repeats among all contacts. [share]

    Returns
    -------
    float or ndarray
        [transactions/month]

    References
    ----------
    V / (1 - rho); rho of 0.20 to 0.30 in insurance BPO: notch.cx.
    """
    return volume / (1 - repeat_rate)


def provider_outcomes(own_share: float, terms: QualityTerms, quality: np.ndarray) -> np.ndarray:
    """Return the share of transactions that end as agreed at the provider.

    Parameters
    ----------
    own_share : float
        The same of the own team. [share]
    terms : QualityTerms
    quality : ndarray
        Beyond what the terms expect. [share]

    Returns
    -------
    ndarray, shape of `quality`
        Never outside 0 to 1. [share]
    """
    return np.clip(own_share + terms.outcome_change + quality, 0, 1)


def repeats(own_share: float, terms: QualityTerms, quality: np.ndarray) -> np.ndarray:
    """Return the volume at the provider over that at the own team.

    Returns
    -------
    ndarray, shape of `quality`
        1 where nothing comes back, or as much as today. [ratio]
    """
    theirs = provider_outcomes(own_share, terms, quality)
    today = 1 - terms.repeat_share * (1 - own_share)
    return np.asarray(effective_volume(today, terms.repeat_share * (1 - theirs)))


def rework(own_share: float, terms: QualityTerms, quality: np.ndarray, volume: np.ndarray) -> np.ndarray:
    """Return what errors beyond those of the own team cost, were all work at the provider.

    Parameters
    ----------
    own_share, terms, quality
        As for `provider_outcomes`.
    volume : ndarray, shape (months,) or (paths, months)
        What would arrive at the own team. [transactions/month]

    Returns
    -------
    ndarray, broadcast of `quality` and `volume`
        Less than zero where the provider makes fewer. [currency/month]
    """
    theirs = repeats(own_share, terms, quality) * (1 - provider_outcomes(own_share, terms, quality))
    return terms.error_cost * (theirs - (1 - own_share)) * volume


def outcome_share(case: Engagement, world: World | None = None) -> np.ndarray:
    """Return the share of transactions that end as agreed at the provider of a case.

    Returns
    -------
    ndarray, shape (1, 1) or (paths, 1)
        [share]
    """
    world = world or World.expected()
    return provider_outcomes(case.of(WorkTerms).outcome_share, quality_terms(case), world.quality)


def repeat_factor(case: Engagement, world: World | None = None) -> np.ndarray:
    """Return what contacts that come back make of a volume once the provider handles it.

    Returns
    -------
    ndarray, shape (1, 1) or (paths, 1)
        1 where the provider resolves as much as the own team. [ratio]
    """
    world = world or World.expected()
    return repeats(case.of(WorkTerms).outcome_share, quality_terms(case), world.quality)


def quality_terms(case: Engagement) -> QualityTerms:
    """Return the case's terms of quality, or those that change nothing."""
    return case.of(QualityTerms) if case.has(QualityTerms) else QualityTerms()
