"""Sliders: ends, steps and read-outs from the declarations."""

import math
from dataclasses import replace

import pytest
import stand_ins
from hypothesis import given
from hypothesis import strategies as st

from bpo_lib.assumptions import Terms, assumption
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


class Settlement(Terms):
    group = "settlement"

    months: float = assumption(
        "months between settlements: a true-up", unit="months", one_of=(1, 3, 12), default=1
    )
    pays_back: float = assumption(
        "whether credits are paid back: 1 yes, 0 no; a remark", unit="0 or 1", one_of=(0, 1), default=1
    )
    counts: float = assumption(
        "what counts, once out: 0 what lies beyond, 1 all of it; a remark",
        unit="0 or 1",
        one_of=(0, 1),
        default=0,
    )
    price: float = assumption("price of one", unit="currency/transaction", ge=0, default=2.0)


def starts(terms=None):
    return {start.name: start for start in sliders.starts_of(CASE, terms or Settlement(), "worked out")}


def test_a_choice_is_a_list_in_words():
    shown = sliders.control(starts()["settlement.months"], CASE.profile)
    assert [option[0].replace("\u00a0", " ") for option in shown.options] == [
        "1 month",
        "3 months",
        "12 months",
    ]
    assert shown.value == 1


def test_yes_or_no_is_a_box_that_says_what_it_decides():
    shown = sliders.control(starts()["settlement.pays_back"], CASE.profile)
    assert (shown.value, shown.description) == (True, "Whether credits are paid back")


def test_a_choice_between_two_meanings_is_a_list_of_them():
    shown = sliders.control(starts()["settlement.counts"], CASE.profile)
    assert shown.options == (("what lies beyond", 0.0), ("all of it", 1.0))


def test_what_nobody_gave_and_stands_at_its_default_is_called_the_houses():
    assert (starts()["settlement.price"].whose, starts(Settlement(price=3))["settlement.price"].whose) == (
        "house assumption",
        "worked out",
    )


def test_terms_that_nobody_gave_start_where_they_stand_and_say_so():
    start = starts(Settlement(price=3))["settlement.price"]
    assert (start.value, math.isnan(start.low)) == (3, True)
    label = sliders.short_label(start, CASE.profile).replace("\u00a0", " ")
    assert label == '<span class="bpo-term">Price of one <small>worked out: 3 EUR/call</small></span>'


def test_a_control_takes_a_value_between_two_steps_and_beyond_its_ends():
    start = sliders.start_of(CASE, RATE)
    shown = sliders.control(start, CASE.profile)
    for value in (3_333.3, 9_000, 10, start.value):
        sliders.put(shown, start, value)
        assert shown.value == value
        assert shown.min <= value <= shown.max
        steps = (value - shown.min) / shown.step
        assert steps == pytest.approx(round(steps), abs=1e-6)


def test_choices_and_boxes_are_set_too():
    for name, value in (("settlement.months", 12), ("settlement.pays_back", 0)):
        shown = sliders.control(starts()[name], CASE.profile)
        sliders.put(shown, starts()[name], value)
        assert float(shown.value) == value


def test_changes_are_counted_in_words():
    said = [sliders.changed_in_words(count) for count in (0, 1, 2)]
    assert said == ["The client's own values.", "1 assumption changed.", "2 assumptions changed."]
