"""Charts of the fit: the title is the finding, and what is drawn adds up."""

import numpy as np
import pandas as pd
import pytest
from fit_results import fit_result
from stand_ins import page, title

from bpo_lib.workbook import charts
from bpo_lib.workbook.charts.fit import lead_parts


def test_the_title_says_how_often_the_leader_comes_first_and_who_else_does():
    said = title(charts.acceptability(fit_result()))
    assert said == "Nearshore provider comes first in 62% of cases, shared services in 36%"


def test_a_leader_that_is_never_beaten_is_said_to_hold_whatever_comes():
    fit = fit_result()
    sure = fit.alternatives.assign(first=[1.0, 0.0, 0.0, 0.0])
    assert "whatever the answers" in title(charts.acceptability(fit_result(alternatives=sure)))


def test_what_a_gate_stopped_is_not_ranked():
    assert "Offshore" not in page(charts.acceptability(fit_result())).svg.text


def test_one_alternative_alone_has_neither_ranking_nor_lead():
    alone = fit_result(runner_up=None, acceptability=pd.DataFrame([[1.0]], index=["keep"], columns=[1]))
    assert "no ranking" in page(charts.acceptability(alone)).text
    assert "no lead" in page(charts.margin(alone)).text


def test_the_parts_of_the_lead_add_up_to_it():
    parts = lead_parts(fit_result())
    # By hand: documentation .3 x (.75 - .5) = 7.5 points, data .1 x (.25 - .75) = -5.
    assert parts["gap"].tolist() == pytest.approx([7.5, 0, 0, -5])
    assert parts["gap"].sum() == pytest.approx(2.5, abs=1e-12)


def test_the_margin_names_what_carries_it_and_what_speaks_against_it():
    assert title(charts.margin(fit_result())) == (
        "Nearshore provider leads shared services by 2.5 points, most of it from documentation (+7.5), "
        "against data sensitivity <b> (\u22125.0)"
    )


def test_a_lead_of_nothing_is_called_level():
    fit = fit_result()
    same = fit.contributions.copy()
    same.loc["nearshore"] = same.loc["shared_services"]
    assert title(charts.margin(fit_result(contributions=same))) == (
        "Nearshore provider and shared services are worth the same"
    )


def test_criteria_beyond_the_largest_are_drawn_as_one():
    names = [f"C{place}" for place in range(20)]
    values = pd.DataFrame([np.arange(20) / 1000, np.zeros(20)], index=["nearshore", "keep"], columns=names)
    criteria = pd.DataFrame({"criterion": names, "name": names})
    many = fit_result(contributions=values, criteria=criteria, runner_up="keep")
    assert "9 other criteria" in page(charts.margin(many)).svg.text


def test_the_nearest_weight_that_changes_the_leader_stands_on_top():
    said = title(charts.weight_tips(fit_result()))
    assert said.startswith("Data sensitivity <b> is nearest to changing the answer: at a weight of 14.0%")
    assert said.endswith("shared services would lead")


def test_where_no_weight_changes_the_leader_a_sentence_says_so():
    fit = fit_result()
    assert "No weight" in page(charts.weight_tips(fit_result(tips=fit.tips.assign(tip=np.nan)))).text


def test_raters_stand_beside_one_another_where_several_rated():
    shown = page(charts.raters(fit_result()))
    assert "Ben <i>" in shown.svg.text
    assert "Data sensitivity" not in shown.svg.text  # only Anna rated it
    assert "on 1 of 2 criteria they are two levels or more apart" in shown.text


def test_one_rater_alone_cannot_agree_or_disagree():
    assert "Fewer than two" in page(charts.raters(fit_result(agreement=None))).text


def test_raters_who_never_differ_are_said_to():
    agreed = fit_result().agreement._replace(alpha=np.nan, words="undefined")
    assert "the same level throughout" in title(charts.raters(fit_result(agreement=agreed)))
