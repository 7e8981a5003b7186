"""Courses: without risk the expected figures exactly; each driver moves what it should, by hand."""

from dataclasses import replace

import numpy as np
import pytest
from course_cases import course_case, with_range

from bpo_lib.forecast import volume_outlook
from bpo_lib.pricing.alternatives import AutomationTerms, SharedServicesTerms
from bpo_lib.pricing.deal.currency import CurrencyTerms
from bpo_lib.pricing.deal.quality import QualityTerms
from bpo_lib.pricing.risk.courses import courses
from bpo_lib.pricing.risk.draws import sobol_draws
from bpo_lib.pricing.risk.drivers import DEFLECTED, DRIVERS, GROWTH
from bpo_lib.pricing.work import expected_work, work_at

PARTS = ("volume", "handling_hours", "fte", "outcomes", "provider_cost", "in_house_cost")


def at(**places):
    """Return one draw in the middle of every driver but those named."""
    return np.array([[places.get(driver, 0.5) for driver in DRIVERS]])


def test_nothing_that_moves_gives_the_expected_figures_exactly():
    found, expected = courses(course_case(), sobol_draws(16), ()), expected_work(course_case()).work
    for part in expected.__dataclass_fields__:
        assert getattr(found.work, part)[0] == pytest.approx(getattr(expected, part), rel=1e-12), part


def test_no_spread_gives_the_expected_figures_exactly():
    spreads = ("handling_spread", "attrition_spread", "wage_spread_per_year", "outcome_spread")
    case = course_case(**{f"risk__{name}": 0 for name in spreads})
    found, expected = courses(case, sobol_draws(16), set(DRIVERS) - {"volume"}), expected_work(case).work
    for part in expected.__dataclass_fields__:
        assert getattr(found.work, part)[0] == pytest.approx(getattr(expected, part), rel=1e-12), part
        assert len(getattr(found.work, part)) == 1, part


