"""profile_events: published figures on six logs, one worked by hand, and the traps that mislead."""

import json
from collections import Counter
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, strategies

from bpo_lib.errors import InputError
from bpo_lib.process import profile_events

PLAIN = ("running_example", "receipt", "bpic2013_closed", "teleclaims", "repairExample")
HOUR = 3_600


def read(shared, name):
    path = shared(f"realdata/eventlogs/{name}.csv.gz")
    header = pd.read_csv(path, nrows=0, sep=",").columns
    return pd.read_csv(path, dtype=str, sep=";" if len(header) == 1 else ",")


def reference(shared):
    return json.loads(shared("reference/eventlog_reference.json").read_text())


def log(*rows, columns=("case_id", "activity", "timestamp")):
    return pd.DataFrame(rows, columns=list(columns))


# Two cases: a goes Receive, Check, Check, Pay over three hours; b goes Receive, Pay over one.
BY_HAND = log(
    ("a", "Receive", "2025-03-03 08:00", "Ann"),
    ("b", "Receive", "2025-03-03 08:30", "Ann"),
    ("a", "Check", "2025-03-03 09:00", "Bob"),
    ("b", "Pay", "2025-03-03 09:30", "Ann"),
    ("a", "Check", "2025-03-03 10:00", "Ann"),
    ("a", "Pay", "2025-03-03 11:00", None),
    columns=("case_id", "activity", "timestamp", "resource"),
)


@pytest.mark.parametrize("name", PLAIN)
def test_counting_every_event_gives_the_published_figures(shared, name):
    profile = profile_events(read(shared, name), complete_only=False)
    published = reference(shared)[name]["profile"]
    ours = {
        "events": profile.events,
        "cases": profile.cases,
        "activities": profile.activities,
        "variants": profile.variants,
        "top_variant_cases": profile.variant_cases[0],
        "rework_cases": profile.rework_cases,
        "handoffs": profile.handoffs,
        "dfg_edges": len(profile.edges),
        "dfg_total": profile.edges["count"].sum(),
        "variant_entropy_bits": profile.entropy_bits,
        "dur_mean_s": profile.durations.mean(),
        "dur_median_s": profile.duration_quantile(0.5),
        "dur_p90_s": profile.duration_quantile(0.9),
        "dur_max_s": profile.duration_quantile(1),
    }
    assert ours == pytest.approx({figure: published[figure] for figure in ours}, rel=1e-9)


@pytest.mark.parametrize("name", ["teleclaims", "repairExample"])
def test_completions_only_gives_the_published_figures(shared, name):
    profile = profile_events(read(shared, name))
    published = reference(shared)[f"{name}_complete_only"]
    assert profile.events == published["events"]
    assert profile.variants == published["variants"]
    assert profile.rework_cases == published["rework_cases"]
    assert profile.handoffs == published["handoffs"]
    assert (len(profile.edges), profile.edges["count"].sum()) == (
        published["dfg_edges"],
        published["dfg_total"],
    )
    assert profile.entropy_bits == pytest.approx(published["variant_entropy_bits"], rel=1e-12)


def test_counting_starts_as_well_would_show_rework_in_every_case(shared):
    events = read(shared, "teleclaims")
    assert profile_events(events, complete_only=False).rework_cases == 3_512
    assert profile_events(events).rework_cases == 0


def test_edges_and_rework_by_activity_are_the_published_ones(shared):
    profile = profile_events(read(shared, "receipt"))
    published = reference(shared)["receipt"]
    counts = dict(zip(zip(profile.edges["source"], profile.edges["target"], strict=True),
                      profile.edges["count"], strict=True))  # fmt: skip
    assert all(counts[source, target] == count for source, target, count in published["top_dfg"])
    rework = profile.activity_table.set_index("activity")["rework_cases"]
    assert rework[rework > 0].to_dict() == published["rework_cases_per_activity"]


