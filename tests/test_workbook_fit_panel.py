"""The fit panel without a browser: what is moved, what it comes to, what is kept."""

import shutil
from functools import lru_cache

import pytest
from sample_cases import CLAIMS, SAMPLES, sample

import bpo_lib as bpo
from bpo_lib.fit import CRITERIA, GROUPS, elicited_weights, fit_inputs, rescored
from bpo_lib.workbook import widgets
from bpo_lib.workbook.fit_panel import FIRST_ANSWERS


@lru_cache(maxsize=1)
def shared():
    return widgets.fit_panel(sample(CLAIMS))


@pytest.fixture
def panel():
    shared().reset()
    return shared()


def test_it_starts_at_the_clients_weights_and_answers(panel):
    assert panel.levels == panel.points == {}
    assert "own weights and answers" in panel.status.value
    points = fit_inputs(sample(CLAIMS)).weighting.points
    shown = {name: control.value for name, control in panel.weights.controls.items()}
    assert shown == {f"fit.{group}": round(points[group]) for group in GROUPS}


def test_a_moved_answer_is_scored_at_once(panel):
    panel.answers["P1"].slider.value = 5
    found = rescored(fit_inputs(sample(CLAIMS)), levels={"P1": 5.0})
    assert panel.levels == {"P1": 5.0}
    assert f"({found.standing})" in panel.result.value
    assert "1 of the answers" in panel.status.value


def test_a_moved_weight_is_scored_at_once(panel):
    before = panel.result.value
    panel.weights.controls["fit.strategy"].value = 0
    assert panel.points == {"strategy": 0.0}
    assert panel.result.value != before


def test_no_move_lets_a_gated_alternative_lead(panel):
    for name in ("S1", "M1", "G1", "D1"):
        panel.answers[name].slider.value = 5
    assert "Best is to redesign it first" in panel.result.value  # nothing is documented yet


def test_weights_of_nothing_are_refused_and_the_last_answer_stays(panel):
    for group in GROUPS[:-1]:
        panel.weights.controls[f"fit.{group}"].value = 0
    before = panel.result.value
    panel.weights.controls[f"fit.{GROUPS[-1]}"].value = 0
    assert "cannot be computed" in panel.status.value
    assert panel.result.value == before


def test_reset_returns_to_the_client(panel):
    start = panel.result.value
    panel.answers["P1"].slider.value = 5
    panel.weights.controls["fit.risk"].value = 1
    panel.reset()
    assert panel.result.value == start


def test_the_answers_worth_settling_stand_on_top_and_all_on_request(panel):
    assert len(panel.asked.children) == FIRST_ANSWERS
    panel.every_answer.value = True
    assert len(panel.asked.children) == len(CRITERIA)
    panel.every_answer.value = False


def test_a_level_is_shown_with_its_anchor_in_words(panel):
    panel.answers["P1"].slider.value = 5
    anchors = next(each for each in CRITERIA if each.id == "P1").anchors
    assert anchors[4].split(",")[0] in panel.answers["P1"].words.value


def test_weights_are_kept_as_a_scenario_that_a_run_knows(tmp_path):
    folder = tmp_path / CLAIMS
    shutil.copytree(SAMPLES / CLAIMS, folder)
    panel = widgets.fit_panel(bpo.open_client(folder), folder)
    panel.weights.controls["fit.strategy"].value = 100
    panel.weights.controls["fit.process"].value = 10
    panel.answers["P1"].slider.value = 3
    panel.save("other-weights")
    assert "copy their rows into answers.csv" in panel.status.value
    saved = bpo.open_client(folder, "other-weights")
    assert elicited_weights(saved).points["process"] == pytest.approx(10)


def test_a_scenario_saved_in_the_panel_can_be_loaded_in_it(tmp_path):
    folder = tmp_path / CLAIMS
    shutil.copytree(SAMPLES / CLAIMS, folder)
    panel = widgets.fit_panel(bpo.open_client(folder), folder)
    panel.weights.controls["fit.strategy"].value = 100
    panel.save("mine")
    panel.reset()
    panel.load("mine")
    assert panel.points == {"strategy": 100.0}
    panel.load("gone")
    assert "Not loaded" in panel.status.value


def test_a_missing_answer_can_be_tried_at_the_level_where_its_slider_rests(panel):
    missing = next(answer for answer in panel.answers.values() if answer.start is None)
    missing.slider.value = 3.1
    missing.slider.value = 3.0
    assert panel.levels == {missing.criterion.id: 3.0}
    panel.reset()
    assert panel.levels == {}


def test_a_scenario_without_moved_weights_is_not_saved(tmp_path):
    folder = tmp_path / CLAIMS
    shutil.copytree(SAMPLES / CLAIMS, folder)
    panel = widgets.fit_panel(bpo.open_client(folder), folder)
    panel.save("nothing")
    assert "Not saved" in panel.status.value


def test_without_a_folder_nothing_offers_to_save(panel):
    assert panel.bar.save_button not in [child for row in panel.bar.children for child in row.children]
