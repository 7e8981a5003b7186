"""Fixed price: one sum a month whatever the work, falling by what the provider commits to save."""

from typing import ClassVar, Self

import numpy as np

from bpo_lib.assumptions import assumption
from bpo_lib.pricing.forms.form import Form
from bpo_lib.pricing.forms.price_level import at_cost
from bpo_lib.pricing.workload import Workload


class FixedPricePricing(Form):
    """A fixed sum every month that falls at each anniversary by the productivity the provider commits to.

    The client carries none of the volume or the handling time as long as the scope holds, and
    none of a fall in volume is given back.

    References
    ----------
    gsa-uk: rate per FTE x chargeable FTE x (1 - productivity) ** year, committed.
    """

    group: ClassVar[str] = "fixed_price"

    price_per_month: float = assumption("price of a month in the first year", unit="currency/month", ge=0)
    glide_path_per_year: float = assumption(
        "productivity the provider commits to: how much the price falls each year",
        unit="share/year",
        ge=0,
        le=0.3,
        default=0.0,
        source="house assumption: nothing is promised unless it is written; 3 to 7% is heard of",
    )

    def monthly_fee(self, workload: Workload) -> np.ndarray:
        """Return what the client pays each month.

        Parameters
        ----------
        workload : Workload
            The work of each month; only its shape (months,) or (paths, months) matters.

        Returns
        -------
        ndarray, shape of `workload.volume`
            The fee before indexation. [currency/month]
        """
        years = np.arange(workload.months) // 12
        price = self.price_per_month * (1 - self.glide_path_per_year) ** years
        return np.broadcast_to(price, workload.volume.shape)

    @classmethod
    def typical(cls, workload: Workload) -> Self:
        """Return a price that covers the provider's cost and falls by 3% a year."""
        return at_cost(cls(price_per_month=1, glide_path_per_year=0.03), workload)
