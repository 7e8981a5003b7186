"""The chart of what a promise to answer costs."""

import stand_ins
from stand_ins import page, title

from bpo_lib.workbook.charts.service import service_cost

CASE = stand_ins.engagement()
FRAME = stand_ins.service_cost()


def test_the_own_promise_and_the_next_better_one_are_priced():
    # 92 people at 4,200 are 386,400; 96 of them 16,800 more.
    assert title(service_cost(FRAME, CASE)) == (
        "Answering 80% within 20 seconds costs EUR 386,000 a month; 90% would cost EUR 16,800 more"
    )


def test_at_the_best_level_only_its_own_price_is_said():
    best = FRAME.assign(own=(FRAME["answer_seconds"] == 20) & (FRAME["service_level"] == 0.9))
    assert title(service_cost(best, CASE)) == "Answering 90% within 20 seconds costs EUR 403,000 a month"


def test_every_answer_time_is_named_at_its_line():
    texts = {text.text.replace("\u00a0", " ").strip() for text in page(service_cost(FRAME, CASE)).svg("text")}
    assert {"within 10 s", "within 20 s", "within 60 s"} <= texts


def test_work_that_can_wait_shows_nothing():
    assert service_cost(FRAME.iloc[:0], CASE).markup == ""


def test_without_work_it_is_said():
    assert "No work is expected" in page(service_cost(FRAME.assign(paid_fte=0.0), CASE)).text
