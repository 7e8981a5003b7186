"""The same price under the other words a contract might use: what else the clause could have meant."""

from typing import Final, cast

from bpo_lib.assumptions import Terms
from bpo_lib.pricing.models import PricingModel

SETTLEMENTS: Final = (1, 3, 12)  # months between settlements
# Choices two contracts may make differently: the field, and what its values 0 and 1 are called.
CHOICES: Final = {
    "back_to_baseline": ("excess", "back_to_baseline"),
    "price_for_all_volume": ("slice_by_slice", "all_at_one_price"),
}


def other_readings(model: PricingModel) -> dict[str, PricingModel]:
    """Return the same terms read otherwise: the other dead band, the other settlement periods.

    Parameters
    ----------
    model : PricingModel

    Returns
    -------
    dict of str to PricingModel
        Empty for a form that can be read one way only. `excess` charges what lies beyond the edge
        of the dead band, `back_to_baseline` all from the baseline on; `slice_by_slice` holds each
        tier's price for its slice, `all_at_one_price` that of the tier reached for all volume;
        `settled_1`, `settled_3` and `settled_12` settle by month, quarter and year. The terms' own
        meaning is not among them.
    """
    if not isinstance(model, Terms):
        return {}
    own, changes = dict(model), {}
    for field, names in CHOICES.items():
        if field in own:
            other = 0 if own[field] else 1
            changes[names[other]] = {field: float(other)}
    if "settlement_months" in own:
        others = [months for months in SETTLEMENTS if months != own["settlement_months"]]
        changes |= {f"settled_{months}": {"settlement_months": float(months)} for months in others}
    return {name: cast("PricingModel", model.model_copy(update=change)) for name, change in changes.items()}
