"""The weight of every criterion: group times share inside, from raters or the house, and its draws."""

from dataclasses import replace
from itertools import pairwise

import fit_cases
import numpy as np
import pandas as pd
import pytest
from judgement_cases import weight_rows

from bpo_lib.errors import InputError
from bpo_lib.fit import CRITERIA, GROUPS, FitWeights, elicited_weights
from bpo_lib.fit.weighting.elicited import SET_COLUMNS, WEIGHT_SETS

HOUSE = elicited_weights(fit_cases.case())
POINTS = {"strategy": 100, "process": 50, "demand": 50, "risk": 100, "market": 75, "governance": 25}


def weighed(*rows, **fields):
    return elicited_weights(replace(fit_cases.case(), weights=weight_rows(*rows), **fields))


def by_swing():
    return [("swing", group, "", points, "Ann") for group, points in POINTS.items()]


def test_what_nobody_weighed_keeps_the_weights_of_the_house():
    assert HOUSE.by_criterion == pytest.approx(FitWeights().by_criterion(), abs=1e-15)
    assert list(HOUSE.by_criterion) == [each.id for each in CRITERIA]
    assert HOUSE.method == "house points for the groups, house points inside each"
    assert HOUSE.notes == ()


def test_group_and_share_inside_multiply_by_hand():
    # Governance has 25 of 400 points, and G1 three quarters of governance.
    weighting = weighed(*by_swing(), ("swing", "G1", "", 75, "Ann"), ("swing", "G2", "", 25, "Ann"))
    assert weighting.by_criterion["G1"] == pytest.approx(25 / 400 * 0.75)
    assert weighting.method == "points for the groups, points inside some of them"


def test_methods_may_differ_from_set_to_set():
    comparisons = [("compare", "strategy", other, 2, "Ann") for other in GROUPS[1:]]
    ranks = [("rank", name, "", place, "Bo") for place, name in enumerate(WEIGHT_SETS["market"], 1)]
    weighting = weighed(*comparisons, *ranks)
    table = weighting.sets.set_index("set")
    assert table.loc[["groups", "market", "risk"], "method"].tolist() == ["compare", "rank", "house"]
    assert weighting.by_criterion["S1"] + weighting.by_criterion["S2"] == pytest.approx(2 / 7)
    assert weighting.by_criterion["M1"] == pytest.approx(1 / 7 * 25 / 48)
    assert weighting.method == "comparisons of pairs for the groups, ranks inside some of them"


def test_the_table_of_sets_shows_consistency_with_its_random_index():
    chain = [("compare", one, other, 2, "Ann") for one, other in pairwise(GROUPS)]
    full = [*chain, ("compare", "strategy", "governance", 2, "Ann")]
    groups = weighed(*full).sets.iloc[0]
    assert list(groups.index) == SET_COLUMNS
    assert groups["random_index"] == pytest.approx(1.24 / 10)  # one judgement beyond a chain, of ten
    assert groups["consistency_ratio"] == pytest.approx(groups["consistency_index"] / groups["random_index"])
    assert (groups["revisit"].first, groups["revisit"].second) != ("", "")


def test_contradicting_comparisons_are_a_note():
    circle = [("compare", one, other, 9, "Ann") for one, other in pairwise(GROUPS)]
    notes = weighed(*circle, ("compare", "governance", "strategy", 9, "Ann")).notes
    assert "Comparisons of the groups: 9 of 15 pairs were not judged" in notes[0]
    assert notes[1].startswith(
        "The comparisons of the groups contradict one another more than Saaty's limit of 10%"
    )


def test_draws_fit_the_weights_and_sum_to_one():
    draws = HOUSE.draws(4_096, seed=3)
    assert draws.shape == (4_096, 25)
    assert draws.sum(axis=1) == pytest.approx(np.ones(4_096))
    assert draws.mean(axis=0) == pytest.approx(list(HOUSE.by_criterion.values()), abs=2e-3)


def test_draws_repeat_themselves_and_follow_the_seed():
    assert (HOUSE.draws(100, seed=1) == HOUSE.draws(100, seed=1)).all()
    assert (HOUSE.draws(100, seed=1) != HOUSE.draws(100, seed=2)).any()


