"""Terms of every form with all their branches in play, drawn at random, and work to bill under them."""

import numpy as np

from bpo_lib.pricing import PRICING_MODELS, Workload
from bpo_lib.pricing.forms.tiered import PriceTier

LEVEL = 10_000.0  # transactions of a usual month


def work(level=LEVEL, months=14):
    """Return months that swing around a level, all that is counted following their volume."""
    volume = level * (1 + 0.6 * np.sin(np.arange(months)))
    return Workload.of(
        volume,
        handling_hours=volume / 10 * (1 + 0.2 * np.cos(np.arange(months) / 3)),
        fte=volume / 1_500,
        outcomes=volume * 0.8,
        productive_fte=volume / 2_200,
        paid_hours=volume / 9,
        productive_hours=volume / 13,
        provider_cost=volume * 2.5,
        in_house_cost=level * 2.0 + volume * 1.5,
    )


def terms(name, seed=0):
    """Return terms of a form; every seed draws others, each of them allowed."""
    rng = np.random.default_rng(seed)
    return PRICING_MODELS[name](**_DRAWN[name](rng))


def _anchored(rng):
    band = rng.uniform(0, 0.2)
    return {
        "baseline_volume": rng.uniform(0.7, 1.3) * LEVEL,
        "unit_price": rng.uniform(2, 6),
        "dead_band": band,
        "arc_share": rng.uniform(0, 1.2),
        "rrc_share": rng.uniform(0, 1),
        "back_to_baseline": rng.integers(2),
        "far_band": rng.choice([0, band + 0.2]),
        "far_arc_share": rng.uniform(0, 1.2),
        "far_rrc_share": rng.uniform(0, 1),
        "settlement_months": rng.choice([1, 3, 12]),
        "minimum_commitment_share": rng.choice([0, 0.8]),
        "contract_handling_minutes": rng.choice([0, 6]),
    }


def _tiers(rng):
    begins = [0, 0.6 * LEVEL, 1.1 * LEVEL]
    return {
        "tiers": tuple(
            PriceTier(from_volume=low, to_volume=top, unit_price=rng.uniform(2, 6))
            for low, top in zip(begins, [*begins[1:], None], strict=True)
        ),
        "price_for_all_volume": rng.integers(2),
        "minimum_commitment_per_month": rng.choice([0, 2 * LEVEL]),
    }


def _target(rng):
    cost, fee = rng.uniform(2, 3) * LEVEL, rng.uniform(0, 0.4) * LEVEL
    return {
        "target_cost_per_month": cost,
        "target_fee_per_month": fee,
        "client_share": rng.uniform(0, 1),
        "ceiling_per_month": (cost + fee) * rng.uniform(1, 1.2),
        "baseline_volume": rng.choice([0, LEVEL]),
        "target_growth_per_year": rng.uniform(-0.05, 0.05),
        "settlement_months": rng.choice([1, 3, 12]),
    }


def _gain(rng):
    return {
        "provider_share": rng.uniform(0, 1),
        "cost_paid_share": rng.uniform(0.7, 1.2),
        "attribution_share": rng.uniform(0.5, 1),
        "floor_per_month": -rng.uniform(0, 0.5) * LEVEL,
        "cap_per_month": rng.uniform(0.1, 1) * LEVEL,
        "settlement_months": rng.choice([1, 3, 12]),
    }


def _outcome(rng):
    floor = rng.uniform(1, 2) * LEVEL
    return {
        "base_fee_per_month": rng.uniform(0, 2) * LEVEL,
        "fee_per_outcome": rng.uniform(1, 4),
        "attribution_share": rng.uniform(0.5, 1),
        "floor_per_month": floor,
        "cap_per_month": floor + rng.uniform(0, 2) * LEVEL,
    }


def _hybrid(rng):
    return {
        "baseline_volume": rng.uniform(0.7, 1.3) * LEVEL,
        "unit_price": rng.uniform(2, 6),
        "fixed_share": rng.uniform(0, 0.5),
        "unit_share": rng.uniform(0, 0.5),
        "agreed_outcome_share": rng.uniform(0.5, 0.9),
        "outcome_cap_share": rng.uniform(1, 1.5),
    }


_DRAWN = {
    "per_fte": lambda rng: {"rate_per_month": rng.uniform(2_000, 5_000), "bill_productive": rng.integers(2)},
    "per_seat": lambda rng: {
        "rate_per_month": rng.uniform(2_000, 5_000),
        "fte_per_seat": rng.uniform(0.5, 2),
    },
    "per_paid_hour": lambda rng: {"rate_per_hour": rng.uniform(8, 40)},
    "per_productive_hour": lambda rng: {"rate_per_hour": rng.uniform(8, 40)},
    "per_handled_minute": lambda rng: {"rate_per_minute": rng.uniform(0.2, 1)},
    "tiered": _tiers,
    "transaction": _anchored,
    "fixed_price": lambda rng: {
        "price_per_month": rng.uniform(1, 3) * LEVEL,
        "glide_path_per_year": rng.uniform(0, 0.1),
    },
    "cost_plus": lambda rng: {
        "markup_share": rng.uniform(-0.1, 0.4),
        "fixed_fee_per_month": rng.choice([0, 5_000]),
    },
    "target_cost": _target,
    "outcome": _outcome,
    "gain_share": _gain,
    "hybrid": _hybrid,
}
