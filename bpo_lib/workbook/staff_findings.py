"""The staffing plan in sentences: how many people, and why that many."""

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.staffing import PeopleTerms, StaffingPlan, staffing_plan
from bpo_lib.workbook import numbers

Sentences = tuple[str, ...]


def staff_findings(case: Engagement) -> Sentences:
    """Return what a staffing plan says to somebody who has to hire.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    tuple of str
        The first sentence stands alone: the summary repeats it.
    """
    plan = staffing_plan(case)
    if not plan.monthly["required_fte"].any():
        return ("No work is expected, so nobody is needed.", *plan.notes)
    first = plan.monthly.iloc[:12]
    return (
        _paid(plan),
        _turnover(plan, case.of(PeopleTerms)),
        f"At work, people are busy {numbers.percent(first['occupancy'].mean())} of their available time.",
        *plan.notes,
    )


def _paid(plan: StaffingPlan) -> str:
    year, low, high = plan.first_year
    said = (
        f"The first year takes {numbers.fte(year)} paid FTE on average, and between {numbers.fte(low)} and "
        f"{numbers.fte(high)} in eight of ten courses the volume may take"
    )
    paid = plan.monthly["paid_fte"]
    most, when = numbers.fte(paid.max()), pd.PeriodIndex(paid.index)[int(paid.argmax())]
    if most == numbers.fte(year):
        return f"{said}; no month takes more."
    return f"{said}; {when.strftime('%B %Y')} takes most, {most}."


def _turnover(plan: StaffingPlan, people: PeopleTerms) -> str:
    first, experienced = plan.monthly.iloc[:12], plan.monthly["required_fte"].iloc[:12].mean()
    said = f"If everybody were experienced, {numbers.fte(experienced)} would do"
    if not first["hires"].sum() > 0:
        return f"{said}; nobody has to be hired in the first year."
    leave = numbers.percent(people.attrition_per_year)
    return (
        f"{said}: {leave} leave in a year, and newcomers train and learn. "
        f"In the first year {numbers.count(first['hires'].sum())} join, each decided on "
        f"{numbers.months(people.hiring_lead_months)} before the first day."
    )
