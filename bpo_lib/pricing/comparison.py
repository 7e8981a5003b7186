"""The same work through every contract, beside staying in-house."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.forecast import volume_outlook
from bpo_lib.pricing.deal import DealTerms, InHouseTerms, ProviderTerms
from bpo_lib.pricing.deal.cash_flow import (
    CashFlow,
    deal_cash_flow,
    discount_factors,
    payback_month,
    yearly_growth,
)
from bpo_lib.pricing.models import PRICING_MODELS, PricingModel
from bpo_lib.pricing.workload import Workload
from bpo_lib.staffing import Team, WorkTerms, handling_growth, handling_hours, own_team, provider_team

IN_HOUSE = "in_house"
EXPECTED, LOW, HIGH = 0, 1, 2  # the three volume paths that are priced together


def offered_models(case: Engagement) -> dict[str, PricingModel]:
    """Return the pricing models whose terms the client gave, in the order of `PRICING_MODELS`."""
    return {
        name: cast("PricingModel", case.of(kind)) for name, kind in PRICING_MODELS.items() if case.has(kind)
    }


def volume_paths(case: Engagement) -> np.ndarray:
    """Return expected, low and high volume over the term.

    Returns
    -------
    ndarray, shape (3, months)
        The forecast, then the lower and upper edge of its 80% range. [transactions/month]
    """
    outlook = volume_outlook(case)
    return np.stack([outlook.mean, outlook.low, outlook.high])


def workload(case: Engagement, volume: np.ndarray | None = None) -> Workload:
    """Return the work as the provider would do it: its handling time, its staff, its outcomes.

    Parameters
    ----------
    case : Engagement
    volume : ndarray, shape (months,) or (paths, months), optional
        The forecast when left out. [transactions/month]

    Returns
    -------
    Workload
        Its `fte` are the provider's people on the roster, those in training not among them.
    """
    volume = volume_paths(case)[EXPECTED] if volume is None else volume
    return _workload(case, volume, their_team(case, volume))


def _workload(case: Engagement, volume: np.ndarray, team: Team) -> Workload:
    work = _at_the_provider(case).of(WorkTerms)
    return Workload.of(
        volume,
        handling_hours=handling_hours(volume * handling_growth(case), work.handling_minutes),
        fte=team.paid - team.training,
        outcomes=volume * work.outcome_share,
    )


def their_team(case: Engagement, volume: np.ndarray) -> Team:
    """Return the team a provider would build, experienced enough when the transition ends.

    Parameters
    ----------
    case : Engagement
    volume : ndarray, shape (months,) or (paths, months)
        [transactions/month]

    Returns
    -------
    Team
        Every part has the shape of `volume`. [FTE]
    """
    return provider_team(_at_the_provider(case), volume, case.of(DealTerms).transition_months)


def _at_the_provider(case: Engagement) -> Engagement:
    """Return the case with the provider's handling time, where the client states a gain."""
    if not case.has(ProviderTerms) or case.of(ProviderTerms).productivity_gain_share == 0:
        return case
    gain = case.of(ProviderTerms).productivity_gain_share
    work = case.of(WorkTerms)
    # Not checked again: from the end of the client's range the provider may well go beyond it.
    theirs = work.model_copy(update={"handling_minutes": work.handling_minutes * (1 - gain)})
    return replace(case, terms={**case.terms, WorkTerms: theirs})


def in_house_cost(case: Engagement, volume: np.ndarray) -> np.ndarray:
    """Return what the work costs when it stays.

    Returns
    -------
    ndarray, shape of `volume`
        Everybody on the payroll and every hire, with wage growth. [currency/month]
    """
    return team_cost(own_team(case, volume), case.of(InHouseTerms))


def team_cost(team: Team, terms: InHouseTerms | ProviderTerms) -> np.ndarray:
    """Return what a team costs whoever employs it, people in training included.

    Returns
    -------
    ndarray, shape of `team.paid`
        [currency/month]
    """
    growth = yearly_growth(team.paid.shape[-1], terms.wage_growth_per_year)
    return (team.paid * terms.cost_per_fte_month + team.hires * terms.cost_per_hire) * growth


@dataclass(frozen=True, eq=False)
class Priced:
    """The same work, kept and under every offered model; arrays have shape (3, months).

    Parameters
    ----------
    volume : ndarray
        Expected, low and high. [transactions/month]
    work : Workload
        The work as the provider would do it.
    team : Team
        The provider's people.
    in_house : ndarray
        Cost of staying. [currency/month]
    deals : dict of str to CashFlow
        Cost of each model to the client. [currency/month]
    """

    volume: np.ndarray
    work: Workload
    team: Team
    in_house: np.ndarray
    deals: dict[str, CashFlow]


