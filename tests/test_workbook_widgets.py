"""What-if panels without a browser: the sliders' values are set, the answer is read."""

import pytest
import stand_ins
from bs4 import BeautifulSoup

from bpo_lib.errors import InputError
from bpo_lib.pricing.forms.per_fte import PerFtePricing
from bpo_lib.workbook import questions, scenario_files, widgets
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
