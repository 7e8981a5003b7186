"""Tables: every named table from a small result, its units and rounding, and hostile client text."""

import pandas as pd
import pytest
import stand_ins
from bs4 import BeautifulSoup

from bpo_lib.errors import Missing
from bpo_lib.workbook import numbers, tables

CASE = stand_ins.engagement()
OPTIONS = pd.DataFrame(
    {
        "option": ["nearshore"],
        "kind": ["location"],
        "status": ["recommended"],
        "reason": [stand_ins.HOSTILE],
    }
)
RISKS = pd.DataFrame([dict.fromkeys(("risk", "category", "evidence", "control", "owner", "trigger"), "x")])
METRIC_COLUMNS = ("metric", "measures", "formula", "left_out", "source", "window", "target", "owner")
METRICS = pd.DataFrame([dict.fromkeys(METRIC_COLUMNS, stand_ins.HOSTILE)])
STEPS = pd.DataFrame(
    {
        "step": ["a"],
        "name": [stand_ins.HOSTILE],
        "actor": ["clerk"],
        "system": [None],
        "kind": ["task"],
        "minutes": [4.0],
        "case_share": [0.5],
        "minutes_per_case": [2.0],
        "time_share": [1.0],
        "document": [""],
    }
)


def named_tables():
    fit, profile = stand_ins.fit(), stand_ins.event_profile()
    return {
        "register": tables.register(CASE),
        "pricing": tables.pricing(stand_ins.comparison(), CASE),
        "criteria": tables.criteria(fit),
        "gates": tables.gates(fit),
        "disagreements": tables.disagreements(fit),
        "accuracy": tables.accuracy(stand_ins.outlook()),
        "staffing": tables.staffing(stand_ins.plan()),
        "week": tables.week(stand_ins.plan()),
        "steps": tables.steps(stand_ins.SimpleNamespace(steps=STEPS)),
        "variants": tables.variants(profile),
        "activities": tables.activities(profile),
        "delivery_options": tables.delivery_options(OPTIONS),
        "providers": tables.providers(stand_ins.provider_scores(), CASE),
        "plan": tables.plan(stand_ins.transition_plan()),
        "risks": tables.risks(RISKS.assign(severity="high")),
        "sensitivity": tables.sensitivity(stand_ins.sensitivity(), CASE),
        "metrics": tables.metrics(stand_ins.SimpleNamespace(metrics=METRICS)),
        "cadence": tables.cadence(stand_ins.SimpleNamespace(cadence=OPTIONS)),
        "glossary": tables.glossary(),
    }


NAMED = named_tables()


def page(html):
    return BeautifulSoup(html.markup, "html.parser")


def rows(html):
    return [[cell.text for cell in row.find_all(["th", "td"])] for row in page(html).tbody.find_all("tr")]


@pytest.mark.parametrize("name", NAMED)
def test_every_table_can_be_read_without_seeing_it(name):
    found = page(NAMED[name])
    box, shown = found.find(class_="bpo-table"), found.table
    assert (box["role"], box["tabindex"]) == ("region", "0")
    assert box["aria-label"] == shown.caption.text
    heads = shown.thead.find_all("th")
    assert all(head["scope"] == "col" for head in heads)
    for row in shown.tbody.find_all("tr"):
        cells = row.find_all(["th", "td"])
        assert (cells[0].name, cells[0]["scope"], len(cells)) == ("th", "row", len(heads))


@pytest.mark.parametrize("name", NAMED)
def test_client_text_stays_text(name):
    found = page(NAMED[name])
    assert not found.find_all(["script", "a", "img", "style"])
    assert "nan" not in found.text.lower().split()


def test_a_table_by_hand():
    frame = pd.DataFrame({"who": ["<b>A</b>", None], "cost": [1_234.5, None]})
    columns = {"who": tables.Column("Who"), "cost": tables.Column("Cost", numbers.amount, "EUR")}
    assert tables.table(frame, "Costs", columns, "A note.").markup == (
        '<div class="bpo-table" role="region" aria-label="Costs" tabindex="0"><table>'
        "<caption>Costs</caption><thead><tr>"
        '<th scope="col">Who</th>'
        '<th scope="col" class="bpo-number">Cost <span class="bpo-unit">EUR</span></th>'
        "</tr></thead><tbody>"
        '<tr><th scope="row">&lt;b&gt;A&lt;/b&gt;</th><td class="bpo-number">1,234</td></tr>'
        '<tr><th scope="row"></th><td class="bpo-number">n/a</td></tr>'
        '</tbody></table></div><p class="bpo-note">A note.</p>'
    )


def test_a_column_the_frame_lacks_is_an_error():
    with pytest.raises(KeyError, match="cost"):
        tables.table(pd.DataFrame({"who": ["A"]}), "Costs", {"cost": tables.Column("Cost")})


def test_pricing_puts_models_in_columns_and_units_in_the_measure():
    table = rows(tables.pricing(stand_ins.comparison(), CASE))
    assert table[0] == ["Cost over the term, present value [EUR]", "9,800,000", "8,300,000", "7,900,000"]
    assert ["Cost of one call, average of the term [EUR]", "4.90", "4.10", "3.90"] in table
    assert ["Month in which the transition is paid back", "n/a", "11", "9"] in table


def test_staff_is_averaged_by_quarter_of_the_term():
    table = rows(tables.staffing(stand_ins.plan()))
    assert len(table) == 12
    assert table[0][:2] == ["Jan to Mar 2026", "61,120"]  # 61,000, 61,120 and 61,240 by hand
    assert table[-1][0] == "Oct to Dec 2028"


def test_the_week_is_weighted_by_volume():
    monday = rows(tables.week(stand_ins.plan()))[0]
    assert monday[:4] == ["Mon", "2,976", "38", "11:00"]
    assert monday[4] == "82.0%"


def test_the_register_shows_units_in_the_clients_words():
    shown = [" | ".join(row[:3]).replace("\u00a0", " ") for row in rows(tables.register(CASE))]
    assert "Baseline charge for one transactiontransaction.unit_price | 2.9 EUR/call | " in shown
    assert "Client's discount ratedeal.discount_rate_per_year | 8% a year | " in shown
    rate = "Provider's rate for one paid FTEper_fte.rate_per_month"
    assert f"{rate} | 3,300 EUR/FTE/month | 2,970 to 3,960" in shown


def test_levers_that_move_nothing_are_left_out_and_counted():
    flat = stand_ins.sensitivity().assign(swing=[1_700_000.0, 0.0, 0.0])
    shown = tables.sensitivity(flat, CASE)
    assert len(rows(shown)) == 1
    assert "2 assumptions that do not move this deal are left out" in page(shown).text


@pytest.mark.parametrize(
    ("html", "words"),
    [
        (tables.variants(None), "needs an event log (events.csv)"),
        (tables.activities(None), "needs an event log (events.csv)"),
        (tables.week(stand_ins.SimpleNamespace(week=None)), "planned by the month"),
        (tables.steps(stand_ins.SimpleNamespace(steps=STEPS.iloc[:0])), "needs a step table (steps.csv)"),
        (tables.sensitivity(stand_ins.sensitivity().iloc[:0], CASE), "a low and a high value"),
        (tables.providers(Missing("vendors.csv", "a score", "answers"), CASE), "Not given: vendors.csv"),
    ],
)
def test_what_cannot_be_shown_says_why(html, words):
    assert words in page(html).text
