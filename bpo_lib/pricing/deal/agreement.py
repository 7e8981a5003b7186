"""Everything a contract says around its price, gathered from the groups of assumptions."""

from dataclasses import dataclass, field
from typing import Self, TypeVar

import pandas as pd

from bpo_lib.assumptions import Terms
from bpo_lib.engagement import Engagement
from bpo_lib.pricing.deal.currency import CurrencyTerms
from bpo_lib.pricing.deal.indexation import IndexationTerms
from bpo_lib.pricing.deal.own_costs import RetainedTerms
from bpo_lib.pricing.deal.quality import QualityTerms
from bpo_lib.pricing.deal.ramp import RampTerms
from bpo_lib.pricing.deal.service_credits import ServiceTerms
from bpo_lib.pricing.deal.service_measure import MEASURE_COLUMNS
from bpo_lib.pricing.deal.termination import ExitTerms
from bpo_lib.pricing.deal.terms import DealTerms, InHouseTerms, ProviderTerms
from bpo_lib.pricing.deal.transition import TransformationTerms
from bpo_lib.staffing.terms import WorkTerms

T = TypeVar("T", bound=Terms)


def _no_measures() -> pd.DataFrame:
    return pd.DataFrame(columns=list(MEASURE_COLUMNS))


@dataclass(frozen=True, eq=False)
class Agreement:
    """The terms of one deal; a group that nobody gave changes nothing.

    Parameters
    ----------
    deal : DealTerms
        The terms every deal has.
    in_house : InHouseTerms or None
        What an own FTE costs; None where no own people are kept.
    provider_rate_per_year : float
        The provider's discount rate. [share/year]
    provider_investment : float
        What the provider spends to take the work over and does not charge on its own. [currency]
    outcome_share : float
        Transactions that end as agreed at the own team. [share]
    measures : pandas.DataFrame
        A row for each `ServiceMeasure`.
    """

    deal: DealTerms
    in_house: InHouseTerms | None = None
    provider_rate_per_year: float = float(ProviderTerms.model_fields["discount_rate_per_year"].default)
    provider_investment: float = 0.0
    outcome_share: float = float(WorkTerms.model_fields["outcome_share"].default)
    ramp: RampTerms = field(default_factory=RampTerms)
    transformation: TransformationTerms = field(default_factory=TransformationTerms)
    indexation: IndexationTerms = field(default_factory=IndexationTerms)
    currency: CurrencyTerms = field(default_factory=CurrencyTerms)
    service: ServiceTerms = field(default_factory=ServiceTerms)
    quality: QualityTerms = field(default_factory=QualityTerms)
    retained: RetainedTerms = field(default_factory=RetainedTerms)
    termination: ExitTerms = field(default_factory=ExitTerms)
    measures: pd.DataFrame = field(default_factory=_no_measures)

    @classmethod
    def of(cls, case: Engagement) -> Self:
        """Return what a case says of its deal."""
        provider, work = _given(case, ProviderTerms), _given(case, WorkTerms)
        known = {} if work is None else {"outcome_share": work.outcome_share}
        if provider is not None:
            known["provider_rate_per_year"] = provider.discount_rate_per_year
            known["provider_investment"] = provider.transition_cost
        return cls(
            deal=case.of(DealTerms),
            in_house=_given(case, InHouseTerms),
            ramp=_given(case, RampTerms) or RampTerms(),
            transformation=_given(case, TransformationTerms) or TransformationTerms(),
            indexation=_given(case, IndexationTerms) or IndexationTerms(),
            currency=_given(case, CurrencyTerms) or CurrencyTerms(),
            service=_given(case, ServiceTerms) or ServiceTerms(),
            quality=_given(case, QualityTerms) or QualityTerms(),
            retained=_given(case, RetainedTerms) or RetainedTerms(),
            termination=_given(case, ExitTerms) or ExitTerms(),
            measures=case.service_measures,
            **known,
        )


def _given(case: Engagement, kind: type[T]) -> T | None:
    return case.of(kind) if case.has(kind) else None
