"""Every indifference point of every pair of forms: ours beside one root-find of scipy on one bracket.

Run with `python benchmarks/pricing_indifference.py`; it takes about a minute, most of it the fine grid
that serves as oracle. Of the times only the ratio of one run means anything.
"""

import time
from itertools import combinations

import numpy as np
from scipy.optimize import brentq

from bpo_lib.pricing import PRICING_MODELS, Workload
from bpo_lib.pricing.decide.indifference import DRIVERS, DriverLine, reach, scan
from bpo_lib.pricing.forms import scaled

MONTHS, ORACLE = 36, 50_001
CLOSE = 1e-9  # relative difference that a root has to keep


def workload():
    """Return three years of work with a season, staffed in proportion."""
    rng = np.random.default_rng(0)
    volume = 40_000 * (1 + 0.15 * np.sin(np.arange(MONTHS) / 1.9) + 0.05 * rng.standard_normal(MONTHS))
    hours = volume * 6 / 60
    fte = hours / (160 * 0.7 * 0.8)
    return Workload.of(
        volume,
        hours,
        fte,
        volume * 0.8,
        productive_fte=fte * 0.7,
        paid_hours=fte * 160,
        productive_hours=fte * 112,
        provider_cost=fte * 2_500,
        in_house_cost=fte * 4_000,
    )


def forms(work):
    """Return every form, each priced a little off the others so that they cross, and one that leaps."""
    found = {
        name: scaled(kind.typical(work), 0.9 + 0.02 * place)
        for place, (name, kind) in enumerate(PRICING_MODELS.items())
    }
    leaping = found["transaction"].with_values(dead_band=0.2, back_to_baseline=1, settlement_months=12)
    return {**found, "back to baseline": leaping}


def changes(line, models, low, high):
    """Return the cells of a fine grid in which another of two models becomes the cheaper one."""
    grid = np.linspace(low, high, ORACLE)[1:]
    first, second = line.totals(models, grid)
    apart = first - second
    cheaper = np.sign(np.where(np.abs(apart) <= 1e-12 * np.maximum(np.abs(first), np.abs(second)), 0, apart))
    turns = np.flatnonzero(np.diff(cheaper))
    return grid[turns], grid[turns + 1]


def missed(found, begins, ends, high):
    """Return how many of these cells hold none of the points found."""
    points, room = np.concatenate([found.roots, found.jumps]), 1e-9 * high
    inside = (points >= begins[:, None] - room) & (points <= ends[:, None] + room)
    return int((~inside.any(axis=1)).sum())


def one_root(line, models, low, high):
    """Return what a single bracketed root-find gives: a root, or None where the ends have one sign."""

    def apart(value):
        first, second = line.totals(models, np.array([value]))
        return float(first[0] - second[0])

    low = low or high * 1e-6
    return brentq(apart, low, high) if apart(low) * apart(high) < 0 else None


def main():
    work = workload()
    models = forms(work)
    ours = peers = worst = 0.0
    pairs = roots = jumps = lost = peer_roots = 0
    for names in combinations(models, 2):
        pair = tuple(models[name] for name in names)
        for driver in DRIVERS:
            line, (low, high) = DriverLine(work, driver), reach(work, driver)
            began = time.perf_counter()
            found = scan(*pair, work, driver)
            ours += time.perf_counter() - began
            began = time.perf_counter()
            peer_roots += one_root(line, pair, low, high) is not None
            peers += time.perf_counter() - began
            if found.roots.size:
                first, second = line.totals(pair, found.roots)
                larger = np.maximum(np.abs(first), np.abs(second))
                apart = np.divide(np.abs(first - second), larger, out=np.zeros_like(larger), where=larger > 0)
                worst = max(worst, float(apart.max()))
            lost += missed(found, *changes(line, pair, low, high), high)
            pairs, roots, jumps = pairs + 1, roots + found.roots.size, jumps + found.jumps.size
    print(f"{pairs} pairs of forms and drivers, {MONTHS} months, searched up to ten times today's value")
    print(f"  ours            {ours:8.2f} s, {ours / pairs * 1e3:6.1f} ms each: {roots} roots, {jumps} leaps")
    print(
        f"  scipy brentq    {peers:8.2f} s, {peers / pairs * 1e3:6.1f} ms each: {peer_roots} roots or leaps"
    )
    print(f"  largest relative difference at a root of ours   {worst:.1e} (limit {CLOSE:.0e})")
    print(f"  missed against a grid of {ORACLE - 1:,} points          {lost}")


if __name__ == "__main__":
    main()
