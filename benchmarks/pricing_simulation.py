"""Ten thousand courses of five years under every form, beside the same in plain numpy, unchunked.

Run with `python benchmarks/pricing_simulation.py`. Both get the same draws of the same client; the plain
version staffs every path and month exactly and holds all of them at once, so that it also tells what the
curves of the simulation cost in accuracy. The forecast of the volume is made before and is not timed.
CPU time, best of some runs, one thread.
"""

import math
import time
import tracemalloc
from dataclasses import fields, replace
from pathlib import Path

import numpy as np

import bpo_lib as bpo
from bpo_lib.forecast import volume_outlook
from bpo_lib.pricing import PRICING_MODELS
from bpo_lib.pricing.deal import DealTerms, ProviderTerms, World
from bpo_lib.pricing.deal.cash_flow import deal_factors
from bpo_lib.pricing.risk import courses, drivers, setting, simulation
from bpo_lib.pricing.risk.draws import sobol_draws
from bpo_lib.pricing.risk.drivers import DRIVERS, OWN_ATTRITION, THEIR_ATTRITION
from bpo_lib.pricing.risk.priced_courses import PricedCourses
from bpo_lib.pricing.risk.simulation import simulate
from bpo_lib.pricing.work import at_the_provider, expected_work, work_parts
from bpo_lib.pricing.workload import Workload
from bpo_lib.staffing import Team, WorkTerms, own_team, provider_team, required_fte, staffed_volume

CLIENT = Path(__file__).resolve().parents[1] / "data" / "samples" / "harbour-telecom"
PATHS, MONTHS = 10_000, 60
GOALS = {"cold": 400, "re-price": 40, "driver moved": 100}  # [ms]


def timed(call, runs=5):
    """Return the best CPU time of some runs and the result. [ms]"""
    best, result = math.inf, None
    for _ in range(runs):
        began = time.process_time()
        result = call()
        best = min(best, time.process_time() - began)
    return best * 1e3, result


def five_years():
    """Return the voice sample over 60 months, and every form with its usual terms."""
    case = bpo.open_client(CLIENT)
    case = replace(case, profile=case.profile.model_copy(update={"term_months": MONTHS}))
    volume_outlook(case)
    work = expected_work(case).work
    return case, {name: kind.typical(work) for name, kind in PRICING_MODELS.items()}


def forgotten():
    """Forget everything the simulation keeps; the forecast stays."""
    for kept in (simulation._kept, courses._frame, courses._by_total, setting.setting_of):  # noqa: SLF001
        kept.cache_clear()


def plain(case, forms):
    """Return the client's NPV, (forms, paths), by array programs over all paths and months at once."""
    u, outlook = sobol_draws(PATHS), volume_outlook(case)
    values, _ = drivers.drawn(drivers.ranges(case), u, DRIVERS)
    work = case.of(WorkTerms)
    ordered = outlook.paths[np.argsort(outlook.paths.sum(axis=1), kind="stable")]
    volume = ordered[(u[:, 0] * len(ordered)).astype(int)]
    growth = (1 + values[drivers.GROWTH]) / (1 + volume_growth(case))
    volume = volume * growth**outlook.growth_years
    longer = values[drivers.HANDLING] / work.handling_minutes
    load = staffed_volume(case, volume * longer)
    years = (np.arange(MONTHS) + 0.5) / 12
    swing = drivers.normal_of(u, "currency") * drivers.volatility(case) * np.sqrt(years)
    world = World(
        wages=values[drivers.WAGES[0]] - value_of(case, drivers.WAGES[0]),
        currency=np.exp(swing) - 1,
        quality=values[drivers.OUTCOMES] - work.outcome_share,
    )
    own = staffed(case, load, values[OWN_ATTRITION], own_team)
    ready = case.of(DealTerms).transition_months
    theirs = staffed(
        at_the_provider(case),
        load,
        values[THEIR_ATTRITION],
        lambda one, mean, attrition: provider_team(one, mean, ready, attrition),
    )
    parts = work_parts(case, volume, own, theirs, world=world, handling=longer)
    filled = Workload(**{name: part() for name, part in parts.items()})
    factors = deal_factors(case, filled.in_house_cost, world, volume)
    return np.array(
        [
            (form.monthly_fee(filled) * factors.client_weight(form.follows_cost)).sum(axis=1)
            + factors.own_npv
            for form in forms.values()
        ]
    )


