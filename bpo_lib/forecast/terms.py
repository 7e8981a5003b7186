"""What a client expects of its demand where no history can tell."""

from typing import ClassVar

from bpo_lib.assumptions import Terms, assumption


class DemandTerms(Terms):
    """How the volume develops beyond the year that is forecast from the history."""

    group: ClassVar[str] = "demand"

    volume_growth_per_year: float = assumption(
        "growth of volume after the first twelve months of the term",
        unit="share/year",
        ge=-0.5,
        le=1,
        default=0.0,
    )
