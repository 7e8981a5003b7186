"""What the judgement rests on: weights that count, levels that speak, and moving all raters together."""

import numpy as np
import pandas as pd
import pytest
from fit_cases import HARMLESS, answers, case

from bpo_lib.errors import InputError
from bpo_lib.fit import CRITERIA, fit_inputs, utilities
from bpo_lib.fit.inputs import expected_utilities
from bpo_lib.fit.scales.client_table import KEYS, TABLE_COLUMNS

IDS = [each.id for each in CRITERIA]


def inputs(*given, **more):
    return fit_inputs(case(pd.concat(given, ignore_index=True), **more))


def test_what_one_rater_says_counts_as_it_is():
    found = inputs(answers(dict.fromkeys(IDS, 4)))
    assert np.array_equal(found.utilities, utilities(np.full(25, 4.0)))


def test_two_raters_count_by_the_mean_of_their_values():
    found = inputs(answers({"G1": 2}, "Anna"), answers({"G1": 4}, "Ben"))
    specialist, place = KEYS.index("specialist"), IDS.index("G1")
    assert found.utilities[specialist, place] == 0.5  # it peaks at 3, where nobody is


def test_all_raters_move_by_the_same_amount_until_the_scale_ends():
    found = inputs(answers({"P1": 2}, "Anna"), answers({"P1": 4}, "Ben"))
    offshore, place = KEYS.index("offshore"), IDS.index("P1")
    levels = np.full((2, 25), 3.0)
    levels[1, place] = 5.0  # Anna to 4, Ben would be at 6
    moved = expected_utilities(found.known, found.table, levels)
    assert moved[:, offshore, place] == pytest.approx([(0.25 + 0.75) / 2, (0.75 + 1) / 2])


def test_weights_sum_to_1_and_leave_out_what_separates_nothing():
    row = {"criterion": "S1", "weight": np.nan, "cuts": "", **dict.fromkeys(KEYS, "flat")}
    found = inputs(answers(HARMLESS), criteria=pd.DataFrame([row], columns=TABLE_COLUMNS))
    assert found.weights[0] == 0
    assert found.weights.sum() == pytest.approx(1, abs=1e-12)
    assert found.counted(found.weighting.draws(64, 0)).sum(axis=1) == pytest.approx(np.ones(64))


def test_gates_are_judged_on_what_is_known():
    found = inputs(answers(HARMLESS))
    states = {each.gate.id: each.status for each in found.judgements}
    assert states.pop("G-NPV") == "open"  # nothing is priced
    assert set(states.values()) == {"clear"}


def test_a_table_in_which_nothing_that_counts_separates_anything_says_so():
    rows = [{"criterion": name, "weight": np.nan, "cuts": "", **dict.fromkeys(KEYS, "flat")} for name in IDS]
    found = inputs(answers(HARMLESS), criteria=pd.DataFrame(rows, columns=TABLE_COLUMNS))
    with pytest.raises(InputError, match="flat for all nine alternatives, so nothing tells them apart"):
        _ = found.weights
