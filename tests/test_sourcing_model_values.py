"""The worth of delivery models: parts that add up, and offers that are sound before they are cheap."""

from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd
import pytest
from sample_cases import PAYABLES, VOICE, sample

from bpo_lib.pricing.provider import Location
from bpo_lib.sourcing.fit_draws import fit_draws
from bpo_lib.sourcing.model_values import family_deals, model_values
from bpo_lib.sourcing.places import MODEL_PLACES
from bpo_lib.sourcing.suiting import FAMILIES, FORM_SHAPES, PROVIDERS, suits


@cache
def payables():
    return sample(PAYABLES).with_values({"risk.paths": 256})


def only(part):
    parts = ("place_points", "form_points", "price_points", "providers_points")
    return payables().with_values({f"delivery_model.{name}": 100 * (name == part) for name in parts})


def test_there_is_a_value_of_every_model_on_every_draw():
    total = model_values(payables()).total
    assert total.shape == (
        len(fit_draws(payables()).places),
        len(MODEL_PLACES),
        len(FAMILIES),
        len(PROVIDERS),
    )
    assert 0 <= total.min() <= total.max() <= 1


def test_a_model_of_which_only_the_place_counts_is_worth_what_fit_says():
    total = model_values(only("place_points")).total
    assert np.ptp(total, axis=(2, 3)).max() < 1e-12
    assert total[:, :, 0, 0] == pytest.approx(fit_draws(payables()).places)


def test_a_model_of_which_only_the_form_counts_is_worth_how_well_it_suits():
    drawn = fit_draws(payables())
    total = model_values(only("form_points")).total
    assert total[:, 1, :, 0] == pytest.approx(suits(FORM_SHAPES, drawn.levels, drawn.weights))


def test_savings_are_those_of_the_offer_to_take_and_the_own_way_has_none_priced():
    found = model_values(payables())
    assert found.saving["nearshore", "per transaction"] == pytest.approx(0.158, abs=0.001)
    assert found.saving["nearshore", "hybrid"] is None
    assert found.saving["shared_services", "per FTE"] is None


def test_of_several_offers_the_cheapest_whose_provider_is_not_at_risk_is_taken():
    assert family_deals(payables())["per transaction"] == "transaction"  # cheaper than the list by volume
    strict = sample(PAYABLES).with_values({"risk.paths": 256, "risk.at_risk_loss_probability": 0.02})
    assert family_deals(strict)["per transaction"] == "tiered"  # the other loses money more often than that
    assert family_deals(sample(VOICE).with_values({"risk.paths": 256}))["per transaction"] == "transaction"


def test_a_place_without_shared_hours_is_worth_less_and_one_with_all_of_them_as_much():
    def nearshore(hours):
        told = Location(
            location="X", share=1, currency="EUR", wage_per_month=1_000,
            place="nearshore", time_zone="UTC", hours=hours,
        )  # fmt: skip
        profile = payables().profile.model_copy(update={"time_zone": "UTC", "hours": "Mon-Fri 08:00-16:00"})
        case = replace(only("place_points"), profile=profile, locations=pd.DataFrame([told.model_dump()]))
        return model_values(case).total[:, MODEL_PLACES.index("nearshore")].mean()

    told_nothing = fit_draws(payables()).places[:, MODEL_PLACES.index("nearshore")].mean()
    assert nearshore("Mon-Fri 08:00-16:00") == pytest.approx(told_nothing)
    assert nearshore("Mon-Fri 14:00-22:00") < told_nothing - 0.05
