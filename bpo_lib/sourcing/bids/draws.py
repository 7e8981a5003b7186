"""Thousands of ways in which weights and evidence may turn out, and who is best in each."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from bpo_lib.fit import HIGHEST, LOWEST, smaa
from bpo_lib.sourcing.bids.answers import LEVELS_EITHER_WAY, STEPS
from bpo_lib.sourcing.bids.terms import WEIGHED, ScorecardTerms

DRAWS: Final = 10_000  # a share is then known to about one point of a hundred
SEED: Final = 0
_WEIGHTS, _EVALUATOR, _BID = 1, 2, 3  # which of the random streams is which


@dataclass(frozen=True, eq=False)
class BidRanks:
    """How firmly the bids stand in their order.

    Parameters
    ----------
    acceptability : pandas.DataFrame
        By provider still in contention: in which share of the draws it is 1st, 2nd and so on; columns
        are the ranks from 1. Bids that tie share the better rank. [share]
    confidence : pandas.Series
        By provider: how often it is first under the weights that suit it best; NaN when it never is. [share]
    beats : pandas.DataFrame
        Row provider, column provider: share of draws in which the first scores more. [share]
    """

    acceptability: pd.DataFrame
    confidence: pd.Series
    beats: pd.DataFrame


def bid_ranks(
    answers: pd.DataFrame,
    price_values: Mapping[str, float],
    terms: ScorecardTerms,
    *,
    with_price: bool = True,
    draws: int = DRAWS,
) -> BidRanks:
    """Rank the bids again and again, with weights within their spread and answers within their evidence.

    Parameters
    ----------
    answers : pandas.DataFrame
        Checked answers of the providers in contention.
    price_values : mapping
        Provider to the value of its price, 0 to 1; NaN where it quoted none.
    terms : ScorecardTerms
    with_price : bool
        Whether prices can be scored.
    draws : int

    Returns
    -------
    BidRanks

    Notes
    -----
    Stochastic multicriteria acceptability analysis. Each weight is drawn from a triangle within
    `scorecard.weight_spread` of its points; each level is that of one evaluator, the same one for every
    bid of a draw that this evaluator marked, within half a level (demo) or a level (claim) of it; what
    nobody answered may be anything. A bid's draws hang on its own name, its answers and the names of its
    evaluators alone, so how often one bid beats another does not change when a third comes or goes.

    References
    ----------
    R. Lahdelma and P. Salminen, "SMAA-2: stochastic multicriteria acceptability analysis for group
    decision making", Operations Research 49(3), 2001.
    """
    names = list(price_values)
    turns = {str(name): _stream(_EVALUATOR, str(name), draws) for name in answers["evaluator"].unique()}
    values = np.stack(
        [_values(name, answers[answers["vendor"] == name], price_values[name], turns) for name in names],
        axis=1,
    )
    found = smaa(values, weights=weight_draws(terms, draws, with_price=with_price))
    ranks = range(1, len(names) + 1)
    return BidRanks(
        acceptability=pd.DataFrame(found.rank_acceptability, index=names, columns=ranks),
        confidence=pd.Series(found.confidence, index=names),
        beats=pd.DataFrame(found.pairwise, index=names, columns=names),
    )


def weight_draws(terms: ScorecardTerms, draws: int, *, with_price: bool = True) -> np.ndarray:
    """Return weights within their spread, in the order of `WEIGHED`.

    Returns
    -------
    ndarray, shape (draws, criteria)
        Each row sums to 1. [share]
    """
    middle = np.array([terms.weights(with_price=with_price)[name] for name in WEIGHED])
    uniform = np.random.default_rng([SEED, _WEIGHTS]).random((draws, len(WEIGHED)))
    points = middle * (1 + terms.weight_spread * triangular(uniform))
    total = points.sum(axis=1, keepdims=True)
    # A single weight with a spread of all of itself may be drawn as nothing; it is then all there is.
    return np.divide(points, total, out=np.broadcast_to(middle, points.shape).copy(), where=total > 0)


def triangular(uniform: np.ndarray) -> np.ndarray:
    """Return uniform numbers in 0 to 1 as a symmetric triangle from -1 to 1."""
    return np.where(uniform < 0.5, np.sqrt(2 * uniform) - 1, 1 - np.sqrt(2 * (1 - uniform)))


def _stream(purpose: int, name: str, draws: int) -> np.ndarray:
    """Return uniform numbers that hang on a name alone, shape (draws, criteria)."""
    return np.random.default_rng([SEED, purpose, zlib.crc32(name.encode())]).random((draws, len(WEIGHED)))


def _values(vendor: str, answers: pd.DataFrame, price: float, turns: Mapping[str, np.ndarray]) -> np.ndarray:
    """Return the values one bid may have, shape (draws, criteria)."""
    uniform = _stream(_BID, vendor, len(next(iter(turns.values()))))
    values, given = np.empty_like(uniform), answers[answers["answer"] != ""]
    for column, criterion in enumerate(WEIGHED):
        if criterion == "price_per_transaction":
            values[:, column] = uniform[:, column] if np.isnan(price) else price
            continue
        mine = given[given["criterion"] == criterion]
        marks = list(zip(mine["answer"].astype(float), mine["evidence"], strict=True))
        heard = [turns[name][:, column] for name in mine["evaluator"]]
        values[:, column] = _levels(marks, heard, uniform[:, column])
    return values


def _levels(
    marks: Sequence[tuple[float, str]], heard: Sequence[np.ndarray], uniform: np.ndarray
) -> np.ndarray:
    """Return values of one answer: the level of whose turn it is, as far off as its evidence allows."""
    if not marks:
        return uniform
    chosen = np.argmin(heard, axis=0)
    level = np.array([level for level, _ in marks])[chosen]
    either_way = np.array([LEVELS_EITHER_WAY[evidence] for _, evidence in marks])[chosen]
    drawn = np.clip(level + either_way * triangular(uniform), LOWEST, HIGHEST)
    return (drawn - LOWEST) / STEPS
