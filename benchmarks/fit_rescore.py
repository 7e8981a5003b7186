"""The judgement of a sample: cold beyond forecast and prices, and again for a panel that moves one slider.

Run with `python benchmarks/fit_rescore.py`; it takes about a minute. The goals: 1 s for the whole judgement
of a client whose forecast and prices are known, 60 ms for a change of a level or of a weight at 10,000 draws.
No peer scores on drawn levels and drawn weights with gates, so the fast way is held against the slow one:
utilities of every draw, summed as the definition reads.
"""

import time
from pathlib import Path

import numpy as np

from bpo_lib import open_client
from bpo_lib.fit import HOUSE_TABLE, fit_inputs, rescored, score_fit, utilities
from bpo_lib.fit.level_draws import level_draws
from bpo_lib.fit.rescore import DRAWS
from bpo_lib.fit.scales.value_functions import weighted_values
from bpo_lib.pricing import compare_pricing

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"
NAMES = ("harbour-telecom", "northgate-payables", "meadow-claims")
MOVES = 15


def milliseconds(call):
    began = time.perf_counter()
    found = call()
    return 1_000 * (time.perf_counter() - began), found


def cold():
    """Print how long the whole judgement takes when forecast and prices are known already."""
    for name in NAMES:
        case = open_client(SAMPLES / name)
        compare_pricing(case)
        gathered, _ = milliseconds(lambda: fit_inputs(case))  # noqa: B023 - called at once
        judged, result = milliseconds(lambda: score_fit(case))  # noqa: B023 - called at once
        print(
            f"  {name:<20} gathered in {gathered:6.0f} ms, judged in {judged:6.0f} ms: "
            f"{result.verdict}, {result.leader}, {result.standing}"
        )


def moves(case):
    """Print how long a panel waits for an answer after a slider has moved."""
    inputs = fit_inputs(case)
    rescored(inputs, levels={"P1": 3})  # the first call draws what later ones share
    for said, change in (
        ("a level", lambda step: {"levels": {"P1": 1 + 4 * step / MOVES}}),
        ("a weight", lambda step: {"points": {"risk": 20 + step}}),
        ("both", lambda step: {"levels": {"P1": 1 + 4 * step / MOVES}, "points": {"risk": 40 + step}}),
    ):
        spent = [milliseconds(lambda: rescored(inputs, **change(step)))[0] for step in range(MOVES)]  # noqa: B023
        print(f"  {said:<10} best {min(spent):6.1f} ms   median {np.median(spent):6.1f} ms")


def the_same(case):
    """Print how far the fast way to values lies from the definition."""
    inputs = fit_inputs(case)
    levels, weights = level_draws(inputs.known, DRAWS), inputs.weighting.draws(DRAWS)
    fast, values = milliseconds(lambda: weighted_values(levels, weights))
    slow, told = milliseconds(lambda: np.einsum("nac,nc->na", utilities(levels, HOUSE_TABLE), weights))
    print(f"  fast {fast:.1f} ms, slow {slow:.1f} ms, largest difference {np.abs(values - told).max():.1e}")


def main():
    print("The whole judgement, forecast and prices known")
    cold()
    case = open_client(SAMPLES / NAMES[-1])
    print(f"A slider moves, {DRAWS:,} draws")
    moves(case)
    print("Values of the draws")
    the_same(case)


if __name__ == "__main__":
    main()
