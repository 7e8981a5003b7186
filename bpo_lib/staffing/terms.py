"""What the work takes: handling time, paid hours, shrinkage, service level."""

from typing import ClassVar

from bpo_lib.assumptions import Terms, assumption


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
        "share of calls to answer within the answer time", unit="share", ge=0.1, le=0.99, default=0.80
    )
    answer_seconds: float = assumption(
        "answer time of the service level", unit="seconds", ge=1, le=3600, default=20
    )

    @property
    def available_share(self) -> float:
        """Share of paid time in which an agent can take work."""
        return (1 - self.planned_shrinkage) * (1 - self.unplanned_shrinkage)
