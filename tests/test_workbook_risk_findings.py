"""The risk of a deal in sentences: each says what its figures say, and nothing where there are none."""

import pytest
import risk_frames
import stand_ins

from bpo_lib.workbook.risk_findings import _borne, risk_findings

CASE = stand_ins.engagement()
TABLE, TRANSFER, SHARES = risk_frames.table(), risk_frames.transfer(), risk_frames.variance()


def said(model="transaction", table=TABLE, transfer=TRANSFER, shares=SHARES):
    return [text.replace("\u00a0", " ") for text in risk_findings(CASE, model, table, transfer, shares)]


def test_the_first_sentence_gives_the_range_and_the_dear_end():
    assert said()[0] == (
        "A price per transaction costs EUR 6.55m to EUR 8.50m in eight of ten courses, EUR 7.53m in the "
        "middle; the dearest one in twenty cost EUR 8.99m on average."
    )


def test_how_often_it_is_cheapest_is_set_against_staying_and_the_strongest_rival():
    assert said()[1] == (
        "It costs least of all ways in 26.2% of courses, staying in-house in 0.0%, a fixed price in 32.6%."
    )
    alone = TABLE.loc[["in_house", "transaction"]]
    assert said(table=alone)[1].endswith("staying in-house in 0.0%.")


def test_what_makes_it_uncertain_is_named():
    text = " ".join(said())
    assert "What is uncertain in its cost comes from volume (" in text
    assert ") and deflection (" in text


def test_a_sound_provider_is_held_against_the_limit():
    assert (
        "Its provider loses money in 8.4% of courses; up to 10.0% a relationship counts as sound." in said()
    )
    assert "Its provider loses money in no course" in " ".join(said("cost_plus"))


def test_a_provider_at_risk_is_a_warning_and_others_are_named():
    text = " ".join(said("fixed_price"))
    assert "loses money in 15.0% of courses, more than the 10.0%" in text
    assert "expect it to renegotiate" in text
    assert "At risk, since the provider loses money too often: a fixed price (15.0%)." in said()


def test_the_surest_deal_is_named_where_it_is_another():
    assert [text for text in said() if text.startswith("The surest cost is that of a fixed price: EUR 0")]
    assert "No other deal's cost is surer." in said("fixed_price")


def test_who_bears_what_is_told():
    text = " ".join(said())
    assert "The cost of the work hangs most on volume: typically EUR " in text
    assert "The client bears more than all of deflection; the client bears nearly all of growth; " in text
    assert "the provider bears nearly all of handling time and wages; " in text
    assert "with quality money only passes from one to the other." in text


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (1.3, "bears 130% of that, so the provider gains"),
        (1.0, "the client bears all of that"),
        (0.54, "the client bears 54% of that"),
        (0.02, "the provider bears all of that"),
        (-0.2, "the client gains when the work gets dearer"),
    ],
)
def test_a_share_is_put_into_words(share, words):
    assert words in _borne(share)


def test_a_driver_that_sets_the_two_at_odds_is_not_called_the_providers():
    odd = TRANSFER["driver"].eq("handling") & TRANSFER["model"].eq("transaction")
    against = TRANSFER.assign(client_share=TRANSFER["client_share"].mask(odd, -1.9))
    text = " ".join(said(transfer=against))
    assert "the client pays more when handling time makes the work cheaper for both together" in text
    assert "the provider bears nearly all of wages" in text


def test_nothing_is_said_of_a_provider_whose_cost_is_not_known():
    unknown = TABLE.assign(provider_loss_probability=float("nan"), at_risk=False)
    nothing = TRANSFER.assign(client_share=float("nan"), joint_swing=float("nan"))
    text = " ".join(said(table=unknown, transfer=nothing))
    assert "cannot be said without the provider's cost: ask for it" in text
    assert "bears" not in text


def test_a_single_deal_has_no_rival_to_be_surer_than():
    alone = TABLE.loc[["in_house", "transaction"]]
    assert "surer" not in " ".join(said(table=alone))


def test_a_cost_without_spread_has_no_cause():
    still = SHARES.assign(client_total=float("nan"))
    assert "What is uncertain" not in " ".join(said(shares=still))
