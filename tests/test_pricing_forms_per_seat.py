"""PerSeatPricing: the published price of a shared seat."""

import pytest

from bpo_lib.errors import InputError
from bpo_lib.pricing import Workload
from bpo_lib.pricing.forms import PerFtePricing, PerSeatPricing


def test_the_seats_of_the_published_workbook_bring_its_revenue():
    # wewfm: 233,864.81 over 125 seats for 150 FTE, 1.2 FTE a seat, is 1,870.92 a seat.
    work = Workload.of([1], fte=[150])
    fee = PerSeatPricing(rate_per_month=233_864.808 / 125, fte_per_seat=150 / 125).monthly_fee(work)
    assert round(233_864.808 / 125, 2) == 1_870.92
    assert round(float(fee[0]), 2) == 233_864.81


def test_a_seat_for_one_is_a_price_per_fte():
    work = Workload.of([1, 1], fte=[2.5, 7])
    seats = PerSeatPricing(rate_per_month=900).monthly_fee(work)
    assert seats.tolist() == PerFtePricing(rate_per_month=900).monthly_fee(work).tolist()


def test_a_crowded_seat_is_refused_in_words():
    with pytest.raises(InputError, match="fte_per_seat is 8, above the largest allowed value 5"):
        PerSeatPricing(rate_per_month=1, fte_per_seat=8)
