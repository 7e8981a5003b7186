"""What the fit says in sentences: figures of the judgement, and no identifier a board would stumble over."""

import re

import numpy as np
import pytest
from fit_results import fit_result

from bpo_lib.fit.alternatives import OUTSOURCED
from bpo_lib.workbook.fit_findings import fit_findings


def said(**changes):
    return " ".join(fit_findings(fit_result(**changes)))


def test_the_answer_comes_first_and_names_leader_runner_up_and_range():
    first, second, *_ = fit_findings(fit_result())
    assert first == "The work may leave the house once the open conditions are met."
    assert second == (
        "Best is to outsource it nearshore: 65.0 of 100 (58.0 to 71.0). "
        "Next best is to pool it in shared services: 62.5."
    )


def test_a_leaning_answer_says_what_would_change_it():
    assert "leans that way, and changes if documentation turns out at level 3.2 in place of 4.0" in said()


def test_an_open_answer_names_both_and_what_to_settle_first():
    assert "open between nearshore provider and shared services; settle scale first" in said(standing="open")


def test_a_robust_answer_says_so_without_doubts():
    assert "the answer is robust" in said(standing="robust")


def test_what_carries_the_lead_is_named_with_its_points():
    assert "What puts it ahead, in points: documentation (+7.5); most against it: data sensitivity" in said()


def test_what_a_gate_stopped_says_why_and_what_lifts_it():
    words = (
        "Offshore provider: stopped, since the data has to stay in the EU. What lifts it: a written opinion"
    )
    assert words in said()


def test_where_a_gate_removes_every_way_of_outsourcing_it_is_said_in_one_word():
    fit = fit_result()
    gates = fit.gates.assign(removes=[(), ("shared_services", *OUTSOURCED)])
    assert "Every way of outsourcing and shared services: stopped" in said(gates=gates)


def test_a_leader_that_a_gate_names_is_not_called_robust_by_its_score():
    text = said(led_by="G-DOC", standing="robust")
    assert "A gate names it" in text
    assert "robust" not in text


def test_a_leader_alone_has_no_rival_in_the_sentences():
    alone = fit_result(runner_up=None)
    text = " ".join(fit_findings(alone))
    assert "the gates leave no other alternative" in text
    assert "puts it ahead" not in text


def test_methods_that_differ_and_raters_that_do_are_told():
    text = said()
    assert "pessimistic" in text
    assert "Raters agree too little to rely on their mean (Krippendorff's alpha 0.55)" in text


def test_nothing_is_claimed_where_nothing_is_known():
    fit = fit_result()
    calm = said(
        missing=(),
        agreement=None,
        tips=fit.tips.assign(tip=np.nan),
        methods=fit.methods.assign(agrees=True),
    )
    assert "missing" not in calm
    assert "Raters" not in calm
    assert "No weight of a single criterion" in calm


@pytest.mark.parametrize("verdict", ["pass", "conditional", "fail"])
def test_no_pilot_is_asked_for_and_no_identifier_is_shown(verdict):
    text = said(verdict=verdict, missing=())
    assert "pilot" not in text
    assert not re.search(r"\bG-[A-Z]+|\b[SPDRMG]\d\b", text)
