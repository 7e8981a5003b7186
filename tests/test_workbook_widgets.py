"""What-if panels without a browser: the sliders' values are set, the answer is read."""

import math

import pytest
import stand_ins
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from bpo_lib.errors import InputError
from bpo_lib.pricing.per_fte import PerFtePricing
from bpo_lib.workbook import questions, scenario_files, sliders, widgets
from bpo_lib.workbook.html import Html, esc

CASE = stand_ins.engagement()
RATE = "per_fte.rate_per_month"


def yearly_rate(case):
    """Return twelve times the rate; a rate over 4,000 is refused, as a model might."""
    rate = case.of(PerFtePricing).rate_per_month
    if rate > 4_000:
        raise InputError("the rate is over <4,000>")
    return Html(f"<p>{esc(rate * 12)}</p>")


def panel(**options):
    return widgets.what_if(CASE, yearly_rate, [RATE, "work.handling_minutes"], **options)


def said(shown):
    return BeautifulSoup(shown.status.value, "html.parser").find(role="status").text


def test_moving_a_slider_changes_the_answer():
    shown = panel()
    assert "<p>39600.0</p>" in shown.result.value
    shown.sliders[RATE].value = 3_400
    assert "<p>40800.0</p>" in shown.result.value
    assert f'data-changes="{RATE}=3400"' in shown.result.value
    assert shown.changes == {RATE: 3_400}


def test_reset_returns_to_the_clients_values_in_one_go():
    asked = []
    shown = widgets.what_if(
        CASE, lambda case: asked.append(case) or Html(""), [RATE, "work.handling_minutes"]
    )
    shown.apply({RATE: 3_400, "work.handling_minutes": 6})
    shown.reset_button.click()
    assert len(asked) == 3  # once to begin with, once for both changes, once for the reset
    assert shown.changes == {}
    assert said(shown) == "The client's own values."


def test_a_value_that_cannot_be_used_is_explained_and_the_last_answer_stays():
    shown = panel()
    shown.sliders[RATE].value = 3_400
    shown.sliders[RATE].value = 4_200
    assert said(shown) == (
        "This cannot be computed: the rate is over <4,000>. The last result is still shown."
    )
    assert "<p>40800.0</p>" in shown.result.value
    assert "<4,000>" not in shown.status.value


def test_the_starting_engagement_is_never_changed():
    shown = panel()
    shown.sliders[RATE].value = 3_400
    assert CASE.of(PerFtePricing).rate_per_month == 3_300


def test_what_was_found_is_saved_as_a_scenario(tmp_path, monkeypatch):
    saved = {}

    def save(folder, name, changes):
        saved.update(folder=folder, name=name, changes=dict(changes))
        return tmp_path / "scenarios" / f"{name}.csv"

    monkeypatch.setattr(scenario_files, "save_scenario", save)
    shown = panel(folder=tmp_path)
    shown.sliders[RATE].value = 3_400
    shown.name_box.value = " cheaper "
    shown.save_button.click()
    assert saved == {"folder": tmp_path, "name": "cheaper", "changes": {RATE: 3_400}}
    assert said(shown) == "Saved as cheaper.csv. Open it with scenario = 'cheaper'."


def test_a_scenario_that_cannot_be_saved_is_explained(tmp_path, monkeypatch):
    def refuse(*_):
        raise InputError("'A b' is not a scenario name")

    monkeypatch.setattr(scenario_files, "save_scenario", refuse)
    shown = panel(folder=tmp_path)
    shown.save_button.click()
    assert said(shown) == "Not saved: 'A b' is not a scenario name"


def test_without_a_folder_there_is_no_save_button():
    shown = panel()
    buttons = shown.children[-3].children
    assert shown.save_button not in buttons
    assert shown.reset_button in buttons


def test_an_unknown_assumption_is_named():
    with pytest.raises(InputError, match=r"no assumption 'work\.speed'"):
        widgets.what_if(CASE, yearly_rate, ["work.speed"])


def test_a_panel_offers_the_questions_assumptions_that_the_client_gave():
    asked = questions.Question(yearly_rate, (RATE, "outcome.fee_per_outcome", "deal.transition_cost"))
    assert list(widgets.what_if(CASE, asked).sliders) == [RATE, "deal.transition_cost"]


def test_a_plain_function_moves_what_the_client_gave_a_range():
    assert list(widgets.what_if(CASE, yearly_rate).sliders) == ["work.handling_minutes", RATE]


def test_every_assumption_of_every_question_is_declared():
    from bpo_lib.fit.weights import FitWeights
    from bpo_lib.pricing import PRICING_MODELS

    kinds = [*CASE.terms, *PRICING_MODELS.values(), FitWeights]
    declared = {each.name for kind in kinds for each in kind.declarations()}
    asked = (questions.pricing, questions.staffing, questions.forecast, questions.fit)
    assert {name for question in asked for name in question.names} <= declared


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
