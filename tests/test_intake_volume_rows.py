"""volumes.csv: one history on a regular grid, or every row that spoils it."""

import re

import numpy as np
import pandas as pd
import pytest
from client_folders import SETTINGS, daily_volumes, write_client

from bpo_lib.errors import InputProblems
from bpo_lib.intake import open_client
from bpo_lib.intake.layouts import VOLUMES
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.text_tables import read_csv
from bpo_lib.intake.volume_rows import history_of


def history(text: str):
    problems = ProblemList()
    found = history_of(read_csv("volumes.csv", text.encode(), VOLUMES), problems)
    assert not problems, problems.all()
    return found


def problems_in(text: str) -> list[str]:
    problems = ProblemList()
    assert history_of(read_csv("volumes.csv", text.encode(), VOLUMES), problems) is None
    return [str(problem).removeprefix("volumes.csv") for problem in problems.all()]


def half_hours(days: int = 7, first: str = "2025-10-20") -> str:
    index = pd.date_range(first, periods=48 * days, freq="30min")
    return "start,volume\n" + "".join(f"{start:%Y-%m-%d %H:%M},{start.hour}\n" for start in index)


def test_days_become_a_daily_history_with_closed_weekends():
    found = history(daily_volumes(14))
    assert (found.frequency, found.step_minutes) == ("daily", 0)
    assert found.counts.tolist()[:7] == [200, 191, 182, 173, 164, 0, 0]


def test_half_hours_become_an_intraday_history():
    found = history(half_hours())
    assert (found.frequency, found.step_minutes, len(found.counts)) == ("intraday", 30, 336)


def test_an_empty_volume_is_missing_and_not_zero():
    found = history(daily_volumes(28).replace("2025-01-08,182", "2025-01-08,"))
    assert np.isnan(found.counts["2025-01-08"])


def test_queues_are_summed_and_a_missing_one_makes_the_sum_missing():
    rows = ["start,volume,queue"]
    for day in pd.date_range("2025-01-06", periods=21):
        rows += [f"{day.date()},10,phone", f"{day.date()},{'' if day.day == 8 else 5},mail"]
    counts = history("\n".join(rows)).counts
    assert (counts["2025-01-07"], np.isnan(counts["2025-01-08"])) == (15, True)


def test_queues_are_kept_beside_their_sum():
    rows = [
        f"{day.date()},{n},{name}"
        for day in pd.date_range("2025-01-06", periods=21)
        for n, name in ((10, "phone"), (5, ""))
    ]
    found = history("start,volume,queue\n" + "\n".join(rows))
    assert list(found.queues) == ["phone", "not named"]
    assert (found.queues.sum(axis=1) == found.counts).all()
    assert history(daily_volumes(28)).queues is None


def test_queues_that_were_never_counted_together_are_refused():
    rows = [
        f"{day.date()},{n},{name}"
        for day in pd.date_range("2025-01-06", periods=21)
        for n, name in (("10", "phone"), ("", "mail"))
    ]
    (problem,) = problems_in("start,volume,queue\n" + "\n".join(rows))
    assert problem == (
        ", volume: there is no period in which every queue was counted. "
        "Fill in the empty volumes, or leave that queue out"
    )


def test_one_queue_is_no_queue():
    rows = [f"{day.date()},10,phone" for day in pd.date_range("2025-01-06", periods=21)]
    assert history("start,volume,queue\n" + "\n".join(rows)).queues is None


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("Phone", ", row 7, queue: 'Phone' is also written 'phone'. Write a queue in one way"),
        ("x" * 61, f", row 7, queue: '{'x' * 57}...' is too long. Shorten the name"),
    ],
)
def test_a_queue_name_that_cannot_be_used_is_named(name, problem):
    rows = [f"{day.date()},10,phone" for day in pd.date_range("2025-01-06", periods=21)]
    rows[5] = rows[5].replace("phone", name)
    [found] = problems_in("start,volume,queue\n" + "\n".join(rows))
    assert found.startswith(problem)


def test_a_queue_that_starts_later_counts_as_zero_before():
    rows = [f"{day.date()},10,phone" for day in pd.date_range("2025-01-06", periods=21)]
    rows += [f"{day.date()},5,mail" for day in pd.date_range("2025-01-13", periods=14)]
    counts = history("start,volume,queue\n" + "\n".join(sorted(rows))).counts
    assert (counts["2025-01-12"], counts["2025-01-13"]) == (10, 15)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "2025-01-08,",
            "2025-02-30,",
            ", row 4, start: '2025-02-30' is not in the calendar. Check the month",
        ),
        (
            "2025-01-08,",
            "1025-01-08,",
            ", row 4, start: '1025-01-08' is outside the years 1990 to 2100. Check",
        ),
        (
            "2025-01-08,",
            "8 Jan 2025,",
            ", row 4, start: '8 Jan 2025' is not the start of a period. Write the local",
        ),
        (
            "2025-01-08,",
            "2025-01-08T00:00Z,",
            ", row 4, start: '2025-01-08T00:00Z' has a time zone. Write local",
        ),
        ("08,182", "08,1_820", ", row 4, volume: '1_820' is not a plain number. Write digits"),
        ("08,182", "08,-1", ", row 4, volume: the volume -1 is below 0. Write what arrived"),
        ("08,182", "08,9e999", ", row 4, volume: '9e999' is too large to calculate with. Check the exponent"),
        (
            "08,182",
            "08,NA",
            ", row 4, volume: 'NA' is not a plain number. Write the number, or leave the cell",
        ),
        (
            "2025-01-08,",
            "2025-01-07,",
            ", row 4, start: 2025-01-07 is given twice, first in row 3. Keep one of",
        ),
        ("2025-01-08,182\n", "", None),
    ],
)
def test_a_row_that_cannot_be_used_is_named(old, new, problem):
    text = daily_volumes(35)
    assert old in text
    if problem is None:
        assert history(text.replace(old, new)).counts.isna().sum() == 1
    else:
        [found] = problems_in(text.replace(old, new))
        assert found.startswith(problem)


