"""How often each alternative comes first when weights and scores are as uncertain as they are: SMAA-2."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from bpo_lib.errors import InputError
from bpo_lib.fit.robustness.checked import (
    TIE_SHARE,
    checked_allowed,
    checked_weights,
    refuse_missing,
    shaped_utilities,
)

DRAWS = 16_384
_BLOCK = 2_048  # draws worked on at once, so that what is between two steps stays near the processor


@dataclass(frozen=True, eq=False)
class Acceptability:
    """In which share of all draws each alternative takes each rank, and which weights speak for it.

    Parameters
    ----------
    rank_acceptability : ndarray, shape (alternatives, alternatives)
        Share of draws in which an alternative (row) takes a rank (column, the best one first). Alternatives
        that tie share the better rank. 0 throughout for one that is not allowed. [share]
    central_weights : ndarray, shape (alternatives, criteria)
        Mean weights of the draws in which the alternative is first: the preferences of whoever would choose
        it. NaN where it never is. [share]
    confidence : ndarray, shape (alternatives,)
        Share of draws of the scores in which the alternative is first for somebody with its central
        weights. NaN where it never is. [share]
    pairwise : ndarray, shape (alternatives, alternatives)
        Share of draws in which the row's alternative does better than the column's. [share]
    entropy_bits : float
        Entropy of the first ranks: 0 when one alternative always wins, more the more open it is. [bits]
    draws : int
        Number of draws.
    values : ndarray, shape (draws, alternatives)
        Weighted sum of every alternative in every draw, of those not allowed too.
    """

    rank_acceptability: np.ndarray
    central_weights: np.ndarray
    confidence: np.ndarray
    pairwise: np.ndarray
    entropy_bits: float
    draws: int
    values: np.ndarray


def smaa(
    values: ArrayLike,
    n: int = DRAWS,
    seed: int = 0,
    *,
    weights: ArrayLike | None = None,
    allowed: ArrayLike | None = None,
) -> Acceptability:
    """Rank alternatives under every draw of weights and scores, and count who wins how often.

    Parameters
    ----------
    values : array_like, shape (alternatives, criteria) or (draws, alternatives, criteria)
        How well each alternative does on each criterion; more is better. Known, or one set per draw.
    n : int
        Draws of weights where they are drawn here and values are not draws themselves.
    seed : int
        Of the draws of weights.
    weights : array_like, shape (criteria,) or (draws, criteria), optional
        Shares summing to 1: one set for all draws, or one per draw. Without them every weighting is
        equally likely. [share]
    allowed : array_like of bool, shape (alternatives,), optional
        False for an alternative that may not be chosen; ranks are among the others.

    Returns
    -------
    Acceptability

    Raises
    ------
    InputError
        When a value is missing, weights do not sum to 1, the numbers of draws differ, or nothing is allowed.

    Notes
    -----
    An alternative's rank is 1 plus the number of those strictly better. One that is never first has no
    central weights. Where values are known, confidence is 1 or 0.

    References
    ----------
    R. Lahdelma and P. Salminen, "SMAA-2: stochastic multicriteria acceptability analysis for group
    decision making", Operations Research 49(3), 2001; T. Tervonen and R. Lahdelma, "Implementing
    stochastic multicriteria acceptability analysis", European Journal of Operational Research 178(2), 2007.
    """
    scores = shaped_utilities(values, dimensions=(2, 3))
    *drawn, alternatives, criteria = scores.shape
    mask = checked_allowed(allowed, alternatives)
    if weights is None:
        shares = uniform_weights(criteria, drawn[0] if drawn else n, seed)
    else:
        shares = checked_weights(weights, criteria)
    if drawn and shares.ndim == 2 and len(shares) != drawn[0]:
        raise InputError(f"{len(shares)} draws of weights against {drawn[0]} of values; give as many of both")
    sums = _weighted_sums(scores, shares)
    if not np.isfinite(sums).all():  # a missing utility makes every sum it is in missing, and sums are few
        refuse_missing(scores)
    tie = TIE_SHARE * float(np.abs(sums).max())
    ranks, pairwise = _ranks(sums, mask, tie)
    shares = np.broadcast_to(shares, (len(sums), criteria))
    central = _central_weights(ranks, shares)
    return Acceptability(
        rank_acceptability=_rank_shares(ranks),
        central_weights=central,
        confidence=_confidence(scores, central, mask, tie),
        pairwise=pairwise,
        entropy_bits=_entropy_bits(_rank_shares(ranks)[:, 0]),
        draws=len(sums),
        values=sums,
    )


def uniform_weights(criteria: int, n: int = DRAWS, seed: int = 0) -> np.ndarray:
    """Return weights drawn from all there are, each as likely as any other.

    Parameters
    ----------
    criteria : int
        How many to weigh, 1 or more.
    n : int
        Draws, 1 or more.
    seed : int
        Of the scrambling.

    Returns
    -------
    ndarray, shape (n, criteria)
        Each row sums to 1. [share]

    Raises
    ------
    InputError
        When there is nothing to weigh or to draw.

    Notes
    -----
    The k-th of c criteria takes the share 1 - u^(1/(c - k)) of what those before it left, which makes
    every weighting equally likely; uniform numbers divided by their sum would crowd in the middle. The
    points are scrambled Sobol points in one dimension less than there are criteria, three times nearer
    to exact areas than as many exponential numbers divided by their sum.

    References
    ----------
    L. Devroye, "Non-Uniform Random Variate Generation", 1986; A. B. Owen, "Scrambling Sobol' and
    Niederreiter-Xing points", 1998.
    """
    if criteria < 1 or n < 1 or n != int(n):
        raise InputError(f"{n} draws of {criteria} weights asked for; ask for 1 or more of each")
    n = int(n)
    if criteria == 1:
        return np.ones((n, 1))
    from scipy.stats import qmc  # noqa: PLC0415  loaded where it is used

    sequence = qmc.Sobol(criteria - 1, seed=seed)
    # One point at first: asked for another number than a power of two, the library warns.
    points = [sequence.random(1)]
    if n > 1:
        points.append(sequence.random(n - 1))
    left = np.ones((n, criteria + 1))
    left[:, 1:-1] = np.concatenate(points) ** (1 / np.arange(criteria - 1, 0, -1))
    left[:, -1] = 0
    np.cumprod(left, axis=1, out=left)
    return left[:, :-1] - left[:, 1:]


def _weighted_sums(scores: np.ndarray, shares: np.ndarray) -> np.ndarray:
    """Return the value of every alternative in every draw, laid out alternative by alternative."""
    with np.errstate(invalid="ignore"):
        if scores.ndim == 2:
            return (scores @ np.atleast_2d(shares).T).T
        if shares.ndim == 1:
            return np.einsum("dac,c->ad", scores, shares).T
        return np.einsum("dac,dc->ad", scores, shares).T


def _ranks(sums: np.ndarray, mask: np.ndarray, tie: float) -> tuple[np.ndarray, np.ndarray]:
    """Return ranks by draw, 0 for those not allowed, and how often one does better than another."""
    draws, alternatives = sums.shape
    ranks = np.zeros((alternatives, draws), dtype=np.min_scalar_type(alternatives))
    ranks[mask] = 1
    wins = np.zeros((alternatives, alternatives))
    chosen = np.flatnonzero(mask)
    for start in range(0, draws, _BLOCK):
        block = np.ascontiguousarray(sums[start : start + _BLOCK].T)
        to_beat = block + tie
        for one in chosen:
            for other in chosen[chosen != one]:
                better = block[other] > to_beat[one]
                ranks[one, start : start + _BLOCK] += better
                wins[other, one] += np.count_nonzero(better)
    return ranks, wins / draws


def _rank_shares(ranks: np.ndarray) -> np.ndarray:
    alternatives, draws = ranks.shape
    counts = [[np.count_nonzero(row == rank + 1) for rank in range(alternatives)] for row in ranks]
    return np.array(counts) / draws


def _central_weights(ranks: np.ndarray, shares: np.ndarray) -> np.ndarray:
    first = (ranks == 1).astype(float)
    total, times = first @ shares, first.sum(axis=1)
    with np.errstate(invalid="ignore"):
        return total / times[:, None]


def _confidence(scores: np.ndarray, central: np.ndarray, mask: np.ndarray, tie: float) -> np.ndarray:
    """Return in which share of the draws of scores an alternative is first at its own central weights."""
    confidence = np.full(len(central), np.nan)
    winners, chosen = np.flatnonzero(~np.isnan(central[:, 0])), np.flatnonzero(mask)
    own = np.searchsorted(chosen, winners), np.arange(len(winners))
    scores = scores if scores.ndim == 3 else scores[None]
    held = np.zeros(len(winners))
    for start in range(0, len(scores), _BLOCK):
        block = scores[start : start + _BLOCK]
        # Value of each alternative at the central weights of each winner, draws last.
        found = np.stack([central[winners] @ block[:, one].T for one in chosen])
        held += np.count_nonzero(found[own] >= found.max(axis=0) - tie, axis=1)
    confidence[winners] = held / len(scores)
    return confidence


def _entropy_bits(first: np.ndarray) -> float:
    """Return the entropy of first ranks, brought to a sum of 1 where some were shared."""
    shares = first[first > 0] / first.sum()
    return float(-(shares * np.log2(shares)).sum()) + 0.0
