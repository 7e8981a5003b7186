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
    prices : tuple of two ndarray
        What a fee before indexation is charged at, for a form that is indexed and for one that follows
        cost; shape (1, months) where all paths have the same. [ratio]
    rates : ndarray, shape (months, 7)
        Present-value factors of what is charged: at the provider's rate, at the client's, and none at
        all; those of the client's own costs; then the first three in months that credits count in.
    credited : ndarray, shape (1, paths) or (1, 1)
        What comes back as service credits in such a month. [share]
    shares : tuple of float
        Irrecoverable tax on what is paid, and governance on what is charged. [share]
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
    prices: tuple[np.ndarray, np.ndarray]
    rates: np.ndarray
    credited: np.ndarray
    shares: tuple[float, float]
    own_npv: np.ndarray
    provider_spends: np.ndarray
    extra_revenue: float
    in_house_npv: np.ndarray
    alternative_npv: Mapping[str, np.ndarray]

    @classmethod
    def of(cls, case: Engagement, block: Courses, paths: int) -> Self:
        """Return a block of courses weighed; a block of one row stands for all paths."""
        factors, work = block.factors, block.work
        paid = np.stack([factors.revenue_discount, factors.paid_discount, np.ones(work.months)], axis=1)
        credited, counting = _credits(factors.credit_share)
        return cls(
            work=work,
            prices=(_moved(factors.indexed, factors), _moved(factors.followed, factors)),
            rates=np.hstack([paid, factors.discount[:, None], paid * counting[:, None]]),
            credited=credited,
            shares=(factors.tax_share, factors.governance_share),
            own_npv=_by_path(factors.own_npv, paths),
            provider_spends=_provider_spends(case, work, factors, paths),
            extra_revenue=float(factors.charges.sum()),
            in_house_npv=_by_path(block.in_house @ factors.discount, paths),
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
        paid, charged = self._sums(model.monthly_fee(self.work), self.prices[model.follows_cost])
        tax, governance = self.shares
        found = np.empty((4, self.own_npv.size))
        found[CLIENT] = self.own_npv + (1 + tax) * paid[AT_CLIENT_RATE - 1] + governance * charged
        np.subtract(paid, self.provider_spends, out=found[PROVIDER:])
        revenue = np.broadcast_to(paid[MARGIN_SHARE - 1] + self.extra_revenue, self.own_npv.shape)
        share = np.full(revenue.shape, np.nan)
        found[MARGIN_SHARE] = np.divide(found[MARGIN_SHARE], revenue, out=share, where=revenue != 0)
        return found

    def _sums(self, fee: np.ndarray, price: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return what is paid at three rates, shape (3, paths), and what is charged at the client's."""
        rates = self.rates
        if len(price) == 1:
            rates = rates * price.T  # all paths alike: no month of any of them has to be touched
        else:
            # In place where the fee is the form's own array: those of `work` are views of others.
            fee = np.multiply(fee, price, out=fee if fee.flags.owndata and fee.ndim == 2 else None)
        sums = (fee @ rates).T
        return sums[:3] - self.credited * sums[4:], sums[3]


def _credits(share: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the share of a fee credited on each path, shape (1, paths), and how far a month counts.

    Months without credits are the same on every path: grace while the work settles.
    """
    most = share.max(axis=1, keepdims=True)
    row = share[int(most.argmax())]
    counting = row / row.max() if row.max() > 0 else np.zeros(row.shape)
    assert np.abs(share - most * counting).max() < 1e-12, (
        "a credit is that of its path times that of its month"
    )
    return most.T, counting


def _moved(price: np.ndarray, factors: DealFactors) -> np.ndarray:
    """Return what a fee is charged at in the share of the work that has moved."""
    price = np.atleast_2d(price)
    return price if np.all(factors.moved == 1) and price.shape[-1] > 1 else price * factors.moved


def _provider_spends(case: Engagement, work: Workload, factors: DealFactors, paths: int) -> np.ndarray:
    """Return the provider's own side of the deal at each of three rates, shape (3, paths). [currency]"""
    if not case.has(ProviderTerms):
        return np.full((3, paths), np.nan)
    whole = np.ones(work.months)
    client = discount_factors(work.months, case.of(DealTerms).discount_rate_per_year)
    spent = np.stack([factors.outlay_discount, client, whole], axis=1)
    earned = np.stack([factors.revenue_discount, factors.paid_discount, whole], axis=1)
    # The fee is due for the work that has moved, and so is its cost.
    cost = work.provider_cost @ (spent * np.reshape(factors.moved, (-1, 1)))
    besides = factors.provider_outlay @ spent - factors.charges @ earned
    return np.broadcast_to((cost + besides).T, (3, paths))


def _by_path(values: np.ndarray, paths: int) -> np.ndarray:
    return np.broadcast_to(values, (paths,)).astype(float)