def test_volume_is_the_forecasts_own_path_of_that_rank():
    paths = volume_outlook(course_case()).paths
    ordered = paths[np.argsort(paths.sum(axis=1))]
    found = courses(
        course_case(), np.vstack([at(volume=1e-9), at(volume=0.25), at(volume=1 - 1e-9)]), ("volume",)
    )
    assert np.array_equal(found.work.volume, ordered[[0, len(paths) // 4, -1]])


def test_every_path_of_the_forecast_is_drawn_equally_often():
    # So the quantiles of a month are the edges of the forecast's own 80% range.
    outlook = volume_outlook(course_case())
    volume = courses(course_case(), sobol_draws(4_096), ("volume",)).work.volume
    width = (outlook.high - outlook.low).to_numpy()
    for edge, level in ((outlook.low, 0.1), (outlook.high, 0.9)):
        assert np.abs(np.quantile(volume, level, axis=0) - edge.to_numpy()).max() < 0.06 * width.max()


def test_longer_handling_takes_hours_people_and_cost_with_it():
    case = with_range(course_case(), "work.handling_minutes", 32, 45.6)
    dearer, plain = courses(case, at(handling=0.9), ("handling",)).work, expected_work(case).work
    for part in ("handling_hours", "fte", "provider_cost", "in_house_cost"):  # work that can wait is linear
        assert getattr(dearer, part)[0] == pytest.approx(1.2 * getattr(plain, part), rel=1e-3)
    assert dearer.volume[0] == pytest.approx(plain.volume)


def test_attrition_costs_the_people_it_takes():
    found = courses(course_case(), np.vstack([at(), at(attrition=0.9)]), ("attrition",))
    exact = work_at(
        course_case(people__attrition_per_year=0.39, provider_people__attrition_per_year=0.52),
        found.work.volume[0],
    )
    assert found.in_house[1] == pytest.approx(exact.in_house, rel=2e-3)
    assert found.work.provider_cost[1] == pytest.approx(exact.work.provider_cost, rel=2e-3)
    assert found.in_house[0] == pytest.approx(expected_work(course_case()).in_house)


def test_wages_move_both_sides_and_the_contracts_index():
    found = courses(course_case(), at(wages=0.9), ("wages",))  # one point a year
    plain = expected_work(course_case())
    assert found.in_house[0, 12:24] == pytest.approx(plain.in_house[12:24] * 1.04 / 1.03)
    assert found.work.provider_cost[0, 24:] == pytest.approx(
        plain.work.provider_cost[24:] * (1.05 / 1.04) ** 2
    )
    # 70% of the fee follows wages: 0.7 x 4% + 0.3 x 2%.
    assert found.factors.indexed[0, 12] == pytest.approx(1.034)


def test_quality_moves_outcomes_alone():
    found = courses(course_case(), at(quality=0.1), ("quality",))
    assert found.work.outcomes[0] == pytest.approx(found.work.volume[0] * 0.70)
    assert found.in_house[0] == pytest.approx(expected_work(course_case()).in_house)


def test_growth_moves_the_years_after_the_first_alone():
    case = with_range(course_case(), GROWTH, -0.03, 0.08)
    found = courses(case, at(growth=0.9), ("growth",)).work.volume[0]
    wanted = volume_outlook(case.with_values({GROWTH: 0.08})).mean.to_numpy()
    assert found == pytest.approx(wanted)


def test_deflection_takes_contacts_away_and_leaves_the_longer_ones():
    case = with_range(course_case(demand__deflected_share=0.2), DEFLECTED, 0.1, 0.4)
    found = courses(case, at(deflection=0.9), ("deflection",)).work
    wanted = expected_work(case.with_values({DEFLECTED: 0.4})).work
    assert found.volume[0] == pytest.approx(wanted.volume)
    assert found.handling_hours[0] == pytest.approx(wanted.handling_hours)


def test_a_currency_that_nobody_pays_in_moves_nothing():
    assert courses(course_case(), at(currency=0.9)).world.currency.size == 1


def test_a_currency_widens_with_the_root_of_time():
    clause = CurrencyTerms(client_share=0.5, local_share=1, neutral_band=0)
    case = replace(course_case(), terms={**course_case().terms, CurrencyTerms: clause})
    found = courses(case, np.vstack([at(currency=0.9), at()]), ("currency",))
    moved = np.log1p(found.world.currency[0])  # 10% a year, as no currency of its own is given
    assert moved[[5, 23]] == pytest.approx(0.1 * 1.2815515655446 * np.sqrt([5.5 / 12, 23.5 / 12]))
    assert found.factors.indexed[1] == pytest.approx(courses(case, at(), ()).factors.indexed[0])
    assert found.factors.indexed[0] / found.factors.indexed[1] == pytest.approx(
        1 + 0.5 * found.world.currency[0]
    )


def test_alternatives_are_staffed_as_staying_is():
    # A shared unit from the first month at the same pay and people costs what staying does.
    same = SharedServicesTerms(
        one_off_cost=0,
        cost_per_fte_month=4_100,
        months_to_build=0,
        move_months=0,
        fte_saved_share=0,
        overhead_share=0,
        stranded_share=0,
    )
    half = AutomationTerms(
        investment=0, automated_share=0.5, months_to_go_live=0, ramp_months=0, residual_handling_effect=0
    )
    terms = {**course_case().terms, SharedServicesTerms: same, AutomationTerms: half}
    found = courses(replace(course_case(), terms=terms), sobol_draws(16))
    assert found.alternatives["shared_services"] == pytest.approx(found.in_house, rel=1e-9)
    assert found.alternatives["automation"] == pytest.approx(found.in_house / 2, rel=1e-6)


def test_poor_quality_brings_contacts_back_to_the_provider():
    worse = QualityTerms(repeat_share=0.4)
    case = replace(course_case(), terms={**course_case().terms, QualityTerms: worse})
    found = courses(case, at(quality=0.1), ("quality",))  # 70% end as agreed, 75% at the own team
    again = (1 - 0.4 * 0.25) / (1 - 0.4 * 0.30)
    assert found.work.volume[0] == pytest.approx(volume_outlook(case).mean * again)
    assert found.work.fte[0] == pytest.approx(expected_work(case).work.fte * again)
    assert found.in_house[0] == pytest.approx(expected_work(case).in_house)
