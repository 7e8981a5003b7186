"""Residency: a set of countries, and no permission where the country is not known."""

from bpo_lib.sourcing.residency import GROUPS, allowed_countries, may_hold


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
