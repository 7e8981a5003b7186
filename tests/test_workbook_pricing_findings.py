"""Advice on the form of price: every number in it is one of a call, and nothing is said that is not so."""

import pandas as pd
import pytest
from course_cases import course_case
from sample_cases import CLAIMS, sample

from bpo_lib.pricing import leading_deal
from bpo_lib.pricing.decide.asymmetry import volume_clause
from bpo_lib.pricing.decide.frontier import OFFER, frontier
from bpo_lib.pricing.decide.incentive import incentive
from bpo_lib.pricing.decide.points import cheapest_ranges
from bpo_lib.workbook import decide_words, numbers, pricing_findings
from bpo_lib.workbook.tables.decide import lead_offer


@pytest.fixture(scope="module")
def case():
    return course_case()


def test_the_choice_names_the_cheapest_offer_and_where_it_ceases_to_be(case):
    said = pricing_findings.choice(case)
    ranges = cheapest_ranges(case, "handling_minutes")
    here = ranges[ranges["holds"]].iloc[0]
    assert decide_words.model(here["model"]) in said[0].lower().replace("fte", "FTE")
    turn = here["first"] if here.name else here["last"]
    assert any(numbers.minutes(turn) in sentence and "If each claim took" in sentence for sentence in said)


def test_an_offer_under_which_the_provider_may_lose_money_is_named():
    cheap = course_case(per_fte__rate_per_month=2_450)
    row = frontier(cheap).set_index("name").loc["per_fte"]
    assert row["provider_loss_probability"] > 0.1
    said = pricing_findings.contract_design(cheap)
    assert said[0].startswith("The provider may lose money over the term under a price per FTE (a chance of")
    assert numbers.percent(row["provider_loss_probability"]) in said[0]
    assert f"it would sign at {numbers.percent(row['price_factor'] - 1)} more" in said[0]


def test_room_in_a_price_is_told_only_where_the_provider_would_sign(case):
    offers = frontier(case).query("kind == @OFFER", local_dict={"OFFER": OFFER}).set_index("name")
    (told,) = [sentence for sentence in pricing_findings.contract_design(case) if "room" in sentence]
    assert told.count("less under") == (offers["signs"] & (offers["price_factor"] < 1)).sum()
    assert numbers.percent(1 - offers.loc["per_fte", "price_factor"]) in told


def test_the_hidden_fee_is_that_of_the_clause(case):
    said = pricing_findings.hidden_fees(case)[0]
    assert numbers.money(volume_clause(case).hidden_fee, "GBP") in said
    assert "80% of the price, each below gives back 70%" in said


def test_equal_rates_are_not_spoken_of():
    said = pricing_findings.hidden_fees(course_case(transaction__rrc_share=0.8))
    assert not any("gives back" in sentence for sentence in said)


def test_the_gain_share_it_takes_is_that_of_the_table(case):
    row = incentive(case).set_index(["model", "way"]).loc[("per_fte", "deflects")]
    (said,) = [each for each in pricing_findings.incentives(case) if "machines" in each and "money" in each]
    assert numbers.percent(row["least_gain_share"]) in said


def test_one_offer_and_no_cost_of_the_provider_leave_clause_and_machines():
    said = pricing_findings.pricing_findings(sample(CLAIMS))
    assert len(said) == 3
    assert said[-1].startswith("If machines settled 30% of the claims, a price per transaction would cost")


def test_the_next_offer_is_said_to_be_cheaper_only_as_far_as_it_is(case):
    ranges = pd.DataFrame(
        {
            "model": ["per_fte", "outcome", "transaction", "outcome"],
            "first": [10.0, 32.0, 44.6, 54.7],
            "last": [32.0, 44.6, 54.7, 160.0],
            "holds": [False, True, False, False],
        }
    )
    below, above = pricing_findings._turns(ranges, 43.4, "handling_minutes", case)
    assert below.endswith("a price per FTE would be cheaper than an outcome-based price.")
    assert above.endswith("cheaper than an outcome-based price, up to 54.7\u00a0minutes.")


def test_one_expected_value_is_written_alike_in_neighbouring_sentences(case):
    ranges = pd.DataFrame(
        {
            "model": ["per_fte", "transaction", "outcome"],
            "first": [3_000.0, 13_272.0, 19_214.0],
            "last": [13_272.0, 19_214.0, 53_000.0],
            "holds": [False, True, False],
        }
    )
    said = pricing_findings._turns(ranges, 13_311.0, "volume", case)
    assert all("(13,311 expected)" in sentence for sentence in said)


def test_the_contract_is_held_against_the_deal_that_leads_the_report(case):
    table = frontier(case)
    offers = table[table["kind"] == OFFER]
    dearer = offers.assign(client_npv=[1.0 if name != leading_deal(case) else 2.0 for name in offers["name"]])
    assert lead_offer(dearer, case)["name"] == leading_deal(case)
