"""One deal over its term: every part by year, and the way from staying in-house to what the deal costs."""

from dataclasses import dataclass, fields
from typing import Final

import numpy as np
import pandas as pd

from bpo_lib.pricing.deal.parts import CashFlow

PARTS: Final = tuple(field.name for field in fields(CashFlow))
PAID_LATE: Final = ("fee", "service_credits", "transformation", "tax")  # what waits for the payment days
TOTAL, IN_HOUSE, SAVING, SAVED_SO_FAR = "total", "in_house", "saving", "saved_so_far"


@dataclass(frozen=True, eq=False)
class DealCourse:
    """One deal at one volume, month by month, beside staying in-house.

    Parameters
    ----------
    model : str
        The commercial form.
    months : PeriodIndex
        Of the term.
    flow : CashFlow
        Parts of shape (months,).
    in_house : ndarray, shape (months,)
        Cost of staying. [currency/month]
    discount, paid_discount : ndarray, shape (months,)
        Client's present-value factors of its own costs, and of what it pays after the payment days.
    """

    model: str
    months: pd.PeriodIndex
    flow: CashFlow
    in_house: np.ndarray
    discount: np.ndarray
    paid_discount: np.ndarray

    @property
    def present_values(self) -> pd.Series:
        """Present value of each part, in the order of `PARTS`; their sum is that of the deal. [currency]."""
        worth = {
            name: getattr(self.flow, name) @ (self.paid_discount if name in PAID_LATE else self.discount)
            for name in PARTS
        }
        return pd.Series(worth, dtype=float)

    @property
    def in_house_npv(self) -> float:
        """Present value of staying. [currency]."""
        return float(self.in_house @ self.discount)

    @property
    def npv(self) -> float:
        """Present value of the deal. [currency]."""
        return float(self.present_values.sum())

    def by_year(self) -> pd.DataFrame:
        """Return every part by year of the contract.

        Returns
        -------
        pandas.DataFrame
            Index: `PARTS`, then total, in_house, saving and saved_so_far. Columns: years from 1,
            then `term`, not discounted, and `present_value`. [currency]
        """
        monthly = {name: getattr(self.flow, name) for name in PARTS}
        monthly |= {TOTAL: self.flow.total, IN_HOUSE: self.in_house, SAVING: self.in_house - self.flow.total}
        frame = pd.DataFrame(monthly).groupby(np.arange(self.in_house.size) // 12 + 1).sum().T
        saved = frame.loc[SAVING].cumsum()
        worth = self.present_values.to_dict()
        saving = self.in_house_npv - self.npv
        worth |= {TOTAL: self.npv, IN_HOUSE: self.in_house_npv, SAVING: saving}
        frame = frame.assign(term=frame.sum(axis=1), present_value=pd.Series(worth))
        frame.loc[SAVED_SO_FAR] = saved  # NaN under the term and the present value: there is no more to add
        return frame

    def bridge(self) -> pd.DataFrame:
        """Return the steps from staying to the deal, in present values.

        Returns
        -------
        pandas.DataFrame
            Columns step, amount and after (where the sum stands then): `in_house`, the fee in place
            of the own team, each further part that is not zero, `total`. [currency]
        """
        worth = self.present_values
        steps = {"fee": worth["fee"] - self.in_house_npv}
        steps |= {name: worth[name] for name in PARTS[1:] if worth[name] != 0}
        amounts = [self.in_house_npv, *steps.values(), self.npv]
        after = [*np.cumsum(amounts[:-1]), self.npv]
        return pd.DataFrame({"step": [IN_HOUSE, *steps, TOTAL], "amount": amounts, "after": after})
