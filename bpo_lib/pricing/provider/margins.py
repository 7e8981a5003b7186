"""What the provider earns under each form: month by month, and over the term."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.deal import ProviderTerms
from bpo_lib.pricing.deal.cash_flow import deal_factors
from bpo_lib.pricing.models import PricingModel, offered_models
from bpo_lib.pricing.provider.margin import break_even_month, margin_by_month
from bpo_lib.pricing.work import expected_work

MARGIN_COLUMNS = ["month", "model", "revenue", "cost", "outlay", "margin", "cumulative"]


def provider_margins(case: Engagement, models: Mapping[str, PricingModel] | None = None) -> pd.DataFrame:
    """Return what the provider earns, spends and keeps in every month under each form.

    Parameters
    ----------
    case : Engagement
    models : mapping of str to PricingModel, optional
        Name to form; those the client was offered when left out.

    Returns
    -------
    pandas.DataFrame
        One row per form and month, at the expected volume: month, model, revenue (credits taken off),
        cost, outlay (what it puts in itself), margin and cumulative, the margin so far; not
        discounted. Empty where nothing was offered or the provider's cost is not known. [currency/month]

    Raises
    ------
    InputError
        When the client gives no past volumes.
    """
    if not case.has(ProviderTerms):
        return pd.DataFrame(columns=MARGIN_COLUMNS)
    known = expected_work(case)
    factors = deal_factors(case, known.in_house, volume=known.volume)
    cost = known.work.provider_cost * factors.moved  # the fee is due for the work that has moved
    frames = []
    for name, model in (offered_models(case) if models is None else models).items():
        flow = factors.cash_flow(model.monthly_fee(known.work), model.follows_cost)
        months = margin_table(flow.paid_to_provider, cost, factors.provider_outlay)
        frames.append(months.assign(month=case.profile.months, model=name)[MARGIN_COLUMNS])
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=MARGIN_COLUMNS)


def margin_table(revenue: np.ndarray, cost: np.ndarray, outlay: np.ndarray) -> pd.DataFrame:
    """Return what comes in, goes out and stays by month, all of shape (months,). [currency/month]."""
    kept = margin_by_month(revenue, cost, outlay)
    parts = {"revenue": revenue, "cost": cost, "outlay": outlay, "margin": kept}
    return pd.DataFrame(parts | {"cumulative": np.cumsum(kept)})


def margin_summary(margins: pd.DataFrame) -> pd.DataFrame:
    """Return what a provider keeps under each form over the term.

    Parameters
    ----------
    margins : pandas.DataFrame
        From `provider_margins`.

    Returns
    -------
    pandas.DataFrame
        Index model: revenue, cost (its outlay among it), margin, lowest (the deepest the margin so far
        stands in the red, 0 where it never does) [currency]; margin_share [share of price],
        mark_up_share [share of cost]; break_even_month, NaN when the term ends in the red [month].
    """
    by_model = margins.groupby("model", sort=False)
    sums = by_model[["revenue", "margin"]].sum()
    cost = sums["revenue"] - sums["margin"]
    return pd.DataFrame(
        {
            "revenue": sums["revenue"],
            "cost": cost,
            "margin": sums["margin"],
            "lowest": by_model["cumulative"].min().clip(upper=0),
            "margin_share": sums["margin"] / sums["revenue"].where(sums["revenue"] > 0),
            "mark_up_share": sums["margin"] / cost.where(cost > 0),
            "break_even_month": by_model["margin"].agg(lambda kept: break_even_month(kept.to_numpy())),
        }
    )
