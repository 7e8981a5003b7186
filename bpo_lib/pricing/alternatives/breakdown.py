"""Staying and its alternatives, part by part: where an own way to save spends and where it saves."""

from typing import Final

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.alternatives.automation import AutomationTerms, automation_parts
from bpo_lib.pricing.alternatives.shared_services import SharedServicesTerms, shared_services_parts
from bpo_lib.pricing.deal import DealTerms
from bpo_lib.pricing.deal.present_value import discount_factors
from bpo_lib.pricing.work import expected_work

STAYING: Final = "in_house"
PARTS: Final = ["own_team", "shared_unit", "software", "one_off", "stranded"]


def alternative_parts(case: Engagement) -> pd.DataFrame:
    """Return what staying and each alternative cost over the term, part by part.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    pandas.DataFrame
        Index model, staying first; columns `PARTS` and total: present value at the client's rate, at
        the expected volume. One row only where the client describes no alternative. [currency]

    Raises
    ------
    InputError
        When the client gives no past volumes.
    """
    done = expected_work(case)
    worth = discount_factors(done.volume.size, case.of(DealTerms).discount_rate_per_year)
    found = {STAYING: {"own_team": done.in_house}}
    if case.has(SharedServicesTerms):
        found["shared_services"] = shared_services_parts(case, done.volume)
    if case.has(AutomationTerms):
        found["automation"] = automation_parts(case, done.volume)
    rows = {
        name: {part: float(months @ worth) for part, months in parts.items()} for name, parts in found.items()
    }
    table = pd.DataFrame.from_dict(rows, orient="index").reindex(columns=PARTS).fillna(0.0)
    return table.assign(total=table.sum(axis=1)).rename_axis("model")
