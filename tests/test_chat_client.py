"""A client who answers chats, from its folder to its report."""

import re
from dataclasses import replace

import pytest
from client_folders import ASSUMPTIONS, SETTINGS, write_client
from report_fixtures import bpo
from volume_cases import call_centre, case, noisy

from bpo_lib import open_client
from bpo_lib.delivery import governance_pack, transition_plan
from bpo_lib.delivery.metrics import metrics
from bpo_lib.staffing import (
    WorkTerms,
    blended_week,
    deferred_year,
    fte_sensitivity,
    service_curve,
    staffing_plan,
)
from bpo_lib.workbook import questions, tables

CHAT = SETTINGS.replace("operation: back_office", "operation: chat").replace("claim\n", "chat\n")
TERMS = ASSUMPTIONS.replace("/claim", "/chat").replace("claims/", "chats/")
TERMS += "work.concurrency,3,2,4,chats/agent,chat system,,\n"


def half_hours():
    """Return the rows of volumes of a centre that opens 8:00 to 18:00 on working days."""
    series = call_centre(8, per_week=1_500, start="2025-09-01")
    is_open = (series.index.dayofweek < 5) & (series.index.hour >= 8) & (series.index.hour < 18)
    rows = [f"{start:%Y-%m-%d %H:%M},{volume:.0f}" for start, volume in series[is_open].items()]
    return "start,volume\n" + "\n".join(rows) + "\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_client(
        tmp_path_factory.mktemp("chat") / "acme", client=CHAT, assumptions=TERMS, volumes=half_hours()
    )


@pytest.fixture(scope="module")
def chats(folder):
    return open_client(folder)


def test_chats_keep_their_promise_in_every_interval(chats):
    work, week = chats.of(WorkTerms), staffing_plan(chats).week
    busy = week[week["volume"] > 0]
    assert (busy["service_level"] >= work.service_level).all()
    assert (busy["occupancy"] <= work.max_occupancy + 1e-9).all()
    assert busy["concurrency"].between(1, work.concurrency).all()
    # Without several at once, 12-minute chats would take more agents than erlangs.
    assert week["agents"].sum() < week["load_erlangs"].sum()


def test_one_chat_at_a_time_takes_the_people_that_calls_take():
    calls = staffing_plan(case(call_centre(8), "intraday"))
    chats = staffing_plan(case(call_centre(8), "intraday", operation="chat", concurrency=1))
    assert chats.monthly.equals(calls.monthly)
    assert chats.week.equals(calls.week)
    assert "An agent holds one chat at a time, so chats are staffed as calls are." in chats.notes


def test_more_chats_at_once_take_fewer_people():
    paid = [
        staffing_plan(case(call_centre(8), "intraday", operation="chat", concurrency=most))
        .monthly["paid_fte"]
        .sum()
        for most in (1, 2, 3, 4, 5)
    ]
    assert paid == sorted(paid, reverse=True)
    assert paid[4] > paid[0] / 3.5  # waiting is not pooled away by the factor alone


def test_chats_by_the_day_are_staffed_by_the_factor():
    # Three at once get 2.5 times as much done: agents = V AHT / (interval x 2.5 x 0.85).
    daily = noisy(400, "D")
    one, three = (
        staffing_plan(case(daily, "daily", operation=operation, concurrency=3)).monthly
        for operation in ("voice", "chat")
    )
    assert (three["required_fte"] * 2.5).to_numpy() == pytest.approx(
        one["required_fte"].to_numpy(), rel=1e-12
    )
    assert three["occupancy"].to_numpy() == pytest.approx(0.85)
    notes = " ".join(staffing_plan(case(daily, "daily", operation="chat")).notes)
    assert "do not say how chats come within the day" in notes
    assert "up to 2 chats at once and then gets 1.7 times as much done" in notes


def test_what_ifs_move_the_chats_at_once(chats):
    moved = fte_sensitivity(chats).set_index("name").loc["work.concurrency"]
    assert moved["fte_low"] > moved["fte_high"]
    assert "work.concurrency" in questions.staffing.names_for(chats)
    assert "work.service_level" in questions.staffing.names_for(chats)
    for _, line in service_curve(chats).groupby("answer_seconds"):
        assert line["required_fte"].is_monotonic_increasing


def test_nobody_else_is_asked_for_chats_at_once():
    calls = case(call_centre(8), "intraday")
    assert "work.concurrency" not in set(fte_sensitivity(calls)["name"])
    assert "work.concurrency" not in questions.staffing.names_for(calls)
    assert "Chats at once" not in str(tables.week(staffing_plan(calls)))


def test_without_a_range_one_chat_more_and_one_fewer_are_tried():
    chats = case(call_centre(8), "intraday", operation="chat", concurrency=3)
    register = chats.register.assign(meaning="", value=3.0, low=float("nan"), high=float("nan"), unit="")
    moved = fte_sensitivity(replace(chats, register=register)).set_index("name").loc["work.concurrency"]
    assert (moved["low"], moved["high"]) == (2, 4)


def test_work_that_can_wait_is_done_between_chats():
    chats = case(call_centre(8), "intraday", operation="chat").with_values({"deferred.volume_share": 0.2})
    blended = blended_week(chats)
    assert 0 < blended.absorbed_hours <= blended.idle_hours
    assert deferred_year(case(noisy(400, "D"), "daily", operation="chat")) is None


def test_contract_and_plan_speak_of_chats(chats):
    assert "chat system" in set(metrics(chats)["source"])
    words = " ".join(metrics(chats).astype(str).to_numpy().ravel())
    assert not re.search(r"\bcallers?\b|phone", words)
    desk = governance_pack(chats).cadence.set_index("meeting").loc["Intraday desk"]
    assert "chats against forecast, agents against plan" in set(desk)
    assert "80% of chats answered within 20 seconds" in " ".join(transition_plan(chats)["exit_test"])


def test_a_chat_client_gets_a_whole_report(folder, tmp_path):
    done = bpo("run", folder, "--chapters", "staffing", "--out", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    page = (tmp_path / "out/acme/base/report.html").read_text(encoding="utf-8")
    assert "Chats at once" in page
    assert "An agent holds up to 3 chats at once" in page
    assert "Callers are taken" not in page
