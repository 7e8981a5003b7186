"""Notes on the ways to keep the work: counted twice, too late, slow where nobody is let go."""

from dataclasses import replace

from stand_ins import engagement
from test_pricing_alternatives_automation import PLAN

from bpo_lib.forecast import DemandTerms
from bpo_lib.pricing.alternatives import AutomationTerms, SharedServicesTerms, alternative_notes
from bpo_lib.staffing import PeopleTerms

CASE = engagement()  # a term of 36 months
LETS_GO = PeopleTerms(release_share_per_month=0.2)


def notes(*terms):
    given = {PeopleTerms: LETS_GO} | {type(each): each for each in terms}
    return alternative_notes(replace(CASE, terms={**CASE.terms, **given}))


def test_nothing_is_said_of_what_is_not_described_or_goes_well():
    assert notes() == ()
    assert notes(PLAN) == ()


def test_a_project_that_may_be_counted_twice_is_pointed_out():
    [note] = notes(PLAN, DemandTerms(deflected_share=0.2))
    assert note.startswith("The forecast already expects 20% of the volume to be taken away")


def test_what_comes_too_late_for_the_term():
    assert notes(PLAN.with_values(months_to_go_live=30, ramp_months=12)) == (
        "The automation is not complete when the term ends, so much of what it saves comes later.",
    )
    assert notes(PLAN.with_values(months_to_go_live=36)) == (
        "The automation would start only after the term, in which it costs money and saves none.",
    )
    unit = SharedServicesTerms(one_off_cost=1, cost_per_fte_month=1, months_to_build=24, move_months=24)
    assert notes(unit)[0].startswith("The shared unit is not complete when the term ends")


def test_where_nobody_is_let_go_the_saving_comes_slowly():
    [note] = notes(PLAN, PeopleTerms(attrition_per_year=0.12))
    assert note.startswith("Nobody is let go after automating: 12% of the people leave in a year")
    assert AutomationTerms.optional
