"""Drivers: the client's range where there is one, a house spread elsewhere, always within limits."""

from dataclasses import replace

import numpy as np
import pytest
from course_cases import course_case, with_range

from bpo_lib.pricing.deal.currency import CurrencyTerms
from bpo_lib.pricing.risk import drivers
from bpo_lib.pricing.risk.draws import sobol_draws
from bpo_lib.pricing.risk.drivers import DRIVERS, drawn, ranges


def draws_of(case, u, *moving):
    return drawn(ranges(case), u, moving or DRIVERS)


def test_low_and_high_are_what_one_case_in_ten_stays_under_and_exceeds():
    case = with_range(course_case(), "work.handling_minutes", 32, 46)
    values, _ = draws_of(case, sobol_draws(4_096))
    p10, p50, p90 = np.quantile(values[drivers.HANDLING], [0.1, 0.5, 0.9])
    assert [p10, p50, p90] == pytest.approx([32, 38, 46], rel=2e-3)


def test_the_middle_draw_is_the_expected_value():
    values, _ = draws_of(course_case(), np.full((1, len(DRIVERS)), 0.5))
    assert values[drivers.OWN_ATTRITION].item() == pytest.approx(0.30)
    assert values[drivers.OUTCOMES].item() == pytest.approx(0.75)


def test_a_house_spread_stands_in_by_hand():
    # Attrition 0.30 and 0.40 with a spread of 30%: 0.39 and 0.52 are exceeded in one case of ten.
    values, _ = draws_of(course_case(), np.full((1, len(DRIVERS)), 0.9))
    assert values[drivers.OWN_ATTRITION].item() == pytest.approx(0.39)
    assert values[drivers.THEIR_ATTRITION].item() == pytest.approx(0.52)
    assert values[drivers.WAGES[0]].item() == pytest.approx(0.04)


def test_the_range_of_another_wage_counts_by_its_points():
    case = with_range(course_case(), "provider.wage_growth_per_year", 0.03, 0.07)  # of 0.04
    (wages,) = ranges(case)["wages"]
    assert (wages.low, wages.value, wages.high) == pytest.approx((0.02, 0.03, 0.06))
    assert wages.given


def test_growth_moves_only_where_the_client_gives_a_range():
    assert "growth" not in ranges(course_case())
    assert "growth" in ranges(with_range(course_case(), drivers.GROWTH, -0.05, 0.08))


def test_deflection_that_nobody_expects_stays_away():
    assert "deflection" not in ranges(course_case())
    assert "deflection" in ranges(course_case(demand__deflected_share=0.2))


def test_a_what_if_beyond_the_range_is_the_end_of_it():
    case = with_range(course_case(), "work.handling_minutes", 32, 46).with_values(
        {"work.handling_minutes": 50}
    )
    (handling,) = ranges(case)["handling"]
    assert (handling.low, handling.value, handling.high) == (32, 50, 50)


def test_a_value_beyond_its_limits_is_cut_and_counted():
    case = with_range(course_case(work__outcome_share=0.95), "work.outcome_share", 0.90, 0.99)
    values, cut = draws_of(case, sobol_draws(1_024))
    assert values[drivers.OUTCOMES].max() == 1
    assert cut["work.outcome_share"] == (values[drivers.OUTCOMES] == 1).sum() > 0
    assert cut["work.handling_minutes"] == 0


def test_drivers_that_do_not_move_have_no_values():
    values, _ = draws_of(course_case(), sobol_draws(4), "attrition")
    assert set(values) == {drivers.OWN_ATTRITION, drivers.THEIR_ATTRITION}
    assert draws_of(course_case(), sobol_draws(4), "volume")[0] == {}


def test_a_currency_that_nobody_feels_does_not_move():
    assert drivers.volatility(course_case()) == 0
    clause = CurrencyTerms(client_share=0.5)
    felt = replace(course_case(), terms={**course_case().terms, CurrencyTerms: clause})
    assert drivers.volatility(felt) == 0.1
