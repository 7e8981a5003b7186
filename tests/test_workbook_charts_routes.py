"""The routes of a log as rows of arrows: letters, repeats, exceptions, long and hostile names."""

import pandas as pd
import stand_ins
from stand_ins import HOSTILE, page, title

from bpo_lib.process import profile_events
from bpo_lib.workbook.charts import routes
from bpo_lib.workbook.charts.routes import _arrows, _letters


def log(*paths):
    rows = [
        (case, activity, f"2025-01-01 {place // 60:02d}:{place % 60:02d}")
        for case, path in enumerate(paths)
        for place, activity in enumerate(path)
    ]
    return profile_events(pd.DataFrame(rows, columns=["case_id", "activity", "timestamp"]))


def texts(profile):
    return [each.text.strip() for each in page(routes.process_variants(profile)).svg.find_all("text")]


def test_the_share_of_cases_that_the_routes_cover_is_their_sum():
    assert title(routes.process_variants(stand_ins.event_profile())) == (
        "The 10 most frequent of 16 routes cover 94.0% of cases"
    )


def test_when_every_route_is_shown_the_commonest_is_the_finding():
    assert (
        title(routes.process_variants(log("AB", "AB", "B")))
        == "Cases take 2 routes; 66.7% take the commonest"
    )
    assert title(routes.process_variants(log("AB", "AB"))) == "Every case takes the same route"


def test_each_step_has_its_letter_in_the_row_and_in_the_key():
    found = texts(log(("Open", "Pay")))
    assert [each for each in found if each in {"A", "B"}] == ["A", "B"]
    assert {"A  Open", "B  Pay"} <= {" ".join(each.split()).replace(" ", "  ", 1) for each in found}


def test_a_step_done_again_is_marked_and_one_repeated_at_once_is_counted():
    letters = _letters(pd.Series([("Open", "Check", "Open", "Check", "Check", "Check")]))
    found = _arrows(("Open", "Check", "Open", "Check", "Check", "Check"), letters, ())
    assert [(each.text, each.again) for each in found] == [
        ("A", False), ("B", False), ("A", True), ("B 3x", True)
    ]  # fmt: skip


def test_an_exception_of_the_map_carries_a_star():
    assert "B*" in texts(log(("Open", "Mend", "Pay")).with_exceptions(["Mend"]))


def test_a_repeat_is_darker_than_an_exception_and_that_than_a_usual_step():
    profile = log(("Open", "Mend", "Open")).with_exceptions(["Mend"])
    fills = [
        each["fill"]
        for each in page(routes.process_variants(profile)).svg.find_all("path")
        if each.get("fill")
    ]
    light = [sum(int(fill[at : at + 2], 16) for at in (1, 3, 5)) if fill.startswith("#") else
             sum(map(int, fill.strip("rgb()").split(","))) for fill in fills if fill != "none"]  # fmt: skip
    assert light[-3] > light[-2] > light[-1]


def test_a_long_route_ends_in_an_ellipsis_and_many_steps_still_have_letters():
    path = [f"Step {number}" for number in range(40)]
    found = _arrows(path, _letters(pd.Series([path])), ())
    assert (len(found), found[-1].text) == (15, "\u2026")
    wide = pd.Series([path[:14], path[14:28]])
    assert list(_letters(wide).values())[-2:] == ["A2", "B2"]


def test_a_hostile_name_stays_text():
    assert HOSTILE.split()[0][:8] in page(routes.process_variants(stand_ins.event_profile())).svg.text
    assert page(routes.process_variants(stand_ins.event_profile())).find("script") is None


def test_without_an_event_log_nothing_is_drawn_since_the_chapter_asks_for_one():
    assert routes.process_variants(None).markup == ""
