"""The recommendation: no saving buys off a gate, and no score a dearer deal."""

import pytest
from sample_cases import CLAIMS, NAMES, PAYABLES, VOICE, sample

from bpo_lib.fit import score_fit
from bpo_lib.pricing import PRICING_MODELS
from bpo_lib.recommendation import recommend


@pytest.mark.parametrize("name", NAMES)
def test_a_stopped_gate_is_never_outsourced(name):
    case = sample(name)
    if score_fit(case).verdict == "fail":
        assert recommend(case).answer == "not_yet"
        assert recommend(case).conditions


def test_the_samples_lead_to_different_answers():
    assert len({recommend(sample(name)).answer for name in NAMES}) == 3


def test_a_deal_dearer_than_staying_is_not_taken():
    case = sample(VOICE).with_values({"in_house.cost_per_fte_month": 1_000})
    assert recommend(case).answer == "not_on_cost"


def test_open_conditions_are_named():
    advice = recommend(sample(PAYABLES))
    assert advice.answer == "outsource_if"
    assert advice.conditions == score_fit(sample(PAYABLES)).conditions


def test_a_process_that_fits_but_is_not_priced_is_priced_first():
    case = sample(VOICE)
    terms = {kind: value for kind, value in case.terms.items() if kind not in set(PRICING_MODELS.values())}
    bare = type(case)(**{**{f: getattr(case, f) for f in case.__dataclass_fields__}, "terms": terms})
    assert recommend(bare).answer == "price_first"
    assert recommend(bare).model is None


def test_no_saving_buys_off_a_gate():
    rich = sample(CLAIMS).with_values({"in_house.cost_per_fte_month": 90_000})
    assert recommend(rich).answer == "not_yet"
