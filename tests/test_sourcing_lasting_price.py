"""A price that lasts: the least at which the provider seldom loses money, and what the client then pays."""

from functools import cache

import numpy as np
import pytest
from sample_cases import CLAIMS, PAYABLES, VOICE, sample

from bpo_lib.pricing import compare_pricing
from bpo_lib.pricing.forms import TransactionPricing
from bpo_lib.pricing.risk.simulation import simulate
from bpo_lib.sourcing.lasting_price import COLUMNS, lasting_prices, lasting_savings


@cache
def voice():
    return sample(VOICE).with_values({"risk.paths": 512})


def test_offers_stand_as_the_comparison_has_them():
    table, compared = lasting_prices(voice()), compare_pricing(voice())
    assert table.columns.tolist() == COLUMNS
    assert table.index.tolist() == ["per_fte", "transaction", "outcome"]
    assert np.array_equal(table["client_npv"], compared.loc[table.index, "client_npv"])


def test_at_the_price_that_lasts_the_provider_loses_money_in_a_tenth_of_the_courses():
    rise = lasting_prices(voice())["price_rise"]["transaction"]
    form = voice().of(TransactionPricing)
    found = simulate(voice(), models={"raised": form.repriced(1 + rise)})
    lost = (found.provider_margin_share[0] < 0).mean()
    assert 0.1 - 2 / 512 <= lost <= 0.1
    slightly_less = simulate(voice(), models={"less": form.repriced(1 + rise - 0.002)})
    assert (slightly_less.provider_margin_share[0] < 0).mean() > 0.1


def test_a_higher_price_saves_less_and_a_sound_one_does_not_move():
    table = lasting_prices(voice())
    risky = table[table["at_risk"].astype(bool)]
    assert set(risky.index) == {"transaction", "outcome"}
    assert (risky["lasting_saving_share"] < risky["saving_share"]).all()
    sound = table.loc["per_fte"]
    assert (sound["price_rise"], sound["lasting_npv"]) == (0, sound["client_npv"])


def test_the_cheapest_offer_is_not_the_cheapest_at_a_price_that_lasts():
    table = lasting_prices(voice())
    assert table["client_npv"].astype(float).idxmin() == "outcome"
    assert table["lasting_npv"].astype(float).idxmin() == "transaction"


def test_savings_on_every_course_average_to_about_the_expected_one():
    found = lasting_savings(voice())
    for name, share in lasting_prices(voice())["lasting_saving_share"].items():
        assert found[name].shape == (512,)
        assert found[name].mean() == pytest.approx(share, abs=0.02)


def test_a_minimum_fee_bites_where_volume_may_fall_under_it():
    case = sample(PAYABLES).with_values({"risk.paths": 256})
    assert lasting_prices(case)["commitment_probability"]["transaction"] == 0
    bound = case.with_values({"transaction.minimum_commitment_share": 1.0})
    row = lasting_prices(bound).loc["transaction"]
    assert 0.2 < row["commitment_probability"] < 1  # months under the band come in some courses only
    assert row["commitment_cost"] > 0


def test_without_the_cost_of_the_provider_no_price_can_be_called_lasting():
    row = lasting_prices(sample(CLAIMS)).loc["transaction"]
    assert np.isnan(row["price_rise"])
    assert row["lasting_npv"] == row["client_npv"]
