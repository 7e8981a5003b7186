"""Invoice lines of a price per transaction: baseline charge, ARC and RRC outside the dead band."""

import numpy as np

from bpo_lib.pricing.clause.line import Line, line
from bpo_lib.pricing.clause.shown_months import at_volumes
from bpo_lib.pricing.forms import TransactionPricing
from bpo_lib.pricing.workload import Workload

WELL_OUTSIDE = 0.15  # of the baseline, beyond the edge


def anchored_lines(model: TransactionPricing, work: Workload) -> tuple[Line, ...]:
    """Return the baseline charge, the additional charge (ARC) and the credit (RRC)."""
    fee = model.monthly_fee(work)
    base = model.monthly_fee(Workload.of(np.full_like(work.volume, model.baseline_volume)))
    low, high = edges(model)
    above, below = np.maximum(work.volume - high, 0), np.maximum(low - work.volume, 0)
    arc, rrc = model.arc_share * model.unit_price, model.rrc_share * model.unit_price
    return (
        line("base", model.baseline_volume, "transactions", model.unit_price, base),
        line("arc", above, "transactions", arc, np.maximum(fee - base, 0)),
        line("rrc", below, "transactions", -rrc, np.minimum(fee - base, 0)),
    )


def edges(model: TransactionPricing) -> tuple[float, float]:
    """Return the volumes between which the fee does not move. [transactions/month]"""
    baseline, band = model.baseline_volume, model.dead_band
    return baseline * (1 - band), baseline * (1 + band)


def anchored_months(model: TransactionPricing, _month: Workload) -> dict[str, Workload]:
    """Return a month at either edge of the dead band, just outside it and well outside it."""
    low, high = edges(model)
    last_in, first_in = np.floor(high * (1 + 1e-12)), np.ceil(low * (1 - 1e-12))
    outside = WELL_OUTSIDE * model.baseline_volume
    return {
        "lower_edge": at_volumes(first_in),
        "baseline": at_volumes(model.baseline_volume),
        "upper_edge": at_volumes(last_in),
        "just_over": at_volumes(last_in + 1),
        "well_over": at_volumes(np.ceil(high + outside)),
        "just_under": at_volumes(first_in - 1),
        "well_under": at_volumes(np.floor(low - outside)),
    }
