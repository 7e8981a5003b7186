"""What counts how much in a delivery model, and where its rules draw their lines."""

from typing import ClassVar, Self

from pydantic import model_validator

from bpo_lib.assumptions import Terms, assumption


class DeliveryModelTerms(Terms):
    """How much place, form of price, saving and number of providers count, and the limits of the rules.

    Give 100 points to the part whose step from worst to best matters most, and to every other its share
    of that. A level is that of the criterion's anchors; half a level counts as reached, as in rounding.

    References
    ----------
    All of them are house assumptions, made of the trade-offs that buyers' guides agree on.
    """

    group: ClassVar[str] = "delivery_model"

    place_points: float = assumption(
        "weight of the place in the choice of a delivery model", unit="points", ge=0, le=100, default=100
    )
    form_points: float = assumption(
        "weight of how well the form of price suits the work", unit="points", ge=0, le=100, default=60
    )
    price_points: float = assumption(
        "weight of the saving at a price that lasts", unit="points", ge=0, le=100, default=40
    )
    providers_points: float = assumption(
        "weight of one provider or two", unit="points", ge=0, le=100, default=30
    )
    points_spread: float = assumption(
        "how far each of these weights may lie above or below its value, as a share of it",
        unit="share", ge=0, le=1, default=0.30,
    )  # fmt: skip
    hours_share: float = assumption(
        "part of a place's worth that it loses where it shares none of the hours it should",
        unit="share", ge=0, le=1, default=0.50,
    )  # fmt: skip
    unit_level: float = assumption(
        "level of standardisation and of measurability from which a unit of work can be priced",
        unit="level", ge=1, le=5, default=3,
    )  # fmt: skip
    predictable_level: float = assumption(
        "level of predictability from which volume can be priced", unit="level", ge=1, le=5, default=3
    )
    moving_level: float = assumption(
        "level of stability of the rules at which the scope moves too much for any price but people",
        unit="level", ge=1, le=4, default=2,
    )  # fmt: skip
    outcome_level: float = assumption(
        "level of measurability from which an outcome can be paid for", unit="level", ge=1, le=5, default=4
    )
    baseline_months: float = assumption(
        "complete months of history before an outcome can be priced", unit="months", ge=1, le=60, default=12
    )
    controlled_share: float = assumption(
        "share of outcomes in the provider's hands before one can be paid for",
        unit="share", ge=0, le=1, default=0.70,
    )  # fmt: skip
    protected_level: float = assumption(
        "level of data sensitivity or regulatory constraint from which work does not go offshore",
        unit="level", ge=2, le=5, default=4,
    )  # fmt: skip
    live_hours_share: float = assumption(
        "share of the client's hours that a place must cover where somebody waits for an answer",
        unit="share", ge=0, le=1, default=0.80,
    )  # fmt: skip
    shared_hours_share: float = assumption(
        "share of the client's hours that a place must share where work can wait",
        unit="share", ge=0, le=1, default=0.25,
    )  # fmt: skip
    split_scale_level: float = assumption(
        "level of scale at which there is too little work for two providers",
        unit="level", ge=1, le=4, default=2,
    )  # fmt: skip
    split_market_level: float = assumption(
        "level of choice of providers at which there are too few for two",
        unit="level", ge=1, le=4, default=1,
    )  # fmt: skip
    split_management_level: float = assumption(
        "level of retained management at which nobody can manage two providers",
        unit="level", ge=1, le=4, default=2,
    )  # fmt: skip

    @model_validator(mode="after")
    def _some_weight(self) -> Self:
        if not any(self.points):
            raise ValueError("every part of a delivery model has weight 0; give points to at least one")
        return self

    @property
    def points(self) -> tuple[float, float, float, float]:
        """Points of place, form, price and number of providers."""
        return self.place_points, self.form_points, self.price_points, self.providers_points
