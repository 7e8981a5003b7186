"""Tables of a clause replayed on the client's own months."""

from dataclasses import replace

from clause_cases import client, published
from stand_ins import page, rows
from volume_cases import counts

from bpo_lib.engagement import History
from bpo_lib.pricing import PerFtePricing, replay
from bpo_lib.workbook import charts, tables


def shown(model, **how):
    return tables.replay(replay(client(), model), model, client(), **how)


def test_each_month_shows_its_charges_and_what_it_cost_in_house():
    # 1,200 in August: 100 above the band at 40.
    august = rows(shown(published()))[2]
    assert august[:6] == ["Aug 2024", "1,200", "50,000", "4,000", "0", "54,000"]
    assert august[6] == "45.00"


def test_a_form_of_one_charge_needs_no_column_for_it():
    heads = [head.text for head in page(shown(PerFtePricing(rate_per_month=3_600))).thead.find_all("th")]
    assert heads == ["Month", "Volume", "Billed EUR", "For one transaction EUR", "In-house EUR"]


def test_only_the_latest_months_are_shown_and_that_is_said():
    some = shown(published(), months=3)
    assert [row[0] for row in rows(some)] == ["Oct 2024", "Nov 2024", "Dec 2024"]
    assert "The latest 3 of 7 months counted" in page(some).text


def test_a_period_cut_short_is_named():
    model = published(settlement_months=3)
    assert "cuts short the period settled in Jun 2024" in page(shown(model)).text
    assert "cuts short" not in page(shown(published())).text


def test_the_summary_compares_other_words():
    model = published()
    found = rows(tables.replay_summary(replay(client(), model), model, client()))
    assert [row[0] for row in found] == [
        "As worded",
        "If all from the baseline on counted, once outside the dead band",
        "If settled by the quarter",
        "If settled by the year",
        "In-house, the same months",
    ]
    # As worded 350,540; back to the baseline 8,000 + 4,040 more and 7,000 less.
    assert [found[0][1], found[1][1], found[1][2]] == ["350,540", "355,040", "+4,500"]


def test_a_history_without_a_whole_month_is_said():
    days = replace(client(), history=History(counts([40.0] * 20, "D", "2024-12-03"), "daily"))
    frame = replay(days, published())
    assert frame.empty
    assert "needs a month" in page(tables.replay(frame, published(), days)).text
    assert "needs a month" in page(tables.replay_summary(frame, published(), days)).text
    assert "Too few months" in page(charts.replay(frame, published(), days)).text
