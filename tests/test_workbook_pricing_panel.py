"""The pricing panel without a browser: values are set, the answer is read."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
import stand_ins
from bs4 import BeautifulSoup
from client_folders import write_client

from bpo_lib.errors import InputError
from bpo_lib.intake import open_client
from bpo_lib.pricing.forms.outcome import OutcomePricing
from bpo_lib.workbook import contract_side, widgets
from bpo_lib.workbook import pricing_panel as module
from bpo_lib.workbook.html import Html

CASE = stand_ins.engagement()
HANDLING, RATE, PRICE = "work.handling_minutes", "per_fte.rate_per_month", "transaction.unit_price"


@pytest.fixture(autouse=True)
def asked(monkeypatch):
    """Stand in for the simulation; return what it was asked for."""
    seen = []

    def simulate(case, paths, models):
        seen.append(SimpleNamespace(case=case, paths=paths, models=models))
        cost = {"A": 9e6, "B": 8e6}
        return SimpleNamespace(
            client_npv=np.array([[cost[name]] * 3 for name in models]),
            in_house_npv=np.full(3, 10e6),
            provider_margin_share=np.zeros((len(models), 3)),
            provider_npv=np.zeros((len(models), 3)),
            notes=(),
        )

    monkeypatch.setattr(module, "simulate", simulate)
    names = ["in_house", "transaction", "per_fte"]
    compared = pd.DataFrame({"client_npv": [3.0, 1, 2], "first_year_cost": 2.4e6}, index=names)
    monkeypatch.setattr(module, "expected_costs", lambda _: compared)
    monkeypatch.setattr(contract_side, "indicative", lambda _: {})
    return seen


def said(panel):
    return BeautifulSoup(panel.status.value, "html.parser").text


def test_it_begins_with_the_two_cheapest_offers_at_the_clients_values(asked):
    panel = widgets.pricing_panel(CASE)
    assert [side.form for side in panel.sides] == ["transaction", "per_fte"]
    assert "Per FTE (B) costs least" in panel.result.value
    assert said(panel) == "The client's own values."
    assert (asked[0].case, asked[0].paths) == (CASE, 64)


def test_a_term_moves_its_own_side_on_the_courses_that_are_there_already(asked):
    panel = widgets.pricing_panel(CASE)
    panel.sides[1].terms.controls[RATE].value = 3_400
    assert asked[-1].case is CASE
    assert (asked[-1].models["B"].rate_per_month, panel.changes) == (3_400, {RATE: 3_400})
    assert 'data-changes="per_fte.rate_per_month=3400"' in panel.result.value
    panel.drivers.controls[HANDLING].value = 6
    moved = asked[-1].case
    panel.sides[1].terms.controls[RATE].value = 3_500
    assert asked[-1].case is moved


def test_a_driver_is_answered_on_few_courses_first_and_a_term_on_all_that_are_kept(asked, monkeypatch):
    monkeypatch.setattr(module, "FIRST_PATHS", 16)
    panel = widgets.pricing_panel(CASE)
    panel.drivers.controls[HANDLING].value = 6
    panel.sides[1].terms.controls[RATE].value = 3_400
    assert [each.paths for each in asked] == [64, 16, 64, 64]
    assert 'data-paths="64"' in panel.result.value


def test_a_term_that_cannot_be_is_named_and_the_last_answer_stays(monkeypatch):
    panel = widgets.pricing_panel(CASE)
    before = panel.result.value

    def refuse(*_):
        raise InputError("<cap> under floor")

    monkeypatch.setattr(panel.sides[0], "model", refuse)
    panel.drivers.controls[HANDLING].value = 6
    assert said(panel) == "This cannot be computed: <cap> under floor. The last result is still shown."
    assert panel.result.value == before


def test_a_fault_of_the_house_is_told_and_not_hidden(monkeypatch):
    panel = widgets.pricing_panel(CASE)

    def fail(*_, **__):
        raise ZeroDivisionError("no paths")

    monkeypatch.setattr(module, "simulate", fail)
    with pytest.raises(ZeroDivisionError):
        panel.update()
    assert said(panel) == "Something went wrong: no paths. The last result is still shown."


def test_reset_asks_once_and_returns_everything(asked):
    panel = widgets.pricing_panel(CASE)
    panel.apply({HANDLING: 6, RATE: 3_400})
    before = len(asked)
    panel.bar.reset_button.click()
    assert [each.paths for each in asked[before:]] == [64]
    assert panel.changes == {}


def test_another_form_is_priced_and_its_terms_shown_beside_the_other(asked):
    panel = widgets.pricing_panel(CASE)
    panel.sides[0].choice.value = "per_fte"
    panel.sides[0].terms.controls[RATE].value = 3_000
    assert [asked[-1].models[name].rate_per_month for name in "AB"] == [3_000, 3_300]
    first, second = (side.terms.cells for side in panel.sides)
    shown = panel._terms.children
    assert (shown[1], shown[len(shown) // 2 + 1]) == (first[0], second[0])


def test_terms_at_their_default_are_shown_when_asked_for_or_moved():
    still = CASE.register["origin"].mask(CASE.register["name"] != PRICE, "default")
    panel = widgets.pricing_panel(replace(CASE, register=CASE.register.assign(origin=still)))
    first = panel.sides[0].terms
    assert len(first.main_cells()) == 1
    panel.apply({"transaction.dead_band": 0.2})
    assert len(first.main_cells()) == 2
    panel.all_terms.value = True
    assert len(panel._terms.children) == 2 * (1 + len(first.cells))


def test_one_form_on_both_sides_with_different_terms_is_no_scenario(tmp_path):
    panel = widgets.pricing_panel(CASE, folder=tmp_path)
    panel.sides[0].choice.value = "per_fte"
    panel.sides[0].terms.controls[RATE].value = 3_000
    panel.save("mine")
    assert said(panel).startswith("Not saved: both sides are Per FTE with different terms")
    panel.sides[1].terms.controls[RATE].value = 3_000
    assert panel.changes == {RATE: 3_000}


def test_without_an_offer_it_says_what_is_missing(monkeypatch):
    monkeypatch.setattr(module, "offers_of", lambda _: {})
    assert "needs the terms of an offer among the assumptions" in widgets.pricing_panel(CASE).markup


@pytest.fixture
def folder(tmp_path):
    return write_client(tmp_path / "acme")


def test_a_scenario_is_saved_loaded_and_compared(folder, monkeypatch):
    compared = {}
    monkeypatch.setattr(module.tables, "scenarios", lambda cases: compared.update(cases) or Html("compared"))
    panel = widgets.pricing_panel(open_client(folder), folder=folder)
    panel.apply({HANDLING: 7, "work.planned_shrinkage": 0.2})
    panel.bar.name_box.value = "slow"
    panel.bar.save_button.click()
    assert said(panel) == "Saved as slow.csv. Open it with scenario = 'slow'."
    panel.reset()
    panel.bar.load_box.value = "slow"
    panel.bar.load_button.click()
    assert said(panel) == "Loaded slow. 2 assumptions changed."
    assert panel.changes == {HANDLING: 7, "work.planned_shrinkage": 0.2}
    panel.drivers.controls[HANDLING].value = 8
    panel.bar.compare_button.click()
    assert [_handling(case) for case in compared.values()] == [_handling(panel.case), 8, 7]
    assert panel.compared.value == "compared"
    assert said(panel) == "Compared below: base, as set here, slow."


def _handling(case):
    return float(case.register.set_index("name").loc[HANDLING, "value"])


def test_terms_that_nobody_offered_are_priced_and_said_to_be_left_out_of_a_scenario(folder, monkeypatch):
    worked_out = OutcomePricing(base_fee_per_month=9_000, fee_per_outcome=2, cap_per_month=20_000)
    monkeypatch.setattr(contract_side, "indicative", lambda _: {"outcome": worked_out})
    panel = widgets.pricing_panel(open_client(folder), folder=folder)
    panel.sides[0].choice.value = "outcome"
    panel.sides[0].terms.controls["outcome.fee_per_outcome"].value = 2.2
    panel.drivers.controls[HANDLING].value = 11
    assert "outcome.fee_per_outcome=2.2" in panel.result.value
    assert said(panel).startswith("2 assumptions changed. Outcome (A): not offered; at the price that costs")
    panel.save("mine")
    assert "The terms of Outcome are not in it, since nobody offered them" in said(panel)
    panel.load("mine")
    assert panel.changes == {HANDLING: 11}


def test_a_scenario_is_replaced_only_when_that_is_ticked(folder):
    panel = widgets.pricing_panel(open_client(folder), folder=folder)
    for value in (7, 8):
        panel.drivers.controls[HANDLING].value = value
        panel.save("slow")
    assert said(panel).startswith("Not saved: the scenario slow is there already")
    panel.bar.name_box.value, panel.bar.replace_box.value = "slow", True
    panel.bar.save_button.click()
    panel.load("slow")
    assert panel.changes == {HANDLING: 8}


def test_a_scenario_that_is_gone_is_named(folder):
    panel = widgets.pricing_panel(open_client(folder), folder=folder)
    panel.load("gone")
    assert said(panel).startswith("Not loaded: ")
    panel.compare(["gone"])
    assert said(panel).startswith("Not compared: ")
