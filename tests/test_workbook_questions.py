"""Questions: what they ask, and that every assumption they offer is declared."""

import stand_ins
from stand_ins import title

from bpo_lib.intake import DECLARED
from bpo_lib.workbook import questions

CASE = stand_ins.engagement()


def test_every_assumption_of_every_question_is_declared():
    asked = (questions.pricing, questions.staffing, questions.forecast, questions.fit)
    assert {name for question in asked for name in question.names} <= set(DECLARED)


def test_pricing_asks_what_each_model_costs(monkeypatch):
    monkeypatch.setattr(questions, "compare_pricing", lambda _: stand_ins.comparison())
    assert title(questions.pricing(CASE)).startswith("Transaction pricing costs least")


def test_staffing_asks_how_many_are_needed(monkeypatch):
    monkeypatch.setattr(questions, "staffing_plan", lambda _: stand_ins.plan())
    assert title(questions.staffing(CASE)).startswith("71.1 FTE are paid on average")


def test_forecast_asks_what_to_expect(monkeypatch):
    monkeypatch.setattr(questions, "volume_outlook", lambda _: stand_ins.outlook())
    assert title(questions.forecast(CASE)).startswith("The first year is expected to bring")


def test_fit_asks_for_the_score_which_moves_with_the_weights(monkeypatch):
    monkeypatch.setattr(questions, "score_fit", lambda _: stand_ins.fit())
    assert title(questions.fit(CASE)).startswith("The score is")


def test_a_back_office_is_not_asked_about_answer_times():
    office = stand_ins.engagement(operation="back_office")
    assert "work.answer_seconds" in questions.staffing.names_for(CASE)
    assert "work.answer_seconds" not in questions.staffing.names_for(office)
    assert "people.attrition_per_year" in questions.staffing.names_for(office)
