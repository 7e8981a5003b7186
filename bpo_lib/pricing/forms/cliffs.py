"""Cliffs: volumes at which one transaction more or less moves the fee by a whole step."""

from dataclasses import dataclass

from bpo_lib.pricing.forms.form import Form
from bpo_lib.pricing.forms.tiered import TieredPricing
from bpo_lib.pricing.forms.transaction import TransactionPricing


@dataclass(frozen=True)
class Cliff:
    """A volume on one side of which the fee is higher at once.

    Parameters
    ----------
    volume : float
        The last volume before the step, as the mean of the months that are settled together.
        [transactions/month]
    step : float
        Fee just above it less the fee just below; negative where more work costs less. [currency/period]
    months : float
        Months that are settled together. [months]
    """

    volume: float
    step: float
    months: float = 1


def cliffs(form: Form) -> tuple[Cliff, ...]:
    """Return where the fee of a form jumps as volume grows, in the order of volume; mostly nowhere."""
    if isinstance(form, TransactionPricing):
        return _of_a_band(form)
    return _of_a_list(form) if isinstance(form, TieredPricing) else ()


def _of_a_band(form: TransactionPricing) -> tuple[Cliff, ...]:
    """Return the two edges of a dead band outside which charges count from the baseline on."""
    if not (form.back_to_baseline and form.dead_band):
        return ()
    months, baseline = form.settlement_months, form.baseline_volume
    step = form.dead_band * baseline * form.unit_price * months
    edges = (
        Cliff(baseline * (1 - form.dead_band), form.rrc_share * step, months),
        Cliff(baseline * (1 + form.dead_band), form.arc_share * step, months),
    )
    return tuple(edge for edge in edges if edge.step)


def _of_a_list(form: TieredPricing) -> tuple[Cliff, ...]:
    """Return where the next tier begins, if its price then holds for all volume."""
    if not form.price_for_all_volume:
        return ()
    pairs = zip(form.tiers, form.tiers[1:], strict=False)
    least = form.minimum_commitment_per_month
    found = (
        Cliff(
            after.from_volume,
            max(after.unit_price * after.from_volume, least)
            - max(tier.unit_price * after.from_volume, least),
        )
        for tier, after in pairs
    )
    return tuple(cliff for cliff in found if cliff.step)
