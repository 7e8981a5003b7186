"""Which offer to follow: the form that suits at a price that lasts, and not the cheapest for its own sake."""

from functools import cache

import pytest
from sample_cases import CLAIMS, NAMES, PAYABLES, VOICE, sample

from bpo_lib.pricing import PRICING_MODELS, leading_deal
from bpo_lib.sourcing.deal_choice import deal_choice, recommended_deal
from bpo_lib.sourcing.delivery_model import recommended_model
from bpo_lib.sourcing.suiting import FORMS


@cache
def quick(name):
    return sample(name).with_values({"risk.paths": 256})


@pytest.mark.parametrize("name", NAMES)
def test_the_deal_is_an_offer_of_the_recommended_form(name):
    choice, model = deal_choice(quick(name)), recommended_model(quick(name))
    assert choice.model in choice.offers.index
    assert choice.family == FORMS[choice.model]
    assert choice.suits == (model is not None)
    assert model is None or choice.family == model.form


def test_the_cheapest_offer_is_passed_over_when_its_provider_would_not_last():
    choice = deal_choice(sample(VOICE))
    assert (choice.cheapest, choice.model) == ("outcome", "transaction")
    # At a price at which each provider loses money in a tenth of the courses the order turns round.
    cheap, chosen = choice.offer("outcome"), choice.chosen
    assert cheap["client_npv"] < chosen["client_npv"]
    assert cheap["lasting_npv"] > chosen["lasting_npv"]


def test_of_one_form_the_sound_offer_is_taken_before_the_cheaper_one_at_risk():
    strict = quick(PAYABLES).with_values({"risk.at_risk_loss_probability": 0.02})
    choice = deal_choice(strict)
    assert choice.family == "per transaction"
    assert choice.model == "tiered"
    assert not choice.chosen["at_risk"]


def test_where_every_model_is_stopped_the_cheapest_is_shown_and_not_called_suitable():
    choice = deal_choice(sample(CLAIMS))
    assert choice.model == leading_deal(sample(CLAIMS)) == "transaction"
    assert not choice.suits


def test_without_an_offer_there_is_nothing_to_follow():
    case = sample(CLAIMS)
    terms = {kind: value for kind, value in case.terms.items() if kind not in PRICING_MODELS.values()}
    assert recommended_deal(engagement_without(case, terms)) is None


def engagement_without(case, terms):
    return type(case)(**{**vars(case), "terms": terms})
