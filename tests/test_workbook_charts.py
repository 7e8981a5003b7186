"""Charts: every chart from a small result: labelled, inert, the same bytes twice."""

import re
from dataclasses import replace

import pytest
import risk_frames
import stand_ins
from stand_ins import page

from bpo_lib.workbook import charts
from bpo_lib.workbook.charts import levers, staff_sensitivity

CASE = stand_ins.engagement()


@pytest.fixture(autouse=True)
def _expected_saving(monkeypatch):
    monkeypatch.setattr(levers, "_base_saving", lambda _: 1_900_000.0)
    monkeypatch.setattr(staff_sensitivity, "staffing_plan", lambda _: stand_ins.plan())


DRAWN = {
    "volume": lambda: charts.volume_history_and_forecast(stand_ins.outlook(), CASE),
    "recent": lambda: charts.recent_volume(stand_ins.outlook(), CASE),
    "queues": lambda: charts.volume_by_queue(stand_ins.outlook_with_queues(), CASE),
    "accuracy": lambda: charts.forecast_accuracy(stand_ins.outlook(), CASE),
    "horizon": lambda: charts.error_by_horizon(stand_ins.outlook(), CASE),
    "last_test": lambda: charts.last_test(stand_ins.outlook(), CASE),
    "volume_week": lambda: charts.volume_week(
        replace(stand_ins.outlook(), week_profile=stand_ins.week_profile()), CASE
    ),
    "week": lambda: charts.week_heat_map(stand_ins.plan(), CASE),
    "staff": lambda: charts.staff_by_month(stand_ins.plan(), CASE),
    "service": lambda: charts.service_cost(stand_ins.service_cost(), CASE),
    "staff_levers": lambda: charts.staff_levers(stand_ins.fte_sensitivity(), CASE),
    "costs": lambda: charts.monthly_costs(stand_ins.costs(), CASE),
    "pricing": lambda: charts.pricing_comparison(stand_ins.comparison(), CASE),
    "both_sides": lambda: charts.both_sides(risk_frames.table(), CASE),
    "risk_tornado": lambda: charts.risk_tornado(risk_frames.tornado(), "transaction", CASE),
    "levers": lambda: charts.sensitivity(stand_ins.sensitivity(), CASE),
    "fit": lambda: charts.fit_contributions(stand_ins.fit(), CASE),
    "groups": lambda: charts.fit_by_group(stand_ins.fit(), CASE),
    "variants": lambda: charts.process_variants(stand_ins.event_profile(), CASE),
    "times": lambda: charts.activity_times(stand_ins.event_profile(), CASE),
    "providers": lambda: charts.provider_scores(stand_ins.provider_scores(), CASE),
    "plan": lambda: charts.transition_plan(stand_ins.transition_plan(), CASE),
}


@pytest.mark.parametrize("name", DRAWN)
def test_every_chart_is_a_labelled_figure_with_its_data(name):
    found = page(DRAWN[name]())
    picture = found.figure.svg
    assert found.figcaption.text
    assert picture["role"] == "img"
    assert picture["aria-label"] == found.figcaption.text
    assert picture.desc.text
    assert re.fullmatch(r"0 0 760 \d+", picture.attrs.get("viewbox", picture.attrs.get("viewBox")))
    assert found.details.summary.text == "Show data"
    assert found.details.table.tbody.find_all("tr")


@pytest.mark.parametrize("name", DRAWN)
def test_every_chart_is_inert(name):
    markup, found = DRAWN[name]().markup, page(DRAWN[name]())
    assert not found.find_all(["script", "style", "image", "a", "use", "foreignobject"])
    assert not [tag for tag in found.find_all() if {"id", "href", "xlink:href", "clip-path"} & set(tag.attrs)]
    assert "url(" not in markup
    assert set(re.findall(r"https?://[^\"'<\s]+", found.svg.decode())) <= {
        "http://www.w3.org/2000/svg",
        "https://evil.example",  # as text that a client typed, never as an address
    }


@pytest.mark.parametrize("name", DRAWN)
def test_the_same_result_is_drawn_with_the_same_bytes(name):
    assert DRAWN[name]().markup == DRAWN[name]().markup


def test_client_text_is_drawn_as_it_was_written():
    texts = "".join(element.text for element in page(DRAWN["variants"]()).svg.find_all("text"))
    assert stand_ins.HOSTILE.replace(" ", "") in texts.replace(" ", "")
