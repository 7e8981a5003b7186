"""Automation: by hand month by month, nothing taken away twice, and the own team keeps the rest."""

from dataclasses import replace

import numpy as np
import pytest
from sample_cases import CLAIMS, sample
from stand_ins import engagement
from test_pricing_alternatives_shared_services import VOLUME, ten_per_thousand

from bpo_lib.errors import InputError
from bpo_lib.forecast import DemandTerms
from bpo_lib.pricing import InHouseTerms
from bpo_lib.pricing.alternatives import AutomationTerms, automation_cost, taken_over
from bpo_lib.staffing import own_team

PLAN = AutomationTerms(
    investment=12_000,
    automated_share=0.4,
    months_to_go_live=2,
    ramp_months=2,
    run_cost_per_month=500,
    cost_per_transaction=1.5,
    maintenance_share_per_year=0.2,
    residual_handling_effect=0.5,
)


def case_with(terms=PLAN, demand=None):
    case = engagement()
    stay = InHouseTerms(cost_per_fte_month=4_000, wage_growth_per_year=0)
    return replace(
        case,
        terms={
            **case.terms,
            InHouseTerms: stay,
            AutomationTerms: terms,
            DemandTerms: demand or DemandTerms(),
        },
    )


def staffed_volume(case):
    seen = []

    def watched(case, volume):
        seen.append(volume)
        return ten_per_thousand(case, volume)

    automation_cost(case, VOLUME, staffed=watched)
    return seen[0]


def test_the_months_by_hand():
    running = 500 + 12_000 * 0.2 / 12
    half, full = 0.8 * (1 + 0.5 * 0.2), 0.6 * (1 + 0.5 * 0.4)  # fewer, each longer
    expected = [
        40_000 + 6_000,
        40_000 + 6_000,
        40_000 * half + running + 1.5 * 200,
        40_000 * full + running + 1.5 * 400,
    ]
    cost = automation_cost(case_with(), VOLUME, staffed=ten_per_thousand)
    assert cost[:4] == pytest.approx(expected)


def test_software_that_takes_nothing_leaves_the_team_as_it_is():
    assert staffed_volume(case_with(PLAN.with_values(automated_share=0))) == pytest.approx(VOLUME)
    assert taken_over(PLAN, 5).tolist() == [0, 0, 0.2, 0.4, 0.4]


def test_what_the_forecast_has_deflected_is_not_taken_away_twice():
    # Half is gone already, so software takes 0.4 of the other half: 0.7 of all. If both are alike, what
    # stays takes 1 + 0.5 x 0.7 of the time, of which the forecast has counted 1 + 0.5 x 0.5.
    gone = DemandTerms(deflected_share=0.5, deflection_ramp_months=1, residual_handling_effect=0.5)
    assert staffed_volume(case_with(demand=gone))[3] == pytest.approx(600 * 1.35 / 1.25)


def test_people_no_longer_needed_cost_until_they_leave():
    case = sample(CLAIMS)
    case = replace(case, terms={**case.terms, AutomationTerms: PLAN})
    volume = np.full(case.profile.term_months, 1_400.0)
    needed = own_team(case, volume * (1 - taken_over(PLAN, volume.size)) * 1.2).required
    at_once = needed * case.of(InHouseTerms).cost_per_fte_month
    assert automation_cost(case, volume)[4] > at_once[4] + 500


def test_the_client_has_to_describe_it():
    with pytest.raises(InputError, match="gives no 'automation' assumptions"):
        automation_cost(engagement(), VOLUME)
    with pytest.raises(InputError, match="automated_share is 1, above the largest allowed value"):
        AutomationTerms(investment=0, automated_share=1)
