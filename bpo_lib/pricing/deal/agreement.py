"""Everything a contract says around its price, gathered from the groups of assumptions."""

from dataclasses import dataclass, field
from typing import Self, TypeVar

from bpo_lib.assumptions import Terms
from bpo_lib.engagement import Engagement
from bpo_lib.pricing.deal.indexation import IndexationTerms
from bpo_lib.pricing.deal.own_costs import RetainedTerms
from bpo_lib.pricing.deal.ramp import RampTerms
from bpo_lib.pricing.deal.terms import DealTerms, InHouseTerms, ProviderTerms
from bpo_lib.pricing.deal.transition import TransformationTerms

T = TypeVar("T", bound=Terms)


@dataclass(frozen=True)
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
    """

    deal: DealTerms
    in_house: InHouseTerms | None = None
    provider_rate_per_year: float = float(ProviderTerms.model_fields["discount_rate_per_year"].default)
    ramp: RampTerms = field(default_factory=RampTerms)
    indexation: IndexationTerms = field(default_factory=IndexationTerms)
    transformation: TransformationTerms = field(default_factory=TransformationTerms)
    retained: RetainedTerms = field(default_factory=RetainedTerms)

    @classmethod
    def of(cls, case: Engagement) -> Self:
        """Return what a case says of its deal."""
        rate = _given(case, ProviderTerms)
        return cls(
            deal=case.of(DealTerms),
            in_house=_given(case, InHouseTerms),
            **({} if rate is None else {"provider_rate_per_year": rate.discount_rate_per_year}),
            ramp=_given(case, RampTerms) or RampTerms(),
            indexation=_given(case, IndexationTerms) or IndexationTerms(),
            transformation=_given(case, TransformationTerms) or TransformationTerms(),
            retained=_given(case, RetainedTerms) or RetainedTerms(),
        )


def _given(case: Engagement, kind: type[T]) -> T | None:
    return case.of(kind) if case.has(kind) else None
