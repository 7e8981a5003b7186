"""A client's indifference points: what is cheaper on either side is so, and the whole table is there."""

import numpy as np
import pytest
from course_cases import course_case
from sample_cases import CLAIMS, sample

from bpo_lib.pricing import offered_models
from bpo_lib.pricing.decide.points import (
    POINT_COLUMNS,
    SAME_COST,
    CaseLine,
    cheapest_ranges,
    cost_lines,
    indifference_points,
)

EITHER_SIDE = 0.03  # beyond the 2% within which crossings are one place


@pytest.fixture(scope="module")
def points():
    return indifference_points(course_case())


def test_every_pair_is_compared_along_every_driver(points):
    pairs = set(zip(points["driver"], points["model_a"], points["model_b"], strict=True))
    offers = len(offered_models(course_case()))
    assert len(pairs) == 3 * offers * (offers - 1) / 2
    assert list(points.columns) == POINT_COLUMNS


def test_at_each_point_both_models_cost_the_same(points):
    case = course_case()
    models = offered_models(case)
    exact = points[points["at"] == points["at_last"]]
    assert len(exact)
    for row in exact.itertuples():
        line = CaseLine.of(case, row.driver)
        first, second = line.totals((models[row.model_a], models[row.model_b]), np.array([row.at]))
        assert first[0] == pytest.approx(second[0], rel=1e-9)
        assert row.change == pytest.approx(row.at / row.own - 1)


def test_what_is_called_cheaper_is_cheaper_on_its_side(points):
    case = course_case()
    models = offered_models(case)
    for row in points.dropna(subset=["at"]).itertuples():
        line = CaseLine.of(case, row.driver)
        sides = np.array([row.at * (1 - EITHER_SIDE), row.at_last * (1 + EITHER_SIDE)])
        costs = dict(
            zip(
                (row.model_a, row.model_b),
                line.totals((models[row.model_a], models[row.model_b]), sides),
                strict=True,
            )
        )
        for place, name in enumerate((row.cheaper_below, row.cheaper_above)):
            assert name == SAME_COST or costs[name][place] == min(cost[place] for cost in costs.values())


def test_the_lines_of_a_chart_are_the_costs_compared(points):
    lines = cost_lines(course_case(), "volume", points=9)
    assert lines.index[0] == pytest.approx(points.loc[points["driver"] == "volume", "own"].iloc[0] / 2)
    assert list(lines.columns) == list(offered_models(course_case()))
    assert np.all(np.diff(lines.to_numpy(), axis=0) >= 0)


def test_the_cheapest_of_all_changes_only_where_two_of_them_cross(points):
    case = course_case()
    ranges = cheapest_ranges(case, "volume")
    changes = set(points.loc[points["driver"] == "volume", ["at", "at_last"]].to_numpy().ravel())
    assert set(ranges["first"][1:]) <= changes
    assert ranges["holds"].sum() == 1
    models = offered_models(case)
    line = CaseLine.of(case, "volume")
    costs = line.totals(list(models.values()), ((ranges["first"] + ranges["last"]) / 2).to_numpy())
    assert [list(models)[best] for best in costs.argmin(axis=0)] == list(ranges["model"])


def test_one_offer_alone_has_nothing_to_cross():
    assert indifference_points(sample(CLAIMS)).empty
    assert cheapest_ranges(sample(CLAIMS), "volume").empty
