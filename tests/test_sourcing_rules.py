"""Rules of the delivery model: each tripped by hand, and nothing unknown that passes."""

from dataclasses import replace

import pandas as pd
import pytest
from stand_ins import engagement

from bpo_lib.fit import CRITERIA
from bpo_lib.sourcing.model_terms import DeliveryModelTerms
from bpo_lib.sourcing.places import Supply, place_supply
from bpo_lib.sourcing.rules import (
    Grounds,
    form_findings,
    place_findings,
    price_findings,
    provider_findings,
    stops,
)

FREE = Supply(names=(), hours=None, missing_languages=(), data_allowed=True)


def grounds(months=24, attribution=0.9, *, live=True, **levels):
    known = {each.id: 4.0 for each in CRITERIA} | {"R1": 2.0, "R2": 1.0} | levels
    return Grounds(known, months, attribution, live, DeliveryModelTerms())


def forms(form, **changes):
    return {(each.gate, each.effect) for each in form_findings(form, grounds(**changes))}


def test_on_sound_ground_nothing_stands_against_any_form():
    for form in ("per FTE", "per transaction", "per outcome", "hybrid"):
        assert forms(form) == set()


@pytest.mark.parametrize(
    ("changes", "transaction", "outcome", "hybrid"),
    [
        ({"P5": 2.0}, {("F-SCOPE", "stops")}, {("F-SCOPE", "stops")}, {("F-SCOPE", "stops")}),
        ({"P2": 2.0}, {("F-UNIT", "stops")}, {("F-UNIT", "stops")}, {("F-UNIT", "stops")}),
        ({"D2": 2.0}, {("F-VOLUME", "stops")}, {("F-VOLUME", "stops")}, set()),
        ({"P2": None}, {("F-UNIT", "holds back")}, {("F-UNIT", "holds back")}, {("F-UNIT", "holds back")}),
        ({"P4": 3.0}, set(), {("F-MEASURES", "stops")}, set()),
        ({"months": 11}, set(), {("F-BASELINE", "stops")}, {("F-BASELINE", "stops")}),
        ({"months": 12}, set(), set(), set()),
        ({"attribution": 0.69}, set(), {("F-CONTROL", "stops")}, set()),
        ({"attribution": 0.70}, set(), set(), set()),
        ({"attribution": None}, set(), {("F-CONTROL", "holds back")}, set()),
    ],
)
def test_the_price_follows_what_the_work_is_like(changes, transaction, outcome, hybrid):
    assert forms("per transaction", **changes) == transaction
    assert forms("per outcome", **changes) == outcome
    assert forms("hybrid", **changes) == hybrid
    assert forms("per FTE", **changes) == set()  # people can always be paid for


def test_little_measured_leaves_only_people_to_pay_for():
    assert ("F-UNIT", "stops") in forms("per transaction", P4=2.0)
    assert ("F-UNIT", "stops") in forms("per outcome", P4=2.0)


def places(place, supply=FREE, case=None, **changes):
    found = place_findings(case or engagement(), place, supply, grounds(**changes))
    return {(each.gate, each.effect) for each in found}


def test_protected_data_does_not_go_offshore():
    assert places("offshore", R1=4.0) == {("P-DATA", "stops")}
    assert places("nearshore", R1=4.0) == set()


def test_an_unknown_law_holds_back_every_place_but_the_own():
    assert places("nearshore", R2=None) == {("P-LAW", "holds back")}
    assert places("shared_services", R2=None) == set()


def test_residency_stops_a_place_outside_it_and_holds_back_one_that_names_no_country():
    case = engagement(residency=("EU",), country="DE")
    manila = pd.DataFrame({"location": ["Manila"], "place": ["offshore"], "country": ["PH"]})
    outside = place_supply(replace(case, locations=manila))["offshore"]
    assert places("offshore", outside, case) == {("G-RES", "stops")}
    assert places("offshore", place_supply(case)["offshore"], case) == {("G-RES", "holds back")}


def overlapping(hours):
    row = {"location": "X", "place": "nearshore", "time_zone": "UTC", "hours": hours, "languages": "English"}
    profile = {"time_zone": "UTC", "hours": "Mon-Fri 08:00-18:00", "languages": ("English", "French")}
    case = replace(engagement(**profile), locations=pd.DataFrame([row]))
    return place_supply(case)["nearshore"]


def test_a_place_must_cover_the_hours_in_which_somebody_waits():
    few = replace(overlapping("Mon-Fri 08:00-15:00"), missing_languages=())
    [found] = place_findings(engagement(), "nearshore", few, grounds())
    assert (found.gate, found.effect) == ("P-HOURS", "stops")
    assert found.words == "it works 70% of the client's hours, and 80% is the least"
    assert places("nearshore", few, live=False) == set()
    hardly = replace(overlapping("Mon-Fri 08:00-10:00"), missing_languages=())
    assert places("nearshore", hardly, live=False) == {("P-HOURS", "stops")}


def test_a_language_that_nobody_there_works_in_is_named():
    [found] = place_findings(engagement(), "nearshore", overlapping("Mon-Fri 08:00-18:00"), grounds())
    assert found.words == "nobody there works in French"


def test_two_providers_need_work_a_market_and_somebody_to_manage_them():
    def against(place="nearshore", **changes):
        return {each.gate for each in provider_findings("two providers", place, grounds(**changes))}

    assert against() == set()
    assert against(D1=2.0) == {"N-SCALE"}
    assert against(M2=1.0) == {"N-MARKET"}
    assert against(G1=2.0) == {"N-MANAGEMENT"}
    assert against(D1=None) == {"N-KNOWN"}
    assert against("shared_services") == {"N-OWN"}
    assert provider_findings("one provider", "nearshore", grounds(D1=1.0, G1=1.0)) == []


def test_what_is_not_priced_waits_only_while_others_are():
    assert price_findings(None, own=False, any_priced=False) == []
    [waits] = price_findings(None, own=False, any_priced=True)
    assert (waits.effect, waits.words) == ("holds back", "nobody has offered this form of price yet")
    [dear] = price_findings(-0.01, own=False, any_priced=True)
    assert dear.words == "it saves nothing at a price that lasts"
    assert not stops([waits, dear])


def test_levels_are_told_by_name():
    assert grounds(P4=None, D2=4.25).says("P4", "D2") == "measurability not answered, predictability 4.2"
