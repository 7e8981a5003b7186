"""What would change the answer: worked backwards, so that at each tip and flip two ways are level."""

import numpy as np
import pytest
from fit_cases import HARMLESS, answers, case

from bpo_lib.fit import ALTERNATIVES, fit_inputs
from bpo_lib.fit.inputs import expected_utilities
from bpo_lib.fit.verdict import field_of
from bpo_lib.fit.what_changes import flips_table, least_change, methods_table, settle_table, tips_table

KEYS = [each.key for each in ALTERNATIVES]
INPUTS = fit_inputs(case(answers({name: level for name, level in HARMLESS.items() if name != "R2"})))
FIELD = field_of(INPUTS.judgements)
IDS = [each.criterion.id for each in INPUTS.known]
LEADER = KEYS[(INPUTS.utilities @ INPUTS.weights).argmax()]


def test_at_a_tip_two_ways_are_level():
    for row in tips_table(INPUTS, FIELD).head(5).itertuples():
        place = IDS.index(row.criterion)
        others = np.delete(INPUTS.weights, place)
        weights = np.insert(others / others.sum() * (1 - row.tip), place, row.tip)
        values = dict(zip(KEYS, INPUTS.utilities @ weights, strict=True))
        assert values[row.to] == pytest.approx(values[LEADER], abs=1e-9)


def test_at_a_flip_two_ways_are_level():
    table = flips_table(INPUTS, FIELD)
    assert "R2" not in set(table["criterion"])  # without an answer there is nothing to move away from
    levels = np.array([np.nan if each.level is None else each.level for each in INPUTS.known])
    for row in table.head(5).itertuples():
        moved = np.nan_to_num(levels, nan=3.0)
        moved[IDS.index(row.criterion)] = row.flips_at
        values = dict(
            zip(KEYS, expected_utilities(INPUTS.known, INPUTS.table, moved) @ INPUTS.weights, strict=True)
        )
        assert values[row.to] == pytest.approx(values[LEADER], abs=1e-6)


def test_the_least_change_moves_less_than_any_tip():
    found = least_change(INPUTS, FIELD)
    assert found.weights["after"].sum() == pytest.approx(1)
    moved = (found.weights["after"] - found.weights["before"]).abs().sum()
    assert found.distance == pytest.approx(moved)
    nearest = tips_table(INPUTS, FIELD).iloc[0]
    assert found.distance <= 2 * abs(nearest["tip"] - nearest["weight"]) + 1e-12


def test_where_a_gate_names_the_leader_nothing_changes_it():
    named = FIELD._replace(led_by="G-DOC", leads="redesign")
    assert tips_table(INPUTS, named).empty
    assert flips_table(INPUTS, named).empty
    assert least_change(INPUTS, named) is None


def test_only_what_changes_the_choice_is_worth_settling():
    rng = np.random.default_rng(1)
    levels = rng.uniform(1, 5, (4_096, 25))
    values = np.full((4_096, 9), 0.2)
    values[:, 0], values[:, 1] = 0.5, levels[:, IDS.index("R2")] / 6  # either may be best, by R2 alone
    table = settle_table(INPUTS, levels, values, FIELD)
    assert table.iloc[0][["criterion", "basis"]].to_list() == ["R2", "missing"]
    assert table["gain"].iloc[0] > 10 * table["gain"].iloc[1:].max() or len(table) == 1


def test_methods_name_their_leader_among_the_admissible():
    table = methods_table(INPUTS.utilities, INPUTS.weights, FIELD)
    assert table.loc["additive", "leader"] == LEADER
    assert set(table["leader"]) <= {key for key, state in FIELD.states.items() if state != "stopped"}
    assert "topsis" in table.index


def test_ways_that_are_all_alike_have_no_second_leader():
    table = methods_table(np.full((9, 25), 0.4), np.full(25, 1 / 25), FIELD)
    assert set(table["leader"]) == {"keep"}
    assert table["agrees"].all()
