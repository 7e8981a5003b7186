"""Tables that help to choose: rows and words as computed, and a sentence where nothing can be shown."""

import pandas as pd
import pytest
from course_cases import course_case
from stand_ins import page, rows

from bpo_lib.pricing.decide.asymmetry import volume_clause
from bpo_lib.pricing.decide.deflection import deflection
from bpo_lib.pricing.decide.frontier import frontier
from bpo_lib.pricing.decide.incentive import incentive
from bpo_lib.pricing.decide.points import POINT_COLUMNS, indifference_points
from bpo_lib.workbook import numbers, tables
from bpo_lib.workbook.tables.decide import contract_words


@pytest.fixture(scope="module")
def case():
    return course_case()


def test_each_point_has_its_row(case):
    frame = indifference_points(case)
    shown = rows(tables.indifference_points(frame, case))
    assert len(shown) == len(frame)
    assert shown[0][:2] == ["Claims a month", "Per FTE or transaction"]


def test_a_pair_that_never_crosses_and_a_place_of_many_crossings_are_told(case):
    frame = pd.DataFrame(
        [
            (
                "occupancy",
                "per_fte",
                "outcome",
                0.8,
                float("nan"),
                float("nan"),
                float("nan"),
                *["outcome"] * 2,
            ),
            ("volume", "per_fte", "outcome", 1_000, 1_100, 1_115, 0.1, "per_fte", "same"),
        ],
        columns=POINT_COLUMNS,
    )
    shown = rows(tables.indifference_points(frame, case))
    assert shown[0][3:] == ["nowhere", "", "Outcome", "Outcome"]
    assert shown[1][3:] == ["1,100 to 1,120", "+10.0%", "Per FTE", "both the same"]


def test_whom_automating_pays_is_said_in_a_word(case):
    frame = incentive(case)
    shown = rows(tables.incentive(frame, case))
    assert [row[2] for row in shown] == ["yes" if pays else "no" for pays in frame["pays"]]
    assert "none" in {row[7] for row in shown}


def test_machines_move_cost_and_margin(case):
    shown = rows(tables.deflection(deflection(case), case))
    assert [row[0] for row in shown] == ["0%", "10%", "20%", "30%", "40%", "50%"]


def test_the_frontier_shows_offers_and_what_beats_them(case):
    frame = frontier(case)
    shown = rows(tables.frontier(frame, case))
    assert len(shown) == int((frame["efficient"] | (frame["kind"] == "offer")).sum())
    assert any(row[0] == "Offer: per FTE" for row in shown)


def test_a_contract_is_told_in_words():
    nothing = float("nan")
    split = {"kind": "candidate", "name": "", "fixed_share": 0.5, "risk_share": 0.2}
    assert contract_words(split) == "50% fixed, 30% by volume, 20% by outcome"
    band = {"kind": "candidate", "name": "", "fixed_share": nothing, "dead_band": 0.1, "rate_share": 0.75}
    assert contract_words(band | {"commitment": 0.8}) == "ARC and RRC at 75%, dead band 10%, minimum 80%"


def test_a_commitment_shows_what_it_costs_and_how_often(case):
    clause = volume_clause(case)
    shown = rows(tables.volume_clause(clause, case))
    assert shown[0][2] == numbers.percent(clause.commitments["period_chance"].iloc[0])
    assert len(page(tables.volume_clause(clause, case)).find_all("table")) == 2


def test_what_is_not_known_is_a_sentence(case):
    assert "at least two offers" in tables.indifference_points(pd.DataFrame(), case).markup
    assert "provider" in tables.incentive(pd.DataFrame(), case).markup
    assert "provider" in tables.frontier(None, case).markup
    assert "per transaction" in tables.volume_clause(None, case).markup
