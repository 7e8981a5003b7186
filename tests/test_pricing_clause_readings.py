"""What else the same terms could have meant."""

from clause_cases import published

from bpo_lib.pricing import PerFtePricing
from bpo_lib.pricing.clause import other_readings


def test_a_form_without_a_dead_band_has_one_reading():
    assert other_readings(PerFtePricing(rate_per_month=1)) == {}


def test_its_own_reading_is_not_among_the_others():
    assert all(other != published() for other in other_readings(published()).values())
