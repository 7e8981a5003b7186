"""The course of a client's deal over its term, and what ending it early would cost."""

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.comparison import EXPECTED, leading_deal, priced
from bpo_lib.pricing.deal.cash_flow import termination_charges
from bpo_lib.pricing.deal.course import DealCourse


def deal_course(case: Engagement, model: str | None = None) -> DealCourse | None:
    """Return one offered deal month by month, at the expected volume.

    Parameters
    ----------
    case : Engagement
    model : str, optional
        An offered form; the cheapest when left out.

    Returns
    -------
    DealCourse or None
        None where nothing is offered.

    Raises
    ------
    KeyError
        When the form is not among those offered.
    """
    name = model or leading_deal(case)
    if name is None:
        return None
    found = priced(case)
    return DealCourse(
        model=name,
        months=case.profile.months,
        flow=found.deals[name].path(EXPECTED),
        in_house=found.done.in_house[EXPECTED],
        discount=found.factors.discount,
        paid_discount=found.factors.paid_discount,
    )


def early_end(case: Engagement, model: str | None = None) -> pd.DataFrame:
    """Return what ending an offered deal early would cost, at the end of each month.

    Returns
    -------
    pandas.DataFrame
        As `termination_charges`; empty where nothing is offered.
    """
    found = deal_course(case, model)
    return pd.DataFrame() if found is None else termination_charges(case, found.flow.fee)
