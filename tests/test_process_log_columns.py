"""Reading a log: what cannot be used is named with its row, what is odd becomes a note."""

import pandas as pd
import pytest

from bpo_lib.errors import InputError
from bpo_lib.process.log.columns import read_columns

GOOD = pd.DataFrame(
    {
        "case_id": ["b", "a", "b"],
        "activity": ["Close", "Open", "Open"],
        "timestamp": ["2025-01-02 10:00", "2025-01-01 09:00", "2025-01-01 10:00"],
    }
)


def changed(**cells):
    events = GOOD.copy()
    for column, value in cells.items():
        events.loc[1, column] = value
    return events


def test_events_are_ordered_by_case_and_time():
    log = read_columns(GOOD)
    assert log.case.tolist() == [0, 0, 1]
    assert [log.activity_names[each] for each in log.activity] == ["Open", "Close", "Open"]
    assert log.seconds.tolist() == [3_600, 90_000, 0]


def test_milliseconds_survive():
    log = read_columns(changed(timestamp="2025-01-01 09:59:59.250"))
    assert log.seconds.max() == 86_400.75


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"case_id": ""}, "row 3 of the event log has no case_id"),
        ({"activity": None}, "row 3 of the event log has no activity"),
        ({"timestamp": ""}, "row 3 of the event log has no timestamp"),
        ({"timestamp": "next Monday"}, "row 3 of the event log: 'next Monday' is not a date and time"),
    ],
)
def test_an_unusable_event_is_named_with_its_row(cells, words):
    with pytest.raises(InputError, match=words):
        read_columns(changed(**cells))


def test_an_absent_column_is_named():
    with pytest.raises(InputError, match="the event log has no column activity or timestamp"):
        read_columns(GOOD[["case_id"]])


def test_an_empty_log_is_refused():
    with pytest.raises(InputError, match="has no events"):
        read_columns(GOOD.iloc[:0])


def test_times_without_an_offset_are_noted():
    naive = GOOD.assign(timestamp=pd.to_datetime(GOOD["timestamp"]))
    assert any("no UTC offset" in note for note in read_columns(naive).notes)
    assert not read_columns(naive.assign(timestamp=naive["timestamp"].dt.tz_localize("UTC"))).notes


def test_nothing_left_is_an_error_that_says_why():
    log = read_columns(GOOD)
    with pytest.raises(InputError, match="no event is left to profile; nobody finished"):
        log.only(log.seconds < 0, "nobody finished")


def test_a_file_read_with_the_wrong_separator_is_told_the_right_one():
    one_column = pd.DataFrame({"case_id;activity;timestamp": ["1;Open;2025-01-01"]})
    with pytest.raises(InputError, match="separated by semicolons; read it with sep=';'"):
        read_columns(one_column)


def test_several_columns_name_an_activity_together_and_an_empty_one_adds_nothing():
    events = GOOD.assign(lifecycle=["start", None, "start"])
    log = read_columns(events, ("activity", "lifecycle"))
    assert [log.activity_names[each] for each in log.activity] == ["Open+start", "Close+start", "Open+"]


def test_a_number_and_a_text_that_are_written_alike_are_one_case():
    assert read_columns(GOOD.assign(case_id=[7, "7", 7.0])).cases == 1


@pytest.mark.parametrize("given", [None, GOOD.to_dict("list"), GOOD.to_dict("records")])
def test_a_log_that_is_no_frame_says_what_it_is(given):
    with pytest.raises(InputError, match=f"an event log is a DataFrame, not {type(given).__name__}"):
        read_columns(given)


@pytest.mark.parametrize("column", ["activity", "timestamp"])
def test_a_column_that_is_there_twice_is_named(column):
    with pytest.raises(InputError, match=f"the event log has the column {column} twice"):
        read_columns(pd.concat([GOOD, GOOD[[column]]], axis=1))
