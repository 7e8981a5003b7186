"""Invoice lines of a fixed price and of the forms that rest on cost: cost plus, target cost, gain share."""

import numpy as np

from bpo_lib.pricing.clause.line import MONEY, Line, adjustment, line
from bpo_lib.pricing.clause.shown_months import months_of, with_quantities
from bpo_lib.pricing.forms import CostPlusPricing, FixedPricePricing, GainSharePricing, TargetCostPricing
from bpo_lib.pricing.forms.settlement import period_months, period_totals, settled
from bpo_lib.pricing.workload import Workload

YEAR = 12
NO_CAP = 1e12  # a cap of this size is none


def fixed_lines(model: FixedPricePricing, work: Workload) -> tuple[Line, ...]:
    """Return the price of the first year and what the committed productivity takes off it later."""
    level = model.model_copy(update={"glide_path_per_year": 0.0}).monthly_fee(work)
    fee, years = model.monthly_fee(work), np.arange(work.months) // YEAR
    fallen = (1 - model.glide_path_per_year) ** years - 1
    return (
        line("base", 1.0, "months", model.price_per_month, level),
        line("productivity", level, MONEY, fallen, fee - level),
    )


def fixed_months(model: FixedPricePricing, month: Workload) -> dict[str, Workload]:
    """Return an expected month, a busier one at the same price, and two years where the price falls."""
    shown = {"usual": months_of(month, 1.0), "busier": months_of(month, 1.2)}
    return shown | ({"two_years": months_of(month, *[1.0] * 2 * YEAR)} if model.glide_path_per_year else {})


def cost_plus_lines(model: CostPlusPricing, work: Workload) -> tuple[Line, ...]:
    """Return the cost, the mark-up on it and the fixed fee."""
    moving = model.model_copy(update={"fixed_fee_per_month": 0.0})
    cost = moving.model_copy(update={"markup_share": 0.0}).monthly_fee(work)
    plus, fee = moving.monthly_fee(work), model.monthly_fee(work)
    return (
        line("cost", work.provider_cost, MONEY, 1.0, cost),
        line("markup", work.provider_cost, MONEY, model.markup_share, plus - cost),
        line("fixed_fee", 1.0, "months", model.fixed_fee_per_month, fee - plus),
    )


def cost_plus_months(_model: CostPlusPricing, month: Workload) -> dict[str, Workload]:
    """Return a month as expected and a dearer one."""
    return {"usual": months_of(month, 1.0), "dearer": months_of(month, 1.1)}


def target_lines(model: TargetCostPricing, work: Workload) -> tuple[Line, ...]:
    """Return the cost, the target fee, the shared difference to the target and what the ceiling takes off."""
    together, shared = model.settlement_months, 1 - model.client_share
    cost, level = work.provider_cost, _level(model, work)
    saved = model.target_cost_per_month * period_totals(level, together) - period_totals(cost, together)
    saved = settled(np.zeros_like(cost), saved, together)
    fee_part, fee = model.target_fee_per_month * level, model.monthly_fee(work)
    over = np.minimum(fee - cost - fee_part - shared * saved, 0)
    rounding = 1e-9 * np.abs(fee).max(initial=0.0)
    return (
        line("cost", cost, MONEY, 1.0, cost),
        line("target_fee", level, "months", model.target_fee_per_month, fee_part),
        line("shared", saved, MONEY, shared, shared * saved),
        adjustment("ceiling", np.where(over < -rounding, over, 0.0)),
    )


def _level(model: TargetCostPricing, work: Workload) -> np.ndarray:
    """Return how many months' worth of target a month counts for: what a fee of 1 comes to without cost."""
    changes = {"target_fee_per_month": 1.0, "client_share": 1.0, "ceiling_per_month": NO_CAP}
    return model.model_copy(update=changes).monthly_fee(Workload.of(work.volume))


def target_months(model: TargetCostPricing, month: Workload) -> dict[str, Workload]:
    """Return months on target, under it, over it and, where it can be reached, over the ceiling."""
    length, volume = int(model.settlement_months), model.baseline_volume or float(month.volume[-1])
    target, limit = model.target_cost_per_month, model.point_of_total_assumption
    over = (target + min(limit, 1.2 * target)) / 2
    costs = {"on_target": target, "under_target": 0.9 * target, "over_target": over}
    if np.isfinite(limit):
        costs["ceiling"] = limit + 0.1 * target
    return {
        name: months_of(with_quantities(month, volume=volume, provider_cost=cost), *[1.0] * length)
        for name, cost in costs.items()
    }


def gain_lines(model: GainSharePricing, work: Workload) -> tuple[Line, ...]:
    """Return the cost that is paid and the share of the saving that counts."""
    together = model.settlement_months
    cost = model.model_copy(update={"provider_share": 0.0}).monthly_fee(work)
    months = period_months(work.months, together)
    saving = period_totals(work.in_house_cost - cost, together)
    counted = np.clip(saving, model.floor_per_month * months, model.cap_per_month * months)
    rate = model.provider_share * model.attribution_share
    return (
        line("cost", work.provider_cost, MONEY, model.cost_paid_share, cost),
        line(
            "gain",
            settled(np.zeros_like(cost), counted, together),
            MONEY,
            rate,
            model.monthly_fee(work) - cost,
        ),
    )


def gain_months(model: GainSharePricing, month: Workload) -> dict[str, Workload]:
    """Return months with a saving, with more than counts and with a loss."""
    length = int(model.settlement_months)
    paid = model.cost_paid_share * float(month.provider_cost[-1])
    saved = max(float(month.in_house_cost[-1]) - paid, 0.2 * paid)
    baselines = {"saving": paid + min(saved, 0.8 * model.cap_per_month)}
    if model.cap_per_month < NO_CAP:
        baselines["cap"] = paid + 1.2 * model.cap_per_month
    baselines["loss"] = max(paid + 1.2 * model.floor_per_month, 0.0) if model.floor_per_month else 0.9 * paid
    return {
        name: months_of(with_quantities(month, in_house_cost=baseline), *[1.0] * length)
        for name, baseline in baselines.items()
    }
