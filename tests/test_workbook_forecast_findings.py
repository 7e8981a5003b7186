"""Sentences of the forecast: each says what its figures say, and nothing where there are none."""

from dataclasses import replace

import pandas as pd
import pytest
import stand_ins
from volume_cases import call_centre

from bpo_lib.forecast import forecast_volume
from bpo_lib.workbook.forecast_findings import _period, forecast_findings, low_confidence

SCORES = stand_ins.outlook().forecast.accuracy


def said(outlook=None, **changes):
    outlook = stand_ins.outlook() if outlook is None else outlook
    return " ".join(
        forecast_findings(replace(outlook, forecast=replace(outlook.forecast, **changes)), "call")
    )


def scored(steps):
    return pd.DataFrame({"method": ["median of 2 methods"], "steps": [steps]})


def test_what_is_saved_against_repeating_the_last_season_by_hand():
    # 1 - 6.4 / 8.1 is 21%.
    assert (
        "Week by week the forecast was 6.4% off; repeating the last season would have been 8.1% off, "
        "so 21% of that error is saved."
    ) in said()


def test_the_changes_expected_are_named_with_what_they_do_over_the_term():
    # Half of 1,531,680 calls after the first year leaves 2,271,600 of 3,037,440.
    assert (
        "Over the whole term the changes that are expected (deflection) move the volume by \u221225.2% "
        "against what the history alone shows."
    ) in said(stand_ins.outlook_with_queues())


def test_a_forecast_no_better_than_repeating_the_season_is_told_plainly():
    worse = SCORES.assign(wape=[0.09, 0.066, 0.081, 0.123])
    assert "would have been 8.1% off. It did not do better than that." in said(accuracy=worse)
    assert "than that, in a test of only 8 weeks." in said(accuracy=worse, backtest=scored(8))


def test_repeating_the_season_is_named_where_nothing_beats_it():
    plain = SCORES.assign(chosen=[False, False, True, False])
    assert "No method did better than repeating the last season" in said(accuracy=plain)
    assert "week by week it was 8.1% off" in said(accuracy=plain)


@pytest.mark.parametrize(
    ("floor", "words"),
    [
        (0.03, "would miss the single week by about 3.0%, because single calls come by chance."),
        (0.06, "because single calls come by chance; this one is near that limit."),
    ],
)
def test_the_limit_of_chance_is_said(floor, words):
    assert words in said(poisson_floor=floor)


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (0.79, "held 79.0% of what came, as they should."),
        (0.70, "too narrow, so plan with more room"),
        (0.93, "on the safe side"),
    ],
)
def test_it_is_said_whether_the_ranges_held(held, words):
    scores = SCORES.assign(coverage=[held, 0.8, 0.8, 0.8])
    assert words in said(accuracy=scores, backtest=scored(60))


def test_a_handful_of_tested_periods_says_nothing_of_the_ranges():
    assert "ranges held" not in said(backtest=scored(8))


def test_a_change_of_level_and_unusual_weeks_are_told():
    text = said()
    assert "changed for good around 3 Mar 2025: from 13,000 to 14,600 calls a week (+12.0%)" in text
    assert (
        "2 weeks were unlike the rest and counted less, most of all 2 Jun 2025 with 4,200 calls "
        "where 14,000 are usual."
    ) in text


def test_a_volume_that_came_out_of_nothing_began():
    begun = stand_ins.outlook().forecast.level_shifts.assign(before=0.0)
    assert "The volume began around 3 Mar 2025" in said(level_shifts=begun)


def test_nothing_is_said_where_nothing_was_tested_or_found():
    nothing = {
        name: getattr(stand_ins.outlook().forecast, name).iloc[:0] for name in ("outliers", "level_shifts")
    }
    outlook = replace(stand_ins.outlook(), wape=float("nan"))
    text = said(outlook, accuracy=SCORES.iloc[:0], poisson_floor=0.004, **nothing)
    assert text == (
        "The first year of the term is expected to bring 740,000 calls. If every month ran along the edge of "
        "its 80% range, it would be 666,000 or 829,000. The busiest month brings 1.30 times the volume of an "
        "average one."
    )


def test_low_confidence_stands_apart_from_other_notes():
    outlook = replace(stand_ins.outlook(), notes=("Closed on Sunday.", "Low confidence: 3 months are few."))
    assert low_confidence(outlook) == ("Low confidence: 3 months are few.",)
    assert "Closed on Sunday" not in said(outlook)


def test_short_periods_are_named():
    assert _period(forecast_volume(call_centre(8), 48)) == "half-hour"
