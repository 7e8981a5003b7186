"""The same work through every contract, beside staying in-house: costs at the expected volume."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.forecast import volume_outlook
from bpo_lib.pricing.alternatives import alternatives
from bpo_lib.pricing.deal import ProviderTerms
from bpo_lib.pricing.deal.cash_flow import CashFlow, DealFactors, deal_factors, payback_month
from bpo_lib.pricing.models import IN_HOUSE, PricingModel, offered_models
from bpo_lib.pricing.provider import margin_by_month
from bpo_lib.pricing.work import CaseWork, work_at
from bpo_lib.pricing.workload import Workload

STAY, ALTERNATIVE, OFFER = "stay", "alternative", "offer"  # what a row of the comparison stands for
EXPECTED, LOW, HIGH = 0, 1, 2  # the three volume paths that are priced together
PROVIDER_COLUMNS = ("provider_npv", "provider_margin", "provider_margin_share", "provider_markup_share")
_COSTS = [*CashFlow.__dataclass_fields__, "total"]


def volume_paths(case: Engagement) -> np.ndarray:
    """Return expected, low and high volume over the term.

    Returns
    -------
    ndarray, shape (3, months)
        The forecast, then the lower and upper edge of its 80% range. [transactions/month]
    """
    outlook = volume_outlook(case)
    return np.stack([outlook.mean, outlook.low, outlook.high])


def workload(case: Engagement) -> Workload:
    """Return the work of the forecast as the provider would do it: its handling time, staff, outcomes.

    Returns
    -------
    Workload
        Parts of shape (months,); its `fte` are the provider's people on the roster, those in
        training not among them.
    """
    return work_at(case, volume_paths(case)[EXPECTED]).work


@dataclass(frozen=True, eq=False)
class Priced:
    """The same work, kept and under every offered model, at expected, low and high volume.

    Parameters
    ----------
    done : CaseWork
        The work and both teams; arrays have shape (3, months).
    factors : DealFactors
        What the deal makes of any fee.
    others : dict of str to ndarray
        What each alternative costs the client: shared services, automation. [currency/month]
    deals : dict of str to CashFlow
        What each model costs the client. [currency/month]
    """

    done: CaseWork
    factors: DealFactors
    others: dict[str, np.ndarray]
    deals: dict[str, CashFlow]

    def cash_flow(self, model: PricingModel) -> CashFlow:
        """Return what any form of price would cost the client for the same work."""
        return self.factors.cash_flow(model.monthly_fee(self.done.work), model.follows_cost)


@lru_cache(maxsize=32)
def priced(case: Engagement) -> Priced:
    """Return the work of a case priced under every model whose terms the client gave."""
    done = work_at(case, volume_paths(case))
    factors = deal_factors(case, done.in_house, volume=done.volume)
    others = {name: cost(done.volume) for name, cost in alternatives(case).items()}
    bare = Priced(done, factors, others, {})
    deals = {name: bare.cash_flow(model) for name, model in offered_models(case).items()}
    return replace(bare, deals=deals)


def monthly_costs(case: Engagement) -> pd.DataFrame:
    """Return what every model costs the client in every month, at the expected volume.

    Returns
    -------
    pandas.DataFrame
        One row per model and month: month, model, the parts of `CashFlow`, their total, and
        in_house. [currency/month]
    """
    result = priced(case)
    frames = [
        pd.DataFrame(
            {
                "month": case.profile.months,
                "model": name,
                **{part: getattr(flow, part)[EXPECTED] for part in _COSTS},
                "in_house": result.done.in_house[EXPECTED],
            }
        )
        for name, flow in result.deals.items()
    ]
    columns = ["month", "model", *_COSTS, "in_house"]
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=columns)


@lru_cache(maxsize=32)
def expected_costs(case: Engagement) -> pd.DataFrame:
    """Compare every offered model with staying in-house, over the whole term, without chance.

    Returns
    -------
    pandas.DataFrame
        Index `model`, in-house first. `basis` is stay, alternative or offer. `client_npv` is the
        present value of all the client pays and `saving_npv` that of staying less it; both also at
        the low and high volume. [currency]. `saving_share` is the saving against staying.
        `payback_month` is NaN when the term ends in the red. Of the provider: `provider_npv`,
        `provider_margin` (what it keeps over the term, not discounted) [currency],
        `provider_margin_share` of what it is paid and `provider_markup_share` of what the work costs
        it; NaN when its cost is not known.
    """
    result = priced(case)
    rows = {IN_HOUSE: _without_provider(result, result.done.in_house, STAY) | {"payback_month": np.nan}}
    rows |= {name: _without_provider(result, cost, ALTERNATIVE) for name, cost in result.others.items()}
    rows |= deal_rows(case, result.deals, OFFER)
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("model")


def deal_rows(case: Engagement, deals: Mapping[str, CashFlow], basis: str) -> dict[str, dict[str, Any]]:
    """Return a row of `expected_costs` for each of some deals, from what `Priced.cash_flow` made of them."""
    result = priced(case)
    return {
        name: {"basis": basis}
        | _client_side(result, result.factors.npv(flow), flow.total)
        | _provider_side(case, result, flow)
        for name, flow in deals.items()
    }


def _without_provider(result: Priced, cost: np.ndarray, basis: str) -> dict[str, float | str]:
    """Return what a way to do the work oneself costs."""
    npv = cost @ result.factors.discount
    return {"basis": basis} | _client_side(result, npv, cost) | dict.fromkeys(PROVIDER_COLUMNS, np.nan)


def _client_side(result: Priced, npv: np.ndarray, cost: np.ndarray) -> dict[str, float]:
    """Return what a client pays for one way to have the work done, against staying."""
    stay = result.done.in_house
    stay_npv = stay @ result.factors.discount
    saving, volume = stay_npv - npv, result.done.volume[EXPECTED].sum()
    return {
        "client_npv": npv[EXPECTED],
        "saving_npv": saving[EXPECTED],
        "saving_share": saving[EXPECTED] / stay_npv[EXPECTED] if stay_npv[EXPECTED] else 0.0,
        "npv_low_volume": npv[LOW],
        "npv_high_volume": npv[HIGH],
        "saving_low_volume": saving[LOW],
        "saving_high_volume": saving[HIGH],
        "payback_month": payback_month((stay - cost)[EXPECTED]),
        "first_year_cost": cost[EXPECTED, :12].sum(),
        "unit_cost": cost[EXPECTED].sum() / volume if volume else np.nan,
    }


def _provider_side(case: Engagement, result: Priced, flow: CashFlow) -> dict[str, float]:
    """Return margin, mark-up and present value of the deal as the provider sees it."""
    if not case.has(ProviderTerms):
        return dict.fromkeys(PROVIDER_COLUMNS, np.nan)
    factors = result.factors
    revenue = flow.paid_to_provider[EXPECTED]
    spent = (result.done.work.provider_cost * factors.moved + factors.provider_outlay)[EXPECTED]
    kept = margin_by_month(revenue, spent)
    cost, paid = (revenue - kept).sum(), revenue.sum()
    return {
        "provider_npv": float(revenue @ factors.revenue_discount - spent @ factors.outlay_discount),
        "provider_margin": kept.sum(),
        "provider_margin_share": kept.sum() / paid if paid else np.nan,
        "provider_markup_share": kept.sum() / cost if cost else np.nan,
    }


def offers(case: Engagement) -> pd.DataFrame:
    """Return the rows of `expected_costs` that a provider would sign."""
    table = expected_costs(case)
    return table[table["basis"] == OFFER]


def deal_figures(case: Engagement, model: str) -> dict[str, float]:
    """Return one row of `expected_costs` as plain numbers by column name."""
    row = expected_costs(case).drop(columns="basis").loc[model]
    return {str(name): float(value) for name, value in row.items()}


def best_model(case: Engagement) -> str:
    """Return the way that costs the client least: an offer, an alternative, or `in_house`."""
    return str(expected_costs(case)["client_npv"].idxmin())


def leading_deal(case: Engagement) -> str | None:
    """Return the cheapest offered model whether or not it beats staying.

    Returns
    -------
    str or None
        None when none is offered.
    """
    deals = offers(case)
    return None if deals.empty else str(deals["client_npv"].idxmin())
