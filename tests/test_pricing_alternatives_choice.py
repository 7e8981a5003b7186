"""The alternatives: only what a client describes, each priced by its name."""

from dataclasses import replace

import pytest
from stand_ins import engagement
from test_pricing_alternatives_automation import PLAN
from test_pricing_alternatives_shared_services import VOLUME, ten_per_thousand

from bpo_lib.pricing.alternatives import (
    ALTERNATIVES,
    AutomationTerms,
    SharedServicesTerms,
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
