"""The same price under the other words a contract might use: what else the clause could have meant."""

from typing import Final

from bpo_lib.assumptions import Terms
from bpo_lib.pricing.models import PricingModel

SETTLEMENTS: Final = (1, 3, 12)  # months between settlements of ARCs and RRCs


def other_readings(model: PricingModel) -> dict[str, PricingModel]:
    """Return the same terms read otherwise: the other dead band, the other settlement periods.

    Parameters
    ----------
    model : PricingModel

    Returns
    -------
    dict of str to PricingModel
        Empty for a form without a dead band. `excess` charges what lies beyond the edge,
        `back_to_baseline` all from the baseline on; `settled_1`, `settled_3` and `settled_12` settle
        by month, quarter and year. The terms' own meaning is not among them.
    """
    fields = type(model).model_fields if isinstance(model, Terms) else {}
    found: dict[str, PricingModel] = {}
    if "back_to_baseline" in fields:
        back = bool(getattr(model, "back_to_baseline"))  # noqa: B009 - only some forms have it
        name = "excess" if back else "back_to_baseline"
        found[name] = model.model_copy(update={"back_to_baseline": 0.0 if back else 1.0})  # type: ignore[attr-defined]
    if "settlement_months" in fields:
        own = getattr(model, "settlement_months")  # noqa: B009
        for months in SETTLEMENTS:
            if months != own:
                found[f"settled_{months}"] = model.model_copy(update={"settlement_months": float(months)})  # type: ignore[attr-defined]
    return found
