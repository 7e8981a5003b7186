"""What a deal makes of any fee: one set of factors weighs every commercial form, on every path."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bpo_lib.pricing.deal.own_costs import OwnCosts
from bpo_lib.pricing.deal.parts import CashFlow


@dataclass(frozen=True, eq=False)
class DealFactors:
    """The deal around a fee, month by month; every array broadcasts to (paths, months).

    A fee is charged as fee x price x moved, where price is `indexed`, or `followed` for a form that
    passes cost on as it happens. Of what is charged, `credit_share` comes back; tax is due on what
    is paid, governance on what is charged.

    Parameters
    ----------
    indexed : ndarray
        What indexation, the productivity promise and the currency clause make of a fee. [ratio]
    followed : ndarray
        The same for a form that follows cost: 1. [ratio]
    moved : ndarray
        Share of the work at the provider. [share]
    credit_share : ndarray
        Share of the charged fee given back as service credits. [share]
    charges : ndarray
        What the provider charges besides the fee. [currency/month]
    provider_outlay : ndarray
        What the provider spends on that, and on taking the work over. [currency/month]
    own_costs : OwnCosts
        The client's own costs that do not hang on the fee.
    tax_share, governance_share : float
        Irrecoverable tax on what is paid, and governance on what is charged. [share]
    discount, paid_discount : ndarray, shape (months,)
        Client's present-value factors of its own costs, and of what it pays after the payment days.
    revenue_discount, outlay_discount : ndarray, shape (months,)
        The provider's, of what it is paid and of what it spends.
    """

    indexed: np.ndarray
    followed: np.ndarray
    moved: np.ndarray
    credit_share: np.ndarray
    charges: np.ndarray
    provider_outlay: np.ndarray
    own_costs: OwnCosts
    tax_share: float
    governance_share: float
    discount: np.ndarray
    paid_discount: np.ndarray
    revenue_discount: np.ndarray
    outlay_discount: np.ndarray

    @property
    def share_on_fee(self) -> float:
        """Governance and irrecoverable tax together, on a fee without credits. [share]."""
        return self.governance_share + self.tax_share

    @property
    def own(self) -> np.ndarray:
        """What the client pays that does not hang on the fee, taxed charges included. [currency/month]."""
        return self.own_costs.total + (1 + self.tax_share) * self.charges

    @cached_property
    def own_npv(self) -> np.ndarray:
        """Present value of `own` at the client's rate: one figure, or one a path. [currency]."""
        charged = (1 + self.tax_share) * self.charges @ self.paid_discount
        return self.own_costs.npv(self.discount) + charged

    @cached_property
    def provider_own_npv(self) -> np.ndarray:
        """Provider's present value of its charges besides the fee, less its outlay. [currency]."""
        return self.charges @ self.revenue_discount - self.provider_outlay @ self.outlay_discount

    def revenue_share(self, follows_cost: bool = False) -> np.ndarray:  # noqa: FBT001, FBT002 - a form's flag
        """Return what the provider keeps of each unit of fee before indexation. [ratio]."""
        return self._followed_revenue if follows_cost else self._indexed_revenue

    def revenue_weight(self, follows_cost: bool = False) -> np.ndarray:  # noqa: FBT001, FBT002
        """Return the provider's present value of each unit of fee; summed over fee x weight."""
        price = self.followed if follows_cost else self.indexed
        return price * (self._kept * self.revenue_discount)

    def client_weight(self, follows_cost: bool = False) -> np.ndarray:  # noqa: FBT001, FBT002
        """Return the client's present value of each unit of fee; summed over fee x weight."""
        return self._followed_weight if follows_cost else self._indexed_weight

    @cached_property
    def _kept(self) -> np.ndarray:
        """What the provider keeps of a month's price: most often the same on every path."""
        return self.moved * (1 - self.credit_share)

    @cached_property
    def _indexed_revenue(self) -> np.ndarray:
        return self.indexed * self._kept

    @cached_property
    def _followed_revenue(self) -> np.ndarray:
        return self.followed * self._kept

    @cached_property
    def _indexed_weight(self) -> np.ndarray:
        return self.indexed * self._cost_of_charge

    @cached_property
    def _followed_weight(self) -> np.ndarray:
        return self.followed * self._cost_of_charge

    @cached_property
    def _cost_of_charge(self) -> np.ndarray:
        """Present value of all that one unit of charged fee costs the client."""
        paid = (1 - self.credit_share) * ((1 + self.tax_share) * self.paid_discount)
        return self.moved * (paid + self.governance_share * self.discount)

    def cash_flow(self, fee: np.ndarray, follows_cost: bool = False) -> CashFlow:  # noqa: FBT001, FBT002
        """Return every part of what the client pays for a fee before indexation.

        Parameters
        ----------
        fee : ndarray, shape (months,) or (paths, months)
            What a model charges for all of the work. [currency/month]
        follows_cost : bool
            Whether the form passes cost on as it happens.

        Returns
        -------
        CashFlow
            Parts of one shape: that of the fee, or (paths, months) where the deal has paths.
        """
        charged = fee * ((self.followed if follows_cost else self.indexed) * self.moved)
        credit = 0.0 - charged * self.credit_share  # so that nothing back is 0, not minus 0
        parts = {
            "fee": charged,
            "service_credits": credit,
            "transformation": self.charges,
            "tax": self.tax_share * (charged + credit + self.charges),
            "governance": self.governance_share * charged,
            **self.own_costs.parts,
        }
        return CashFlow(**_of_one_shape(parts, fee.ndim))

    def npv(self, flow: CashFlow) -> np.ndarray:
        """Return the present value of a cash flow to the client, from all of its parts. [currency]."""
        return (flow.paid_to_provider + flow.tax) @ self.paid_discount + flow.own @ self.discount

    def revenue_npv(self, flow: CashFlow) -> np.ndarray:
        """Return the present value of a cash flow's revenue to the provider. [currency]."""
        return flow.paid_to_provider @ self.revenue_discount


def _of_one_shape(parts: dict[str, np.ndarray], dimensions: int) -> dict[str, np.ndarray]:
    """Return the parts in their joint shape; a single path of a fee without paths loses its axis."""
    shape = np.broadcast_shapes(*(part.shape for part in parts.values()))
    flat = shape[1:] if len(shape) > dimensions and shape[0] == 1 else shape
    return {name: np.broadcast_to(part, shape).reshape(flat) for name, part in parts.items()}