def test_activity_with_lifecycle_is_another_classifier_with_its_own_published_figures(shared):
    profile = profile_events(read(shared, "bpic2013_closed"), classifier=("activity", "lifecycle"))
    published = reference(shared)["bpic2013_closed_activity_plus_lifecycle"]
    assert profile.activities == published["activities"]
    assert profile.variants == published["variants"]
    assert profile.rework_cases == published["rework_cases"]
    assert profile.entropy_bits == pytest.approx(published["variant_entropy_bits"], rel=1e-12)


def test_a_small_log_by_hand():
    profile = profile_events(BY_HAND)
    assert (profile.events, profile.cases, profile.activities, profile.variants) == (6, 2, 3, 2)
    assert profile.rework_cases == 1
    assert profile.handoffs == 2  # Ann to Bob and back; Pay names nobody, so nothing can be said
    assert profile.entropy_bits == pytest.approx(1.0)
    assert profile.duration_quantile(0.5) == 2 * HOUR
    assert profile.top_variants["variant"].tolist() == ["Receive > Check > Check > Pay", "Receive > Pay"]
    minutes = profile.activity_table.set_index("activity")["median_minutes"]
    assert minutes[["Check", "Pay"]].tolist() == [60, 60]
    assert np.isnan(minutes["Receive"])


def test_the_order_in_which_cases_are_listed_changes_nothing():
    by_case = BY_HAND.sort_values("case_id", ascending=False, kind="stable")
    one, other = profile_events(BY_HAND), profile_events(by_case)
    pd.testing.assert_frame_equal(one.edges, other.edges)
    assert one.duration_quantile(0.9) == other.duration_quantile(0.9)
    assert one.handoffs == other.handoffs


def test_equal_times_keep_the_order_of_the_file_and_are_disclosed():
    at_once = log(*[("a", name, "2025-03-03 08:00") for name in ("Zeta", "Beta", "Alpha")])
    profile = profile_events(at_once)
    assert profile.top_variants["variant"].tolist() == ["Zeta > Beta > Alpha"]
    assert any("2 events carry the same time" in note for note in profile.notes)


def test_a_clock_of_1970_is_noted(shared):
    assert any(
        "clock of the log starts in 1970" in note for note in profile_events(read(shared, "teleclaims")).notes
    )


def test_cases_that_may_still_run_are_noted_and_can_be_left_out(shared):
    events = read(shared, "receipt")
    assert any("end in 14 different activities" in note for note in profile_events(events).notes)
    ended = profile_events(events, end_activities=["T10 Determine necessity to stop indication"])
    assert ended.cases == 828
    assert "606 of 1,434 cases had not ended and are left out." in ended.notes


def test_mixed_utc_offsets_are_one_clock():
    across = log(("a", "Open", "2025-03-30T00:30:00+01:00"), ("a", "Close", "2025-03-30T03:30:00+02:00"))
    assert profile_events(across).duration_quantile(0.5) == 2 * HOUR


def test_case_ids_keep_their_leading_zeros():
    assert profile_events(log(("007", "Open", "2025-01-01"), ("7", "Open", "2025-01-01"))).cases == 2


def test_without_resources_hand_offs_are_unknown_and_not_zero():
    assert profile_events(BY_HAND.drop(columns="resource")).handoffs is None


def test_a_certain_route_has_no_entropy():
    assert profile_events(log(("a", "Open", "2025-01-01"), ("b", "Open", "2025-01-02"))).entropy_bits == 0


def test_an_unknown_end_activity_is_named():
    with pytest.raises(InputError, match="no event of the log is called Archive"):
        profile_events(BY_HAND, end_activities=["Archive"])


def test_cases_that_completed_nothing_are_counted_and_left_out():
    rows = [("a", "Open", "2025-01-01", "complete"), ("b", "Open", "2025-01-01", "start")]
    profile = profile_events(log(*rows, columns=("case_id", "activity", "timestamp", "lifecycle")))
    assert profile.cases == 1
    assert "Cases that completed nothing, and so left out: 1." in profile.notes


