"""What a promise of service, and not knowing the volume, cost the client's own house."""

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.deal import InHouseTerms
from bpo_lib.staffing import WorkTerms, forecast_error, productive_hours, service_curve


def hour_at_work(case: Engagement) -> float:
    """Return the full cost of an hour in which one of the client's own people can take work.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    float
        The cost of one FTE over its productive hours; waiting for work is not counted. [currency/hour]
    """
    return case.of(InHouseTerms).cost_per_fte_month / productive_hours(case.of(WorkTerms))


def service_cost(case: Engagement) -> pd.DataFrame:
    """Return what each service level costs a month, at the client's answer time and others.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    pandas.DataFrame
        The columns of `service_curve`, and cost_per_month: paid staff times the full cost of one in
        the first year [currency/month]. Empty where the work can wait.
    """
    curve = service_curve(case)
    return curve.assign(cost_per_month=curve["paid_fte"] * case.of(InHouseTerms).cost_per_fte_month)


def reserve_cost(case: Engagement) -> pd.DataFrame:
    """Return what the people held in reserve against the error of the forecast cost a month.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    pandas.DataFrame
        The columns of `forecast_error`, and cost_per_month: the reserve times the full cost of one
        in the first year. [currency/month]
    """
    errors = forecast_error(case)
    return errors.assign(cost_per_month=errors["reserve_fte"] * case.of(InHouseTerms).cost_per_fte_month)
