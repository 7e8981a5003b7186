"""The ranked delivery models: rules before value, one recommendation at most, and an order that holds."""

from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_cases import CLAIMS, NAMES, PAYABLES, VOICE, sample

from bpo_lib.pricing.provider import Location
from bpo_lib.sourcing.delivery_model import (
    COLUMNS,
    DeliveryModel,
    _once,
    delivery_models,
    ranking,
    recommended_model,
)
from bpo_lib.sourcing.rules import Finding


@cache
def quick(name):
    return sample(name).with_values({"risk.paths": 128})


def with_answers(case, **levels):
    answers = case.answers.copy()
    for criterion, level in levels.items():
        answers.loc[answers["criterion"] == criterion, "level"] = level
    return replace(case, answers=answers)


def free(table):
    return table["rank"].notna() & (table["gate"] == "")


def check_laws(table):
    """No model that a rule stops or holds back is recommended or ranked before one that none does."""
    chosen = table[table["status"] == "recommended"]
    assert len(chosen) <= 1
    assert free(table)[chosen.index].all()
    assert table["rank"].isna().equals(table["status"] == "stopped")
    ranked = table[table["rank"].notna()]
    assert ranked["rank"].tolist() == list(range(1, len(ranked) + 1))
    assert not free(ranked).astype(int).diff().gt(0).any()  # once held back, all after it are
    for _, group in ranked.groupby(free(ranked)):
        assert (group["value"].diff().dropna() <= 1e-12).all()
    assert table.loc[table["status"] == "stopped", "first"].eq(0).all()
    assert (table.loc[~free(table), "gate"] != "").all()


@pytest.mark.parametrize("name", NAMES)
def test_the_laws_hold_for_the_samples(name):
    table = delivery_models(quick(name))
    assert table.columns.tolist() == COLUMNS
    assert len(table) == 5 * 4 * 2
    assert not table.duplicated(["place", "form", "providers"]).any()
    check_laws(table)
    assert table["first"].sum() == pytest.approx(0 if table["rank"].isna().all() else 1)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans(), st.booleans()), min_size=1, max_size=12))
def test_rules_come_before_value_whatever_a_model_is_worth(models):
    value = np.array([each[0] for each in models])
    standing = np.array([each[1] for each in models])
    unheld = standing & np.array([each[2] for each in models])
    order = ranking(value, standing, unheld)
    assert sorted(order) == list(range(len(models)))
    keys = [(not standing[at], not unheld[at], -value[at]) for at in order]
    assert keys == sorted(keys)


def test_the_sample_with_a_saving_is_paid_by_the_call_from_nearby():
    # Fit leads with nearshore; calls are counted and foreseen; 56 people are one team.
    found = recommended_model(sample(VOICE))
    assert isinstance(found, DeliveryModel)
    assert found[:3] == ("nearshore", "per transaction", "one provider")


def test_the_same_case_gives_the_same_table_again():
    case = quick(PAYABLES)
    first = delivery_models(case)
    again = delivery_models(replace(case, client=case.client))
    pd.testing.assert_frame_equal(first, again)


def test_work_that_cannot_move_leaves_nothing_to_rank():
    table = delivery_models(quick(CLAIMS))
    assert table["rank"].isna().all()
    assert table["gate"].str.contains("G-DOC").all()
    assert recommended_model(quick(CLAIMS)) is None


def test_a_law_that_prohibits_outsourcing_leaves_only_the_own_unit():
    table = delivery_models(with_answers(quick(VOICE), R2=5))
    check_laws(table)
    assert set(table.loc[table["rank"].notna(), "place"]) == {"shared_services"}
    assert recommended_model(with_answers(quick(VOICE), R2=5)) is None  # nobody knows what it costs


def test_without_the_law_no_provider_is_recommended():
    table = delivery_models(with_answers(quick(VOICE), R2=float("nan")))
    check_laws(table)
    assert "recommended" not in set(table["status"])
    outside = table[(table["place"] != "shared_services") & table["rank"].notna()]
    assert outside["gate"].str.contains("P-LAW").all()


def test_raters_on_both_sides_of_the_law_hold_back_every_provider():
    split = quick(VOICE).answers.copy()
    law = split.index[split["criterion"] == "R2"]
    split.loc[law[0], "level"] = 5
    table = delivery_models(replace(quick(VOICE), answers=split))
    check_laws(table)
    assert "recommended" not in set(table["status"])
    outside = table[(table["place"] != "shared_services") & table["rank"].notna()]
    assert outside["gate"].str.contains("G-LAW").all()


def test_of_two_findings_of_one_gate_the_one_that_stops_is_kept():
    held, stopped = Finding("G-RES", "holds back", "a"), Finding("G-RES", "stops", "b")
    other = Finding("P-LAW", "holds back", "c")
    assert _once([held, other, stopped]) == [other, stopped]
    assert _once([held, held._replace(words="d")]) == [held]


def test_an_offer_dearer_than_staying_is_never_recommended():
    dear = {
        "per_fte.rate_per_month": 9_000,
        "transaction.unit_price": 12,
        "outcome.base_fee_per_month": 400_000,
        "outcome.cap_per_month": 600_000,
    }
    table = delivery_models(quick(VOICE).with_values(dear))
    check_laws(table)
    assert "recommended" not in set(table["status"])


def test_people_are_paid_when_little_is_measured_or_the_scope_moves():
    for changed in ({"P4": 2}, {"P5": 2}):
        table = delivery_models(with_answers(quick(PAYABLES), **changed))
        check_laws(table)
        assert set(table.loc[free(table), "form"]) == {"per FTE"}


def test_two_providers_for_large_work_whose_failure_hurts():
    large = with_answers(quick(VOICE).with_values({"work.handling_minutes": 20}), R3=5, R4=5)
    table = delivery_models(large).set_index(["place", "form", "providers"])["value"]
    one, two = (table["nearshore", "per FTE", number] for number in ("one provider", "two providers"))
    assert two > one


def test_a_new_location_never_reorders_the_others():
    case = quick(PAYABLES)
    profile = case.profile.model_copy(
        update={"time_zone": "Europe/Amsterdam", "hours": "Mon-Fri 08:00-17:00"}
    )
    near = {"location": "Lodz", "currency": "EUR", "wage_per_month": 1_500, "place": "nearshore",
            "time_zone": "Europe/Warsaw", "hours": "Mon-Fri 08:00-16:00"}  # fmt: skip
    far = {"location": "Pune", "currency": "EUR", "wage_per_month": 1_500, "place": "offshore",
           "time_zone": "Asia/Kolkata", "hours": "Mon-Fri 09:00-18:00"}  # fmt: skip

    def order(*rows):
        table = pd.DataFrame([Location(**row, share=1 / len(rows)).model_dump() for row in rows])
        models = delivery_models(replace(case, profile=profile, locations=table))
        return models.loc[models["place"] != "offshore", ["place", "form", "providers"]].to_numpy().tolist()

    assert order(near) == order(near, far)