def test_a_lifecycle_without_completions_is_told_and_could_tell_more_apart(shared):
    plain, fine = (
        profile_events(read(shared, "bpic2013_closed"), classifier=classifier)
        for classifier in (("activity",), ("activity", "lifecycle"))
    )
    assert any("told apart by their name alone" in note for note in plain.notes)
    assert (
        "Activities are told apart by activity and lifecycle together, so routes are counted more finely."
        in (fine.notes)
    )
    assert not any("by their name alone" in note for note in fine.notes)


def test_counting_starts_as_well_is_told(shared):
    notes = profile_events(read(shared, "teleclaims"), complete_only=False).notes
    assert "Starts count as well as completions, so a step with both counts as done twice." in notes


def test_a_mean_far_from_the_median_is_not_to_be_trusted(shared):
    # 5.4 days on average against 48 minutes in the median case.
    notes = profile_events(read(shared, "receipt")).notes
    assert any(note.startswith("The average duration says little: 76% of cases take less.") for note in notes)


@pytest.mark.parametrize(
    "ids", [[1, 1, 2], [1.0, 1.0, 2.0], ["1", "1", "2"], [1, "1", 2], pd.Categorical(["1", "1", "2"])]
)
def test_case_ids_may_be_numbers_or_texts(ids):
    events = pd.DataFrame({"case_id": ids, "activity": "Open", "timestamp": "2025-01-01"})
    assert (profile_events(events).cases, profile_events(events).rework_cases) == (2, 1)


def test_neither_the_index_nor_the_kind_of_text_changes_anything():
    shuffled = BY_HAND.set_index(pd.Index([5, 5, 3, 3, 1, 1])).astype("string")
    one, other = profile_events(BY_HAND), profile_events(shuffled)
    pd.testing.assert_frame_equal(one.edges, other.edges)
    assert (one.handoffs, one.variants) == (other.handoffs, other.variants)


def test_a_profile_leaves_the_events_as_they_were():
    given = BY_HAND.copy()
    profile_events(given)
    pd.testing.assert_frame_equal(given, BY_HAND)


EVENT = strategies.tuples(
    strategies.sampled_from("xyz"),
    strategies.sampled_from("ABC"),
    strategies.integers(0, 6),
    strategies.sampled_from(["Ann", "Bob", None]),
)


@given(strategies.lists(EVENT, min_size=1, max_size=25))
def test_any_log_is_counted_as_a_person_would_count_it(rows):
    events = pd.DataFrame(
        [(case, activity, f"2025-01-01 0{hour}:00", who) for case, activity, hour, who in rows],
        columns=["case_id", "activity", "timestamp", "resource"],
    )
    profile = profile_events(events)
    cases = {
        case: sorted((row for row in rows if row[0] == case), key=lambda row: row[2]) for case, *_ in rows
    }
    routes = [[activity for _, activity, *_ in case] for case in cases.values()]
    steps = [(one, other) for case in cases.values() for one, other in pairwise(case)]
    edges = Counter((one[1], other[1]) for one, other in steps)
    assert profile.edges.set_index(["source", "target"])["count"].to_dict() == dict(edges)
    assert sorted(profile.variant_cases) == sorted(Counter(map(tuple, routes)).values())
    assert profile.rework_cases == sum(len(set(route)) < len(route) for route in routes)
    assert profile.ends.to_dict() == dict(Counter(route[-1] for route in routes))
    told = [(one[3], other[3]) for one, other in steps if one[3] and other[3]]
    named = any(who for *_, who in rows)
    assert profile.handoffs == (sum(one != other for one, other in told) if named else None)
    assert sorted(profile.durations) == sorted((case[-1][2] - case[0][2]) * HOUR for case in cases.values())


def test_one_name_may_stand_for_a_collection_of_one():
    events = log(("1", "Open", "2025-01-01"), ("1", "Close", "2025-01-02"), ("2", "Open", "2025-01-01"))
    one = profile_events(events, classifier="activity", end_activities="Close")
    assert (one.cases, one.activities) == (1, 2)
