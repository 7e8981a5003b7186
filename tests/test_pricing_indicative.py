"""Indicative models: every form nobody offered, worth the same in expectation."""

import numpy as np
import pytest

from bpo_lib.pricing import PRICING_MODELS, Workload
from bpo_lib.pricing.forms import PerFtePricing
from bpo_lib.pricing.indicative import indicative_models

VOLUME = np.linspace(9_000, 11_000, 24) * np.array([[0.7], [1.0], [1.4]])
WORK = Workload.of(
    VOLUME,
    handling_hours=VOLUME / 10,
    fte=VOLUME / 1_500,
    outcomes=VOLUME * 0.8,
    productive_fte=VOLUME / 2_000,
    paid_hours=VOLUME / 9,
    productive_hours=VOLUME / 12,
    provider_cost=VOLUME * 2 + 10_000,
    in_house_cost=VOLUME * 4,
)
OFFER = PerFtePricing(rate_per_month=6_000)


def worth(model):
    return float(np.mean(model.monthly_fee(WORK) @ np.linspace(1, 0.85, 24)))


def test_every_form_that_was_not_offered_is_worth_the_same():
    found = indicative_models({"per_fte": OFFER}, WORK, worth, worth(OFFER))
    assert list(found) == [name for name in PRICING_MODELS if name != "per_fte"]
    assert [worth(model) for model in found.values()] == pytest.approx([worth(OFFER)] * len(found), rel=1e-9)


def test_a_form_that_cannot_be_had_for_so_little_is_left_out():
    found = indicative_models({}, WORK, worth, worth(OFFER) / 10)
    assert not {"cost_plus", "target_cost"} & set(found)
    assert "transaction" in found


def test_a_form_of_which_the_work_has_nothing_is_left_out():
    only_volume = Workload.of(VOLUME)
    found = indicative_models({}, only_volume, lambda model: float(model.monthly_fee(only_volume).sum()), 1e6)
    assert "transaction" in found
    assert not {"per_fte", "per_paid_hour", "outcome"} & set(found)
