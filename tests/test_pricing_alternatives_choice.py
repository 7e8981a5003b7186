"""The alternatives: only what a client describes, each by its name, and a warning of counting twice."""

from dataclasses import replace

import pytest
from stand_ins import engagement
from test_pricing_alternatives_automation import PLAN
from test_pricing_alternatives_shared_services import VOLUME, ten_per_thousand

from bpo_lib.forecast import DemandTerms
from bpo_lib.pricing.alternatives import (
    ALTERNATIVES,
    AutomationTerms,
    SharedServicesTerms,
    alternative_notes,
    alternatives,
    automation_cost,
)

CASE = engagement()
BOTH = {
    AutomationTerms: PLAN,
    SharedServicesTerms: SharedServicesTerms(one_off_cost=1, cost_per_fte_month=1),
}


def test_nothing_is_offered_that_the_client_does_not_describe():
    assert alternatives(CASE) == {}
    assert list(alternatives(replace(CASE, terms={**CASE.terms, **BOTH}))) == list(ALTERNATIVES)


def test_an_alternative_is_called_with_a_volume():
    case = replace(CASE, terms={**CASE.terms, AutomationTerms: PLAN})
    cost = alternatives(case)["automation"](VOLUME, staffed=ten_per_thousand)
    assert cost == pytest.approx(automation_cost(case, VOLUME, staffed=ten_per_thousand))


def test_a_project_that_may_be_counted_twice_is_pointed_out():
    terms = {**CASE.terms, AutomationTerms: PLAN}
    assert alternative_notes(replace(CASE, terms=terms)) == ()
    [note] = alternative_notes(replace(CASE, terms={**terms, DemandTerms: DemandTerms(deflected_share=0.2)}))
    assert note.startswith("The forecast already expects 20% of the volume to be taken away")