def test_a_row_out_of_order_is_named():
    lines = daily_volumes(35).splitlines()
    lines[3], lines[4] = lines[4], lines[3]
    assert problems_in("\n".join(lines)) == [
        ", row 5, start: 2025-01-08 comes after a later start. Sort the rows by start"
    ]


def test_a_start_off_the_grid_is_named():
    [found] = problems_in(half_hours().replace("2025-10-22 08:30", "2025-10-22 08:31"))
    assert found.startswith(
        ", row 115, start: 2025-10-22 08:31 does not fit the 30-minute grid of the other rows"
    )


def test_the_hour_that_clocks_repeat_is_explained():
    # Clocks in Europe go back on 26 October 2025: 02:00 and 02:30 happen twice.
    text = half_hours().replace(
        "2025-10-26 02:30,2\n", "2025-10-26 02:30,2\n2025-10-26 02:00,4\n2025-10-26 02:30,4\n"
    )
    words = "as when clocks go back. Add the two volumes and keep one row"
    assert problems_in(text) == [
        f", row 296, start: 2025-10-26 02:00 is given twice, first in row 294, {words}",
        f", row 297, start: 2025-10-26 02:30 is given twice, first in row 295, {words}",
    ]


def test_the_hour_that_clocks_skip_is_missing():
    text = half_hours(first="2025-03-24").replace("2025-03-30 02:00,2\n2025-03-30 02:30,2\n", "")
    counts = history(text).counts
    assert counts[counts.isna()].index.hour.tolist() == [2, 2]


def test_a_thousand_faulty_rows_are_counted_and_not_listed():
    text = "start,volume\n" + "".join(
        f"{day.date()},x\n" for day in pd.date_range("2020-01-01", periods=1_000)
    )
    found = problems_in(text)
    assert len(found) == 21
    assert (
        found[-1]
        == ", volume: 980 more rows of this kind are not shown. Mend the first ones, then check again"
    )


def test_mostly_absent_days_are_refused():
    days = [f"2025-{month:02}-{day:02},1" for month in range(1, 13) for day in (3, 4, 5, 6)]
    days += [f"2025-01-{day:02},1" for day in range(7, 32)]
    [found] = problems_in("start,volume\n" + "\n".join(sorted(days)))
    assert "of the periods in which the operation is open have no row. Write 0 where nothing arrived" in found


def test_a_year_of_bank_calls_is_read_whole(shared):
    text = shared("realdata/volumes/technion_bank_30min.csv").read_text().replace("ds,y", "start,volume")
    found = history(text)
    assert (found.frequency, found.step_minutes, len(found.counts)) == ("intraday", 30, 17_520)
    assert found.counts.notna().all()


@pytest.mark.parametrize("volume", ["1e308", "2e12", "1e-320", "0.0001"])
def test_a_volume_no_process_can_have_is_refused(volume):
    (problem,) = problems_in(daily_volumes(28).replace("2025-01-08,182", f"2025-01-08,{volume}"))
    assert problem.startswith(f", row 4, volume: the volume {float(volume):g} is too ")


@pytest.mark.parametrize(("volume", "words"), [("0", "no volume is above 0"), ("", "every volume is empty")])
def test_volumes_that_say_nothing_are_refused(volume, words):
    (problem,) = problems_in("start,volume\n" + "".join(f"2025-{m:02d}-01,{volume}\n" for m in range(1, 13)))
    assert problem == f", volume: {words}. Write what arrived in each period"


def test_more_calls_in_an_interval_than_can_be_staffed_for_are_refused():
    (problem,) = problems_in(half_hours().replace(",9\n", ",200000\n"))
    assert (
        problem == ", volume: 200,000 in 30 minutes is more than can be staffed for. Give the volumes by day"
    )


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("2024-03", "the volumes begin in 2025-01, after the start of the term in 2024-03"),
        ("2031-01", "the volumes end in 2025-05, more than 5 years before the term in 2031-01"),
    ],
)
def test_volumes_that_cannot_reach_the_term_are_refused(tmp_path, start, words):
    settings = SETTINGS.replace("2026-01", start)
    with pytest.raises(InputProblems, match=re.escape(words)):
        open_client(write_client(tmp_path / "acme", client=settings))


def test_a_point_that_may_mark_thousands_is_never_guessed():
    found = problems_in("start,volume\n2025-01-01,6103\n2025-02-01,5.920\n2025-03-01,6011\n")
    assert found == [
        (
            ", row 3, volume: '5.920' can be read as 5920 or as 5.92. "
            "Write 5920 if the point marks thousands, 5.92 if it marks decimals"
        )
    ]
    assert len(problems_in("start,volume\n2025-01-01,6.103\n2025-02-01,5.920\n")) == 2


def test_points_that_can_only_mark_decimals_are_read():
    assert history("start,volume\n2025-01-01,6.103\n2025-02-01,5.92\n").counts.tolist() == [6.103, 5.92]
    assert history("start,volume\n2025-01-01,7\n2025-02-01,5.125\n").counts.tolist() == [7, 5.125]


def test_one_figure_is_the_figure_of_its_month():
    found = history("start,volume\n2025-01-01,6103\n")
    assert (found.frequency, found.counts.tolist()) == ("monthly", [6103])
