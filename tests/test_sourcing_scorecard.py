"""The provider scorecard: by hand, and the laws that keep it from being played."""

from dataclasses import replace

import pandas as pd
import pytest
from sample_cases import CLAIMS, PAYABLES, VOICE, sample

from bpo_lib.errors import Missing
from bpo_lib.sourcing import VENDOR_CRITERIA, score_providers
from bpo_lib.sourcing import scorecard as module

COLUMNS = ["vendor", "criterion", "answer", "evidence", "note"]
STAY = 8.0  # cost of staying in the tests below [currency/transaction]


def offer(vendor, level="3", price="4", evidence="reference", **changes):
    default = {"must_have": "yes", "scored": level, "price": price}
    answers = {each.id: default[each.kind] for each in VENDOR_CRITERIA} | changes
    return [(vendor, name, answer, evidence, "") for name, answer in answers.items() if answer is not None]


@pytest.fixture
def scores(monkeypatch):
    monkeypatch.setattr(module, "in_house_unit_cost", lambda _case: (STAY, ()))

    def of(*offers):
        vendors = pd.DataFrame([row for rows in offers for row in rows], columns=COLUMNS)
        # meadow-claims pays 20% tax and 6% for managing the contract on top of a price.
        return score_providers(replace(sample(CLAIMS), vendors=vendors))

    return of


def table(result):
    return result.table.set_index("vendor")


def test_a_score_by_hand(scores):
    # Levels 3 are worth a half: 0.78 * 0.5. 4.00 costs 5.04 of 8.00 = 0.63, worth (1 - 0.63) / 0.5 = 0.74.
    line = table(scores(offer("Alder"))).loc["Alder"]
    assert line["price_against_in_house"] == pytest.approx(-0.37)
    assert line["score"] == pytest.approx(100 * (0.78 * 0.5 + 0.22 * 0.74))
    assert line["quality_score"] == pytest.approx(50)


def test_contributions_add_up_to_the_score(scores):
    result = scores(offer("Alder", "4"), offer("Brisa", "2", evidence="claim"))
    summed = result.detail.groupby("vendor")["contribution"].sum()
    assert summed.to_dict() == pytest.approx(table(result)["score"].to_dict())


def test_another_bidder_never_reorders_the_others(scores):
    pair = offer("Alder", "4", "6"), offer("Brisa", "3", "4.5")
    alone = table(scores(*pair))["score"]
    for decoy in (
        offer("Decoy", "1", "0.5"),
        offer("Decoy", "5", "40"),
        offer("Decoy", security_certificate="no"),
    ):
        together = table(scores(*pair, decoy))["score"]
        assert together[alone.index].tolist() == alone.tolist()


def test_no_score_buys_off_a_must_have(scores):
    result = scores(offer("Best", "5", "2", breach_disclosed_and_answered="no"), offer("Plain", "2", "7"))
    assert result.winner == "Plain"
    assert table(result).loc["Best", "must_haves"] == "failed"
    assert table(result).loc["Best", "failed"] == "Past breaches disclosed and answered"
    assert pd.isna(table(result).loc["Best", "rank"])


def test_a_claim_widens_the_range_and_leaves_the_score(scores):
    shown, claimed = table(scores(offer("Alder"))), table(scores(offer("Alder", evidence="claim")))
    assert claimed["score"].tolist() == shown["score"].tolist()
    assert claimed["score_low"].item() < shown["score_low"].item()
    assert claimed["score_high"].item() > shown["score_high"].item()
    assert claimed["must_haves"].item() == "open"


def test_missing_answers_leave_a_range_and_an_open_must_have(scores):
    line = table(scores(offer("Alder", quality_system=None, regulation=None))).loc["Alder"]
    assert line["must_haves"] == "open"
    assert line["open"] == "Meets the client's regulation"
    assert line["score_high"] - line["score_low"] == pytest.approx(15)  # the weight of quality


def test_a_must_have_that_is_shown_ranks_before_any_score(scores):
    result = scores(offer("Brisa", "5", regulation=None), offer("Alder", "3"))
    assert result.table["vendor"].tolist() == ["Alder", "Brisa"]
    assert result.table["rank"].tolist() == [1, 2]
    assert "points more than Alder but has yet to show: Meets the client's regulation" in result.reason


def test_nobody_wins_before_every_must_have_is_shown(scores):
    result = scores(offer("Alder", evidence="claim"))
    assert result.winner is None
    assert "No provider has shown every must-have yet" in result.reason


def test_a_better_answer_never_lowers_the_score(scores):
    values = [table(scores(offer("Alder", reporting=str(level))))["score"].item() for level in range(1, 6)]
    assert values == sorted(values)


def test_the_reason_names_lead_and_doubt(scores):
    clear = scores(offer("Alder", "5"), offer("Brisa", "2"))
    assert (clear.winner, clear.runner_up) == ("Alder", "Brisa")
    assert "the lead holds whatever is still open" in clear.reason
    close = scores(offer("Alder", "3"), offer("Brisa", "3", "4.1", quality_system=None))
    assert "the ranges overlap, so the lead is open" in close.reason


def test_red_flags_are_raised_whatever_the_score(scores):
    line = table(scores(offer("Alder", "5", "3", quality_system="1"))).loc["Alder"]
    assert "cannot say how the result will be achieved" in line["red_flags"]
    assert "price under half of the cost of staying" in line["red_flags"]


def test_without_providers_the_chapter_says_what_to_ask():
    missing = score_providers(sample(CLAIMS))
    assert isinstance(missing, Missing)
    assert missing.file == "vendors.csv"


@pytest.mark.parametrize(
    ("name", "winner", "out"),
    [(VOICE, "Alder Contact", "Cobalt Voice"), (PAYABLES, "Elmet Finance Services", "Gantry Shared Work")],
)
def test_the_cheapest_provider_of_a_sample_fails_a_must_have(name, winner, out):
    result = score_providers(sample(name))
    assert result.winner == winner
    assert table(result)["price"].idxmin() == out
    assert table(result).loc[out, "must_haves"] == "failed"


def test_prices_are_compared_with_the_first_year_of_staying():
    cost, notes = module.in_house_unit_cost(sample(PAYABLES))
    assert notes == ()
    assert 5 < cost < 7


def test_without_volumes_prices_are_shown_and_not_scored():
    result = score_providers(replace(sample(PAYABLES), history=None))
    assert result.table["price"].notna().all()
    assert result.detail.loc[result.detail["kind"] == "price", "weight"].eq(0).all()
    assert "Prices are shown but not scored" in result.notes[0]
