"""Headlines: every chapter has some, all are machine-readable, and they agree with their source."""

import json

import pytest
from sample_cases import CLAIMS, NAMES, VOICE, sample

from bpo_lib import headlines
from bpo_lib.errors import InputError
from bpo_lib.headlines import headline_figures
from bpo_lib.pricing import compare_pricing, leading_deal
from bpo_lib.profile import CHAPTERS
from bpo_lib.sourcing import recommended_deal

UNITS = {
    "currency",
    "share",
    "FTE",
    "count",
    "score",
    "month",
    "minutes",
    "days",
    "text",
    "model",
    "ratio",
    "per month",
    "date",
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_chapter_has_figures_that_json_can_hold(name, chapter):
    lines = headline_figures(sample(name), chapter)
    assert lines
    assert len({line.name for line in lines}) == len(lines)
    assert {line.unit for line in lines} <= UNITS
    json.dumps([vars(line) for line in lines], allow_nan=False)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_range_holds_its_figure(name, chapter):
    for line in headline_figures(sample(name), chapter):
        if line.low is not None:
            assert line.low <= line.value <= line.high, line.name


def test_the_saving_is_that_of_the_leading_deal():
    case = sample(VOICE)
    found = {line.name: line.value for line in headline_figures(case, "pricing")}
    assert found["saving_npv"] == compare_pricing(case).loc[leading_deal(case), "saving_npv"]


def test_the_summary_repeats_other_chapters_and_adds_only_the_deal_to_follow():
    case = sample(VOICE)
    others = {line for chapter in CHAPTERS[:-1] for line in headline_figures(case, chapter)}
    added = {line.name: line.value for line in set(headline_figures(case, "summary")) - others}
    assert added["followed_model"] == recommended_deal(case)
    assert set(added) <= {"followed_model", "saving_npv", "saving_share", "payback_month"}
    assert added["saving_npv"] == compare_pricing(case).loc[recommended_deal(case), "saving_npv"]


def test_a_deal_is_only_looked_at_where_nothing_may_move():
    labels = {line.name: line.label for line in headline_figures(sample(CLAIMS), "summary")}
    assert labels["followed_model"] == "Deal looked at"


def test_an_unknown_chapter_is_named():
    with pytest.raises(InputError, match="there is no chapter 'prices'; there are process, fit"):
        headline_figures(sample(VOICE), "prices")


def test_a_forecast_worse_than_naive_is_not_called_a_saving():
    assert headlines._against_naive(0.25).detail.startswith("error saved")
    worse = headlines._against_naive(-0.5)
    assert (worse.detail.split(" against")[0], worse.tone) == ("error added", "warn")
