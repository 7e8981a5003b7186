"""What else the same terms could have meant."""

from clause_cases import published

from bpo_lib.pricing import PerFtePricing, Workload
from bpo_lib.pricing.clause import other_readings


def test_a_form_without_a_dead_band_has_one_reading():
    assert other_readings(PerFtePricing(rate_per_month=1)) == {}


def test_the_published_example_by_its_other_meaning():
    # 1,101 against a baseline of 1,000: 50,040 beyond the edge, 54,040 back to the baseline.
    other = other_readings(published())["back_to_baseline"]
    assert other.monthly_fee(Workload.of([1_101.0])).tolist() == [54_040]
    back = other_readings(published(back_to_baseline=1))["excess"]
    assert back.monthly_fee(Workload.of([1_101.0])).round(6).tolist() == [50_040]


def test_its_own_reading_is_not_among_the_others():
    assert set(other_readings(published())) == {"back_to_baseline", "settled_3", "settled_12"}
    assert set(other_readings(published(settlement_months=3))) == {
        "back_to_baseline",
        "settled_1",
        "settled_12",
    }
