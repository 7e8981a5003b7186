"""Who leads and why: gaps that sum to the lead, and the weight that would turn it."""

import pandas as pd
import pytest

from bpo_lib.sourcing.bids.lead import lead_of, reason_of, tips_of, winner_of
from bpo_lib.sourcing.bids.terms import WEIGHED, ScorecardTerms

WEIGHTS = ScorecardTerms().weights()


def detail(**values):
    """Return answers by provider: every criterion at a half, but for those given as values 0 to 1."""
    rows = [
        {
            "vendor": vendor,
            "criterion": name,
            "name": name.replace("_", " "),
            "weight": WEIGHTS[name],
            "value": own.get(name, 0.5),
            "contribution": 100 * WEIGHTS[name] * own.get(name, 0.5),
        }
        for vendor, own in values.items()
        for name in WEIGHED
    ]
    return pd.DataFrame(rows)


def table(frame, **standing):
    scores = frame.groupby("vendor", sort=False)["contribution"].sum()
    lines = [
        {
            "vendor": vendor,
            "score": scores[vendor],
            "score_low": scores[vendor] - 1,
            "score_high": scores[vendor] + 1,
            "must_haves": must_haves,
            "open": "its regulation" if must_haves == "open" else "",
        }
        for vendor, must_haves in standing.items()
    ]
    return pd.DataFrame(lines)


BIDS = detail(Alder={"quality_system": 1.0}, Brisa={"price_per_transaction": 0.75})


def test_the_gaps_sum_to_the_lead_by_hand():
    # Quality gives 100 * 0.15 * 0.5 = 7.5, price takes 100 * 0.22 * 0.25 = 5.5: a lead of 2.
    lead = lead_of(BIDS, "Alder", "Brisa")
    gaps = lead.set_index("criterion")["gap"]
    assert gaps[["quality_system", "price_per_transaction"]].tolist() == pytest.approx([7.5, -5.5])
    assert gaps.sum() == pytest.approx(2.0, abs=1e-12)
    assert lead["criterion"].iloc[0] == "quality_system"


def test_the_nearest_tip_by_hand():
    # With weight t on price, quality keeps 15 / 78 of the rest: 0.25 t = 0.5 * 15 / 78 * (1 - t).
    tips = tips_of(table(BIDS, Alder="met", Brisa="met"), BIDS, "Alder")
    nearest = tips.iloc[0]
    assert nearest["to"] == "Brisa"
    price = tips.set_index("criterion").loc["price_per_transaction"]
    assert price["tip"] == pytest.approx(0.5 * 15 / 78 / (0.25 + 0.5 * 15 / 78))
    assert tips["distance"].is_monotonic_increasing


def test_a_bid_behind_whatever_it_scores_tips_nothing():
    # Brisa scores more but has a must-have open; Cobalt has failed one.
    bids = detail(Alder={}, Brisa={"quality_system": 1.0}, Cobalt={"reporting": 1.0})
    lines = table(bids, Alder="met", Brisa="open", Cobalt="failed")
    assert tips_of(lines, bids, "Alder").empty
    assert tips_of(lines, bids, None).empty


def test_the_winner_has_every_must_have_met_and_the_runner_up_fails_none():
    assert winner_of(table(BIDS, Alder="met", Brisa="open")) == ("Alder", "Brisa")
    assert winner_of(table(BIDS, Alder="met", Brisa="failed")) == ("Alder", None)
    assert winner_of(table(BIDS, Alder="open", Brisa="open")) == (None, None)


def test_the_reason_names_lead_and_doubt():
    lines = table(BIDS, Alder="met", Brisa="met")
    lead = lead_of(BIDS, "Alder", "Brisa")
    close = reason_of(lines, lead, "Alder", "Brisa")
    assert close == (
        "Alder leads Brisa by 2.0 points, most of it from quality system +7.5; "
        "the ranges overlap, so the lead is open."
    )
    clear = reason_of(
        lines.assign(score_low=lines["score"], score_high=lines["score"]), lead, "Alder", "Brisa"
    )
    assert "the lead holds whatever is still open" in clear
    assert "only provider that fails no must-have" in reason_of(lines, lead, "Alder", None)


def test_a_winner_with_the_lower_score_is_not_said_to_lead_on_points():
    bids = detail(Alder={}, Brisa={"quality_system": 1.0})
    lines = table(bids, Alder="met", Brisa="open")
    said = reason_of(lines, lead_of(bids, "Alder", "Brisa"), "Alder", "Brisa")
    assert said == (
        "Brisa scores 7.5 points more than Alder but has yet to show: its regulation. Until then Alder leads."
    )


def test_bids_that_score_alike_are_not_said_to_lead():
    bids = detail(Alder={}, Brisa={})
    lines = table(bids, Alder="met", Brisa="open")
    said = reason_of(lines, lead_of(bids, "Alder", "Brisa"), "Alder", "Brisa")
    assert said == (
        "Alder and Brisa score alike, so the choice between them is open. "
        "Brisa has yet to show: its regulation."
    )