def test_what_raters_said_spreads_less_than_the_house():
    said, house = weighed(*by_swing()).draws(2_048), HOUSE.draws(2_048)
    columns = [place for place, each in enumerate(CRITERIA) if each.group == "risk"]
    relative = [
        (draws[:, columns].sum(axis=1)).std() / draws[:, columns].sum(axis=1).mean()
        for draws in (said, house)
    ]
    assert relative[0] < relative[1] / 2


def test_the_spread_is_an_assumption_of_the_client():
    exact = FitWeights(weight_spread=0, house_weight_spread=0)
    draws = elicited_weights(fit_cases.case(weights=exact)).draws(64)
    assert draws == pytest.approx(np.tile(list(exact.by_criterion().values()), (64, 1)))


def test_other_points_for_a_group_leave_the_others_theirs():
    moved = HOUSE.with_points({"risk": 0, "process": 50})
    assert moved.points == pytest.approx(
        {
            "strategy": 600 / 7,
            "process": 500 / 7,
            "demand": 600 / 7,
            "risk": 0,
            "market": 100,
            "governance": 500 / 7,
        }
    )
    assert moved.by_criterion["R1"] == 0
    assert (moved.draws(32)[:, [each.group == "risk" for each in CRITERIA]] == 0).all()
    assert moved.method == "points set by hand for the groups, house points inside each"


def test_the_same_points_change_nothing():
    assert HOUSE.with_points(HOUSE.points) is HOUSE


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"P1": 50}, "'P1' is not a group; the groups are strategy, process"),
        ({"risk": -5}, "the points of risk are -5"),
        (dict.fromkeys(GROUPS, 0), "nothing has any points"),
    ],
)
def test_points_that_cannot_be_set_say_why(changes, words):
    with pytest.raises(InputError, match=words):
        HOUSE.with_points(changes)


def test_a_firms_own_points_of_a_criterion_count_inside_its_group():
    own = pd.DataFrame({"criterion": ["G1", "G2"], "weight": [1.0, float("nan")], "cuts": ["", ""]})
    weighting = elicited_weights(replace(fit_cases.case(), criteria=own))
    points = {each.id: each.weight for each in CRITERIA}
    house = FitWeights().by_criterion()
    governance = house["G1"] + house["G2"]
    assert weighting.by_criterion["G1"] == pytest.approx(governance / (1 + points["G2"]))


def test_draws_of_one_set_are_those_that_make_up_the_draws_of_all():
    groups = HOUSE.set_draws("groups", 256, seed=4)
    of_governance = [place for place, each in enumerate(CRITERIA) if each.group == "governance"]
    assert HOUSE.draws(256, seed=4)[:, of_governance].sum(axis=1) == pytest.approx(groups[:, -1])
    inside = HOUSE.set_draws("governance", 256, seed=4)
    assert HOUSE.draws(256, seed=4)[:, of_governance] == pytest.approx(groups[:, [-1]] * inside)


def test_a_scenario_moves_the_groups_it_names_and_leaves_what_raters_said_of_the_others():
    case = replace(fit_cases.case(), weights=weight_rows(*by_swing()))
    moved = elicited_weights(case.with_values({"fit.risk": 0}, origin="scenario no risk"))
    assert moved.points == pytest.approx(POINTS | {"risk": 0})
    assert moved.by_set["groups"].method == "set"
    assert elicited_weights(case).points == pytest.approx(POINTS)


def test_a_what_if_with_all_points_counts_as_it_stands():
    case = replace(fit_cases.case(), weights=weight_rows(*by_swing()))
    points = dict(zip(GROUPS, (10, 20, 30, 40, 50, 100), strict=True))
    assert elicited_weights(
        case.with_values({f"fit.{name}": each for name, each in points.items()})
    ).points == (pytest.approx(points))


def test_a_saved_scenario_weighs_as_the_panel_did():
    points = dict(zip(GROUPS, (10, 20, 30, 40, 50, 100), strict=True))
    saved = fit_cases.case().with_values({f"fit.{name}": each for name, each in points.items()})
    assert elicited_weights(saved).draws(64) == pytest.approx(HOUSE.with_points(points).draws(64))
