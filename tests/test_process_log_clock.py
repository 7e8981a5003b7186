"""One clock from texts, dates of Python and times of pandas; what is odd about it is said."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from bpo_lib.errors import InputError
from bpo_lib.process.log.clock import read_clock, utc_times

EIGHT = pd.Timestamp("2025-03-30 08:00").value
CET, CEST = (dt.timezone(dt.timedelta(hours=hours)) for hours in (1, 2))


def clock(*cells, dtype=object):
    return read_clock(pd.Series(cells, dtype=dtype))


@pytest.mark.parametrize(
    "column",
    [
        pd.Series(["2025-03-30 08:00"]),
        pd.Series(["2025-03-30T08:00:00.000"]),
        pd.Series(["2025-03-30 10:00+02:00"]),
        pd.Series(["2025-03-30T10:00:00+0200"]),
        pd.Series(["2025-03-30 08:00Z"]),
        pd.Series([pd.Timestamp("2025-03-30 08:00").to_pydatetime()], dtype=object),
        pd.Series([dt.datetime(2025, 3, 30, 10, tzinfo=CEST)], dtype=object),
        pd.Series(pd.to_datetime(["2025-03-30 08:00"])),
        pd.Series(pd.to_datetime(["2025-03-30 08:00"]).as_unit("s")),
        pd.Series(pd.to_datetime(["2025-03-30 10:00"]).tz_localize("Europe/Berlin")),
        pd.Series(["2025-03-30 10:00+02:00"], dtype="string"),
    ],
)
def test_the_same_moment_is_read_from_every_way_of_writing_it(column):
    assert read_clock(column).nanoseconds.tolist() == [EIGHT]


@pytest.mark.parametrize(
    "cells",
    [
        ("2025-03-30 00:30+01:00", "2025-03-30 03:30+02:00"),
        (dt.datetime(2025, 3, 30, 0, 30, tzinfo=CET), dt.datetime(2025, 3, 30, 3, 30, tzinfo=CEST)),
    ],
)
def test_a_change_to_summer_time_costs_no_hour_and_is_told(cells):
    found = clock(*cells)
    assert np.diff(found.nanoseconds) == 2 * 3_600e9
    assert found.offset_minutes.tolist() == [60, 120]
    assert found.notes == ("Times carry 2 UTC offsets (+01:00, +02:00); all are compared on one clock.",)


def test_a_zone_of_pandas_keeps_its_local_hours():
    berlin = pd.Series(pd.to_datetime(["2025-01-01", "2025-07-01"]).tz_localize("Europe/Berlin"))
    assert read_clock(berlin).offset_minutes.tolist() == [60, 120]


def test_offsets_kept_beside_times_in_utc_are_used():
    told = read_clock(pd.Series(pd.to_datetime(["2025-01-01"], utc=True)), pd.Series([-330]))
    assert told.offset_minutes.tolist() == [-330]


def test_local_times_are_noted_and_have_no_offset():
    found = clock("2025-03-30", "2025-03-31 08:00")
    assert found.offset_minutes is None
    assert found.notes == ("Times carry no UTC offset: a duration across a clock change may be an hour out.",)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (
            ("2025-01-01 08:00Z", "2025-01-01 09:00", "2025-01-01 10:00Z"),
            "row 3 of the event log: '2025-01-01 09:00' has no UTC offset, others have one",
        ),
        (
            ("2025-01-01 08:00", "2025-01-01 09:00", "2025-01-01 10:00+01"),
            "row 4 of the event log: .* has a UTC offset, others have none; give all timestamps",
        ),
        (("2025-01-01", None), "row 3 of the event log has no timestamp"),
        (("2025-01-01", " "), "row 3 of the event log has no timestamp"),
        (("2025-01-01", "31/12/2025"), "row 3 of the event log: '31/12/2025' is not a date and time"),
        ((45_000.5, 45_001.0), "row 2 of the event log: '45000.5' is not a date and time"),
    ],
)
def test_a_time_that_cannot_be_used_is_named_with_its_row(cells, words):
    with pytest.raises(InputError, match=words):
        read_clock(pd.Series(cells))


def test_a_clock_of_1970_is_simulated():
    found = clock("1970-01-01 00:00Z", "1970-01-02 00:00Z")
    assert found.simulated
    assert found.notes[0].startswith("The clock of the log starts in 1970: it is simulated or was reset.")


def test_a_single_date_of_1970_among_others_is_named_with_its_row():
    found = clock("2025-01-01 08:00Z", "1970-01-01 00:00Z", "2025-01-03 08:00Z")
    assert not found.simulated
    assert found.notes[0].startswith("Events dated before 1980 among later ones: 1, the first in row 3.")


@pytest.mark.parametrize(
    "cells",
    [
        ("2025-03-30 10:00+02:00", "2025-03-30T09:00:01.25+01:00", "2025-03-30 02:30-05:30"),
        ("2025-03-30T08:00Z", "2025-03-30 08:00:00.123456789Z"),
        ("2025-03-30 10:00+02:00", "2025-03-30 10:00+25:00"),
        ("2025-03-30 10:00+02:00", "2025-02-30 10:00+02:00"),
        ("2025-03-30 10:00+02:00", "2025-03-30 10:00Z+02:00"),
        ("2025-03-30 10:00+02:00", "2025-03-30+02:00", None),
    ],
)
def test_times_whose_offsets_are_cut_off_are_those_read_whole(cells):
    column = pd.Series(cells, dtype=object, index=[7, 8, 9][: len(cells)])
    whole = pd.to_datetime(column, utc=True, errors="coerce", format="ISO8601")
    found, _ = utc_times(column)
    assert found.equals(whole) or found.astype(whole.dtype).equals(whole)
