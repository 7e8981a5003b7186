"""Charts of the delivery model: who comes first how often, and whose day overlaps whose."""

from dataclasses import replace

import pandas as pd
import stand_ins
from sample_cases import CLAIMS, VOICE, sample
from stand_ins import HOSTILE, page, rows, title

from bpo_lib.sourcing import delivery_models, location_hours
from bpo_lib.workbook import charts

NAMES = ["location", "place", "country", "time_zone", "hours", "languages"]


def case(*locations):
    base = stand_ins.engagement(time_zone="America/Chicago", hours="daily 07:00-21:00", country="US")
    return replace(base, locations=pd.DataFrame(locations, columns=NAMES))


def drawn(*locations):
    found = case(*locations)
    return charts.shared_hours(location_hours(found), found)


MEXICO = (HOSTILE, "nearshore", "MX", "America/Mexico_City", "daily 07:00-21:00", "")
TULSA = ("Tulsa", "onshore", "US", "America/Chicago", "daily 07:00-21:00", "")


def test_a_place_whose_clock_keeps_winter_time_is_drawn_for_both_halves_of_the_year():
    texts = [text.text for text in page(drawn(("Guadalajara", *MEXICO[1:]), TULSA)).svg.find_all("text")]
    assert {
        "Client",
        "Guadalajara, January",
        "Guadalajara, July",
        "Tulsa",
        "07:00" if "07:00" in texts else "06:00",
    } <= set(texts)
    assert "Tulsa, July" not in texts


def test_the_title_names_the_place_that_covers_most_and_the_one_that_falls_behind():
    words = title(drawn(TULSA, ("Guadalajara", *MEXICO[1:])))
    assert words == (
        "Tulsa works 100% of the client's hours in a usual week; Guadalajara comes down to 93% in its worst"
    )
    assert title(drawn(TULSA)) == "Tulsa works all of the client's hours, whatever the clocks do"


def test_a_hostile_name_stays_text():
    assert "<script" not in drawn(MEXICO).markup


def test_hours_that_are_not_told_are_not_drawn():
    assert "they need time_zone and hours" in drawn(("Lima", "nearshore", "PE", "", "", "")).markup
    assert "they need time_zone and hours" in drawn().markup


def test_the_share_of_each_place_and_form_is_shown_and_adds_up():
    models = delivery_models(sample(VOICE))
    shown = charts.delivery_model_first(models, sample(VOICE))
    assert title(shown).startswith("Nearshore, paid per transaction, comes first in ")
    cells = [cell for row in rows(shown) for cell in row[1:]]
    assert len(cells) == 5 * 4
    assert {"held back"} <= set(cells)
    assert abs(sum(int(cell[:-1]) for cell in cells if cell.endswith("%")) - 100) <= 4


def test_nothing_is_drawn_when_every_model_is_stopped():
    shown = charts.delivery_model_first(delivery_models(sample(CLAIMS)), sample(CLAIMS))
    assert "a rule stops every one" in shown.markup
