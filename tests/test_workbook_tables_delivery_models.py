"""Tables of the delivery model: the best in order, what stops the rest, sentences where there is nothing."""

from dataclasses import replace

import pandas as pd
import stand_ins
from stand_ins import HOSTILE, page, rows

from bpo_lib.sourcing.deal_choice import DealChoice
from bpo_lib.sourcing.delivery_model import COLUMNS
from bpo_lib.sourcing.places import COLUMNS as PLACE_COLUMNS
from bpo_lib.workbook import tables

CASE = stand_ins.engagement(residency=("EU",), hours="daily 07:00-21:00", time_zone="Europe/Berlin")


def model(rank, place="nearshore", gate="", status="possible"):
    found = (place, "per transaction", "one provider", rank, 0.6, 0.34, status, gate, HOSTILE, "levels", 0.21,
             0.198, 1.0)  # fmt: skip
    return dict(zip(COLUMNS, found, strict=True))


def models(*found):
    return pd.DataFrame(found, columns=COLUMNS).astype({"rank": "Int64"})


def test_the_best_models_stand_in_order_and_the_rest_is_counted():
    shown = tables.delivery_models(models(*[model(rank) for rank in range(1, 12)]))
    assert len(rows(shown)) == 8
    assert rows(shown)[0][:7] == [
        "Nearshore, per transaction, one provider", "1", "possible", "60.0", "34%", "21.0%", "19.8%",
    ]  # fmt: skip
    assert "3 more rank behind these" in shown.markup
    assert "<script" not in shown.markup


def test_models_that_are_all_stopped_leave_a_sentence():
    shown = tables.delivery_models(models(model(pd.NA, gate="G-DOC", status="stopped")))
    assert "Every delivery model is stopped" in shown.markup


def options(**changes):
    row = {
        "option": "offshore", "kind": "location", "status": "stopped", "reason": HOSTILE, "levels": "scale 3",
        "saving": 0.2, "saving_words": "saves 20%", "gate": "G-RES", "first": 0.0,
    }  # fmt: skip
    return pd.DataFrame([row | changes])


def test_what_an_option_rests_on_is_said_once_a_kind():
    two = pd.concat([options(), options(option="onshore")])
    assert [row[-1] for row in rows(tables.delivery_options(two))] == ["Scale 3", ""]


def test_what_stops_an_option_is_named_with_its_rule():
    shown = tables.delivery_stops(options())
    assert rows(shown)[0][:3] == ["Offshore", "stopped", "G-RES"]
    assert "<script" not in shown.markup
    assert "No rule stops any place" in tables.delivery_stops(options(gate="")).markup


def location(**changes):
    row = {"location": HOSTILE, "place": "nearshore", "country": "PL", "data_allowed": True,
           "time_zone": "Europe/Warsaw", "hours": "daily 07:00-20:00", "usual": 13 / 14, "worst": 0.5,
           "best": 1.0, "worst_week": None, "languages": "", "missing_languages": "German"}  # fmt: skip
    return pd.DataFrame([row | changes], columns=PLACE_COLUMNS)


def test_places_show_their_hours_languages_and_leave():
    shown = tables.location_hours(location(), CASE)
    assert rows(shown)[0][1:] == [
        "Nearshore", "Europe/Warsaw", "daily 07:00-20:00", "93%", "50%", "German", "yes",
    ]  # fmt: skip
    assert "The client works daily 07:00-21:00 (Europe/Berlin)" in page(shown).text
    assert rows(tables.location_hours(location(data_allowed=None), CASE))[0][-1] == "not known"
    free = replace(CASE, profile=CASE.profile.model_copy(update={"residency": ()}))
    assert rows(tables.location_hours(location(place=""), free))[0][1::6] == [
        "Not told",
        "yes, no limit is given",
    ]
    assert "locations.csv gives no places" in tables.location_hours(location().iloc[:0], CASE).markup


def test_the_offer_to_follow_is_marked():
    offers = pd.DataFrame(
        {
            "family": "per transaction", "client_npv": 11_365_782.0, "saving_share": 0.21,
            "loss_probability": 0.126, "at_risk": True, "price_rise": 0.017, "lasting_npv": 11_539_780.0,
            "lasting_saving_share": 0.198, "commitment_probability": 0.0, "commitment_cost": 0.0,
        },
        index=["transaction"],
    )  # fmt: skip
    choice = DealChoice("transaction", "per transaction", True, "transaction", offers)
    assert rows(tables.lasting_prices(choice, CASE)) == [
        ["Transaction", "recommended", "11,365,782", "12.6%", "1.7%", "11,539,780", "19.8%", "0.0%"]
    ]
    shown_only = choice._replace(suits=False)
    assert rows(tables.lasting_prices(shown_only, CASE))[0][1] == ""
    assert "No pricing model has been offered" in tables.lasting_prices(None, CASE).markup
