"""Invoice lines of a fee for outcomes: what is always paid, what is earned, and the collar."""

import numpy as np

from bpo_lib.pricing.clause.line import Line, adjustment, line
from bpo_lib.pricing.clause.shown_months import months_of, neat
from bpo_lib.pricing.forms import OutcomePricing
from bpo_lib.pricing.workload import Workload


def outcome_lines(model: OutcomePricing, work: Workload) -> tuple[Line, ...]:
    """Return the base fee, the fee for claimed outcomes and what the collar adds or takes away."""
    open_ended = model.model_copy(update={"floor_per_month": 0.0, "cap_per_month": np.inf})
    fee, earned = model.monthly_fee(work), open_ended.monthly_fee(work)
    base = open_ended.monthly_fee(Workload.of(np.zeros_like(work.volume)))
    claimed = work.outcomes * model.attribution_share
    return (
        line("base", 1.0, "months", model.base_fee_per_month, base),
        line("outcomes", claimed, "outcomes", model.fee_per_outcome, earned - base),
        adjustment("floor", np.maximum(fee - earned, 0)),
        adjustment("cap", np.minimum(fee - earned, 0)),
    )


def outcome_months(model: OutcomePricing, month: Workload) -> dict[str, Workload]:
    """Return an expected month, one held by the floor and one held by the cap, where they can be reached."""
    shown = {"usual": months_of(month, 1.0)}
    paid = model.fee_per_outcome * model.attribution_share
    at_floor = model.floor_per_month - model.base_fee_per_month
    if paid > 0 and at_floor > 0:
        shown["floor"] = _outcomes(0.8 * at_floor / paid)
    if paid > 0:
        at_cap = max(model.cap_per_month - model.base_fee_per_month, 0.0)
        shown["cap"] = _outcomes(1.2 * at_cap / paid + 1)
    return shown


def _outcomes(count: float) -> Workload:
    return Workload.of([0.0], outcomes=[neat(count, 3)])
