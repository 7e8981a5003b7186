"""Which contracts cost a client least for the risk it keeps, among those a provider would sign."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Any

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.comparison import offered_models
from bpo_lib.pricing.deal import ProviderTerms
from bpo_lib.pricing.decide.terms import ParticipationTerms
from bpo_lib.pricing.forms import HybridPricing, OutcomePricing, TransactionPricing
from bpo_lib.pricing.models import PricingModel
from bpo_lib.pricing.risk.simulation import Simulation, simulate
from bpo_lib.pricing.risk.tails import cvar
from bpo_lib.pricing.risk.terms import RiskTerms
from bpo_lib.pricing.work import expected_work
from bpo_lib.pricing.workload import Workload

FREE, CANDIDATE, OFFER = "free", "candidate", "offer"
FIXED_SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
RISK_SHARES = (0.0, 0.2, 0.4)
BANDS = (0.0, 0.1, 0.2)
RATES = (0.5, 0.75, 1.0)  # ARC and RRC as a share of the price
COMMITMENTS = (0.0, 0.8, 0.9)
_ROUNDING = 1e-9
_FREE = OutcomePricing(base_fee_per_month=0, fee_per_outcome=0, cap_per_month=0)
FRONTIER_COLUMNS = [
    "name",
    "kind",
    "fixed_share",
    "risk_share",
    "dead_band",
    "rate_share",
    "commitment",
    "price_factor",
    "client_npv",
    "client_npv_cvar",
    "provider_margin_share",
    "provider_loss_probability",
    "signs",
    "efficient",
]


@dataclass(frozen=True)
class Participation:
    """What a provider wants before it signs.

    Parameters
    ----------
    margin_share : float
        Smallest expected margin on its revenue, both in present value. [share]
    loss_probability : float
        Largest chance of losing money over the term, not discounted. [share]
    """

    margin_share: float
    loss_probability: float

    def least_price(self, revenue: np.ndarray, cost: np.ndarray, margin_share: np.ndarray) -> float:
        """Return the least factor on a price at which a provider would sign.

        Parameters
        ----------
        revenue, cost : ndarray, shape (paths,)
            Present values at a factor of 1. [currency]
        margin_share : ndarray, shape (paths,)
            Margin over the term at a factor of 1, not discounted. [share]

        Returns
        -------
        float
            Infinity where no price would do. [ratio]

        Notes
        -----
        Revenue is proportional to the price, so nothing is searched for. E[f R - C] >= m E[f R] asks for
        f >= E[C] / ((1 - m) E[R]); P(f R < C) <= p asks for f no smaller than the 1 - p quantile of
        C / R, which is 1 less the margin share.
        """
        kept = 1 - self.margin_share
        if not revenue.mean() > 0 or not kept > 0 or np.isnan(margin_share).any():
            return np.inf
        by_margin = cost.mean() / (kept * revenue.mean())
        by_loss = np.quantile(1 - margin_share, 1 - self.loss_probability, method="inverted_cdf")
        return float(max(by_margin, by_loss))


def efficient(cost: np.ndarray, risk: np.ndarray) -> np.ndarray:
    """Return which points no other beats: none costs no more and risks no more, and less of one.

    Parameters
    ----------
    cost, risk : ndarray, shape (n,)

    Returns
    -------
    ndarray of bool, shape (n,)
    """
    order = np.lexsort((risk, cost))
    lowest = np.minimum.accumulate(risk[order])
    before = np.concatenate([[np.inf], lowest[:-1]])
    found = np.zeros(cost.size, dtype=bool)
    found[order] = risk[order] < before
    return found & np.isfinite(cost)


@lru_cache(maxsize=4)
def frontier(case: Engagement) -> pd.DataFrame | None:
    """Return expected cost against the mean of the dearest cases, for many contracts and the offers.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    pandas.DataFrame or None
        `FRONTIER_COLUMNS`. kind: `offer` at its own price, or `candidate` at the least price at which the
        provider signs. fixed_share, risk_share (paid by outcomes only), dead_band, rate_share (ARC and
        RRC against the price), commitment [share], NaN where a contract has no such term. price_factor:
        the least price at which the provider signs against the one offered, or against its expected
        cost [ratio]. client_npv, client_npv_cvar (mean of the dearest 5% of the courses) [currency,
        present value]; provider_margin_share (expected, of present values), provider_loss_probability
        [share]; signs, whether the provider gets what it wants; efficient, whether no other candidate
        costs less at no more risk. None where the provider's cost is not known, or there is no work.

    Notes
    -----
    What a provider wants: the margin of `participation.least_margin_share` and a chance of loss of at most
    `risk.at_risk_loss_probability`. All contracts are priced on the same courses. Offers that follow
    cost are left out: their price is no factor of their fee.
    """
    work = expected_work(case).work
    if not case.has(ProviderTerms) or not work.volume.any() or not work.provider_cost.any():
        return None
    wants = Participation(
        case.of(ParticipationTerms).least_margin_share, case.of(RiskTerms).at_risk_loss_probability
    )
    made = _candidates(work)
    offers = {name: model for name, model in offered_models(case).items() if not model.follows_cost}
    models = {FREE: _FREE, **{each.name: each.model for each in made}, **offers}
    found = _Priced(simulate(case, models=models), wants)
    rows: list[dict[str, Any]] = [
        {"name": each.name, "kind": CANDIDATE, **each.facts, **found.at_least(each.name)} for each in made
    ]
    rows += [{"name": name, "kind": OFFER, **found.as_offered(name)} for name in offers]
    return _with_efficient(pd.DataFrame(rows, columns=FRONTIER_COLUMNS))


def _with_efficient(table: pd.DataFrame) -> pd.DataFrame:
    mine = (table["kind"] == CANDIDATE).to_numpy()
    best = np.zeros(len(table), dtype=bool)
    best[mine] = efficient(*table.loc[mine, ["client_npv", "client_npv_cvar"]].to_numpy().T)
    kept = table.assign(efficient=best)[~mine | np.isfinite(table["client_npv"].to_numpy())]
    return kept.reset_index(drop=True)


@dataclass(frozen=True, eq=False)
class _Candidate:
    name: str
    facts: Mapping[str, float]
    model: PricingModel


def _candidates(work: Workload) -> list[_Candidate]:
    """Return contracts with their parameters, priced so that the expected fee is about the expected cost."""
    volume = float(work.volume.sum())
    baseline, price = max(volume / work.months, 1.0), float(work.provider_cost.sum()) / volume
    good = float(np.clip(work.outcomes.sum() / volume, 0.01, 1))
    made = []
    for fixed, risk in product(FIXED_SHARES, RISK_SHARES):
        if fixed + risk <= 1:
            facts = {"fixed_share": fixed, "risk_share": risk}
            split = {"fixed_share": fixed, "unit_share": max(1 - fixed - risk, 0.0)}
            terms = {"baseline_volume": baseline, "unit_price": price, "agreed_outcome_share": good}
            made.append(_Candidate(f"split {fixed:g}/{risk:g}", facts, HybridPricing(**terms, **split)))
    for band, rate, least in product(BANDS, RATES, COMMITMENTS):
        facts = {"dead_band": band, "rate_share": rate, "commitment": least}
        model = TransactionPricing(
            baseline_volume=baseline,
            unit_price=price,
            dead_band=band,
            arc_share=rate,
            rrc_share=rate,
            far_arc_share=rate,
            far_rrc_share=rate,
            minimum_commitment_share=least,
        )
        made.append(_Candidate(f"band {band:g}/{rate:g}/{least:g}", facts, model))
    return made


@dataclass(frozen=True, eq=False)
class _Priced:
    """Contracts on the same courses, at any factor on their price."""

    simulation: Simulation
    wants: Participation

    def at_least(self, name: str) -> dict[str, float]:
        """Return what a contract costs and earns at the least price at which the provider signs."""
        factor = self._least_price(name)
        return {"price_factor": factor, **self._at(name, factor)}

    def as_offered(self, name: str) -> dict[str, float]:
        """Return the same at its own price, beside the factor at which the provider would just sign."""
        return {"price_factor": self._least_price(name), **self._at(name, 1.0)}

    def _least_price(self, name: str) -> float:
        revenue, cost = self._npv(name)
        return self.wants.least_price(revenue, cost, self._row("provider_margin_share", name))

    def _npv(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        """Return the provider's revenue and cost on each path in present value; a free deal shows cost."""
        cost = -self._row("provider_npv", FREE)
        return self._row("provider_npv", name) + cost, cost

    def _at(self, name: str, factor: float) -> dict[str, float]:
        own, whole = self._row("client_npv", FREE), self._row("client_npv", name)
        (revenue, cost), shares = self._npv(name), self._row("provider_margin_share", name)
        paid = own + factor * (whole - own)
        margin = 1 - cost.mean() / (factor * revenue.mean()) if revenue.mean() > 0 else np.nan
        lost = float((1 - (1 - shares) / factor < -_ROUNDING).mean())
        return {
            "client_npv": float(paid.mean()),
            "client_npv_cvar": float(cvar(paid)),
            "provider_margin_share": margin,
            "provider_loss_probability": lost,
            "signs": margin >= self.wants.margin_share - _ROUNDING and lost <= self.wants.loss_probability,
        }

    def _row(self, part: str, name: str) -> np.ndarray:
        return np.asarray(getattr(self.simulation, part)[self.simulation.models.index(name)])


def cheaper_at_no_more_risk(table: pd.DataFrame, offer: str) -> "pd.Series[Any] | None":
    """Return the contract that costs least among those that risk no more than an offer.

    Parameters
    ----------
    table : pandas.DataFrame
        What `frontier` returns.
    offer : str
        Name of an offer in it.

    Returns
    -------
    pandas.Series or None
        A row of the table; None where no contract costs less at no more risk.
    """
    mine = table[(table["kind"] == OFFER) & (table["name"] == offer)].iloc[0]
    better = table[
        table["efficient"]
        & (table["client_npv_cvar"] <= mine["client_npv_cvar"])
        & (table["client_npv"] < mine["client_npv"])
    ]
    return None if better.empty else better.loc[better["client_npv"].idxmin()]
