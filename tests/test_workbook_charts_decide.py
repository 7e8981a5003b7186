"""The chart along a driver: its title is the range in which the cheapest offer stays the cheapest."""

import pandas as pd
import pytest
from course_cases import course_case
from stand_ins import page, title

from bpo_lib.pricing.decide.points import cheapest_ranges, cost_lines
from bpo_lib.workbook import charts, decide_words, labels


@pytest.mark.parametrize("driver", ["volume", "handling_minutes", "occupancy"])
def test_the_title_is_where_the_cheapest_offer_stays_so(driver):
    case = course_case()
    ranges = cheapest_ranges(case, driver)
    here = ranges[ranges["holds"]].iloc[0]
    drawn = charts.indifference(cost_lines(case, driver, points=25), case)
    assert title(drawn).startswith(f"{labels.sentence(decide_words.model(here['model']))} has the lowest fee")
    if len(ranges) > 1:
        turn = here["first"] if here.name else here["last"]
        assert decide_words.bare(turn, driver) in title(drawn)
    assert page(drawn).find("table")


def test_offers_that_never_cross_leave_no_range_to_name():
    case = course_case(per_fte__rate_per_month=30_000)
    drawn = charts.indifference(cost_lines(case, "handling_minutes", points=25), case)
    assert title(drawn) == "A price per transaction has the lowest fee whatever the handling time"


def test_a_single_offer_is_not_drawn():
    lines = pd.DataFrame({"per_fte": [1.0]}, index=pd.Index([1.0], name="volume"))
    assert "Fewer than two offers" in charts.indifference(lines, course_case()).markup
