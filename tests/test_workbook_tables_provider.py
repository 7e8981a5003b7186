"""Tables of the provider's side: an FTE up to its rate, mark-up beside margin, hostile names inert."""

from dataclasses import replace

import pandas as pd
import stand_ins
from stand_ins import HOSTILE, page, rows
from test_pricing_provider_cost import team
from test_pricing_provider_sites import AWAY, HOME, case_of

from bpo_lib.pricing.provider.build_up import built_up
from bpo_lib.pricing.provider.margins import margin_table
from bpo_lib.workbook.tables.provider import (
    cost_build_up,
    currencies,
    locations,
    margin_by_year,
    place_names,
    provider_margins,
)

CASE = case_of(AWAY, HOME)
FRAME = built_up(CASE, team(), margin=0.2)


def margins(**by_model):
    months = pd.period_range("2026-01", periods=24, freq="M")
    frames = []
    for model, (revenue, cost) in by_model.items():
        parts = (pd.Series([value] * 24, dtype=float).to_numpy() for value in (revenue, cost, 0))
        frames.append(margin_table(*parts).assign(month=months, model=model))
    return pd.concat(frames, ignore_index=True)


def test_the_items_lead_to_the_rate():
    shown = {row[0]: row[1:] for row in rows(cost_build_up(FRAME, CASE))}
    assert shown["Share of the people"] == ["50%", "50%", "100%"]
    assert shown["Cost"] == ["140", "70", "105"]
    assert shown["Margin, 20.0% of the rate"] == ["35", "18", "26"]
    assert shown["Rate of an FTE a month"] == ["175", "88", "131"]
    assert shown["Rate of an hour paid"] == ["1.09", "0.55", "0.82"]
    assert "Hiring" not in shown  # nobody is hired


def test_margin_and_mark_up_are_both_named_and_foreign_pay_is_pointed_out():
    note = page(cost_build_up(FRAME, CASE)).find_all("p")[-1].text
    assert "A margin of 20.0% of the rate is a mark-up of 25.0% on cost." in note
    assert note.endswith("People are paid in Manila in PHP, shown at the rate given.")


def test_places_are_named_with_their_share_of_the_people():
    assert list(place_names(FRAME).values()) == ["Manila, 50% of people", "Lyon, 50% of people", "All places"]
    assert place_names(FRAME[FRAME["location"] == "Lyon"]) == {"Lyon": "Lyon"}


def test_what_a_provider_keeps_is_shown_by_model():
    table = provider_margins(margins(per_fte=(100, 80), outcome=(100, 110)), CASE)
    assert rows(table) == [
        ["Per FTE", "2,400", "1,920", "480", "20.0%", "25.0%", "1", "0"],
        ["Outcome", "2,400", "2,640", "\u2212240", "\u221210.0%", "\u22129.1%", "n/a", "\u2212240"],
    ]


def test_years_are_rows_and_forms_columns():
    years = pd.DataFrame({"per_fte": [0.2, 0.1]}, index=[1, 2])
    assert rows(margin_by_year(years)) == [["1", "20.0%"], ["2", "10.0%"]]


def test_what_the_client_gave_is_shown_with_its_source():
    assert rows(locations(CASE))[0][:6] == ["Manila", "50%", "PHP", "20", "50.0%", "10"]
    assert rows(currencies(CASE)) == [["PHP", "2", "8.0%", "", ""]]
    assert locations(stand_ins.engagement()).markup == currencies(stand_ins.engagement()).markup == ""


def test_without_the_providers_cost_a_sentence_says_what_is_needed():
    for shown in (cost_build_up(FRAME.iloc[:0], CASE), provider_margins(FRAME.iloc[:0], CASE)):
        assert "provider.cost_per_fte_month, or locations.csv" in shown.markup


def test_a_hostile_place_stays_text():
    frame = FRAME.replace({"location": {"Manila": HOSTILE}})
    assert page(cost_build_up(frame, stand_ins.engagement())).script is None
    hostile = replace(CASE, locations=CASE.locations.replace({"location": {"Manila": HOSTILE}}))
    assert page(locations(hostile)).script is None
