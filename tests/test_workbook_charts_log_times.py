"""Charts of the log's times: the longest activity, arrivals by day, week and hour."""

import pandas as pd
import stand_ins
from stand_ins import page, rows, title

from bpo_lib.process import profile_events
from bpo_lib.workbook.charts import log_times


def arriving(*moments):
    events = pd.DataFrame({"case_id": range(len(moments)), "activity": "Open", "timestamp": list(moments)})
    return profile_events(events)


def test_the_longest_activity_is_named_in_a_fitting_unit():
    assert title(log_times.activity_times(stand_ins.event_profile())) == (
        "Ask supplier takes longest: 2.0 days in the median case"
    )


def test_work_is_told_beside_what_passes():
    moments = ["08:00", "08:10", "12:10", "12:30"]
    events = pd.DataFrame(
        {
            "case_id": "a",
            "activity": ["Open", "Open", "Pay", "Pay"],
            "lifecycle": ["start", "complete"] * 2,
            "timestamp": [f"2025-01-01 {moment}" for moment in moments],
        }
    )
    shown = log_times.activity_times(profile_events(events))
    assert title(shown) == "Pay takes longest: 4.3 hours in the median case, 20.0 min of it at work"
    assert "4.3 hours (20.0 min work)" in page(shown).svg.text.replace("\u00a0", " ")


def test_activities_without_lengths_are_not_drawn():
    profile = stand_ins.event_profile()
    profile.activity_table["median_minutes"] = float("nan")
    assert "no start times" in page(log_times.activity_times(profile)).text


def test_arrivals_name_a_usual_day_and_the_busiest():
    shown = log_times.arrivals(arriving("2025-03-03", "2025-03-05", "2025-03-05", "2025-03-05", "2025-03-06"))
    assert title(shown) == "A usual day brings 1 cases, the busiest (5 Mar 2025) 3"
    assert rows(shown) == [["3 Mar 2025", "1"], ["4 Mar 2025", "0"], ["5 Mar 2025", "3"], ["6 Mar 2025", "1"]]


def test_a_long_log_is_shown_by_week_and_loses_no_case():
    shown = log_times.arrivals(arriving(*pd.date_range("2024-01-01", periods=400, freq="D").astype(str)))
    counts = [int(cells[1]) for cells in rows(shown)]
    assert (len(counts), sum(counts), counts[0]) == (58, 400, 7)
    assert title(shown) == "Every week with arrivals brings 7" or "the week of" in title(shown)


def test_the_busiest_hour_is_named():
    shown = log_times.arrival_hours(arriving("2025-03-03 08:10", "2025-03-03 08:50", "2025-03-04 09:00"))
    assert (
        title(shown)
        == "Mon from 08:00 is the busiest hour: 66.7% of cases arrive in it, 1.3 times the average"
    )
    assert ["Mon", "08:00", "2"] in rows(shown)


def test_dates_of_a_simulated_clock_are_not_drawn():
    simulated = arriving("1970-01-01 08:00", "1970-01-02 09:00")
    for chart in (log_times.arrivals, log_times.arrival_hours):
        assert "simulated" in page(chart(simulated)).text


def test_days_without_hours_have_no_hour_to_show():
    assert "not its hour" in page(log_times.arrival_hours(arriving("2025-03-03", "2025-03-04"))).text


def test_without_an_event_log_nothing_is_drawn_since_the_chapter_asks_for_one():
    charts = (log_times.activity_times, log_times.arrivals, log_times.arrival_hours)
    assert [chart(None).markup for chart in charts] == [""] * 3
