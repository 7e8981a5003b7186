"""Charts: every chart from a small result; inert, the same bytes twice, readable colours, true titles."""

import re
from itertools import pairwise

import pandas as pd
import pytest
import stand_ins
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from bpo_lib.errors import Missing
from bpo_lib.profile import Brand
from bpo_lib.workbook import charts
from bpo_lib.workbook.brand import PAPER, contrast, text_on
from bpo_lib.workbook.charts import figure, levers, theme
from bpo_lib.workbook.charts.svg import tidy

CASE = stand_ins.engagement()
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.fixture(autouse=True)
def _expected_saving(monkeypatch):
    monkeypatch.setattr(levers, "_base_saving", lambda _: 1_900_000.0)


DRAWN = {
    "volume": lambda: charts.volume_history_and_forecast(stand_ins.outlook(), CASE),
    "accuracy": lambda: charts.forecast_accuracy(stand_ins.outlook(), CASE),
    "week": lambda: charts.week_heat_map(stand_ins.plan(), CASE),
    "staff": lambda: charts.staff_by_month(stand_ins.plan(), CASE),
    "costs": lambda: charts.monthly_costs(stand_ins.costs(), CASE),
    "pricing": lambda: charts.pricing_comparison(stand_ins.comparison(), CASE),
    "levers": lambda: charts.sensitivity(stand_ins.sensitivity(), CASE),
    "fit": lambda: charts.fit_contributions(stand_ins.fit(), CASE),
    "groups": lambda: charts.fit_by_group(stand_ins.fit(), CASE),
    "variants": lambda: charts.process_variants(stand_ins.event_profile(), CASE),
    "times": lambda: charts.activity_times(stand_ins.event_profile(), CASE),
    "providers": lambda: charts.provider_scores(stand_ins.provider_scores(), CASE),
    "plan": lambda: charts.transition_plan(stand_ins.transition_plan(), CASE),
}


def page(html):
    return BeautifulSoup(html.markup, "html.parser")


def title(html):
    return page(html).figcaption.text.replace("\u00a0", " ")


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


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("accuracy", "ETS is used: on unseen periods it was 6.4% off"),
        ("week", "38 agents are needed at the peak, Mon from 11:00: 1.8 times the average open hour"),
        ("costs", "Transaction pricing costs least over the term: EUR 9.75m against EUR 10.8m in-house"),
        ("pricing", "Transaction pricing costs least: EUR 7.90m, 19.4% less than in-house"),
        ("fit", "The score is 69 of 100 (64 to 74 with answers still missing)"),
        ("groups", "Strategy speaks most for outsourcing (75 of 100), Management least (0)"),
        ("variants", "The 3 most frequent of 43 routes cover 87.0% of cases"),
        ("times", "Ask supplier takes longest: 2.0 days in the median case"),
        ("providers", "Alfa leads with 71.0 of 100, 6.5 points before Bravo"),
        ("plan", "The work moves in 5 stages within 6 months, from Oct 2025 to Mar 2026"),
    ],
)
def test_the_title_states_the_finding_with_its_number(name, said):
    assert said in title(DRAWN[name]())


def test_the_title_turns_when_no_deal_is_cheaper():
    dear = stand_ins.comparison().assign(saving_share=[0.0, -0.05, -0.12], client_npv=[9e6, 9.45e6, 10.08e6])
    assert title(charts.pricing_comparison(dear, CASE)) == (
        "No model beats in-house: the nearest, Per FTE, costs 5.0% more"
    )
    alone = stand_ins.comparison().iloc[:1]
    assert "no pricing model is offered" in title(charts.pricing_comparison(alone, CASE))


def test_a_steady_state_does_not_dwarf_the_transition():
    stages = stand_ins.transition_plan()
    stages["end"] = [*stages["end"][:-1], pd.Period("2030-12", "M")]
    drawn = charts.transition_plan(stages, CASE)
    assert title(drawn) == "The work moves in 4 stages within 4 months, from Oct 2025 to Jan 2026"
    assert "100% until Dec 2030" in page(drawn).svg.text.replace("\u00a0", " ")


def test_client_text_is_drawn_as_it_was_written():
    texts = "".join(element.text for element in page(DRAWN["variants"]()).svg.find_all("text"))
    assert stand_ins.HOSTILE.replace(" ", "") in texts.replace(" ", "")


def test_a_chart_without_its_input_says_what_it_needs():
    needs = {
        charts.process_variants(None).markup: "events.csv",
        charts.activity_times(None).markup: "events.csv",
        charts.week_heat_map(stand_ins.SimpleNamespace(week=None)).markup: "staffed by the month",
        charts.monthly_costs(stand_ins.costs().iloc[:0], CASE).markup: "No pricing model",
        charts.sensitivity(stand_ins.sensitivity().iloc[:0], CASE).markup: "no range to draw",
        charts.provider_scores(Missing("vendors.csv", "a score", "answers"), CASE).markup: "vendors.csv",
    }
    assert all(words in markup for markup, words in needs.items())


@given(COLOURS, COLOURS)
def test_any_brand_gives_series_that_can_be_read_and_told_apart(primary, accent):
    case = stand_ins.engagement(brand=Brand(primary=primary, accent=accent))
    series = theme.palette(case).series
    assert all(contrast(colour, PAPER) >= 4.5 for colour in series)
    assert min(theme.distance(a, b) for a in series for b in series if a != b) >= 45
    assert len(set(series)) == 4


@given(COLOURS, st.floats(0.06, 1))
def test_a_number_on_a_shaded_square_can_be_read(primary, strength):
    shade = theme.palette(stand_ins.engagement(brand=Brand(primary=primary))).tint(strength)
    assert contrast(text_on(shade), shade) >= 4.5


def test_grey_texts_can_be_read_on_white():
    assert contrast(theme.MUTED, PAPER) >= 4.5


@given(st.lists(st.floats(0, 100), min_size=1, max_size=6), st.floats(0.5, 10))
def test_labels_are_moved_apart_and_stay_in_order(values, gap):
    placed = figure.spread(values, gap)
    order = sorted(range(len(values)), key=lambda place: values[place])
    steps = [placed[after] - placed[before] for before, after in pairwise(order)]
    assert all(step >= gap - 1e-6 for step in steps)
    assert sum(placed) == pytest.approx(sum(values), abs=1e-6)


def test_labels_far_apart_stay_where_they_are():
    assert figure.spread([3.0, 1.0, 9.0], 1.5) == [3.0, 1.0, 9.0]
    assert figure.spread([2.0, 2.0], 1.0) == [1.5, 2.5]


def test_grid_lines_are_round():
    assert figure.breaks(0, 23_800) == [0, 5_000, 10_000, 15_000, 20_000]
    assert figure.breaks(-0.05, 0.31) == [0.0, 0.1, 0.2, 0.3]
    assert figure.breaks(5, 5) == [5]


def test_months_are_named_from_january():
    assert figure.month_breaks(pd.Period("2026-02", "M"), pd.Period("2027-08", "M"))[1] == [
        "Apr 2026",
        "Jul 2026",
        "Oct 2026",
        "Jan 2027",
        "Apr 2027",
        "Jul 2027",
    ]


def test_a_foreign_element_in_a_picture_is_refused():
    link = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><a href="x"><text>y</text></a></svg>'
    with pytest.raises(ValueError, match="may not hold <a>"):
        tidy(link, "label", "description")
