"""How much each answer of a provider counts, and what a price is worth."""

from typing import ClassVar, Self

from pydantic import model_validator

from bpo_lib.assumptions import Terms, assumption
from bpo_lib.sourcing.bids.criteria import VENDOR_CRITERIA

WEIGHED = tuple(each.id for each in VENDOR_CRITERIA if each.kind in {"scored", "price"})


class ScorecardTerms(Terms):
    """How much each scored answer and the price count, in points, and how a price is valued.

    Only proportions count: points are divided by their sum. Set them before the bids are opened and
    write the day into `as_of`: the report compares it with the date of the first bid. Quality weighs
    most among the answers because service quality is what ended most of the contracts that were ended
    early (Deloitte's outsourcing survey of 2012: 71% named it).

    References
    ----------
    The default points and the values of a price are house assumptions.
    """

    group: ClassVar[str] = "scorecard"

    industry_experience: float = assumption(
        "weight of a provider's experience in the sector", unit="points", ge=0, le=100, default=12
    )
    quality_system: float = assumption(
        "weight of how a provider makes and measures quality", unit="points", ge=0, le=100, default=15
    )
    reporting: float = assumption(
        "weight of a provider's reporting and access to data", unit="points", ge=0, le=100, default=8
    )
    scalability: float = assumption(
        "weight of how fast a provider grows and shrinks", unit="points", ge=0, le=100, default=10
    )
    continuity: float = assumption(
        "weight of a provider's continuity when a site or system fails",
        unit="points",
        ge=0,
        le=100,
        default=10,
    )
    language_and_culture: float = assumption(
        "weight of a provider's language, culture and shared hours", unit="points", ge=0, le=100, default=7
    )
    technology: float = assumption(
        "weight of a provider's tools and automation", unit="points", ge=0, le=100, default=6
    )
    governance_fit: float = assumption(
        "weight of a provider's way of working together", unit="points", ge=0, le=100, default=10
    )
    price_per_transaction: float = assumption(
        "weight of a provider's price", unit="points", ge=0, le=100, default=22
    )
    weight_spread: float = assumption(
        "how far each weight of the scorecard may lie above or below its points, as a share of them",
        unit="share",
        ge=0,
        le=1,
        default=0.20,
    )
    worthless_price: float = assumption(
        "price from which it earns no points, against the cost of staying",
        unit="share",
        ge=0.75,
        le=2,
        default=1.0,
    )
    full_value_price: float = assumption(
        "price down to which cheaper earns more points, against the cost of staying",
        unit="share",
        ge=0,
        le=0.7,  # under the least of the other, so that no two limits can meet
        default=0.5,
    )

    @model_validator(mode="after")
    def _usable(self) -> Self:
        if not any(getattr(self, name) for name in WEIGHED):
            raise ValueError("every weight of the scorecard is 0; give points to at least one")
        return self

    def weights(self, *, with_price: bool = True) -> dict[str, float]:
        """Return the weight of every criterion that is scored; together they are 1. [share]

        Parameters
        ----------
        with_price : bool
            Whether prices can be scored; without them the other weights are 1 together.

        Notes
        -----
        Where all the points lie on a price that cannot be scored, the other criteria count alike.
        """
        points = {name: float(getattr(self, name)) for name in WEIGHED}
        if not with_price:
            points["price_per_transaction"] = 0.0
            if not any(points.values()):
                points |= {name: 1.0 for name in WEIGHED if name != "price_per_transaction"}
        total = sum(points.values())
        return {name: value / total for name, value in points.items()}
