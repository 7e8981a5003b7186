"""Tables: every named table can be read without seeing it, and client text stays text."""

from dataclasses import replace

import pandas as pd
import pytest
import stand_ins
from stand_ins import page

from bpo_lib.errors import Missing
from bpo_lib.workbook import tables

CASE = stand_ins.engagement()
OPTIONS = pd.DataFrame(
    {
        "option": ["nearshore"],
        "kind": ["location"],
        "status": ["recommended"],
        "reason": [stand_ins.HOSTILE],
        "levels": ["measurability 4"],
        "saving_words": [""],
        "gate": ["G-RES"],
    }
)
RISKS = pd.DataFrame([dict.fromkeys(("risk", "category", "evidence", "control", "owner", "trigger"), "x")])
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
    outlook = replace(stand_ins.outlook(), week_profile=stand_ins.week_profile())
    fit, profile, pack = stand_ins.fit(), stand_ins.event_profile(), stand_ins.governance_pack()
    return {
        "register": tables.register(CASE),
        "pricing": tables.pricing(stand_ins.comparison(), CASE),
        "criteria": tables.criteria(fit),
        "gates": tables.gates(fit),
        "disagreements": tables.disagreements(fit),
        "accuracy": tables.accuracy(outlook),
        "error_by_horizon": tables.error_by_horizon(outlook),
        "last_test": tables.last_test(outlook),
        "members": tables.members(outlook),
        "level_shifts": tables.level_shifts(outlook),
        "outliers": tables.outliers(outlook),
        "volume_week": tables.volume_week(outlook),
        "staffing": tables.staffing(stand_ins.plan()),
        "staff_levers": tables.staff_levers(stand_ins.fte_sensitivity(), CASE),
        "service_cost": tables.service_cost(stand_ins.service_cost(), CASE),
        "week": tables.week(stand_ins.plan()),
        "steps": tables.steps(stand_ins.evidence(STEPS)),
        "variants": tables.variants(profile),
        "activities": tables.activities(profile),
        "delivery_options": tables.delivery_options(OPTIONS),
        "providers": tables.providers(stand_ins.provider_scores(), CASE),
        "plan": tables.plan(stand_ins.transition_plan()),
        "risks": tables.risks(RISKS.assign(severity="high")),
        "sensitivity": tables.sensitivity(stand_ins.sensitivity(), CASE),
        "metrics": tables.metrics(pack),
        "cadence": tables.cadence(pack),
        "responsibilities": tables.responsibilities(pack),
        "contract": tables.contract(pack),
        "glossary": tables.glossary(),
    }


NAMED = named_tables()


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


@pytest.mark.parametrize(
    ("html", "words"),
    [
        (tables.week(replace(stand_ins.plan(), week=None)), "planned by the month"),
        (tables.sensitivity(stand_ins.sensitivity().iloc[:0], CASE), "a low and a high value"),
        (tables.providers(Missing("vendors.csv", "a score", "answers"), CASE), "Not given: vendors.csv"),
    ],
)
def test_what_cannot_be_shown_says_why(html, words):
    assert words in page(html).text


def test_what_the_chapter_already_asks_for_leaves_no_empty_table():
    without_steps = stand_ins.evidence(STEPS.iloc[:0])
    pieces = [tables.variants(None), tables.activities(None), tables.steps(without_steps)]
    assert [piece.markup for piece in pieces] == ["", "", ""]
