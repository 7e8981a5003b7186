"""Sliders: ends, steps and read-outs from the declarations."""

import math
from dataclasses import replace

import pytest
import stand_ins
from hypothesis import given
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.workbook import sliders

CASE = stand_ins.engagement()
RATE = "per_fte.rate_per_month"


@pytest.mark.parametrize("name", list(CASE.register["name"]))
def test_every_slider_starts_on_a_step_inside_the_declared_limits(name):
    scale = sliders.scale_of(CASE, name)
    value = CASE.register.set_index("name")["value"][name]
    declared = {each.name: each for kind in CASE.terms for each in kind.declarations()}[name]
    assert scale.low <= value <= scale.high
    assert (value - scale.low) / scale.step == pytest.approx(
        round((value - scale.low) / scale.step), abs=1e-6
    )
    assert declared.ge is None or scale.low >= declared.ge
    assert declared.le is None or scale.high <= declared.le


def test_a_slider_by_hand():
    # 3,300 with a range of 2,970 to 3,960: half of 990 on either side is 2,475 to 4,455.
    assert sliders.scale_of(CASE, RATE) == sliders.Scale(2_500, 4_450, 50)


@given(st.floats(1e-9, 1e12))
def test_steps_are_round_and_never_finer_than_asked(raw):
    step = sliders._round_step(raw)
    leading = step / 10 ** math.floor(math.log10(step) + 1e-9)
    assert round(leading, 6) in {1, 2, 5}
    assert raw * 0.99 <= step <= raw * 2.6


def test_read_outs_show_percent_for_shares_and_cannot_vanish():
    share = sliders.slider(CASE, "deal.discount_rate_per_year")
    rate = sliders.slider(CASE, RATE)
    assert (share.readout_format, rate.readout_format) == (".1%", ",.0f")
    assert (share.layout.flex, rate.layout.flex) == ("0 0 auto", "0 0 auto")


def test_a_label_says_the_clients_value():
    assert sliders.label(CASE, RATE).replace("\u00a0", " ") == (
        "<span>Provider&#x27;s rate for one FTE past training "
        "<small>(client's value: 3,300 EUR/FTE/month)</small></span>"
    )


def test_a_default_is_not_called_the_clients():
    row = CASE.register["name"] == RATE
    case = replace(CASE, register=CASE.register.assign(origin=CASE.register["origin"].mask(row, "default")))
    assert "(house assumption: " in sliders.label(case, RATE)


def test_an_assumption_the_client_lacks_is_named():
    with pytest.raises(InputError, match=r"harbour has no assumption 'outcome\.fee_per_outcome' to move"):
        sliders.slider(CASE, "outcome.fee_per_outcome")
