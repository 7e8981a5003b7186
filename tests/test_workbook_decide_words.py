"""Drivers in words: units of the client, and digits enough to tell two values apart."""

import pytest
from stand_ins import engagement

from bpo_lib.workbook import decide_words


def test_a_value_carries_its_unit_in_the_client_s_words():
    case = engagement()
    assert decide_words.value(44_512.3, "volume", case) == "44,500 calls a month"
    assert decide_words.value(7.914, "handling_minutes", case) == "7.9\u00a0minutes"
    assert decide_words.value(0.8123, "occupancy", case) == "81.2%"


def test_values_that_would_read_the_same_get_more_digits():
    assert decide_words.bare(13_272, "volume", 13_311) == "13,272"
    assert decide_words.bare(7.10, "handling_minutes", 7.12) == "7.10"
    assert decide_words.bare(0.8051, "occupancy", 0.8053) == "80.51%"


@pytest.mark.parametrize("driver", ["volume", "handling_minutes", "occupancy"])
def test_every_driver_has_its_words(driver):
    case = engagement()
    assert decide_words.name(driver, case)
    assert decide_words.noun(driver)
    assert decide_words.condition(driver, case, more=True).endswith("more than")


def test_a_model_stands_inside_a_sentence():
    assert decide_words.model("per_fte") == "a price per FTE"
    assert decide_words.model("per_parcel") == "per parcel pricing"
