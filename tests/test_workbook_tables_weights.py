"""Tables of the weights: each rater beside the joint weight, consistency with its random index printed."""

from dataclasses import replace

import fit_cases
from judgement_cases import weight_rows
from stand_ins import HOSTILE, page, rows

from bpo_lib.fit import GROUPS, elicited_weights
from bpo_lib.workbook.tables.weights import random_indices, weight_consistency, weights

HOUSE = elicited_weights(fit_cases.case())


def weighed(*given):
    return elicited_weights(replace(fit_cases.case(), weights=weight_rows(*given)))


def points(rater, *given):
    return [("swing", group, "", value, rater) for group, value in zip(GROUPS, given, strict=True)]


def judged(rater, third):
    pairs = {
        ("D1", "D2"): 2,
        ("D1", "D3"): 4,
        ("D2", "D3"): third,
        ("D1", "D4"): 4,
        ("D2", "D4"): 2,
        ("D3", "D4"): 1,
    }
    return [("compare", *pair, times, rater) for pair, times in pairs.items()]


def heads(html):
    return [cell.text for cell in page(html).thead.find_all("th")]


def test_each_rater_stands_beside_the_joint_weight():
    shown = weights(weighed(*points("Ann", 20, 20, 20, 20, 10, 10), *points(HOSTILE, 20, 10, 20, 10, 30, 10)))
    assert heads(shown) == ["What is weighed", "Weight", "Range", "Ann", HOSTILE]
    assert "<script>" not in shown.markup
    market = rows(shown)[4]
    assert (market[0], market[1], market[3:]) == ("The market", "20.0%", ["10.0%", "30.0%"])


def test_the_range_of_a_weight_lies_around_it():
    low, high = (float(end.strip("%")) for end in rows(weights(HOUSE))[1][2].split(" to "))
    assert low < 23.8 < high


def test_criteria_inside_a_group_are_shown_by_name():
    shown = weights(HOUSE, "risk")
    assert page(shown).caption.text == "How much the criteria of risk count"
    assert [row[0] for row in rows(shown)] == [
        "Data sensitivity",
        "Regulatory constraint",
        "Harm of failure",
        "Lock-in",
    ]


def test_consistency_is_shown_rater_by_rater_with_the_random_index():
    # Bo says 1 where 2 would fit: one judgement of six is off.
    shown = rows(weight_consistency(weighed(*judged("Ann", 2), *judged("Bo", 1))))
    assert [row[0] for row in shown] == ["The criteria of demand, all raters joined", "Ann", "Bo"]
    assert [row[2] for row in shown] == ["0.90", "0.90", "0.90"]
    assert shown[1][1:] == ["0.000", "0.90", "0.000", "yes", ""]
    assert shown[2][4] == "yes"
    assert shown[2][5].endswith("2 times would fit the other judgements best")


def test_a_ratio_above_the_limit_is_a_no():
    assert rows(weight_consistency(weighed(*judged("Ann", 1 / 9))))[0][4] == "no"


def test_without_comparisons_a_sentence_stands_in():
    assert "nobody compared pairs" in weight_consistency(HOUSE).markup


def test_the_table_of_random_indices_is_printed():
    assert heads(random_indices()) == ["Things compared", *(str(size) for size in range(3, 11))]
    assert rows(random_indices())[0][1:] == ["0.58", "0.90", "1.12", "1.24", "1.32", "1.41", "1.45", "1.49"]
