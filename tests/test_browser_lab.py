"""What-if panels in a real JupyterLab: a key moves a slider, the answer on the page changes."""

import jupyter_lab
import pytest

pytestmark = pytest.mark.browser

PANEL = """
import sys
sys.path.insert(0, {tests!r})
import stand_ins
from bpo_lib.pricing.forms.per_fte import PerFtePricing
from bpo_lib.workbook import widgets
from bpo_lib.workbook.html import Html

def yearly_rate(case):
    rate = case.of(PerFtePricing).rate_per_month
    return Html(f"<p class='answer'>{{rate * 12:.0f}}</p>")

widgets.what_if(stand_ins.engagement(), yearly_rate, ["per_fte.rate_per_month", "work.handling_minutes"])
"""
# Only what the browser adds is tested here, so the prices are made up at once instead of simulated.
PRICING = """
from types import SimpleNamespace
import numpy as np
import pandas as pd
from IPython.display import display
from bpo_lib.workbook import cards, contract_side, pricing_panel

def simulate(case, paths, models):
    costs = np.array([[9e6] * 3, [models["B"].rate_per_month * 2e3] * 3])
    facts = {"client_npv": costs, "in_house_npv": np.full(3, 1e7), "provider_margin_share": costs * 0}
    facts["provider_npv"] = costs * 0
    return SimpleNamespace(notes=(), **facts)

names = ["in_house", "transaction", "per_fte"]
costs = pd.DataFrame({"client_npv": [3.0, 1, 2], "first_year_cost": 2.4e6}, index=names)
pricing_panel.simulate, pricing_panel.expected_costs = simulate, lambda case: costs
contract_side.indicative, pricing_panel.FIRST_PATHS = lambda case: {}, 16
display(cards.opening(stand_ins.engagement()))
pricing_panel.pricing_panel(stand_ins.engagement())
"""
FIT = """
import fit_cases
from bpo_lib.workbook import fit_panel

fit_panel.fit_panel(fit_cases.case(fit_cases.answers(fit_cases.HARMLESS)))
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """Start JupyterLab on a notebook with all panels; yield its page, run."""
    if jupyter_lab.CHROMIUM is None:
        pytest.skip("no Chromium on this machine (apt-get install chromium)")
    cells = [PANEL.format(tests=str(jupyter_lab.TESTS)), PRICING, FIT]
    with (
        jupyter_lab.running_lab(tmp_path_factory.mktemp("lab"), panels=cells) as addresses,
        jupyter_lab.browser() as chromium,
    ):
        yield jupyter_lab.opened(chromium, addresses["panels"], "[data-paths='64']")


@pytest.fixture
def panel(page):
    return page.locator(".jp-CodeCell").nth(0)


@pytest.fixture
def pricing(page):
    return page.locator(".jp-CodeCell").nth(1)


@pytest.fixture
def fitting(page):
    cell = page.locator(".jp-CodeCell").nth(2)
    cell.locator(".bpo-panel [data-changes]").first.wait_for(state="attached")
    return cell


def test_a_key_on_a_slider_changes_the_answer(page, panel):
    handle = panel.locator("[role=slider]").first
    assert page.locator(".answer").inner_text() == "39600"
    handle.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("[data-changes='per_fte.rate_per_month=3350']", state="attached")
    assert page.locator(".answer").inner_text() == "40200"
    assert "1 assumption changed." in panel.locator("[role=status].bpo-said").inner_text()


def test_reset_brings_the_first_answer_back(page, panel):
    panel.get_by_role("button", name="Reset to the client's values").click()
    panel.locator("[data-changes='']").wait_for(state="attached")
    assert page.locator(".answer").inner_text() == "39600"


def test_read_outs_and_labels_are_on_the_page(panel):
    shown = [box for box in panel.locator(".widget-readout").all() if box.is_visible()]
    assert [box.inner_text() for box in shown] == ["3,300", "5.5"]
    assert all(box.bounding_box()["width"] > 30 for box in shown)
    assert panel.get_by_text("Average handling time of one transaction").first.is_visible()


def test_a_key_on_a_term_reprices_the_contract_it_belongs_to(page, pricing):
    assert pricing.get_by_text("Per FTE (B) costs least").is_visible()
    pricing.locator("[role=slider]").last.focus()
    page.keyboard.press("ArrowRight")
    pricing.locator("[data-changes='per_fte.rate_per_month=3350']").wait_for(state="attached")
    assert pricing.get_by_role("cell", name="6,700,000").first.is_visible()


def test_moves_that_outrun_the_answer_are_not_lost(page, pricing):
    pricing.locator("[role=slider]").last.focus()
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    pricing.locator("[data-changes='per_fte.rate_per_month=3750']").wait_for(state="attached")


def test_a_driver_is_answered_in_full_once_the_hand_rests(page, pricing):
    pricing.locator("[role=slider]").first.focus()
    page.keyboard.press("ArrowRight")
    pricing.locator("[data-changes^='demand.volume_growth'][data-paths='64']").wait_for(state="attached")


def test_both_contracts_stand_side_by_side_with_no_label_cut_on_a_narrow_page(page, pricing):
    page.set_viewport_size({"width": 900, "height": 900})
    first, second = (pricing.get_by_label(f"Contract {letter}").bounding_box() for letter in "AB")
    assert first["y"] == second["y"]
    assert first["x"] + first["width"] < second["x"]
    labels = pricing.locator(".bpo-term, .bpo-finding").all()
    assert len(labels) > 10
    assert all(label.evaluate("box => box.scrollWidth <= box.clientWidth") for label in labels)


def test_nothing_outside_this_machine_was_asked_for(page):
    assert page.strayed == []


def test_a_key_on_an_answer_judges_again_and_gives_its_row(page, fitting):
    answer = fitting.locator("[role=slider]").nth(6)  # after the weights of six groups
    answer.focus()
    page.keyboard.press("ArrowRight")
    fitting.locator("[data-changes$='=3.1'], [data-changes$='=4.1']").first.wait_for(state="attached")
    assert "1 of the answers" in fitting.locator("[role=status].bpo-said").inner_text()
    assert fitting.get_by_text("Rows for answers.csv").is_visible()


def test_anchors_are_read_whole_on_a_narrow_page(page, fitting):
    page.set_viewport_size({"width": 900, "height": 900})
    labels = fitting.locator(".bpo-term, .bpo-finding").all()
    assert len(labels) > 10
    assert all(label.evaluate("box => box.scrollWidth <= box.clientWidth") for label in labels)
