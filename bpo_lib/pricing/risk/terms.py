"""How far things may turn out otherwise where the client does not say, and how often that is tried."""

from typing import ClassVar

from bpo_lib.assumptions import Terms, assumption


class RiskTerms(Terms):
    """How wide each driver of cost is taken to spread where the client gives no low and high value.

    A spread is how far the value may lie above or below the expected one in eight of ten cases. A
    client's own low and high value of an assumption always comes before it.
    """

    group: ClassVar[str] = "risk"

    paths: float = assumption(
        "courses the term may take that are simulated", unit="courses", ge=64, le=200_000, default=10_000
    )
    handling_spread: float = assumption(
        "spread of the average handling time around its value, as a share of it",
        unit="share",
        ge=0,
        le=0.8,
        default=0.10,
    )
    attrition_spread: float = assumption(
        "spread of yearly attrition around its value, as a share of it",
        unit="share",
        ge=0,
        le=1,
        default=0.30,
    )
    wage_spread_per_year: float = assumption(
        "spread of wage growth around its value, the same points a year for client and provider",
        unit="share/year",
        ge=0,
        le=0.1,
        default=0.01,
    )
    outcome_spread: float = assumption(
        "spread of the share of agreed outcomes around its value, in points",
        unit="share",
        ge=0,
        le=0.5,
        default=0.05,
    )
    deflection_spread: float = assumption(
        "spread of the deflected share around its value, as a share of it",
        unit="share",
        ge=0,
        le=1,
        default=0.50,
    )
    currency_volatility_per_year: float = assumption(
        "standard deviation of a year's change of a currency whose own is not given",
        unit="share/year",
        ge=0,
        le=1,
        default=0.10,
    )
    at_risk_loss_probability: float = assumption(
        "chance that the provider loses money above which a deal counts as at risk",
        unit="share",
        ge=0,
        le=1,
        default=0.10,
    )
