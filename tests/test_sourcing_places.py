"""What places bring: hours of all their people together, languages nobody speaks, leave to see data."""

from dataclasses import replace

import pandas as pd
import pytest
from sample_cases import VOICE, sample
from stand_ins import engagement

from bpo_lib.sourcing.places import COLUMNS, MODEL_PLACES, location_hours, place_supply

NAMES = ["location", "place", "country", "time_zone", "hours", "languages"]


def case(*locations, **profile):
    settings = {
        "time_zone": "Europe/Berlin",
        "hours": "Mon-Fri 08:00-18:00",
        "languages": ("German", "English"),
        "country": "DE",
    }
    return replace(engagement(**(settings | profile)), locations=pd.DataFrame(locations, columns=NAMES))


LODZ = ("Lodz", "nearshore", "PL", "Europe/Warsaw", "Mon-Fri 08:00-13:00", "English")
BRNO = ("Brno", "nearshore", "CZ", "Europe/Prague", "Mon-Fri 13:00-16:00", "German; english")


def test_the_places_of_a_kind_work_together_by_hand():
    found = place_supply(case(LODZ, BRNO))["nearshore"]
    assert found.names == ("Lodz", "Brno")
    assert found.hours.usual == pytest.approx(8 / 10)
    assert found.missing_languages == ()
    assert place_supply(case(LODZ))["nearshore"].missing_languages == ("German",)


def test_every_kind_of_place_is_there_and_what_is_not_told_is_not_guessed():
    found = place_supply(case())
    assert tuple(found) == MODEL_PLACES
    assert all(each.hours is None and not each.missing_languages for each in found.values())
    assert place_supply(case(LODZ, hours=""))["nearshore"].hours is None


def test_a_place_in_the_own_country_is_onshore_where_nobody_says():
    untold = ("Leipzig", "", "DE", "Europe/Berlin", "Mon-Fri 08:00-18:00", "German")
    assert place_supply(case(untold))["onshore"].names == ("Leipzig",)
    abroad = ("Somewhere", "", "FR", "", "", "")
    assert all(not each.names for each in place_supply(case(abroad)).values())


def test_data_may_only_be_seen_inside_its_residency():
    manila = ("Manila", "offshore", "PH", "", "", "")
    found = place_supply(case(LODZ, manila, residency=("EU",)))
    assert (found["onshore"].data_allowed, found["nearshore"].data_allowed) == (True, True)
    assert found["offshore"].data_allowed is False
    assert found["specialist"].data_allowed is True


def test_the_table_has_a_row_for_every_location():
    table = location_hours(case(LODZ, ("Manila", "offshore", "PH", "", "", ""), residency=("EU",)))
    assert table.columns.tolist() == COLUMNS
    assert table["data_allowed"].tolist() == [True, False]
    assert table["usual"].isna().tolist() == [False, True]
    assert location_hours(case()).empty


def test_the_people_of_the_sample_cover_every_hour_although_mexico_keeps_winter_time():
    table = location_hours(sample(VOICE)).set_index("location")
    assert table["worst"].tolist() == [1, 1]
