"""Charts of a deal: the title is the finding on every side of the saving; nothing is drawn of nothing."""

import pandas as pd
import pytest
from deal_cases import charges_of, course_of, full_case
from stand_ins import engagement, page, rows, title

from bpo_lib.workbook import charts


@pytest.mark.parametrize(
    ("fee", "words"),
    [
        (200_000.0, "The fee is EUR 3.05m below staying in-house; what surrounds it takes EUR 1.0"),
        # Present values of 300,000 a month and of 260,000 with 2.7% a year are 9.64 and 8.57 million.
        (260_000.0, "The fee is EUR 1.07m below staying in-house, but what surrounds it costs EUR 1.2"),
        (320_000.0, "The fee alone costs EUR"),
    ],
)
def test_the_bridge_says_what_is_left_of_the_fees_advantage(fee, words):
    assert title(charts.deal_bridge(course_of(engagement(), fee), engagement())).startswith(words)


def test_the_bridge_shows_each_step_once():
    html = charts.deal_bridge(course_of(full_case()), full_case())
    assert [row[0] for row in rows(html)][:3] == [
        "Staying in-house",
        "Fee in place of the own team",
        "Service credits expected back",
    ]
    assert rows(html)[-1][1] == rows(html)[-1][2] == rows(html)[-2][2]
    assert "Overhead left behind" in page(html).svg.text


def test_an_early_end_names_what_leaving_costs_and_whether_the_cap_binds():
    found = title(charts.early_end(charges_of(full_case()), full_case()))
    assert found.startswith("Leaving after a year would cost EUR 394,000")
    assert "all that the cap allows; after 2 years EUR" in found


def test_without_a_deal_or_a_charge_nothing_is_drawn():
    case = engagement()
    assert "no deal to draw" in charts.deal_bridge(None, case).markup
    assert "none to draw" in charts.early_end(charges_of(case), case).markup
    assert "none to draw" in charts.early_end(pd.DataFrame(), case).markup
