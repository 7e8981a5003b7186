"""Does automating pay the provider: the published example, closed forms against re-pricing."""

import numpy as np
import pytest
from course_cases import course_case
from sample_cases import CLAIMS, sample

from bpo_lib.pricing.decide.incentive import (
    ASSISTS,
    DEFLECTS,
    INCENTIVE_COLUMNS,
    Automating,
    incentive,
    least_bot_price,
    least_gain_share,
)


def test_a_margin_of_20_and_an_investment_of_15_percent_ask_for_35():
    assert least_gain_share(0.20, 15, 100) == pytest.approx(0.35)
    # 30% of a saving of 100 is not enough for a provider that loses its margin of 20 and spends 15.
    assert Automating(fee_lost=100, cost_saved=80, investment=15).least_gain_share == pytest.approx(0.35)


def test_a_machine_s_contact_has_to_bring_what_a_person_s_leaves():
    # 0.40 to run, 3 paid and 2.20 spent with people, 5,000 invested for 10,000 contacts.
    assert least_bot_price(0.4, 3, 2.2, 5_000, 10_000) == pytest.approx(0.4 + 0.8 + 0.5)


def test_who_gains_anyway_needs_no_share_and_who_loses_no_fee_cannot_be_given_one():
    assert Automating(10, 80, 15).least_gain_share == 0
    assert np.isnan(Automating(0, 10, 15).least_gain_share)


@pytest.fixture(scope="module")
def table():
    return incentive(course_case()).set_index(["model", "way"])


def test_under_a_price_per_fte_the_measured_share_is_the_closed_form(table):
    for way in (DEFLECTS, ASSISTS):
        row = table.loc[("per_fte", way)]
        assert not row["pays"]
        assert row["least_gain_share"] == pytest.approx(row["closed_gain_share"], rel=2e-3)
    assert table.loc["transaction", "closed_gain_share"].isna().all()


def test_faster_people_pay_whoever_is_paid_by_the_transaction(table):
    row = table.loc[("transaction", ASSISTS)]
    assert row["fee_lost"] == pytest.approx(0, abs=1e-6)
    assert row["pays"]
    assert row["provider_change"] == pytest.approx(row["cost_saved"] - row["investment"])


def test_the_price_of_a_machine_s_contact_makes_up_for_the_loss(table):
    row = table.loc[("per_fte", DEFLECTS)]
    assert row["least_bot_price"] > 0
    free = incentive(course_case(incentive__investment_share=0, incentive__running_share=0))
    less = free.set_index(["model", "way"]).loc[("per_fte", DEFLECTS)]
    assert less["least_bot_price"] < row["least_bot_price"]


def test_without_the_provider_s_cost_there_is_nothing_to_say():
    empty = incentive(sample(CLAIMS))
    assert empty.empty
    assert list(empty.columns) == INCENTIVE_COLUMNS
