"""Charts of the provider's side: the rate a margin takes, the margin year by year, hostile names inert."""

import pandas as pd
import pytest
from stand_ins import HOSTILE, page, title
from test_pricing_provider_cost import stated, team
from test_workbook_tables_provider import CASE, FRAME, margins

from bpo_lib.pricing.provider.build_up import built_up
from bpo_lib.workbook.charts.provider import cost_build_up, provider_margins, yearly_shares


def words(html):
    return "".join(text.text for text in page(html).svg.find_all("text")).replace("\u00a0", " ")


def test_the_rate_that_a_margin_takes_stands_beside_the_offer():
    drawn = cost_build_up(FRAME, CASE)
    assert title(drawn) == (
        "For a margin of 20.0% the provider needs EUR 131 an FTE a month at first; "
        "the price per FTE on offer is EUR 3,300"
    )
    assert all(name in words(drawn) for name in ("Agents' pay", "Premises and systems", "Margin", "EUR 175"))


def test_without_locations_the_full_cost_is_one_piece():
    case = stated(100)
    drawn = words(cost_build_up(built_up(case, team(), margin=0.5), case))
    assert "Full cost" in drawn
    assert "Agents' pay" not in drawn


def test_the_margin_of_every_year_is_drawn_by_form():
    frame = margins(per_fte=(100, 80), outcome=(100, 110))
    frame.loc[frame["month"] >= "2027-01", "margin"] -= 5
    assert yearly_shares(frame)["per_fte"].tolist() == pytest.approx([0.2, 0.15])
    drawn = provider_margins(frame, CASE)
    assert title(drawn) == (
        "By offer, the provider keeps \u221210.0% to 20.0% of what it is paid in the first year, "
        "\u221215.0% to 15.0% in the last"
    )
    assert "Per FTE 15.0%" in words(drawn)


def test_one_form_over_one_year_has_one_figure():
    frame = margins(per_fte=(100, 80)).head(12)
    assert title(provider_margins(frame, CASE)) == "The provider keeps 20.0% of what it is paid"


def test_years_without_a_fee_have_no_margin_to_speak_of():
    frame = pd.DataFrame(
        {
            "month": pd.period_range("2026-01", periods=36, freq="M"),
            "model": "per_fte",
            "revenue": [0.0] * 12 + [100.0] * 24,
            "margin": [-5.0] * 12 + [20.0] * 24,
        }
    )
    drawn = title(provider_margins(frame, CASE))
    assert drawn == "The provider keeps 20.0% of what it is paid in year 2, 20.0% in the last"
    assert provider_margins(frame.assign(revenue=0.0), CASE).markup == ""


def test_where_the_providers_cost_is_not_known_a_sentence_asks_for_it():
    assert "ask for its cost of one FTE" in cost_build_up(FRAME.iloc[:0], CASE).markup
    assert provider_margins(FRAME.iloc[:0], CASE).markup == ""


def test_a_hostile_place_stays_text():
    drawn = cost_build_up(FRAME.replace({"location": {"Manila": HOSTILE}}), CASE)
    assert page(drawn).script is None
    assert page(drawn).svg.find("a") is None
