"""The bids in sentences: parts that add up, who is out and why, and what only several evaluators show."""

import re
from dataclasses import replace

import pandas as pd
import pytest
import stand_ins

from bpo_lib.errors import Missing
from bpo_lib.sourcing.bids.severity import severity
from bpo_lib.workbook import bid_findings as module

CASE, SCORES = stand_ins.engagement(), stand_ins.provider_scores()


@pytest.fixture
def said(monkeypatch):
    def of(**changes):
        monkeypatch.setattr(module, "score_providers", lambda _case: replace(SCORES, **changes))
        return " ".join(module.bid_findings(CASE)).replace("\u2212", "-").replace("\u00a0", " ")

    return of


def test_without_bids_nothing_is_said(monkeypatch):
    monkeypatch.setattr(module, "score_providers", lambda _case: Missing("vendors.csv", "a score", "answers"))
    assert module.bid_findings(CASE) == ()


def test_the_parts_of_the_lead_add_up_to_it(said):
    gaps = [3.04, 2.73, -1.26, 0.33, 0.31]
    lead = pd.DataFrame({"criterion": "x", "name": [f"N{place}" for place in range(5)], "gap": gaps})
    first = said(lead=lead.sort_values("gap", ascending=False)).split(". With weights")[0]
    total, *parts = [float(number) for number in re.findall(r"[+-]?\d+\.\d", first)]
    assert total == 5.2  # 5.15 in all
    assert sum(parts) == pytest.approx(total)
    assert len(parts) == 4  # the two largest gains, the largest loss and the rest


def test_who_scores_most_how_often_and_what_would_turn_it(said):
    words = said()
    assert "Alfa scores most in 75% of the draws and Bravo in 25%" in words
    assert "Bravo would score most if price of one transaction weighed 41.0% in place of 22.0%" in words
    assert "No weight of a single criterion" in said(tips=SCORES.tips.iloc[:0])


def test_who_is_out_says_why_and_who_is_not_in_yet_says_with_what(said):
    gates = pd.concat(
        [SCORES.gates, SCORES.gates.assign(vendor="Bravo", status="open", lifts="a signed statement")]
    )
    words = said(gates=gates)
    assert "is out: security certificate in force (ran out on 30 June 2026)" in words
    assert "Bravo is in only with a signed statement." in words


def test_without_price_the_order_may_change(said):
    assert "Without price the providers stand in the same order" in said()
    turned = SCORES.table.assign(rank_without_price=pd.array([2, 1, None], dtype="Int64"))
    assert "Without price the order changes: Bravo would be first" in said(table=turned)


def test_evaluators_agreement_and_agenda(said):
    words = said()
    assert "agree too little to rely on their mean (Krippendorff's alpha 0.41, from 0.12 to 0.66)" in words
    assert "talk about 1 answer with marks two levels or more apart" in words
    assert "evaluators" not in said(panel=None)


def test_a_severe_evaluator_is_named_with_its_levels(said):
    marks = pd.DataFrame([[4, 4, 3, 5, 3], [3, 3, 2, 4, 2.5]], ["Kim", "Lee"], range(5))
    words = said(panel=replace(SCORES.panel, severity=severity(marks)))
    assert "For the same answer Lee marks 0.45 levels lower than the panel" in words


def test_evaluators_who_share_nothing_are_not_compared(said):
    marks = pd.DataFrame([[4, None], [None, 3]], ["Kim", "Lee"], range(2))
    assert "marked nothing in common: Kim; Lee. Let one of each side mark the same bid" in said(
        panel=replace(SCORES.panel, severity=severity(marks))
    )


def test_an_order_that_severity_would_change_is_said(said):
    quality = pd.DataFrame({"quality": [70.0, 65.0], "adjusted": [66.0, 68.0]}, index=["Alfa", "Bravo"])
    assert "Adjusted for who marked what, Bravo has the best quality" in said(
        panel=replace(SCORES.panel, quality=quality)
    )


def test_the_record_says_when_weights_were_set_and_which_calls_are_bare(said):
    assert "Weights were set late." in said()
    calls = SCORES.calls.assign(note="")
    assert "1 of 1 answers confirmed by a reference have no date or no note" in said(calls=calls)


def test_without_a_runner_up_the_reason_stands_alone(said):
    assert said(runner_up=None).startswith(SCORES.reason)


def test_bids_that_score_alike_are_said_to_with_no_parts(said):
    alike = SCORES.table.assign(score=70.0)
    assert said(table=alike, reason="Alfa and Bravo score alike.").startswith("Alfa and Bravo score alike.")
