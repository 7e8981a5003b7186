"""Quality against price: who is beaten on both, and what a point costs."""

import numpy as np
import pandas as pd
import pytest

from bpo_lib.sourcing.bids.quality_price import quality_price


def bids(*rows):
    return pd.DataFrame(rows, columns=["vendor", "quality_score", "price", "must_haves"])


def test_a_frontier_by_hand():
    # Brisa is dearer and worse than Alder. From Alder to Dunmore 15 points cost 1.20: 0.08 each.
    frame = quality_price(
        bids(
            ("Alder", 60.0, 4.0, "met"),
            ("Brisa", 50.0, 4.5, "met"),
            ("Dunmore", 75.0, 5.0, "open"),
        ),
        load=1.2,
    ).set_index("vendor")
    assert frame["efficient"].to_dict() == {"Alder": True, "Brisa": False, "Dunmore": True}
    assert frame.loc["Brisa", "beaten_by"] == "Alder"
    assert frame.loc["Alder", "cost_per_point"] == pytest.approx(4.8 / 60)
    assert frame.loc["Dunmore", "extra_per_point"] == pytest.approx(0.08)
    assert np.isnan(frame.loc["Alder", "extra_per_point"])


def test_who_fails_a_must_have_is_shown_and_beats_nobody():
    frame = quality_price(bids(("Out", 90.0, 1.0, "failed"), ("Alder", 60.0, 4.0, "met")), 1.0)
    assert frame.set_index("vendor")["efficient"].to_dict() == {"Out": False, "Alder": True}
    assert frame["beaten_by"].tolist() == ["", ""]


def test_bids_alike_in_both_are_both_efficient():
    frame = quality_price(bids(("A", 60.0, 4.0, "met"), ("B", 60.0, 4.0, "met")), 1.0)
    assert frame["efficient"].tolist() == [True, True]
    assert frame["extra_per_point"].isna().all()


def test_bids_without_a_price_are_left_out_and_no_quality_has_no_cost_per_point():
    frame = quality_price(bids(("A", 60.0, np.nan, "met"), ("B", 0.0, 4.0, "met")), 1.0)
    assert frame["vendor"].tolist() == ["B"]
    assert frame["cost_per_point"].isna().all()


def test_nobody_on_the_frontier_is_beaten_by_another():
    random = np.random.default_rng(0)
    rows = [(f"P{place}", *random.uniform(1, 9, 2), "met") for place in range(40)]
    frame = quality_price(bids(*rows), 1.1)
    best = frame[frame["efficient"]].sort_values("all_in")
    assert best["quality"].is_monotonic_increasing
    assert set(frame.loc[~frame["efficient"], "beaten_by"]) <= set(best["vendor"])
