"""What the weights say: their source, what counts most, who contradicts himself and where raters part."""

from dataclasses import replace
from itertools import combinations

import fit_cases
from judgement_cases import weight_rows

from bpo_lib.fit import GROUPS, elicited_weights
from bpo_lib.workbook.weight_findings import weight_findings


def found(*rows):
    return weight_findings(elicited_weights(replace(fit_cases.case(), weights=weight_rows(*rows))))


def pairs(rater, **times):
    """Return all pairs of groups alike but those given as strategy_process=3."""
    return [
        ("compare", one, other, times.get(f"{one}_{other}", 1), rater)
        for one, other in combinations(GROUPS, 2)
    ]


def points(rater, *given):
    return [("swing", group, "", value, rater) for group, value in zip(GROUPS, given, strict=True)]


def test_the_house_says_that_nobody_was_asked():
    assert found() == (
        "The groups are weighed by points of the house, the criteria inside each by points of the house.",
        "Most weight goes to the process itself (23.8%) and risk (19.0%), least to governance (11.9%).",
    )


def test_points_name_their_raters_and_where_they_part():
    # Shares of the market: 10 of 100 for Ann, 30 of 100 for Bo. W by hand: 12 * 21 / (4 * 210 - 2 * 96).
    source, largest, part = found(
        *points("Ann", 20, 20, 20, 20, 10, 10), *points("Bo", 20, 10, 20, 10, 30, 10)
    )
    assert source.startswith("The groups are weighed by points for the step from worst to best (2 raters), ")
    assert largest == "Most weight goes to strategy (20.0%) and demand (20.0%), least to governance (10.0%)."
    assert part == (
        "On the groups the raters differ most over the market: 10.0% for Ann and 30.0% for Bo; "
        "on the order they agree to 0.39 of 1 (Kendall's W)."
    )


def test_raters_who_agree_are_said_to():
    assert "All raters weigh the groups alike." in found(*points("Ann", *[10] * 6), *points("Bo", *[20] * 6))


def test_one_raters_comparisons_name_the_judgement_to_revisit():
    said = found(*pairs("Ann", strategy_process=3))
    assert said[0].startswith("The groups are weighed by comparisons of pairs (Ann), the criteria")
    assert said[2] == (
        "The comparisons of the groups have a consistency ratio of 0.023, within the limit of 0.10; worth "
        "a second look: strategy counts 3 times as much as the process itself; alike would fit the other "
        "judgements best."
    )


def test_of_several_raters_the_least_consistent_is_named():
    said = found(*pairs("Ann"), *pairs("Bo", strategy_process=9))
    assert said[3].startswith("The judgements of Bo contradict one another most (0.1")
    assert "strategy counts 9 times as much as the process itself; alike would fit" in said[3]


def test_a_ratio_above_the_limit_is_said_plainly():
    said = found(*pairs("Ann", strategy_process=9, process_demand=9, strategy_demand=1 / 9))
    assert "above the limit of 0.10" in said[2]
    assert said[3] == (
        "Furthest apart among them: demand counts 9 times as much as strategy, but by way of the process "
        "itself it would be 1/81."
    )
    assert "contradict one another more than Saaty's limit of 10% allows" in said[-1]


def test_sets_inside_a_group_are_named():
    ranks = [("rank", name, "", place, "Ann") for place, name in enumerate(("R1", "R2", "R3", "R4"), 1)]
    assert found(*ranks)[0] == (
        "The groups are weighed by points of the house, the criteria of risk by ranks (Ann)."
    )
