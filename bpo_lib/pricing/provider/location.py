"""A place where a provider's people work: what one of them costs there, item by item."""

from typing import ClassVar, Final, Literal

from pydantic import Field

from bpo_lib.assumptions import Terms, assumption

LEAD_WAGE_RATIO: Final = 1.8  # wage of a team lead against an agent's (house assumption)
PEOPLE_ITEMS: Final = ("wage", "benefits", "team_leads", "support")  # those that grow with wages
OTHER_ITEMS: Final = ("facilities", "technology", "telephony")
ITEMS: Final = (*PEOPLE_ITEMS, *OTHER_ITEMS)
ALL_PLACES: Final = "all places"  # their sum, so no place may be called so


class Location(Terms):
    """One row of `locations.csv`; `local` stands for the currency of the place.

    References
    ----------
    "Call Center Philippines: the hourly cost breakdown", Manila Bulletin, 2021: of the hourly price 30%
    is agents' pay, 15 management, 10 support, 10 facilities and technology, 5 telephony, 30 margin.
    """

    group: ClassVar[str] = "location"

    location: str = Field(min_length=1)
    currency: str
    share: float = assumption("share of the provider's people who work here", unit="share", ge=0.001, le=1)
    wage_per_month: float = assumption(
        "gross wage of an agent working full time", unit="local/FTE/month", ge=1, le=1e9
    )
    benefit_share: float = assumption(
        "benefits, bonus and employer's contributions against the wage",
        unit="share",
        ge=0,
        le=1.5,
        default=0.3,
        source="Contact Center Pipeline 2018, US; 0.2 to 0.5 by country: Site Selection Group 2024",
    )
    agents_per_lead: float = assumption(
        "agents whom one team lead looks after", unit="FTE/FTE", ge=1, le=100, default=12
    )
    lead_wage_per_month: float = assumption(
        f"gross wage of a team lead; 0 where it is not known, then {LEAD_WAGE_RATIO:g} times an agent's",
        unit="local/FTE/month",
        ge=0,
        le=1e9,
        default=0,
    )
    support_per_fte_month: float = assumption(
        "other people the work takes: quality, training, planning, site management",
        unit="local/FTE/month",
        ge=0,
        le=1e9,
        default=0,
    )
    facilities_per_seat_month: float = assumption(
        "rent, power and services of one seat", unit="local/seat/month", ge=0, le=1e9, default=0
    )
    fte_per_seat: float = assumption(
        "full-time people who share a seat over the shifts", unit="FTE/seat", ge=0.5, le=3, default=1
    )
    technology_per_fte_month: float = assumption(
        "computers, licences and their support", unit="local/FTE/month", ge=0, le=1e9, default=0
    )
    telephony_per_fte_month: float = assumption(
        "lines and telephone minutes", unit="local/FTE/month", ge=0, le=1e9, default=0
    )
    cost_per_hire: float = assumption(
        "cost of a hire besides pay; 0 where it is not known, then provider.cost_per_hire",
        unit="local/hire",
        ge=0,
        le=1e9,
        default=0,
    )
    extra_wage_growth_per_year: float = assumption(
        "wage growth here beyond provider.wage_growth_per_year",
        unit="share/year",
        ge=-0.3,
        le=0.3,
        default=0,
    )
    source: str = ""
    note: str = ""
    place: Literal["", "onshore", "nearshore", "offshore"] = ""  # as seen from the client; empty: not told
    country: str = ""  # ISO code of two letters
    time_zone: str = ""  # IANA name, such as Asia/Manila
    hours: str = ""  # when people work there, on the clock of the place
    languages: str = ""  # what they work in, separated by semicolons

    @property
    def items(self) -> dict[str, float]:
        """What one agent costs in a month of the first year, by item of `ITEMS`. [local/FTE/month]."""
        lead = self.lead_wage_per_month or LEAD_WAGE_RATIO * self.wage_per_month
        return {
            "wage": self.wage_per_month,
            "benefits": self.wage_per_month * self.benefit_share,
            "team_leads": lead * (1 + self.benefit_share) / self.agents_per_lead,
            "support": self.support_per_fte_month,
            "facilities": self.facilities_per_seat_month / self.fte_per_seat,
            "technology": self.technology_per_fte_month,
            "telephony": self.telephony_per_fte_month,
        }


class ExchangeRate(Terms):
    """One row of `currencies.csv`: what one unit of a currency costs in the client's."""

    group: ClassVar[str] = "exchange_rate"

    currency: str
    rate: float = assumption(
        "price of one unit in the client's currency", unit="currency/local", ge=1e-9, le=1e9
    )
    volatility_per_year: float = assumption(
        "standard deviation of a year's change of the rate; 0 where it is not known, then "
        "risk.currency_volatility_per_year",
        unit="share/year",
        ge=0,
        le=1,
        default=0,
    )
    source: str = ""
    date: str = ""
