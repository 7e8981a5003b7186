"""The provider scorecard: by hand, and the laws that keep it from being played."""

from dataclasses import replace

import pandas as pd
import pytest
from bid_cases import marked, needs, offer, vendors
from sample_cases import CLAIMS, PAYABLES, VOICE, sample

from bpo_lib.errors import Missing
from bpo_lib.sourcing import score_providers
from bpo_lib.sourcing.bids import scorecard as module
from bpo_lib.sourcing.bids.terms import WEIGHED, ScorecardTerms


@pytest.fixture
def scores(monkeypatch):
    monkeypatch.setattr(module, "client_needs", lambda _case: needs())

    def of(*offers):
        return score_providers(replace(sample(CLAIMS), vendors=vendors(*offers)))

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


@pytest.mark.parametrize(
    "decoy",
    [
        offer("Decoy", "1", "0.5"),
        offer("Decoy", "5", "40"),
        offer("Decoy", security_certificate="no"),
        marked("Decoy", {"Kim": {"reporting": 1}, "Lee": {"reporting": 5}}),
    ],
)
def test_another_bidder_never_reorders_the_others(scores, decoy):
    pair = (
        offer("Alder", "4", "6", reporting=None) + marked("Alder", {"Kim": {"reporting": 2}}),
        offer("Brisa", "3", "4.5", reporting=None) + marked("Brisa", {"Lee": {"reporting": 4}}),
    )
    alone, together = scores(*pair), scores(*pair, decoy)
    kept = table(together).loc[table(alone).index]
    assert kept["score"].tolist() == table(alone)["score"].tolist()
    assert kept["quality_score"].tolist() == table(alone)["quality_score"].tolist()
    assert together.ranks.beats.loc["Alder", "Brisa"] == alone.ranks.beats.loc["Alder", "Brisa"]


def test_no_score_buys_off_a_must_have(scores):
    result = scores(offer("Best", "5", "2", breach_disclosed_and_answered="no"), offer("Plain", "2", "7"))
    assert result.winner == "Plain"
    line = table(result).loc["Best"]
    assert line["must_haves"] == "failed"
    assert line["failed"] == "Past breaches disclosed and answered"
    assert pd.isna(line["rank"])
    assert pd.isna(line["rank_without_price"])
    assert "Best" not in result.ranks.acceptability.index


def test_too_little_capacity_and_an_expired_certificate_fail_whatever_the_score(scores):
    result = scores(offer("Best", "5", "2", capacity_for_peak="900", security_certificate="2026-03-31"))
    failed = result.gates[result.gates["status"] == "failed"].set_index("criterion")
    assert failed.loc["capacity_for_peak", "because"] == (
        "900 a month; the busiest month, November 2028, is expected to bring 1,000"
    )
    assert failed.loc["security_certificate", "because"].startswith("ran out on 31 March 2026")
    assert failed["lifts"].str.len().min() > 0
    assert result.winner is None
    assert result.ranks is None


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


def test_ranks_with_and_without_price_may_differ(scores):
    result = table(scores(offer("Cheap", "3", "3.2"), offer("Good", "4", "6.3")))
    assert result.loc["Cheap", ["rank", "rank_without_price"]].tolist() == [1, 2]
    assert result.loc["Good", ["rank", "rank_without_price"]].tolist() == [2, 1]


def test_nobody_wins_before_every_must_have_is_shown(scores):
    result = scores(offer("Alder", evidence="claim"))
    assert result.winner is None
    assert "No provider has shown every must-have yet" in result.reason


def test_a_better_answer_never_lowers_the_score(scores):
    values = [table(scores(offer("Alder", reporting=str(level))))["score"].item() for level in range(1, 6)]
    assert values == sorted(values)


def test_several_marks_count_with_their_mean_and_their_range(scores):
    by = {"Kim": {"quality_system": 5}, "Lee": {"quality_system": 2}}
    result = scores(offer("Alder", quality_system=None) + marked("Alder", by))
    line = result.detail.set_index("criterion").loc["quality_system"]
    assert (line["value"], line["low"], line["high"]) == (0.625, 0.25, 1.0)  # 3.5, from 2 to 5
    assert (line["answer"], line["evaluators"]) == ("5, 2", 2)


def test_one_bidder_is_ranked_alone(scores):
    result = scores(offer("Alder"))
    assert (result.winner, result.runner_up) == ("Alder", None)
    assert result.lead.empty
    assert result.tips.empty
    assert result.ranks.acceptability.loc["Alder", 1] == 1


def test_twenty_bidders_are_ranked_and_their_shares_add_up(scores):
    result = scores(*(offer(f"P{place:02}", str(1 + place % 5), str(3 + place / 5)) for place in range(20)))
    assert result.table["rank"].tolist() == list(range(1, 21))
    # Bids that tie share the better rank, so every row adds up and the first rank is never empty.
    assert result.ranks.acceptability.sum(axis=1).tolist() == pytest.approx([1] * 20)
    assert result.ranks.acceptability[1].sum() >= 1 - 1e-12


def test_when_nobody_quotes_a_price_quality_decides(scores):
    result = scores(offer("Alder", "3", ""), offer("Brisa", "4", ""))
    assert result.winner == "Brisa"
    assert result.frontier.empty
    assert result.table["price"].isna().all()


def test_where_only_price_weighs_there_is_no_rank_without_it(monkeypatch):
    monkeypatch.setattr(module, "client_needs", lambda _case: needs())
    only_price = ScorecardTerms(**dict.fromkeys(WEIGHED, 0.0) | {"price_per_transaction": 10.0})
    case = replace(sample(CLAIMS), vendors=vendors(offer("Alder", price="4"), offer("Brisa", price="3.5")))
    result = score_providers(replace(case, terms={**case.terms, ScorecardTerms: only_price}))
    assert result.winner == "Brisa"
    assert result.table["rank_without_price"].isna().all()


def test_when_every_bid_fails_there_is_no_rank_and_no_winner(scores):
    result = scores(offer("Alder", regulation="no"), offer("Brisa", regulation="no"))
    assert (result.winner, result.ranks, result.tips.empty) == (None, None, True)
    assert result.table["rank"].isna().all()


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


def test_without_volumes_prices_are_shown_and_not_scored():
    result = score_providers(replace(sample(PAYABLES), history=None))
    assert result.table["price"].notna().all()
    assert result.detail.loc[result.detail["kind"] == "price", "weight"].eq(0).all()
    assert "Prices are shown but not scored" in result.notes[0]
