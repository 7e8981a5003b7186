"""The terms around the price: staying in-house, the deal itself, the provider's cost."""

from typing import ClassVar

from bpo_lib.assumptions import Terms, assumption


class InHouseTerms(Terms):
    """What it costs to keep the work."""

    group: ClassVar[str] = "in_house"

    cost_per_fte_month: float = assumption(
        "full cost of one in-house FTE: pay, benefits, management, space, systems",
        unit="currency/FTE/month",
        ge=1,
        le=1e9,
    )
    wage_growth_per_year: float = assumption(
        "yearly growth of the in-house cost of one FTE", unit="share/year", ge=-0.1, le=0.3, default=0.03
    )
    cost_per_hire: float = assumption(
        "cost of an in-house hire besides pay: search, trainer, equipment",
        unit="currency/hire",
        ge=0,
        le=1e9,
        default=0,
        source="house assumption: the full cost of one FTE usually holds it; 5,000 to 7,500 USD to "
        "replace an agent in the US: Call Criteria 2022 (vendor statement)",
    )


class DealTerms(Terms):
    """What an outsourcing deal costs the client besides the provider's fee."""

    group: ClassVar[str] = "deal"

    transition_cost: float = assumption(
        "one-off cost of moving the work, spread over the transition", unit="currency", ge=0
    )
    transition_months: float = assumption(
        "months in which provider and in-house team overlap", unit="months", ge=0, le=12, default=3
    )
    dual_running_share: float = assumption(
        "share of the in-house cost that continues during the transition",
        unit="share",
        ge=0,
        le=1,
        default=0.5,
    )
    governance_share: float = assumption(
        "cost of managing the contract, as a share of the fee", unit="share", ge=0, le=0.5, default=0.06
    )
    labour_share: float = assumption(
        "share of the fee that follows the wage index",
        unit="share",
        ge=0,
        le=1,
        default=0.7,
        source="house assumption; labour is 67 to 75% of cost, Contact Center Pipeline 2018",
    )
    wage_index_per_year: float = assumption(
        "yearly growth of the contract's wage index", unit="share/year", ge=-0.1, le=0.3, default=0.03
    )
    price_index_per_year: float = assumption(
        "yearly growth of the contract's price index", unit="share/year", ge=-0.1, le=0.3, default=0.02
    )
    indexation_cap_per_year: float = assumption(
        "largest yearly increase of the fee", unit="share/year", ge=0, le=0.3, default=0.05
    )
    irrecoverable_tax_share: float = assumption(
        "tax on the fee that the client cannot recover", unit="share", ge=0, le=0.3, default=0.0
    )
    discount_rate_per_year: float = assumption(
        "client's discount rate", unit="share/year", ge=0, le=0.5, default=0.08
    )
    payment_days: float = assumption(
        "days after which the client pays an invoice", unit="days", ge=0, le=180, default=0
    )


class ProviderTerms(Terms):
    """What the work costs the provider; without it a provider's margin cannot be shown."""

    group: ClassVar[str] = "provider"
    optional: ClassVar[bool] = True

    cost_per_fte_month: float = assumption(
        "provider's full cost of one FTE; may be left out where locations.csv builds it up",
        unit="currency/FTE/month",
        ge=1,
        le=1e9,
    )
    wage_growth_per_year: float = assumption(
        "yearly growth of the provider's cost of one FTE", unit="share/year", ge=-0.1, le=0.3, default=0.04
    )
    cost_per_hire: float = assumption(
        "cost of a provider's hire besides pay: search, trainer, equipment",
        unit="currency/hire",
        ge=0,
        le=1e9,
        default=0,
        source="house assumption: the full cost of one FTE usually holds it; 5,000 to 7,500 USD to "
        "replace an agent in the US: Call Criteria 2022 (vendor statement)",
    )
    other_growth_per_year: float = assumption(
        "yearly growth of what is not pay in the provider's cost, where locations.csv tells it apart",
        unit="share/year",
        ge=-0.1,
        le=0.3,
        default=0.02,
    )
    transition_cost: float = assumption(
        "what the provider itself puts into the transition, not charged to the client",
        unit="currency",
        ge=0,
        le=1e12,
        default=0,
    )
    target_margin_share: float = assumption(
        "margin a provider asks for, as a share of its price",
        unit="share",
        ge=0,
        le=0.9,
        default=0.2,
        source="house assumption; 0.17 in wewfm's worked example, 0.30 in the Philippines: "
        "Manila Bulletin 2021 (vendor statement)",
    )
    productivity_gain_share: float = assumption(
        "handling time the provider saves against the client's own",
        unit="share",
        ge=-0.5,
        le=0.8,
        default=0.0,
    )
    discount_rate_per_year: float = assumption(
        "provider's discount rate", unit="share/year", ge=0, le=0.5, default=0.10
    )
