"""Weights, rankings and agreement: ours beside pymcdm, scikit-criteria, AHPy and krippendorff in one run.

Run with `python benchmarks/fit_peers.py`; it takes about a minute, the first time two more for the peers'
environment. The goal: the same figures to 1e-12 on 1,000 random problems each. No peer has rank-order
weights; these are held against fractions.
"""

import time
from fractions import Fraction

import numpy as np
from peer_environment import run_peer
from scipy.stats import friedmanchisquare

from bpo_lib.fit import ahp_weights, kendall_w, krippendorff_alpha, roc_weights
from bpo_lib.fit.agreement import LEVELS
from bpo_lib.fit.robustness.cross_check import topsis, weighted_sum_minmax
from bpo_lib.fit.weighting.ahp import SCALE

PROBLEMS, LIMIT = 1_000, 1e-12
MOST = 10  # things compared, alternatives and criteria alike
RATERS, UNITS = 5, 12


def judged(rng):
    """Return reciprocal matrices of random judgements, padded, and how many things each compares."""
    sizes = rng.integers(3, MOST + 1, PROBLEMS)
    matrices = np.ones((PROBLEMS, MOST, MOST))
    for matrix in matrices:
        upper = np.triu_indices(MOST, 1)
        matrix[upper] = rng.choice(SCALE, len(upper[0]))
        matrix[upper[::-1]] = 1 / matrix[upper]
    return matrices, sizes


def ranked(rng):
    """Return tables of values with weights and directions, padded, and the shape of each."""
    rows, columns = rng.integers(3, MOST + 1, (2, PROBLEMS))
    values = rng.uniform(1, 100, (PROBLEMS, MOST, MOST))
    weights = rng.exponential(size=(PROBLEMS, MOST))
    for row, used in zip(weights, columns, strict=True):
        row[:used] /= row[:used].sum()
    signs = rng.choice([-1.0, 1.0], (PROBLEMS, MOST))
    return values, weights, signs, rows, columns


def rated(rng):
    """Return ratings of 1 to 5 with gaps: raters who agree from not at all to nearly always."""
    truth = rng.integers(1, 6, (PROBLEMS, 1, UNITS))
    own = rng.integers(1, 6, (PROBLEMS, RATERS, UNITS))
    faithful = rng.random((PROBLEMS, 1, 1))
    ratings = np.where(rng.random(own.shape) < faithful, truth, own).astype(float)
    ratings[rng.random(own.shape) < 0.2] = np.nan
    return ratings


def over(problems, method, width=MOST):
    """Return our answers to all problems, padded with NaN, and the time they took. [seconds]"""
    answers = np.full((len(problems), width), np.nan)
    began = time.perf_counter()
    for row, problem in enumerate(problems):
        answer = np.atleast_1d(method(*problem))
        answers[row, : answer.size] = answer
    return answers, time.perf_counter() - began


def told(name, ours, seconds, theirs, their_seconds):
    """Print how far two sets of answers lie apart, and what each took; return whether they agree."""
    same = (np.isnan(ours) == np.isnan(theirs)).all()
    apart = float(np.nanmax(np.abs(ours - theirs)))
    agree = bool(same and apart <= LIMIT)
    mark = "" if agree else "   <- apart"
    print(f"  {name:<26} {apart:8.1e}   ours {seconds:6.2f} s   theirs {their_seconds:6.2f} s{mark}")
    return agree


def concordance(rng):
    """Print how far W of tied ranks lies from Friedman's statistic of scipy over judges x (things - 1)."""
    tables = [(rng.integers(1, 6, (size, MOST)),) for size in rng.integers(2, MOST, PROBLEMS)]

    def friedman(scores):
        return friedmanchisquare(*scores.T).statistic / (len(scores) * (MOST - 1))

    return told("W, scipy's Friedman test", *over(tables, kendall_w), *over(tables, friedman))


def rank_order():
    """Return how far rank-order weights lie from the same sums in fractions."""
    exact = [
        [float(sum(Fraction(1, i) for i in range(k, n + 1)) / n) for k in range(1, n + 1)]
        for n in range(1, 41)
    ]
    return max(float(np.abs(roc_weights(len(row)) - row).max()) for row in exact)


def main():
    rng = np.random.default_rng(0)
    matrices, sizes = judged(rng)
    values, weights, signs, rows, columns = ranked(rng)
    ratings = rated(rng)
    peers = run_peer(
        "fit.py", matrices=matrices, sizes=sizes, values=values, weights=weights, signs=signs, rows=rows,
        columns=columns, ratings=ratings,
    )  # fmt: skip
    pairs = [(matrix[:size, :size],) for matrix, size in zip(matrices, sizes, strict=True)]
    tables = [
        (table[:high, :wide], weight[:wide], sign[:wide])
        for table, weight, sign, high, wide in zip(values, weights, signs, rows, columns, strict=True)
    ]
    ours = {
        "ahp": over(pairs, lambda matrix: ahp_weights(matrix).weights),
        "topsis": over(tables, topsis),
        "sum": over(tables, weighted_sum_minmax),
    }
    ours |= {
        f"alpha_{level}": over([(table, level) for table in ratings], krippendorff_alpha) for level in LEVELS
    }
    print(f"{PROBLEMS:,} random problems each; largest difference, and the time all of them took")
    against = [name for name in peers if not name.startswith("seconds_")]
    agree = []
    for name in against:
        own = name if name in ours else name.split("_")[0]
        agree.append(told(name.replace("_", ", "), *ours[own], peers[name], float(peers[f"seconds_{name}"])))
    agree.append(concordance(rng))
    apart = rank_order()
    print(f"  {'rank order, fractions':<26} {apart:8.1e}   of 1 to 40 criteria")
    print(f"  {sum(agree)} of {len(agree)} peers agree to {LIMIT:.0e}")


if __name__ == "__main__":
    main()
