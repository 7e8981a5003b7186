"""The parts one by one: never another answer than the ranked models."""

from functools import cache

import numpy as np
import pytest
from sample_cases import CLAIMS, NAMES, PAYABLES, VOICE, sample
from test_sourcing_delivery_model import with_answers

from bpo_lib.sourcing.delivery_model import delivery_models
from bpo_lib.sourcing.delivery_options import COLUMNS, delivery_options


@cache
def quick(name):
    return sample(name).with_values({"risk.paths": 128})


def advice(case):
    return delivery_options(case).set_index("option")


@pytest.mark.parametrize("name", NAMES)
def test_options_and_models_never_disagree(name):
    options, models = delivery_options(quick(name)), delivery_models(quick(name))
    assert options.columns.tolist() == COLUMNS
    chosen = options[options["status"] == "recommended"]
    assert not chosen["kind"].duplicated().any()
    recommended = models[models["status"] == "recommended"]
    assert len(chosen) == 3 * len(recommended)
    for place, words in (("shared_services", "shared services"), ("offshore", "offshore")):
        mine = models.loc[models["place"] == place, "status"]
        status = options.loc[options["option"] == words, "status"].iloc[0]
        assert (status == "stopped") == bool((mine == "stopped").all())


def test_reason_levels_and_saving_stand_apart():
    row = advice(sample(VOICE)).loc["per transaction"]
    assert row["reason"] == "the unit is clear, counted and foreseen"
    assert row["saving_words"] == "saves 21% against staying"
    assert row["saving"] == pytest.approx(0.210, abs=0.001)
    assert "predictability 5" in row["levels"]
    assert advice(sample(VOICE)).loc["hybrid", "saving_words"] == "not priced"
    assert np.isnan(advice(sample(VOICE)).loc["nearshore", "saving"])


def test_an_offer_that_costs_more_says_so():
    assert advice(sample(CLAIMS)).loc["per transaction", "saving_words"] == "costs 3% more than staying"


def test_an_outcome_needs_a_year_of_baseline():
    line = advice(sample(CLAIMS)).loc["per outcome"]
    assert line["status"] == "stopped"
    assert "10 complete months of history" in line["reason"]


def test_an_option_with_nothing_of_its_own_against_it_names_what_stops_every_place():
    line = advice(sample(CLAIMS)).loc["per FTE"]
    assert (line["status"], line["gate"]) == ("stopped", "")
    assert line["reason"].startswith("it does not hold that somebody can explain the work from paper")


def test_an_unmeasured_outcome_is_stopped_and_protected_data_stays_near():
    assert advice(with_answers(quick(PAYABLES), P4=3)).loc["per outcome", "status"] == "stopped"
    assert advice(with_answers(quick(PAYABLES), R1=5)).loc["offshore", "status"] == "stopped"
