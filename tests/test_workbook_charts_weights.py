"""The chart of weights: the finding on top, every rater drawn, the data beside it."""

from dataclasses import replace

import fit_cases
from judgement_cases import weight_rows
from stand_ins import HOSTILE, page, rows, title

from bpo_lib.fit import GROUPS, elicited_weights
from bpo_lib.workbook.charts.weights import weights

HOUSE = elicited_weights(fit_cases.case())


def weighed(*given):
    return elicited_weights(replace(fit_cases.case(), weights=weight_rows(*given)))


def points(rater, *given):
    return [("swing", group, "", value, rater) for group, value in zip(GROUPS, given, strict=True)]


def dots(html):
    return len(page(html).svg.find_all("circle"))


def test_without_raters_the_title_names_the_heaviest_and_the_lightest():
    shown = weights(HOUSE)
    assert title(shown) == "The process itself counts most, 23.8%; governance least, 11.9%"
    assert dots(shown) == 0


def test_raters_are_dots_and_the_title_says_where_they_part():
    shown = weights(weighed(*points("Ann", 20, 20, 20, 30, 5, 5), *points(HOSTILE, 20, 10, 20, 10, 30, 10)))
    assert title(shown) == "Strategy counts most, 20.0%; the raters differ most over the market"
    assert dots(shown) == 12
    assert "<script>" not in shown.markup


def test_weights_that_are_all_alike_are_said_to_be():
    assert title(weights(weighed(*points("Ann", *[10] * 6)))) == "All of the groups count alike, 16.7%"


def test_the_criteria_of_one_group_can_be_drawn():
    shown = weights(HOUSE, name="governance")
    assert title(shown).startswith("Retained management counts most")
    assert len(rows(shown)) == 2
