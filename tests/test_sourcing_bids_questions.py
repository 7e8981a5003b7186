"""The questions to bidders: every criterion is asked about, in the client's words."""

from dataclasses import replace

import pytest
from sample_cases import PAYABLES, sample

from bpo_lib.sourcing import VENDOR_CRITERIA
from bpo_lib.sourcing.bids.needs import client_needs
from bpo_lib.sourcing.bids.questions import QUESTIONS, bidder_questions


def test_every_criterion_is_asked_about_and_nothing_unknown_is():
    asked = {criterion for each in QUESTIONS for criterion in each.criteria}
    assert asked == {each.id for each in VENDOR_CRITERIA}


@pytest.mark.parametrize(
    "topic",
    [
        "Your experience", "Results in our kind of work", "References", "Capacity", "Growing and shrinking",
        "Sites and people", "Security and privacy", "Past breaches", "Regulation", "Sub-contracting",
        "Continuity", "Attrition", "Pilot",
    ],
)  # fmt: skip
def test_what_a_careful_buyer_asks_is_among_them_with_its_proof(topic):
    (found,) = [each for each in QUESTIONS if each.topic == topic]
    assert found.answer_with


def test_questions_speak_of_the_clients_own_work_and_peak():
    case = sample(PAYABLES)
    questions = bidder_questions(case).set_index("topic")["question"]
    assert "cost of one invoice" in questions["Results in our kind of work"]
    assert f"up to {client_needs(case).peak:,.0f} in a month" in questions["Capacity"]
    assert not questions.str.contains("{", regex=False).any()


def test_without_a_forecast_no_peak_is_made_up():
    questions = bidder_questions(replace(sample(PAYABLES), history=None)).set_index("topic")["question"]
    assert questions["Capacity"].endswith("people you can show us?")


def test_what_a_client_wrote_is_never_read_as_a_pattern():
    case = sample(PAYABLES)
    odd = replace(case, profile=case.profile.model_copy(update={"sector": "{unit} {0} %s"}))
    questions = bidder_questions(odd).set_index("topic")["question"]
    assert "%s" in questions["Regulation"]
