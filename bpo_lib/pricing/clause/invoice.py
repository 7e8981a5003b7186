"""What an invoice under each form consists of, line by line; the lines come to the form's own fee."""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from bpo_lib.pricing.clause.cost_lines import (
    cost_plus_lines,
    cost_plus_months,
    fixed_lines,
    fixed_months,
    gain_lines,
    gain_months,
    target_lines,
    target_months,
)
from bpo_lib.pricing.clause.line import Line, adjustment
from bpo_lib.pricing.clause.outcome_lines import hybrid_lines, hybrid_months, outcome_lines, outcome_months
from bpo_lib.pricing.clause.shown_months import months_of
from bpo_lib.pricing.clause.tier_lines import tier_lines, tier_months
from bpo_lib.pricing.clause.unit_lines import unit_lines, unit_months
from bpo_lib.pricing.clause.volume_lines import anchored_lines, anchored_months
from bpo_lib.pricing.models import PricingModel
from bpo_lib.pricing.workload import Workload


class Itemised(NamedTuple):
    """How one form is billed, and which months show how.

    Parameters
    ----------
    lines : callable
        From terms and work to the lines of each month's invoice.
    months : callable
        From terms and an expected month to months that reach each branch of the clause, by name.
    """

    lines: Callable[[Any, Workload], tuple[Line, ...]]
    months: Callable[[Any, Workload], dict[str, Workload]]


def _one_sum(model: PricingModel, work: Workload) -> tuple[Line, ...]:
    return (adjustment("fee", model.monthly_fee(work)),)


def _two_months(_model: PricingModel, month: Workload) -> dict[str, Workload]:
    return {"usual": months_of(month, 1.0), "busier": months_of(month, 1.2)}


_BY_UNIT: Final = Itemised(unit_lines, unit_months)
ITEMISED: Final[Mapping[str, Itemised]] = {
    "per_fte": _BY_UNIT,
    "per_seat": _BY_UNIT,
    "per_paid_hour": _BY_UNIT,
    "per_productive_hour": _BY_UNIT,
    "per_handled_minute": _BY_UNIT,
    "tiered": Itemised(tier_lines, tier_months),
    "transaction": Itemised(anchored_lines, anchored_months),
    "fixed_price": Itemised(fixed_lines, fixed_months),
    "cost_plus": Itemised(cost_plus_lines, cost_plus_months),
    "target_cost": Itemised(target_lines, target_months),
    "outcome": Itemised(outcome_lines, outcome_months),
    "gain_share": Itemised(gain_lines, gain_months),
    "hybrid": Itemised(hybrid_lines, hybrid_months),
}
_UNKNOWN: Final = Itemised(_one_sum, _two_months)  # a form whose invoice nobody has itemised yet


def itemised(model: PricingModel) -> Itemised:
    """Return how a form is billed; as one sum where nobody has itemised it yet."""
    return ITEMISED.get(getattr(model, "group", ""), _UNKNOWN)


def invoice_lines(model: PricingModel, work: Workload) -> tuple[Line, ...]:
    """Return the lines of each month's invoice.

    Parameters
    ----------
    model : PricingModel
    work : Workload
        Quantities of shape (months,).

    Returns
    -------
    tuple of Line
        In each month they come to `model.monthly_fee(work)`; a line that is empty in every month
        stays among them.
    """
    return itemised(model).lines(model, work)
