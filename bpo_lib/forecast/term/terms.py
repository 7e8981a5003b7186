"""What a client expects of its demand where no history can tell."""

from typing import ClassVar

from bpo_lib.assumptions import Terms, assumption


class DemandTerms(Terms):
    """How the volume develops beyond what its history tells.

    Months count from the first of the term. All changes stand here and are applied in one place,
    `forecast/term/changes.py`; months already counted are left as they were.
    """

    group: ClassVar[str] = "demand"

    volume_growth_per_year: float = assumption(
        "growth of volume after the first twelve months of the term",
        unit="share/year",
        ge=-0.5,
        le=1,
        default=0.0,
    )
    step_share: float = assumption(
        "one-off change of volume, such as a new product or a site that closes",
        unit="share",
        ge=-0.95,
        le=5,
        default=0.0,
    )
    step_month: float = assumption(
        "month of the term from which the one-off change counts", unit="months", ge=1, le=84, default=1
    )
    deflected_share: float = assumption(
        "share of volume that self-service or automation takes away in the end",
        unit="share",
        ge=0,
        le=0.9,
        default=0.0,
    )
    deflection_month: float = assumption(
        "month of the term in which self-service or automation begins to take volume away",
        unit="months",
        ge=1,
        le=84,
        default=1,
    )
    deflection_ramp_months: float = assumption(
        "months from its beginning until deflection is complete", unit="months", ge=1, le=60, default=12
    )
    residual_handling_effect: float = assumption(
        "growth of handling time per unit of deflected share, as the easy contacts leave first",
        unit="share",
        ge=0,
        le=1,
        default=0.3,
        source="house assumption: those that leave take about 70% of the average handling time",
    )