@lru_cache(maxsize=32)
def priced(case: Engagement) -> Priced:
    """Return the work of a case priced under every model whose terms the client gave."""
    volume = volume_paths(case)
    team, stay, terms = their_team(case, volume), in_house_cost(case, volume), case.of(DealTerms)
    work = _workload(case, volume, team)
    models = offered_models(case)
    deals = {name: deal_cash_flow(model.monthly_fee(work), stay, terms) for name, model in models.items()}
    return Priced(volume, work, team, stay, deals)


def monthly_costs(case: Engagement) -> pd.DataFrame:
    """Return what every model costs the client in every month, at the expected volume.

    Returns
    -------
    pandas.DataFrame
        One row per model and month: month, model, fee, tax, governance, transition,
        dual_running, total, in_house. [currency/month]
    """
    result = priced(case)
    frames = [
        pd.DataFrame(
            {
                "month": case.profile.months,
                "model": name,
                **{part: getattr(flow, part)[EXPECTED] for part in (*CashFlow.__dataclass_fields__, "total")},
                "in_house": result.in_house[EXPECTED],
            }
        )
        for name, flow in result.deals.items()
    ]
    columns = ["month", "model", *CashFlow.__dataclass_fields__, "total", "in_house"]
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=columns)


@lru_cache(maxsize=32)
def compare_pricing(case: Engagement) -> pd.DataFrame:
    """Compare every offered pricing model with staying in-house, over the whole term.

    Returns
    -------
    pandas.DataFrame
        Index `model`, in-house first. `client_npv` is the present value of all the client pays
        and `saving_npv` that of staying less it; both also at the low and high volume.
        [currency]. `saving_share` is the saving against staying. `payback_month` is NaN
        when the term ends in the red. `provider_margin_share` and `provider_npv` are NaN when
        the provider's cost is not known.
    """
    result = priced(case)
    rows = {IN_HOUSE: _client_side(case, result.in_house) | {"payback_month": np.nan}}
    for name, deal in result.deals.items():
        rows[name] = _client_side(case, deal.total) | _provider_side(case, deal.fee[EXPECTED])
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("model")


def _client_side(case: Engagement, cost: np.ndarray) -> dict[str, float]:
    """Return what a client pays for one way to have the work done, against staying."""
    result = priced(case)
    factors = discount_factors(cost.shape[-1], case.of(DealTerms).discount_rate_per_year)
    npv, stay_npv = cost @ factors, result.in_house @ factors
    saving = stay_npv - npv
    work = result.volume[EXPECTED].sum()
    return {
        "client_npv": npv[EXPECTED],
        "saving_npv": saving[EXPECTED],
        "saving_share": saving[EXPECTED] / stay_npv[EXPECTED] if stay_npv[EXPECTED] else 0.0,
        "npv_low_volume": npv[LOW],
        "npv_high_volume": npv[HIGH],
        "saving_low_volume": saving[LOW],
        "saving_high_volume": saving[HIGH],
        "payback_month": payback_month((result.in_house - cost)[EXPECTED]),
        "first_year_cost": cost[EXPECTED, :12].sum(),
        "unit_cost": cost[EXPECTED].sum() / work if work else np.nan,
        "provider_margin_share": np.nan,
        "provider_npv": np.nan,
    }


def _provider_side(case: Engagement, revenue: np.ndarray) -> dict[str, float]:
    """Return margin and present value of the deal as the provider sees it."""
    if not case.has(ProviderTerms):
        return {}
    terms, months = case.of(ProviderTerms), revenue.size
    margin = revenue - team_cost(priced(case).team, terms)[EXPECTED]
    return {
        "provider_margin_share": margin.sum() / revenue.sum() if revenue.sum() else np.nan,
        "provider_npv": float(margin @ discount_factors(months, terms.discount_rate_per_year)),
    }


def deal_figures(case: Engagement, model: str) -> dict[str, float]:
    """Return one row of `compare_pricing` as plain numbers by column name."""
    row = compare_pricing(case).loc[model]
    return {str(name): float(value) for name, value in row.items()}


def best_model(case: Engagement) -> str:
    """Return the offered model that costs the client least, or `in_house` when none is cheaper."""
    return str(compare_pricing(case)["client_npv"].idxmin())


def leading_deal(case: Engagement) -> str | None:
    """Return the cheapest offered model whether or not it beats staying; None when none is offered."""
    deals = compare_pricing(case).drop(index=IN_HOUSE)
    return None if deals.empty else str(deals["client_npv"].idxmin())
