"""A small case for simulations: a sample's monthly history with provider, prices and people of its own."""

from dataclasses import replace
from functools import cache

import pandas as pd
from sample_cases import CLAIMS, sample

from bpo_lib.engagement import REGISTER_COLUMNS
from bpo_lib.forecast import DemandTerms
from bpo_lib.pricing.deal import ProviderTerms
from bpo_lib.pricing.decide.terms import IncentiveTerms, ParticipationTerms
from bpo_lib.pricing.forms import PerFtePricing, TransactionPricing
from bpo_lib.pricing.risk.terms import RiskTerms
from bpo_lib.staffing import WorkTerms


@cache
def course_case(**values):
    """Return the claims sample with both sides known; `values` by name with __ for the point."""
    base = sample(CLAIMS)
    terms = {
        **base.terms,
        WorkTerms: WorkTerms(handling_minutes=38),
        DemandTerms: DemandTerms(volume_growth_per_year=0.02),
        ProviderTerms: ProviderTerms(cost_per_fte_month=2_400, productivity_gain_share=0.05),
        PerFtePricing: PerFtePricing(rate_per_month=3_100),
        TransactionPricing: TransactionPricing(baseline_volume=1_400, unit_price=22),
        RiskTerms: RiskTerms(paths=256),
        IncentiveTerms: IncentiveTerms(),
        ParticipationTerms: ParticipationTerms(),
    }
    known = set(base.register["name"])
    rows = [
        (
            each.name,
            each.meaning,
            getattr(held, each.name.split(".")[1]),
            *[float("nan")] * 2,
            each.unit,
            *[""] * 4,
        )
        for kind, held in terms.items()
        for each in kind.declarations()
        if each.name not in known
    ]
    register = pd.concat([base.register, pd.DataFrame(rows, columns=REGISTER_COLUMNS)], ignore_index=True)
    register.loc[register["name"] == "work.handling_minutes", ["low", "high"]] = float("nan")
    case = replace(base, terms=terms, register=register)
    return case.with_values({name.replace("__", "."): value for name, value in values.items()})


def with_range(case, name, low, high):
    """Return the case with a client's low and high value of an assumption."""
    register = case.register.copy()
    register.loc[register["name"] == name, ["low", "high"]] = low, high
    return replace(case, register=register)
