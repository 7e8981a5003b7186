"""A worked example of a charge: months that show each branch of its clause, billed by the terms."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from bpo_lib.pricing.clause.invoice import invoice_lines, itemised
from bpo_lib.pricing.clause.readings import other_readings
from bpo_lib.pricing.clause.shown_months import expected_month
from bpo_lib.pricing.models import PricingModel
from bpo_lib.pricing.workload import Workload

ROW_COLUMNS = ["shown", "part", "quantity", "unit", "rate", "amount"]


@dataclass(frozen=True, eq=False)
class WorkedExample:
    """Invoices of months made up to show each branch of a clause; nothing is rounded.

    Parameters
    ----------
    rows : pandas.DataFrame
        One row per charge: shown (which invoice), part, quantity [unit], unit, rate
        [currency/unit], amount [currency]. The rows of an invoice come to its fee.
    invoices : pandas.DataFrame
        By `shown`: months it covers, volume, fte, outcomes and the like (sums over its months; the
        last month's for `fte`), fee, and the fee under every other reading of the same terms.
    work : dict of str to Workload
        The months of each invoice.
    """

    rows: pd.DataFrame
    invoices: pd.DataFrame
    work: dict[str, Workload]


def worked_example(model: PricingModel, work: Workload) -> WorkedExample:
    """Return a worked example of what a form charges.

    Parameters
    ----------
    model : PricingModel
        The terms as agreed; every fee comes from its `monthly_fee`.
    work : Workload
        The work expected; where the terms name no quantity, the example takes its first year's
        average month, brought down to two leading digits.

    Returns
    -------
    WorkedExample
    """
    shown = itemised(model).months(model, expected_month(work))
    rows = [row for name, months in shown.items() for row in _rows(name, model, months)]
    return WorkedExample(
        pd.DataFrame(rows, columns=ROW_COLUMNS),
        pd.DataFrame.from_dict(
            {name: _invoice(model, months) for name, months in shown.items()}, orient="index"
        ).rename_axis("shown"),
        shown,
    )


def _rows(name: str, model: PricingModel, months: Workload) -> list[tuple[object, ...]]:
    """Return the charges of one invoice, over all its months; what charges nothing is left out."""
    found: list[tuple[object, ...]] = []
    for charge in invoice_lines(model, months):
        if not (charge.amount != 0).any():
            continue
        due = charge.amount != 0
        quantity, amount = float(charge.quantity[due].sum()), float(charge.amount.sum())
        rate = charge.rate[due]
        one = float(rate[0]) if (rate == rate[0]).all() else np.nan
        found.append((name, charge.part, quantity, charge.unit, one, amount))
    return found


def _invoice(model: PricingModel, months: Workload) -> dict[str, float]:
    quantities = {name: float(quantity.sum()) for name, quantity in vars(months).items()}
    readings = {name: other.monthly_fee(months).sum() for name, other in other_readings(model).items()}
    return {"months": float(months.months), **quantities, "fee": float(model.monthly_fee(months).sum())} | {
        name: float(fee) for name, fee in readings.items()
    }
