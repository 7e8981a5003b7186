"""What the work takes, and how the people who do it come, learn and leave."""

from typing import ClassVar

from bpo_lib.assumptions import Terms, assumption
from bpo_lib.staffing.chat import CONCURRENCY_FACTORS


class WorkTerms(Terms):
    """How long the work takes and what the people who do it need.

    Shrinkage factors multiply, they do not add: of the paid hours, first the planned
    share is gone (holiday, sickness), then the unplanned share of what is left.
    """

    group: ClassVar[str] = "work"

    handling_minutes: float = assumption(
        "average handling time of one transaction (AHT)", unit="minutes/transaction", ge=0.1, le=480
    )
    outcome_share: float = assumption(
        "share of transactions that end in the agreed outcome", unit="share", ge=0, le=1, default=0.75
    )
    paid_hours_per_month: float = assumption(
        "hours paid for one FTE", unit="hours/FTE/month", ge=80, le=220, default=160
    )
    planned_shrinkage: float = assumption(
        "paid time away from work: holiday, sickness, training days", unit="share", ge=0, le=0.6, default=0.14
    )
    unplanned_shrinkage: float = assumption(
        "time at work but not available: breaks, meetings, coaching", unit="share", ge=0, le=0.6, default=0.20
    )
    max_occupancy: float = assumption(
        "largest share of available time spent handling work",
        unit="share",
        ge=0.3,
        le=1,
        default=0.85,
        source="house assumption; 0.75 to 0.85 is ICMI's range, quoted by R. Ghosh",
    )
    service_level: float = assumption(
        "share of calls or chats to answer within the answer time",
        unit="share",
        ge=0.1,
        le=0.99,
        default=0.80,
    )
    answer_seconds: float = assumption(
        "answer time of the service level", unit="seconds", ge=1, le=3600, default=20
    )
    patience_seconds: float = assumption(
        "mean time somebody waits before giving up; 0 where it is not known, then nobody gives up",
        unit="seconds",
        ge=0,
        le=7200,
        default=0,
    )
    concurrency: float = assumption(
        "most chats an agent holds at once, whole ones; moves nothing but chat",
        unit="chats/agent",
        ge=1,
        le=len(CONCURRENCY_FACTORS),
        default=2,
        source="house assumption; with 1 to 5 chats an agent gets 1, 1.7, 2.5, 2.9, 3.5 times as much done: "
        "Call Centre Helper",
    )

    @property
    def available_share(self) -> float:
        """Share of paid time in which an agent can take work."""
        return (1 - self.planned_shrinkage) * (1 - self.unplanned_shrinkage)

    @property
    def chat_factors(self) -> tuple[float, ...]:
        """What an agent with 1, 2, ... chats gets done, as many as one may hold; a begun chat is none."""
        return CONCURRENCY_FACTORS[: int(self.concurrency)]


class PeopleTerms(Terms):
    """How people of the client's own team come, learn and leave.

    Training and hiring lead count in whole months, a begun month as a full one.
    """

    group: ClassVar[str] = "people"

    attrition_per_year: float = assumption(
        "people who leave in a year, against the average size of the team",
        unit="share/year",
        ge=0,
        le=2,
        default=0.30,
        source="house assumption; 0.30 in US contact centres: ContactBabel 2020, quoted by R. Ghosh",
    )
    attrition_per_occupancy: float = assumption(
        "points of yearly attrition that each point of occupancy above 85% adds",
        unit="points/point",
        ge=0,
        le=2,
        default=0.5,
        source="MetricNet, quoted by R. Ghosh; a house assumption that it holds elsewhere",
    )
    hiring_lead_months: float = assumption(
        "months from the decision to hire to the first day", unit="months", ge=0, le=12, default=2
    )
    training_months: float = assumption(
        "months of paid training before the first piece of work",
        unit="months",
        ge=0,
        le=6,
        default=1,
        source="house assumption; 2 to 6 weeks: Site Selection Group 2018",
    )
    starting_productivity: float = assumption(
        "what a newcomer achieves right after training, against an experienced person",
        unit="share",
        ge=0,
        le=1,
        default=0.6,
    )
    learning_months: float = assumption(
        "months in which a newcomer makes up 63% of what is lacking", unit="months", ge=0, le=24, default=2
    )
    release_share_per_month: float = assumption(
        "share of people no longer needed who are let go in a month; the rest stay until they leave",
        unit="share/month",
        ge=0,
        le=1,
        default=0,
    )


class ProviderPeopleTerms(PeopleTerms):
    """How people of the provider's team come, learn and leave."""

    group: ClassVar[str] = "provider_people"

    attrition_per_year: float = assumption(
        "people who leave the provider in a year, against the average size of its team",
        unit="share/year",
        ge=0,
        le=2,
        default=0.40,
        source="house assumption; 0.30 to 0.60 in insurance BPO: notch.cx; 0.45 to 0.50 in India: Gitnux",
    )
