"""Four technologies and what each reaches, costs and takes over before there is an offer."""

import pytest

from bpo_lib.pricing.alternatives.technologies import TECHNOLOGIES, TriageTerms


@pytest.mark.parametrize("name", TECHNOLOGIES)
def test_every_technology_has_its_success_cost_and_upkeep_among_the_assumptions(name):
    terms = TriageTerms()
    assert 0 < terms.success_share(name) < 1
    assert terms.investment(name) > 0
    assert terms.run(name) > 0


def test_only_reading_documents_works_on_what_is_not_digital_yet():
    assert [name for name, about in TECHNOLOGIES.items() if not about.needs_digital] == ["documents"]


def test_only_assistance_works_on_what_no_rule_decides():
    assert [name for name, about in TECHNOLOGIES.items() if not about.by_rules] == ["assist"]


def test_defaults_are_house_assumptions_that_a_client_can_change():
    declared = {each.name for each in TriageTerms.declarations()}
    assert {f"triage.{name}_success_share" for name in TECHNOLOGIES} <= declared
