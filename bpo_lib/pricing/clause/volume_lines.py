"""Invoice lines of a price per transaction with a dead band: baseline charge, ARC, RRC, minimum."""

import numpy as np

from bpo_lib.pricing.clause.line import Line, adjustment, line
from bpo_lib.pricing.clause.shown_months import at_volumes
from bpo_lib.pricing.forms import TransactionPricing
from bpo_lib.pricing.forms.settlement import period_months, period_totals, settled
from bpo_lib.pricing.workload import Workload

WELL_OUTSIDE = 0.15  # of the baseline, beyond the edge
STEPS_DOWN = np.arange(1.0, -0.01, -0.05)  # shares of the baseline at which the minimum is looked for
ON_THE_EDGE = 1e-9  # of the baseline; what rounding alone puts over the edge is on it


def anchored_lines(model: TransactionPricing, work: Workload) -> tuple[Line, ...]:
    """Return the baseline charge, ARCs and RRCs nearer and farther, the minimum and the re-based price.

    A line's amount is what the fee would lack without its term; ARCs, RRCs and the minimum stand
    in the month at whose end they are settled.
    """
    firm = model.model_copy(update={"contract_handling_minutes": 0.0})
    free = firm.model_copy(update={"minimum_commitment_share": 0.0})
    added = free.model_copy(update={"rrc_share": 0.0, "far_rrc_share": 0.0})
    added_near = added.model_copy(update={"far_arc_share": 0.0})
    less_near = free.model_copy(update={"far_rrc_share": 0.0})
    base = free.monthly_fee(Workload.of(np.full_like(work.volume, model.baseline_volume)))
    arc, arcs, near, net, fee = (
        each.monthly_fee(work) for each in (added_near, added, less_near, free, firm)
    )
    over, beyond = _outside(model, work)
    under, farther = _outside(model, work, below=True)
    price, unit = model.unit_price, "transactions"
    return (
        line("base", model.baseline_volume, unit, price, base),
        line("arc", over, unit, model.arc_share * price, arc - base),
        line("far_arc", beyond, unit, model.far_arc_share * price, arcs - arc),
        line("rrc", under, unit, -model.rrc_share * price, near - arcs),
        line("far_rrc", farther, unit, -model.far_rrc_share * price, net - near),
        adjustment("minimum", fee - net),
        adjustment("rebase", model.monthly_fee(work) - fee),
    )


def _outside(
    model: TransactionPricing, work: Workload, *, below: bool = False
) -> tuple[np.ndarray, np.ndarray]:
    """Return what counts above (or below) the dead band up to the far band, and what beyond it."""
    together = model.settlement_months
    baseline = model.baseline_volume * period_months(work.months, together)
    swing = period_totals(work.volume, together) - baseline
    swing = -swing if below else swing
    edge, far = model.dead_band * baseline, (model.far_band or np.inf) * baseline
    inside = np.minimum(np.maximum(swing, 0), far)
    if model.back_to_baseline:
        near = np.where(swing - edge > ON_THE_EDGE * baseline, inside, 0)
    else:
        near = np.maximum(inside - edge, 0)
    nothing = np.zeros_like(work.volume)
    found = (near, np.maximum(swing - far, 0))
    return settled(nothing, found[0], together), settled(nothing, found[1], together)


def edges(model: TransactionPricing) -> tuple[float, float]:
    """Return the volumes of a month between which the fee does not move. [transactions/month]"""
    baseline, band = model.baseline_volume, model.dead_band
    return baseline * (1 - band), baseline * (1 + band)


def anchored_months(model: TransactionPricing, _month: Workload) -> dict[str, Workload]:
    """Return settled periods at either edge of the dead band, just outside it and well outside it.

    Where charges are settled by the month a period is one month; else it is as long as agreed, and
    one more shows months that leave the band and make up for one another.
    """
    length, baseline = int(model.settlement_months), model.baseline_volume
    low, high = (edge * length for edge in edges(model))
    last_in, first_in = np.floor(high * (1 + 1e-12)), np.ceil(low * (1 - 1e-12))
    outside = WELL_OUTSIDE * baseline * length
    over, under = np.ceil(high + outside), np.floor(low - outside)
    totals = {
        "lower_edge": first_in,
        "baseline": baseline * length,
        "upper_edge": last_in,
        "just_over": last_in + 1,
        "well_over": over,
        "just_under": first_in - 1,
        "well_under": under,
    }
    if model.dead_band == 0:
        totals = {"baseline": baseline * length, "over": over, "under": under}
    shown = {name: _spread(model, total, length) for name, total in totals.items() if total >= 0}
    if length > 1:
        swing = np.floor((model.dead_band + WELL_OUTSIDE) * baseline)
        shown["netted"] = _spread(model, baseline * length, length, swing)
    if model.far_band:
        far = np.ceil((1 + model.far_band + WELL_OUTSIDE) * baseline * length)
        shown["far_over"] = _spread(model, far, length)
    return shown | _at_the_minimum(model, length) | _rebased(model, length)


def _spread(model: TransactionPricing, total: float, length: int, swing: float = 0.0) -> Workload:
    """Return months that share a total evenly, the last one taking what is left; the first two may swing."""
    volumes = np.full(length, np.floor(total / length) if length > 1 else total)
    volumes[-1] = total - volumes[:-1].sum()
    if swing:
        volumes[:2] += [swing, -swing]
    return at_volumes(*volumes, handling_minutes=model.contract_handling_minutes)


def _at_the_minimum(model: TransactionPricing, length: int) -> dict[str, Workload]:
    """Return a period held up by the minimum, where volume can fall so far that it is."""
    free = model.model_copy(update={"minimum_commitment_share": 0.0})
    for share in STEPS_DOWN:
        months = _spread(model, np.floor(share * model.baseline_volume) * length, length)
        if model.monthly_fee(months).sum() > free.monthly_fee(months).sum():
            return {"minimum": months}
    return {}


def _rebased(model: TransactionPricing, length: int) -> dict[str, Workload]:
    """Return months in which handling takes so much longer that the price follows."""
    if not model.contract_handling_minutes:
        return {}
    minutes = model.contract_handling_minutes * (1 + model.rebase_band + 0.1)
    return {"rebased": at_volumes(*[model.baseline_volume] * length, handling_minutes=minutes)}
