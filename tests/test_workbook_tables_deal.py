"""Tables of a deal: parts and sums in words, what counts for nothing, and no table where nothing is."""

import pandas as pd
from deal_cases import charges_of, course_of, full_case
from stand_ins import HOSTILE, engagement, page, rows

from bpo_lib.pricing.deal.service_credits import service_targets as targets_of
from bpo_lib.workbook import tables


def test_every_part_has_its_row_and_the_sums_come_last():
    shown = rows(tables.deal_by_year(course_of(full_case()), full_case()))
    assert [row[0] for row in shown[-4:]] == [
        "Cost of the deal",
        "Staying in-house",
        "Saving",
        "Saving so far",
    ]
    assert len(shown) == 11 + 4
    assert shown[-3][1:4] == ["3,600,000"] * 3
    assert shown[-1][-2:] == ["", ""]


def test_parts_that_cost_nothing_are_named_under_the_table():
    html = tables.deal_by_year(course_of(engagement()), engagement())
    assert len(rows(html)) == 4 + 4
    assert "Nothing is counted for: service credits expected back; " in page(html).text
    assert "Year 1 begins in Jan 2026." in page(html).text


def test_large_amounts_are_in_thousands_so_that_seven_years_fit_on_a_page():
    case = engagement()
    small, large = (tables.deal_by_year(course_of(case, fee), case) for fee in (2e5, 4e6))
    assert page(small).thead.find("th").text.strip() == "EUR"
    assert page(large).thead.find("th").text.strip() == "EUR thousand"
    assert rows(large)[0][1] == "48,000"


def test_an_early_end_is_shown_by_half_year_with_what_the_cap_cuts():
    html = tables.termination(charges_of(full_case()), full_case())
    shown = rows(html)
    assert [row[0] for row in shown[:3]] == ["Jan 2026, month 1", "Jun 2026, month 6", "Dec 2026, month 12"]
    assert shown[-1][-1] == "0"
    assert "Cut off by the cap" in page(html).thead.text
    assert "Moving or releasing people" not in page(html).thead.text  # nothing was agreed for it


def test_targets_show_how_often_they_are_missed_and_keep_client_text_inert():
    html = tables.service_targets(targets_of(full_case()))
    assert rows(html)[0][4:] == ["25.2%", "6.0%"]
    assert "<script" not in html.markup
    assert HOSTILE in page(html).text


def test_where_there_is_nothing_a_sentence_says_so():
    case = engagement()
    assert "no pricing model is offered" in tables.deal_by_year(None, case).markup
    assert "no pricing model is offered" in tables.termination(pd.DataFrame(), case).markup
    assert "names no charge" in tables.termination(charges_of(case), case).markup
    assert "no service credit is counted" in tables.service_targets(targets_of(case)).markup
