"""SMAA on 100,000 draws of nine alternatives and 25 criteria, beside plain numpy, and against exact areas.

Run with `python benchmarks/fit_smaa.py`; it takes about half a minute. The goals: 100,000 draws in 0.6 s on
two cores, a re-score of 10,000 draws in 60 ms, the exact areas within 0.002 at 16,384 draws. Neither pymcdm
nor scikit-criteria counts rank acceptabilities, so the peer is the definition written down in numpy; both
work on the same draws and have to agree.
"""

import math
import os
import time
from fractions import Fraction

import numpy as np

from bpo_lib.fit import smaa, uniform_weights, value_of_information

DRAWS, MOVES, ALTERNATIVES, CRITERIA = 100_000, 10_000, 9, 25
# Areas of the triangle of weights in which each alternative is first, in rational arithmetic.
UTILITIES = [[1.0, 0.2, 0.3], [0.4, 0.9, 0.5], [0.6, 0.5, 0.8], [0.5, 0.5, 0.5]]
FIRST = [float(Fraction(share)) for share in ("1684/7137", "1998/5551", "1553/3843", "0")]
SEEDS = 20


def plain(scores, weights):
    """Return acceptabilities, central weights and confidence as the definitions read, draw by draw."""
    values = np.einsum("dac,dc->da", scores, weights)
    ranks = 1 + (values[:, None, :] > values[:, :, None]).sum(axis=2)
    shares = np.stack([(ranks == rank + 1).mean(axis=0) for rank in range(values.shape[1])], axis=1)
    central, confidence = [], []
    for one in range(values.shape[1]):
        mean = weights[ranks[:, one] == 1].mean(axis=0)
        at_mean = scores @ mean
        central.append(mean)
        confidence.append((at_mean[:, one] >= at_mean.max(axis=1)).mean())
    return shares, np.array(central), np.array(confidence)


def timed(call, runs):
    """Return the best and the median time of some runs, and the result. [milliseconds]"""
    spent, result = [], None
    for _ in range(runs):
        began = time.perf_counter()
        result = call()
        spent.append(1_000 * (time.perf_counter() - began))
    return min(spent), float(np.median(spent)), result


def told(name, best, median):
    print(f"  {name:<58} best {best:7.1f} ms   median {median:7.1f} ms")


def speed():
    """Print how long our counting takes, and plain numpy on the same draws."""
    scores = np.random.default_rng(0).random((DRAWS, ALTERNATIVES, CRITERIA))
    weights = uniform_weights(CRITERIA, DRAWS)
    cores = len(os.sched_getaffinity(0))
    print(f"{DRAWS:,} draws, {ALTERNATIVES} alternatives, {CRITERIA} criteria, {cores} cores")
    *spent, _ = timed(lambda: smaa(scores), 7)
    told("ours: scores drawn, weights made here", *spent)
    *ours, found = timed(lambda: smaa(scores, weights=weights), 7)
    told("ours: scores drawn, weights given", *ours)
    *theirs, (shares, central, confidence) = timed(lambda: plain(scores, weights), 3)
    told("plain numpy: scores drawn, weights given", *theirs)
    print(f"  ratio of medians {theirs[1] / ours[1]:.1f} x; largest differences:")
    pairs = {"rank_acceptability": shares, "central_weights": central, "confidence": confidence}
    for name, right in pairs.items():
        print(f"    {name:<20}{np.abs(getattr(found, name) - right).max():.0e}")
    *spent, _ = timed(lambda: smaa(scores[0], n=DRAWS), 7)
    told("ours: scores known, weights made here", *spent)


def re_score():
    """Print what a move of a slider asks of this part: ranks and the worth of knowing, on fewer draws."""
    draw = np.random.default_rng(1)
    scores, levels = draw.random((MOVES, ALTERNATIVES, CRITERIA)), draw.uniform(1, 5, (MOVES, CRITERIA))
    weights = uniform_weights(CRITERIA, MOVES)
    print(f"{MOVES:,} draws, as after a move of a slider")
    *spent, found = timed(lambda: smaa(scores, weights=weights), 15)
    told("ours: scores drawn, weights given", *spent)
    *spent, _ = timed(lambda: value_of_information(levels, found.values), 15)
    told("ours: what knowing each criterion is worth", *spent)


def exactness():
    """Print how far shares of first ranks are from the exact areas, with even and with random draws."""
    print(f"Largest error of a first rank against exact areas, worst of {SEEDS} seeds")
    for draws in (1_024, 16_384):
        even, random = [], []
        for seed in range(SEEDS):
            found = smaa(UTILITIES, n=draws, seed=seed).rank_acceptability[:, 0]
            even.append(np.abs(found - FIRST).max())
            points = np.random.default_rng(seed).dirichlet(np.ones(3), draws)
            random.append(np.abs(smaa(UTILITIES, weights=points).rank_acceptability[:, 0] - FIRST).max())
        print(f"  {draws:6,} draws   Sobol {max(even):.5f}   random {max(random):.5f}")


def worth_of_knowing():
    """Print how near the worth of knowing comes to a case solved by an integral."""
    # A certain 0.5 against a weighted sum of uniforms; by x alone the sum's mean is 0.5 + w (x - 0.5),
    # so knowing x is worth w / 8. The last criterion says nothing.
    exact = np.array([0.4, 0.3, 0.2, 0.1, 0]) / 8
    found = []
    for seed in range(SEEDS):
        levels = np.random.default_rng(seed).uniform(1, 5, (MOVES, 5))
        values = np.column_stack([np.full(MOVES, 0.5), (levels - 1) / 4 @ (8 * exact)])
        found.append(value_of_information(levels, values))
    print(
        f"Worth of knowing one of five criteria, {MOVES:,} draws, mean of {SEEDS} seeds and its largest error"
    )
    for place, right in enumerate(exact):
        column = np.array(found)[:, place]
        off = math.sqrt(float(((column - right) ** 2).mean()))
        print(f"  exact {right:.4f}   found {column.mean():.4f}   root mean square error {off:.4f}")


if __name__ == "__main__":
    speed()
    re_score()
    exactness()
    worth_of_knowing()
