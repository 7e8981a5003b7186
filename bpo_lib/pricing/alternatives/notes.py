"""What a reader should know of the ways to keep the work: what is slow or late, what may count twice."""

from collections.abc import Iterator

from bpo_lib.engagement import Engagement
from bpo_lib.forecast import DemandTerms
from bpo_lib.pricing.alternatives.automation import AutomationTerms
from bpo_lib.pricing.alternatives.shared_services import SharedServicesTerms
from bpo_lib.staffing import PeopleTerms


def alternative_notes(case: Engagement) -> tuple[str, ...]:
    """Return notes on the alternatives a client describes.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    tuple of str
        Plain sentences, the gravest first; empty where there is nothing to say.
    """
    return (*_late(case), *_twice(case), *_slow(case))


def _late(case: Engagement) -> Iterator[str]:
    term = case.profile.term_months
    plans = []
    if case.has(SharedServicesTerms):
        unit = case.of(SharedServicesTerms)
        plans.append(("The shared unit", unit.months_to_build, unit.move_months))
    if case.has(AutomationTerms):
        software = case.of(AutomationTerms)
        plans.append(("The automation", software.months_to_go_live, software.ramp_months))
    for name, begins, takes in plans:
        if begins >= term:
            yield f"{name} would start only after the term, in which it costs money and saves none."
        elif begins + takes > term:
            yield f"{name} is not complete when the term ends, so much of what it saves comes later."


def _twice(case: Engagement) -> Iterator[str]:
    deflected = case.of(DemandTerms).deflected_share
    if case.has(AutomationTerms) and deflected:
        yield (
            f"The forecast already expects {deflected:.0%} of the volume to be taken away by self-service or "
            "automation, whatever is decided; automation takes its share of what is left. If both are the "
            "same project, take it out of the forecast."
        )


def _slow(case: Engagement) -> Iterator[str]:
    people = case.of(PeopleTerms)
    if case.has(AutomationTerms) and not people.release_share_per_month:
        yield (
            f"Nobody is let go after automating: {people.attrition_per_year:.0%} of the people leave in a "
            "year of their own accord and are not replaced, so the saving comes slowly. Other work for them, "
            "or letting some of them go each month, brings it sooner."
        )
