"""EventProfile: every published figure of the six logs, and a small log by hand."""

import numpy as np
import pandas as pd
import pytest
from test_process_log_event_log import BY_HAND, HOUR, PLAIN, read, reference

from bpo_lib.process import profile_events


@pytest.mark.parametrize("name", PLAIN)
def test_every_published_figure_is_met(shared, name):
    profile = profile_events(read(shared, name), complete_only=False)
    published = reference(shared)[name]
    ours = {
        "events": profile.events,
        "cases": profile.cases,
        "activities": profile.activities,
        "dfg_edges": len(profile.edges),
        "dfg_total": profile.dfg_total,
        "variants": profile.variants,
        "top_variant_cases": profile.top_variant_cases,
        "top_variant_share": profile.coverage(1),
        "variants_for_80pct": profile.variants_for(0.8),
        "variant_entropy_bits": profile.entropy_bits,
        "variant_entropy_norm_by_log2_cases": profile.entropy_share,
        "singleton_variant_case_share": profile.singleton_share,
        "rework_cases": profile.rework_cases,
        "rework_case_share": profile.rework_share,
        "rework_event_share": profile.rework_event_share,
        "self_loops": profile.self_loops,
        "dur_mean_s": profile.mean_seconds,
        "dur_median_s": profile.duration_quantile(0.5),
        "dur_p90_s": profile.duration_quantile(0.9),
        "dur_max_s": profile.max_seconds,
        "dur_cv": profile.duration_cv,
        "events_per_case_mean": profile.events_per_case,
        "handoffs": profile.handoffs,
        "handoffs_per_case": profile.handoffs_per_case,
        "resources": profile.resources,
        "resource_missing_share": profile.resource_missing_share,
    }
    assert ours == pytest.approx(published["profile"], rel=1e-9, abs=1e-12)
    assert set(ours) == set(published["profile"])
    assert profile.seconds_between_arrivals == pytest.approx(published["case_arrival_avg_s"], rel=1e-9)
    assert profile.starts.to_dict() == published["start"]
    assert profile.ends.to_dict() == published["end"]
    rework = profile.activity_table.set_index("activity")["rework_cases"]
    assert rework[rework > 0].to_dict() == published["rework_cases_per_activity"]
    counts = profile.edges.set_index(["source", "target"])["count"].to_dict()
    assert all(counts[source, target] == count for source, target, count in published["top_dfg"])


def test_rework_of_completions_by_activity_is_the_published_one(shared):
    profile = profile_events(read(shared, "repairExample"))
    rework = profile.activity_table.set_index("activity")["rework_cases"]
    published = reference(shared)["repairExample_complete_only"]
    assert rework[rework > 0].to_dict() == published["rework_per_activity"]
    assert (profile.activities, profile.cases) == (published["activities"], published["cases"])


def test_activity_with_lifecycle_meets_its_published_edges_and_commonest_route(shared):
    profile = profile_events(read(shared, "bpic2013_closed"), classifier=("activity", "lifecycle"))
    published = reference(shared)["bpic2013_closed_activity_plus_lifecycle"]
    assert (len(profile.edges), profile.top_variant_cases) == (
        published["dfg_edges"],
        published["top_variant_cases"],
    )


def test_the_small_log_by_hand():
    profile = profile_events(BY_HAND)  # a: Receive, Check, Check, Pay; b: Receive, Pay
    assert profile.per_case["events"].tolist() == [4, 2]
    assert profile.per_case["rework"].tolist() == [True, False]
    assert profile.per_case["handoffs"].tolist() == [2, 0]
    assert profile.per_case["seconds"].tolist() == [3 * HOUR, HOUR]
    assert profile.rework_event_share == pytest.approx(1 / 6)
    assert (profile.self_loops, profile.singleton_share, profile.variants_for(0.5)) == (1, 1.0, 1)
    assert (profile.mean_seconds, profile.duration_cv) == (2 * HOUR, 0.5)
    assert profile.resource_missing_share == pytest.approx(1 / 6)


def test_cases_that_pass_an_activity_are_found_whatever_its_capitals():
    assert profile_events(BY_HAND).passes([" check"]).tolist() == [True, False]
    assert not profile_events(BY_HAND).passes(["Audit"]).any()


def test_touch_time_counts_overlapping_work_once_against_all_that_passed():
    rows = [
        ("a", "Draft", "start", "08:00"),
        ("a", "Check", "start", "08:30"),
        ("a", "Draft", "complete", "09:00"),
        ("a", "Check", "complete", "09:30"),
        ("a", "Send", "start", "12:00"),
        ("a", "Send", "complete", "12:00"),
        ("b", "Draft", "start", "08:00"),
    ]
    events = pd.DataFrame(rows, columns=["case_id", "activity", "lifecycle", "timestamp"])
    profile = profile_events(events.assign(timestamp="2025-03-03 " + events["timestamp"]))
    assert profile.touch_share == pytest.approx(1.5 / 4)
    assert profile.touch_quantile(0.5) == 1.5 * HOUR


def test_without_starts_touch_time_is_unknown_and_not_zero():
    profile = profile_events(BY_HAND)
    assert (profile.touch_share, profile.touch_quantile(0.5)) == (None, None)


def test_a_log_that_takes_no_time_has_no_variation_to_speak_of():
    at_once = pd.DataFrame({"case_id": [1, 2], "activity": "Open", "timestamp": "2025-01-01"})
    profile = profile_events(at_once)
    assert np.isnan(profile.duration_cv)
    assert profile.entropy_share == 0


def test_intervals_hold_their_figures_on_a_real_log(shared):
    profile = profile_events(read(shared, "receipt"))
    shown = profile.intervals.set_index("figure")
    assert (shown["low"] <= shown["value"]).all()
    assert (shown["value"] <= shown["high"]).all()
    assert shown.loc["rework_share", "value"] == profile.rework_share
    assert shown.loc["median_seconds", "value"] == profile.duration_quantile(0.5)
    assert shown.loc["top10_coverage", "value"] == pytest.approx(profile.coverage(10))
    assert profile.bootstrap(20, seed=1).equals(profile.bootstrap(20, seed=1))
