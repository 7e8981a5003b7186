"""The tables of the judgement: levels with their range, and what is missing in the order of its weight."""

import numpy as np
import pytest
from fit_cases import answers

from bpo_lib.fit import CRITERIA, GATES, Measurement
from bpo_lib.fit.answers import standings
from bpo_lib.fit.gates import judge
from bpo_lib.fit.level_draws import level_draws
from bpo_lib.fit.score_tables import criteria_table, evidence_table, gate_table, missing_labels

KNOWN = standings(
    answers({"S1": 2, "P9": 4}),
    {
        "P9": Measurement(
            "P9", 0.15, "share of cases", 2.0, "event log", level_draws=np.linspace(1.8, 2.2, 50)
        )
    },
)
SHARES = np.linspace(1, 2, 25) / np.linspace(1, 2, 25).sum()
TABLE = criteria_table(KNOWN, SHARES, np.full(25, 0.5), level_draws(KNOWN, 1_024)).set_index("criterion")


def test_contributions_are_points_of_100():
    assert TABLE["contribution"].sum() == pytest.approx(50)


def test_a_level_lies_within_its_range_and_a_missing_one_has_only_the_range():
    known = TABLE.dropna(subset=["level"])
    assert (known["low"] <= known["level"]).all()
    assert (known["level"] <= known["high"]).all()
    # Anything from 1 to 5: a tenth under 1.4 and a tenth over 4.6.
    assert TABLE.loc["R2", ["low", "high"]].to_list() == pytest.approx([1.4, 4.6], abs=0.02)


def test_the_heaviest_missing_answer_comes_first():
    missing = missing_labels(KNOWN, TABLE.reset_index())
    assert missing[0] == "G2 sponsorship"
    assert len(missing) == 23


def test_measured_levels_stand_beside_answers_with_their_range():
    row = evidence_table(KNOWN).iloc[0]
    assert (row["level"], row["answered_level"], row["figure"]) == (2.0, 4.0, "15.0% of cases")
    assert row["level_low"] < 2 < row["level_high"]


def test_gates_say_what_they_remove_and_hold():
    table = gate_table([judge(gate, {}) for gate in GATES])
    assert set(table["status"]) == {"open"}
    assert (table["removes"].map(len) == 0).all()
    assert (table["holds"].map(len) > 0).all()
    assert len(CRITERIA) == 25
