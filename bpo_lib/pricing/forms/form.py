"""What every commercial form has in common: how it charges, and how it is priced anew."""

from abc import abstractmethod
from typing import ClassVar, Self

import numpy as np

from bpo_lib.assumptions import Terms
from bpo_lib.pricing.forms.price_level import scaled
from bpo_lib.pricing.workload import Workload


class Form(Terms):
    """Base of every commercial form: what a client is charged for a month's work; it may be left out."""

    optional: ClassVar[bool] = True
    follows_cost: ClassVar[bool] = False

    @abstractmethod
    def monthly_fee(self, workload: Workload) -> np.ndarray:
        """Return the fee before indexation, in the shape of the workload. [currency/month]."""

    @classmethod
    @abstractmethod
    def typical(cls, workload: Workload) -> Self:
        """Return usual terms, sized on a workload and priced at what it costs the provider.

        Raises
        ------
        InputError
            When the workload has nothing of what the form counts, or the form passes on a cost that is
            not known.
        """

    def repriced(self, factor: float) -> Self:
        """Return the same terms at a price `factor` times as high."""
        return scaled(self, factor)
