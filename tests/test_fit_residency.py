"""Residency: a set of countries, and no permission where the country is not known."""

import dataclasses

import pandas as pd
from stand_ins import engagement

from bpo_lib.fit.residency import GROUPS, allowed_countries, may_hold, places_allowed


def allowed(residency, *locations, country="DE"):
    table = pd.DataFrame(locations, columns=["place", "country"])
    case = dataclasses.replace(engagement(residency=residency, country=country), locations=table)
    return places_allowed(case)


def test_the_union_has_27_members_and_its_market_three_more():
    # Treaty on European Union after 31 January 2020; Agreement on the European Economic Area.
    assert len(GROUPS["EU"]) == 27
    assert GROUPS["EEA"] - GROUPS["EU"] == {"IS", "LI", "NO"}
    assert "GB" not in GROUPS["EEA"]


def test_without_a_limit_data_may_be_seen_anywhere():
    assert may_hold("PH", ()) is True
    assert may_hold("", ()) is True


def test_a_country_is_inside_by_itself_or_by_its_group():
    assert may_hold("PL", ("EU",)) is True
    assert may_hold("IN", ("EU", "IN")) is True
    assert may_hold("IN", ("EU",)) is False
    assert allowed_countries(("UK", "FR")) == {"GB", "FR"}
    assert may_hold("UK", ("GB",)) is True


def test_an_unknown_country_is_no_permission():
    assert may_hold("", ("EU",)) is None


def test_a_place_is_allowed_when_one_of_its_countries_is():
    found = allowed(("EU",), ("nearshore", "UA"), ("nearshore", "PL"), ("offshore", "IN"))
    assert found == {"onshore": True, "nearshore": True, "offshore": False}
    assert allowed(("EU",), ("nearshore", "")) == {"onshore": True, "nearshore": None, "offshore": None}
    assert allowed(("EU",), ("onshore", "CH"), country="")["onshore"] is False
    assert set(allowed(()).values()) == {True}


def test_without_any_locations_only_the_own_country_can_be_judged():
    case = engagement(residency=("EU",), country="DE")
    assert places_allowed(case) == {"onshore": True, "nearshore": None, "offshore": None}