def staffed(case, load, attrition, build):
    """Return the team of every path: its exact requirement times the newcomers of the expected course."""
    mean, knots = volume_outlook(case).mean.to_numpy(), np.linspace(0, 2, 201)
    teams = build(case, np.broadcast_to(mean, (knots.size, MONTHS)), knots[:, None])
    scale = required_fte(case, load) / teams.required[0]
    parts = {}
    for each in fields(Team):
        table = getattr(teams, each.name)
        columns = [np.interp(attrition[:, 0], knots, table[:, month]) for month in range(MONTHS)]
        parts[each.name] = np.stack(columns, axis=1) * scale
    return Team(**parts)


def volume_growth(case):
    """Return the growth of volume that the client expects. [share/year]"""
    return value_of(case, drivers.GROWTH)


def value_of(case, name):
    """Return the value of an assumption."""
    return float(case.register.set_index("name").loc[name, "value"])


def speed(case, forms):
    """Print the time of each way to price, and return the costs both found."""

    def cold():
        forgotten()
        return simulate(case, PATHS, models=forms)

    factors = iter(np.linspace(1.001, 1.02, 100))

    def repriced():
        factor = next(factors)
        return simulate(case, PATHS, models={name: form.repriced(factor) for name, form in forms.items()})

    def one_repriced():
        return simulate(
            case, PATHS, models=forms | {"transaction": forms["transaction"].repriced(next(factors))}
        )

    minutes = iter(np.linspace(5.7, 6.6, 20))
    two = {"A": forms["per_fte"], "B": forms["transaction"]}

    def driver_moved():
        return simulate(case.with_values({"work.handling_minutes": next(minutes)}), PATHS, models=two)

    taken, found = timed(cold)
    theirs, exact = timed(lambda: plain(case, forms), runs=2)
    rows = [("cold", taken), ("re-price", timed(repriced)[0])]
    print(f"{PATHS:,} paths x {MONTHS} months x {len(forms)} forms, ms of CPU time")
    print(f"  {'plain numpy, unchunked':44s} {theirs:7.0f}")
    print(f"  {'cold: draws, staffing, both sides, all fees':44s} {taken:7.0f}   goal {GOALS['cold']}")
    print(f"  {'re-price: new terms of all forms':44s} {rows[1][1]:7.0f}   goal {GOALS['re-price']}")
    print(
        f"  {'re-price: new terms of one form':44s} {timed(one_repriced)[0]:7.0f}   goal {GOALS['re-price']}"
    )
    moved = timed(driver_moved)[0]
    print(f"  {'a driver moved, two forms (panel)':44s} {moved:7.0f}   goal {GOALS['driver moved']}")
    return found.client_npv, exact


def accuracy(ours, exact, forms):
    """Print how far the curves of the simulation move each form's cost."""
    print("\nclient's NPV against exact staffing of every path and month, relative")
    difference = ours / exact - 1
    for name, row in zip(forms, difference, strict=True):
        print(f"  {name:22s} mean {row.mean():+.1e}   worst path {np.abs(row).max():.1e}")


def single_precision(case, forms):
    """Print how far single precision would move a form's NPV."""
    block = PricedCourses.of(case, courses.courses(case, sobol_draws(1_000)), 1_000)
    work = Workload(
        **{each.name: getattr(block.work, each.name).astype(np.float32) for each in fields(Workload)}
    )
    small = replace(
        block,
        work=work,
        prices=tuple(price.astype(np.float32) for price in block.prices),
        rates=block.rates.astype(np.float32),
    )
    worst = max(
        float(np.abs(small.of_model(form)[0] / block.of_model(form)[0] - 1).max()) for form in forms.values()
    )
    print(
        f"\nsingle against double precision, client's NPV, worst path of all forms: {worst:.1e}   goal 1e-05"
    )
    half, whole = (
        timed(lambda ready=ready: [ready.of_model(form) for form in forms.values()])[0]
        for ready in (small, block)
    )
    print(f"  1,000 paths, all forms: {half:.1f} ms single, {whole:.1f} ms double")


def memory(case, forms):
    """Print what many paths take beyond their results."""
    print("\npeak memory beyond the results, MB")
    for paths in (25_000, 100_000):
        forgotten()
        tracemalloc.start()
        began = time.process_time()
        found = simulate(case, paths, models=forms)
        taken = time.process_time() - began
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        size = 4 * found.client_npv.nbytes + found.in_house_npv.nbytes
        print(f"  {paths:7,} paths: {(peak - size) / 1e6:6.1f} of {peak / 1e6:6.1f}, {taken:.1f} s")


if __name__ == "__main__":
    client, offered = five_years()
    assert client.has(ProviderTerms)
    accuracy(*speed(client, offered), offered)
    single_precision(client, offered)
    memory(client, offered)
