"""A clause replayed on the client's own history."""

import numpy as np
import pytest
from clause_cases import VOLUMES, client, published, whole

from bpo_lib.pricing import PerFtePricing
from bpo_lib.pricing.clause import charges_of, past_work, replay, replay_summary


def test_each_month_is_billed_by_hand():
    # 50,000 within 900 to 1,100; 40 for each one above, 35 back for each one below.
    frame = replay(client(), published())
    assert whole(frame["fee"]) == [50_000, 50_000, 54_000, 50_000, 46_500, 50_000, 50_040]
    assert whole(frame["charge_arc"]) == [0, 0, 4_000, 0, 0, 0, 40]
    assert whole(frame["charge_rrc"]) == [0, 0, 0, 0, -3_500, 0, 0]
    assert frame["unit_cost"].iloc[2] == pytest.approx(45.0)


def test_the_charges_of_a_month_come_to_its_fee():
    frame = replay(client(), published())
    assert frame[charges_of(frame)].sum(axis=1).to_numpy() == pytest.approx(frame["fee"].to_numpy(), abs=1e-9)


def test_a_charge_that_was_never_due_is_not_shown():
    assert charges_of(replay(client(), published(dead_band=0.5))) == ["charge_base"]


def test_the_same_months_in_house_stand_beside():
    frame = replay(client(), PerFtePricing(rate_per_month=3_600))
    assert frame["in_house"].to_numpy() == pytest.approx(past_work(client()).work.in_house_cost)
    assert (frame["fee"] / frame["in_house"]).to_numpy() == pytest.approx(np.full(len(VOLUMES), 0.9))


def test_the_summary_adds_up_and_compares():
    frame = replay(client(), PerFtePricing(rate_per_month=3_600))
    summary = replay_summary(frame)
    assert summary.loc["fee", "billed"] == pytest.approx(frame["fee"].sum())
    assert summary.loc["in_house", "against_fee"] == pytest.approx((frame["in_house"] - frame["fee"]).sum())
    assert summary.loc["fee", "unit_cost"] == pytest.approx(frame["fee"].sum() / sum(VOLUMES))


def test_the_other_meaning_of_the_band_stands_beside():
    frame = replay(client(), published())
    assert whole(frame["back_to_baseline"]) == [50_000, 50_000, 58_000, 50_000, 43_000, 50_000, 54_040]


def test_a_quarter_of_the_contract_is_settled_at_its_end():
    # The contract begins in January: June stands alone, July to September make a quarter: 3,200 of
    # 3,000 are inside the band; October to December: 2,901 of 3,000 too.
    frame = replay(client(), published(settlement_months=3))
    assert whole(frame["fee"]) == [50_000] * 7
    assert [str(month) for month in frame["settled_until"]] == ["2024-06"] + ["2024-09"] * 3 + ["2024-12"] * 3
    assert frame["settled_whole"].tolist() == [False] + [True] * 6
    assert whole(frame["settled_1"]) == whole(replay(client(), published())["fee"])


def test_a_period_cut_short_is_settled_on_the_months_it_holds():
    # Half a year of 2024: 7,101 over 7 months' baseline is inside; a narrow band bills what is over 1%.
    frame = replay(client(), published(settlement_months=12, dead_band=0.01))
    assert whole(frame["fee"]) == [50_000] * 6 + [50_000 + 40 * 31]
    assert not frame["settled_whole"].any()
