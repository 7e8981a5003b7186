"""Tables of the fit."""

import numpy as np
from fit_results import fit_result
from sample_cases import CLAIMS, sample
from stand_ins import page

from bpo_lib.workbook import tables
from bpo_lib.workbook.tables.fit import nearest_tips


def test_what_a_gate_stopped_comes_last_without_a_share_of_firsts():
    text = page(tables.fit_alternatives(fit_result())).text
    assert text.index("Keep in-house") < text.index("Offshore provider")  # though offshore is worth more
    assert "70.5" in text
    assert "\u2013" in text


def test_ways_of_adding_up_are_named_with_their_leader_and_why_one_is_a_check_only():
    text = page(tables.fit_methods(fit_result())).text
    assert "Geometric: a very weak side pulls the rest down" in text
    assert "never the score" in text


def test_only_answers_worth_settling_are_listed_with_their_question():
    text = page(tables.settle_first(fit_result())).text
    assert "How many people?" in text
    assert "Which data?" not in text
    assert "1.2" in text


def test_where_nothing_is_worth_settling_it_says_so():
    fit = fit_result()
    nothing = fit_result(settle_first=fit.settle_first.assign(gain=0.0))
    assert "would change what is chosen" in page(tables.settle_first(nothing)).text


def test_tips_are_ordered_by_how_little_has_to_change():
    assert nearest_tips(fit_result())["criterion"].tolist() == ["R1", "P1"]
    assert "14.0%" in page(tables.weight_tips(fit_result())).text


def test_flips_name_the_level_and_what_then_leads():
    text = page(tables.level_flips(fit_result())).text
    assert "3.20" in text
    assert "Shared services" in text


def test_without_a_tip_or_a_flip_the_tables_are_sentences():
    fit = fit_result()
    still = fit_result(tips=fit.tips.assign(tip=np.nan), flips=fit.flips.assign(flips_at=np.nan))
    assert "no weight" in page(tables.weight_tips(still)).text
    assert "no single answer" in page(tables.level_flips(still)).text


def test_the_shapes_are_those_of_the_client_and_flat_is_a_dash():
    text = page(tables.value_functions(sample(CLAIMS))).text
    assert "Strategic differentiation" in text
    assert "peak 2" in text
    assert "flat" not in text
