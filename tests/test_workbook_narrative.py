"""Sentences: whole, and with numbers that stand in their tables."""

import re

import pytest
from sample_cases import CLAIMS, NAMES, VOICE, sample

from bpo_lib.pricing import IN_HOUSE, PRICING_MODELS, compare_pricing, leading_deal, reserve_cost
from bpo_lib.workbook import labels, narrative, numbers

CHAPTERS = ("process", "fit", "forecast", "staffing", "pricing", "levers", "delivery", "summary")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_chapter_is_said_in_whole_sentences(name, chapter):
    for sentence in getattr(narrative, chapter)(sample(name)):
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.rstrip().endswith((".", "?", "!"))
        assert not re.search(r"\bnan\b|None|\d\.\d{4,}", sentence)


def test_every_model_has_words():
    assert set(labels.PRICE_WORDS) == {IN_HOUSE, *PRICING_MODELS}


def test_the_saving_in_the_text_is_that_of_the_table():
    case = sample(VOICE)
    row = compare_pricing(case).loc[leading_deal(case)]
    said = " ".join(narrative.pricing(case))
    assert numbers.money(row["saving_npv"], "USD") in said
    assert numbers.percent(row["saving_share"]) in said


def test_a_deal_that_costs_more_is_not_said_to_save():
    dear = sample(VOICE).with_values({"in_house.cost_per_fte_month": 1_000})
    said = " ".join(narrative.pricing(dear))
    assert "more than staying" in said
    assert "saves" not in said
    assert "does not pay back" in said


def test_the_summary_opens_with_what_to_do():
    assert narrative.summary(sample(CLAIMS))[0].startswith("Not yet")


def test_not_knowing_the_volume_is_told_in_people_and_money():
    case = sample(CLAIMS)
    cost = reserve_cost(case).set_index("forecast").loc["this forecast"]
    said = " ".join(narrative.forecast(case))
    assert f"is {numbers.fte(cost['reserve_fte'])} FTE more than the expected volume takes" in said
    assert f"{numbers.money(cost['cost_per_month'], case.profile.currency)} a month" in said
