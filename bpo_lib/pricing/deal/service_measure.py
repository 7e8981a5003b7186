"""One target of service: what it is, how likely a month misses it, and what a miss weighs."""

from typing import ClassVar, Literal

from pydantic import Field

from bpo_lib.assumptions import Terms, assumption

LARGEST = 1e9


class ServiceMeasure(Terms):
    """One row of `service_measures.csv`; target, expected and spread are in the unit of the measure."""

    group: ClassVar[str] = "service_measure"

    measure: str = Field(min_length=1)
    better: Literal["higher", "lower"] = "higher"
    target: float = assumption("value that a month has to reach", unit="measure", ge=-LARGEST, le=LARGEST)
    expected: float = assumption("value of an average month", unit="measure", ge=-LARGEST, le=LARGEST)
    spread: float = assumption(
        "standard deviation of a month's value around it", unit="measure", ge=0, le=LARGEST
    )
    allocation: float = assumption(
        "share of the pool that a miss takes; those of all measures may add up to more than 1",
        unit="share",
        ge=0,
        le=2,
        default=0,
    )
    multiplier: float = assumption(
        "how many times heavier this measure's misses weigh", unit="ratio", ge=0, le=10, default=1
    )
    points: float = assumption("points that a miss brings", unit="points", ge=0, le=100, default=0)
    quality_effect: float = assumption(
        "by how much the measure improves when a share of 1 more of the work ends as agreed",
        unit="measure",
        ge=0,
        le=LARGEST,
        default=1,
        source="house assumption, for a measure that is a share",
    )
    note: str = ""


MEASURE_COLUMNS = tuple(ServiceMeasure.model_fields)
