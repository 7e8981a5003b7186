"""Who bears which risk, for every form at once, beside the one simulation it should cost about as much as.

Run with `python benchmarks/pricing_risk_transfer.py`. Sobol indices and risk transfer of eight drivers take
10 blocks of 1,024 courses; they are held against their published values on two known functions.
"""

import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from bpo_lib import open_client
from bpo_lib.pricing import PRICING_MODELS
from bpo_lib.pricing.risk.paired_courses import PAIRS, paired_courses, shares_of_variance
from bpo_lib.pricing.risk.risk_transfer import transfer_matrix
from bpo_lib.pricing.risk.sensitivity_indices import first_and_total
from bpo_lib.pricing.risk.simulation import simulate
from bpo_lib.pricing.risk.tornado import driver_tornado
from bpo_lib.pricing.work import expected_work

CLIENT = Path(__file__).resolve().parents[1] / "data/samples/harbour-telecom"
COURSES = PAIRS * 10
ISHIGAMI = [0.3139, 0.4424, 0.0], [0.5576, 0.4424, 0.2437]  # Ishigami and Homma, 1990
G_FUNCTION = [0.7162, 0.1790, 0.0237, 0.0072], [0.7871, 0.2422, 0.0343, 0.0105]  # Saltelli and Sobol, 1995


def timed(call, runs=3):
    """Return the best of some runs and the result. [seconds]"""
    best, result = float("inf"), None
    for run in range(runs):
        began = time.perf_counter()
        result = call(run)
        best = min(best, time.perf_counter() - began)
    return best, result


def ishigami(points):
    """Return Ishigami's function with a = 7 and b = 0.1."""
    x, y, z = (points * 2 - 1).T * np.pi
    return np.sin(x) + 7 * np.sin(y) ** 2 + 0.1 * z**4 * np.sin(x)


def sobol_g(points):
    """Return Sobol's g-function with a = 0, 1, 4.5 and 9."""
    a = np.array([0, 1, 4.5, 9])
    return ((np.abs(4 * points - 2) + a) / (1 + a)).prod(axis=-1)


def published():
    """Print how far the indices of two functions lie from their published values."""
    for name, function, values in (("Ishigami", ishigami, ISHIGAMI), ("Sobol g", sobol_g, G_FUNCTION)):
        found = first_and_total(function, len(values[0]), PAIRS)
        off = [
            np.abs(got - np.array(want)).max()
            for got, want in zip((found.first, found.total), values, strict=True)
        ]
        print(f"{name}: first order off by at most {off[0]:.4f}, total by {off[1]:.4f}, {PAIRS} pairs")


def main():
    """Print accuracy, then time for all forms of one client."""
    published()
    case = open_client(CLIENT)
    work = expected_work(case).work
    forms = {name: kind.typical(work) for name, kind in PRICING_MODELS.items()}
    simulate(case, 256, models=forms)  # the forecast and the staffing curves are there before the clock runs
    once, _ = timed(lambda run: simulate(replace(case), COURSES, run + 1, forms))
    paired, found = timed(lambda run: paired_courses(case, forms, seed=run + 1))
    read, _ = timed(lambda _: transfer_matrix(found.models, found.drivers, found.client, found.provider))
    indices, shares = timed(lambda _: shares_of_variance(found))
    tornado, _ = timed(lambda _: driver_tornado(case, forms))
    print(f"{len(forms)} forms, {COURSES:,} courses, {work.months} months")
    print(f"  one simulation              {once * 1e3:7.0f} ms")
    print(f"  paired courses              {paired * 1e3:7.0f} ms ({paired / once:.2f} of it)")
    print(f"  read for risk transfer      {read * 1e3:7.0f} ms, for Sobol indices {indices * 1e3:.0f} ms")
    print(f"  one driver at a time        {tornado * 1e3:7.0f} ms")
    sums = shares.groupby("model")["client_first"].sum()
    print(f"  first-order indices of a deal add up to {sums.min():.3f} to {sums.max():.3f}")


if __name__ == "__main__":
    main()
