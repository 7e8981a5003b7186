"""Staying and its alternatives part by part: the parts are those of the comparison."""

from dataclasses import replace
from functools import cache

import pytest
from sample_cases import CLAIMS, sample
from test_pricing_alternatives_automation import PLAN

from bpo_lib.pricing.alternatives import AutomationTerms, SharedServicesTerms
from bpo_lib.pricing.alternatives.breakdown import PARTS, alternative_parts
from bpo_lib.pricing.comparison import expected_costs


@cache
def claims():
    case = sample(CLAIMS)
    unit = SharedServicesTerms(one_off_cost=50_000, cost_per_fte_month=2_500)
    return replace(case, terms={**case.terms, AutomationTerms: PLAN, SharedServicesTerms: unit})


def test_the_parts_add_up_to_what_the_comparison_says():
    parts, told = alternative_parts(claims()), expected_costs(claims())["client_npv"]
    assert list(parts.index) == ["in_house", "shared_services", "automation"]
    for name, row in parts.iterrows():
        assert row[PARTS].sum() == pytest.approx(row["total"])
        assert row["total"] == pytest.approx(told[name])


def test_each_way_has_its_own_parts():
    parts = alternative_parts(claims())
    assert (parts.loc["in_house", ["shared_unit", "software", "one_off", "stranded"]] == 0).all()
    assert (parts.loc["shared_services", ["own_team", "shared_unit", "one_off", "stranded"]] > 0).all()
    assert (parts.loc["automation", ["own_team", "software", "one_off"]] > 0).all()
    assert parts.loc["automation", "shared_unit"] == 0


def test_without_alternatives_only_staying_is_left():
    assert list(alternative_parts(sample(CLAIMS)).index) == ["in_house"]
