"""Invoice lines of a form that charges one rate for one thing: people, seats, hours or minutes."""

import numpy as np

from bpo_lib.pricing.clause.line import Line, line
from bpo_lib.pricing.clause.shown_months import months_of
from bpo_lib.pricing.forms import (
    PerFtePricing,
    PerHandledMinutePricing,
    PerPaidHourPricing,
    PerProductiveHourPricing,
    PerSeatPricing,
)
from bpo_lib.pricing.models import PricingModel
from bpo_lib.pricing.workload import Workload


def unit_lines(model: PricingModel, work: Workload) -> tuple[Line, ...]:
    """Return the one line of a unit charge."""
    quantity, unit, rate = _counted(model, work)
    return (line("unit", quantity, unit, rate, model.monthly_fee(work)),)


def unit_months(_model: PricingModel, month: Workload) -> dict[str, Workload]:
    """Return an expected month and a busier one."""
    return {"usual": months_of(month, 1.0), "busier": months_of(month, 1.1)}


def _counted(model: PricingModel, work: Workload) -> tuple[np.ndarray, str, float]:
    """Return how many are charged, what they are, and what one costs."""
    match model:
        case PerFtePricing():
            return work.productive_fte if model.bill_productive else work.fte, "FTE", model.rate_per_month
        case PerSeatPricing():
            return work.fte / model.fte_per_seat, "seats", model.rate_per_month
        case PerPaidHourPricing():
            return work.paid_hours, "hours", model.rate_per_hour
        case PerProductiveHourPricing():
            return work.productive_hours, "hours", model.rate_per_hour
        case PerHandledMinutePricing():
            return work.handling_hours * 60, "minutes", model.rate_per_minute
    raise TypeError(f"{type(model).__name__} is no unit charge")
