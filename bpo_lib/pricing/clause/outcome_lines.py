"""Invoice lines of a fee for outcomes, alone with its collar or as a part of a hybrid price."""

from typing import cast

import numpy as np

from bpo_lib.pricing.clause.line import Line, adjustment, line
from bpo_lib.pricing.clause.shown_months import months_of, neat, with_quantities
from bpo_lib.pricing.forms import HybridPricing, OutcomePricing
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
        shown["floor"] = _with_outcomes(month, 0.8 * at_floor / paid)
    if paid > 0:
        at_cap = max(model.cap_per_month - model.base_fee_per_month, 0.0)
        shown["cap"] = _with_outcomes(month, 1.2 * at_cap / paid + 1)
    return shown


def hybrid_lines(model: HybridPricing, work: Workload) -> tuple[Line, ...]:
    """Return the fixed part, the part by the transaction and the part at risk, with its cap."""
    fixed, unit, at_risk = model.parts
    _, outcomes, _, cap = outcome_lines(cast("OutcomePricing", at_risk), work)
    monthly, each = (share * model.unit_price for share in (model.fixed_share, model.unit_share))
    return (
        line("fixed", 1.0, "months", monthly * model.baseline_volume, fixed.monthly_fee(work)),
        line("transactions", work.volume, "transactions", each, unit.monthly_fee(work)),
        outcomes,
        cap,
    )


def hybrid_months(model: HybridPricing, month: Workload) -> dict[str, Workload]:
    """Return a month at the baseline, a busier one, one with poor outcomes and one at the cap."""
    volume, agreed = model.baseline_volume, model.agreed_outcome_share
    good = {"baseline": agreed, "poor": 0.8 * agreed}
    if model.outcome_cap_share * agreed < 1:
        good["cap"] = min(1.1 * model.outcome_cap_share * agreed, 1.0)
    shown = {
        name: with_quantities(month, volume=volume, outcomes=np.floor(share * volume))
        for name, share in good.items()
    }
    busy = np.floor(1.1 * volume)
    return shown | {"busier": with_quantities(month, volume=busy, outcomes=np.floor(agreed * busy))}


def _with_outcomes(month: Workload, outcomes: float) -> Workload:
    return with_quantities(month, outcomes=neat(outcomes, 3))
