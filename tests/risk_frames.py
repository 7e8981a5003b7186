"""A small world in which each form's risk is known: work of about 8 million, eight drivers, no engine."""

from dataclasses import replace
from functools import cache
from types import SimpleNamespace

import numpy as np
from sample_cases import CLAIMS, sample

from bpo_lib.pricing import ProviderTerms
from bpo_lib.pricing.risk.paired_courses import priced_in_pairs, shares_of_variance
from bpo_lib.pricing.risk.risk_transfer import transfer_matrix
from bpo_lib.pricing.risk.tails import risk_table
from bpo_lib.pricing.risk.tornado import one_at_a_time

DRIVERS = ("volume", "growth", "handling", "attrition", "wages", "currency", "quality", "deflection")
WIDTHS = np.array([0.3, 0.1, 0.25, 0.05, 0.1, 0.0, 0.02, 0.2])  # of each driver, around 1
MODELS = ("per_fte", "transaction", "fixed_price", "cost_plus")


def evaluate(points, moving=DRIVERS):
    """Return both sides when people follow volume, growth and handling time, and wages follow nothing."""
    follows = np.array([name in moving for name in DRIVERS])
    moved = 1 + WIDTHS * (np.where(follows, points, 0.5) - 0.5)
    volume, growth, handling, attrition, wages, _, quality, deflection = moved.T
    contacts = volume * growth * (2 - deflection)
    people = contacts * handling
    cost = 6.2e6 * people * wages * (0.9 + 0.1 * attrition)
    fees = np.stack(
        [7.1e6 * people, 6.9e6 * contacts * quality, np.full_like(cost, 7.0e6), 1.12 * cost],
    )
    provider = fees - cost
    return SimpleNamespace(
        models=MODELS,
        in_house_npv=1.45 * cost,
        alternative_npv={},
        client_npv=fees + 0.6e6,
        provider_npv=provider,
        provider_npv_client_rate=provider,
        provider_margin_share=provider / fees,
        notes=(),
    )


def table(**changes):
    """Return the risk table of 512 courses."""
    points = np.random.default_rng(0).random((512, len(DRIVERS)))
    made = vars(evaluate(points)) | changes
    return risk_table(SimpleNamespace(**made))


def paired():
    """Return both sides at 64 pairs."""
    return priced_in_pairs(evaluate, DRIVERS, 64)


def transfer():
    """Return who bears what."""
    both = paired()
    return transfer_matrix(both.models, both.drivers, both.client, both.provider)


def variance():
    """Return what makes either side uncertain."""
    return shares_of_variance(paired())


def tornado():
    """Return what each driver alone does to both sides."""
    return one_at_a_time(evaluate, DRIVERS)


@cache
def real_case():
    """Return the smallest sample with a provider whose cost is known."""
    case = sample(CLAIMS)
    return replace(case, terms={**case.terms, ProviderTerms: ProviderTerms(cost_per_fte_month=2_600)})
