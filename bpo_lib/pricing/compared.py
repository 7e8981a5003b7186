"""Every way to have the work done in one table: at the expected volume, and as it may turn out."""

from functools import lru_cache

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.comparison import (
    IN_HOUSE,
    deal_rows,
    expected_costs,
    leading_deal,
    offered_models,
    priced,
    workload,
)
from bpo_lib.pricing.deal.cash_flow import deal_factors
from bpo_lib.pricing.indicative import indicative_models
from bpo_lib.pricing.models import PricingModel
from bpo_lib.pricing.risk.simulation import Simulation, simulate
from bpo_lib.pricing.risk.tails import risk_table
from bpo_lib.pricing.risk.terms import RiskTerms

INDICATIVE = "indicative"


@lru_cache(maxsize=16)
def compare_pricing(case: Engagement) -> pd.DataFrame:
    """Compare every way to have the work done, over the whole term, as expected and under risk.

    Returns
    -------
    pandas.DataFrame
        Index `model`: in-house, the client's alternatives, the offers (each with a row as in
        `expected_costs`), then every form nobody offered, with basis `indicative`: priced to cost as
        much as the cheapest offer at the expected volume, so that only the risk differs. Under risk:
        `client_npv_p10`, `_p50`, `_p90`, `client_npv_cvar` (mean of the dearest 5%), `saving_npv_p10`,
        `_p50`, `_p90` [currency], `saving_probability`, `cheapest_probability` (among all rows that are
        not indicative, where it is NaN), `provider_margin_share_p10`, `_p50`, `_p90`,
        `provider_loss_probability` [share] and `at_risk`.

    See Also
    --------
    bpo_lib.pricing.risk.simulation.simulate : the courses behind the columns under risk.
    """
    table, extra = expected_costs(case), indicative(case)
    rows = deal_rows(case, {name: priced(case).cash_flow(model) for name, model in extra.items()}, INDICATIVE)
    table = pd.concat([table, pd.DataFrame.from_dict(rows, orient="index")]).rename_axis("model")
    known = _under_risk(case, simulate(case))
    shown = (
        _under_risk(case, simulate(case, models=extra)).loc[list(extra)].assign(cheapest_probability=np.nan)
    )
    return table.join(pd.concat([known, shown]))


@lru_cache(maxsize=16)
def indicative(case: Engagement) -> dict[str, PricingModel]:
    """Return every form nobody offered, at the price that makes it cost as much as the cheapest offer.

    Returns
    -------
    dict of str to PricingModel
        Empty where nothing was offered.
    """
    leading = leading_deal(case)
    if leading is None:
        return {}
    work, offered = workload(case), offered_models(case)
    factors = deal_factors(case, work.in_house_cost, volume=work.volume)

    def worth(model: PricingModel) -> float:
        return float((model.monthly_fee(work) * factors.client_weight(model.follows_cost)).sum())

    return indicative_models(offered, work, worth, worth(offered[leading]))


def every_form(case: Engagement) -> dict[str, PricingModel]:
    """Return the offers and, at the price of the cheapest of them, every form that nobody offered.

    Returns
    -------
    dict of str to PricingModel
    """
    return {**offered_models(case), **indicative(case)}


def _under_risk(case: Engagement, found: Simulation) -> pd.DataFrame:
    """Return what chance makes of each way, the saving against staying on the same course included."""
    table = risk_table(found, case.of(RiskTerms).at_risk_loss_probability)
    costs = np.vstack([found.in_house_npv, *found.alternative_npv.values(), found.client_npv])
    saving = found.in_house_npv - costs
    low, middle, high = np.quantile(saving, [0.1, 0.5, 0.9], axis=1)
    return table.assign(
        saving_npv_p10=low,
        saving_npv_p50=middle,
        saving_npv_p90=high,
        saving_probability=np.where(table.index == IN_HOUSE, np.nan, (saving > 0).mean(axis=1)),
    )
