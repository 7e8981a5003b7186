"""Courses made ready for any form of price: what is left to do is the fee and a few weighted sums."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

import numpy as np

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.deal import DealTerms, ProviderTerms
from bpo_lib.pricing.deal.cash_flow import DealFactors, discount_factors
from bpo_lib.pricing.models import PricingModel
from bpo_lib.pricing.risk.courses import Courses
from bpo_lib.pricing.workload import Workload

CLIENT, PROVIDER, AT_CLIENT_RATE, MARGIN_SHARE = range(4)  # rows of what `PricedCourses.of_model` returns


@dataclass(frozen=True, eq=False)
class PricedCourses:
    """A block of paths and what a unit of fee is worth on them, to either side.

    Parameters
    ----------
    work : Workload
        Parts of shape (paths, months).
    factors : DealFactors
        What the deal makes of any fee.
    rates : ndarray, shape (months, 3)
        Present-value factors of what the provider is paid: at its own rate, at the client's, and
        none at all.
    own_npv : ndarray, shape (paths,)
        What a deal costs the client besides the fee. [currency]
    provider_spends : ndarray, shape (3, paths)
        What the work costs the provider less what it charges besides the fee, at the same rates;
        NaN where its cost is not known. [currency]
    extra_revenue : float
        What it charges besides the fee, not discounted. [currency]
    in_house_npv : ndarray, shape (paths,)
        Cost of staying. [currency]
    alternative_npv : mapping of str to ndarray, shape (paths,)
        Cost of the ways to do without a provider. [currency]
    """

    work: Workload
    factors: DealFactors
    rates: np.ndarray
    own_npv: np.ndarray
    provider_spends: np.ndarray
    extra_revenue: float
    in_house_npv: np.ndarray
    alternative_npv: Mapping[str, np.ndarray]

    @classmethod
    def of(cls, case: Engagement, block: Courses, paths: int) -> Self:
        """Return a block of courses weighed; a block of one row stands for all paths."""
        factors, work = block.factors, block.work
        months = work.months
        rates = np.stack([factors.revenue_discount, factors.paid_discount, np.ones(months)], axis=1)
        return cls(
            work=work,
            factors=factors,
            rates=rates,
            own_npv=_by_path(factors.own_npv, paths),
            provider_spends=_provider_spends(case, work, factors, rates, paths),
            extra_revenue=float(factors.charges.sum()),
            in_house_npv=_by_path(work.in_house_cost @ factors.discount, paths),
            alternative_npv={
                name: _by_path(cost @ factors.discount, paths) for name, cost in block.alternatives.items()
            },
        )

    def of_model(self, model: PricingModel) -> np.ndarray:
        """Return what a form costs and earns on every path.

        Parameters
        ----------
        model : PricingModel

        Returns
        -------
        ndarray, shape (4, paths)
            The client's present value of cost, the provider's of what it keeps at its own rate and
            at the client's [currency], and what it keeps over what it is paid, not discounted [share].
        """
        paths = self.own_npv.size
        fee, follows = model.monthly_fee(self.work), model.follows_cost
        found = np.empty((4, paths))
        found[CLIENT] = self.own_npv + _weighted(fee, self.factors.client_weight(follows))
        revenue = (fee * self.factors.revenue_share(follows)) @ self.rates
        kept = revenue.T - self.provider_spends
        found[PROVIDER : MARGIN_SHARE + 1] = kept
        paid = np.broadcast_to(revenue[:, 2] + self.extra_revenue, (paths,))
        share = np.full(paths, np.nan)
        found[MARGIN_SHARE] = np.divide(found[MARGIN_SHARE], paid, out=share, where=paid != 0)
        return found


def _provider_spends(
    case: Engagement, work: Workload, factors: DealFactors, rates: np.ndarray, paths: int
) -> np.ndarray:
    """Return the provider's own side of the deal at each of three rates, shape (3, paths). [currency]"""
    if not case.has(ProviderTerms):
        return np.full((3, paths), np.nan)
    client = case.of(DealTerms).discount_rate_per_year
    spent = np.stack(
        [factors.outlay_discount, discount_factors(work.months, client), np.ones(work.months)], axis=1
    )
    first = np.eye(1, work.months)[0] * case.of(ProviderTerms).transition_cost
    # The fee is due for the work that has moved, and so is its cost.
    cost = (work.provider_cost * factors.moved) @ spent + (factors.provider_outlay + first) @ spent
    return np.broadcast_to((cost - factors.charges @ rates).T, (3, paths))


def _weighted(fee: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Return the sum over months of fee x weight, path by path."""
    if weight.ndim == 1 or weight.shape[0] == 1:
        return fee @ weight.reshape(-1)
    return np.einsum("...m,...m->...", fee, weight)


def _by_path(values: np.ndarray, paths: int) -> np.ndarray:
    return np.broadcast_to(values, (paths,)).astype(float)
