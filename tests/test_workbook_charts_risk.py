"""The chart of both sides: what its title says, what its rows say of the provider."""

import risk_frames
import stand_ins
from stand_ins import page, rows, title

from bpo_lib.workbook.charts import both_sides
from bpo_lib.workbook.charts.risk import _margins

CASE = stand_ins.engagement()
TABLE = risk_frames.table()


def drawn(table):
    return [text.text.strip("\u00a0") for text in page(both_sides(table, CASE)).svg("text")]


def test_the_title_gives_the_cheapest_deal_its_range_and_how_often_its_provider_loses():
    assert title(both_sides(TABLE, CASE)) == (
        "Cost plus a mark-up costs EUR 6.46m to EUR 8.69m in eight of ten courses, the least in the middle; "
        "its provider never loses money"
    )
    risky = TABLE.drop(index=["cost_plus", "per_fte"])
    assert title(both_sides(risky, CASE)).endswith("; its provider loses money in 8%")


def test_a_loss_too_rare_for_a_percent_is_not_called_none():
    rare = TABLE.assign(provider_loss_probability=TABLE["provider_loss_probability"].replace(0.0, 0.005))
    assert "hardly ever loses" in drawn(rare)
    assert title(both_sides(rare, CASE)).endswith("; its provider hardly ever loses money")


def test_where_staying_is_cheaper_the_title_says_so():
    cheap = TABLE.assign(client_npv_p50=TABLE["client_npv_p50"].where(TABLE.index != "in_house", 1.0))
    assert ", in the middle more than staying in-house; " in title(both_sides(cheap, CASE))


def test_the_title_may_be_about_the_leading_deal():
    told = title(both_sides(TABLE, CASE, "transaction"))
    assert told.startswith(
        "A price per transaction costs EUR 6.55m to EUR 8.50m in eight of ten courses; its"
    )


def test_each_row_says_how_often_the_provider_loses():
    said = drawn(TABLE)
    assert {"never loses", "loses in 8%", "loses in 15%, at risk"} <= set(said)
    assert "Provider's margin, % of its fee" in said


def test_without_the_providers_cost_only_the_client_is_drawn():
    provider = [name for name in TABLE if name.startswith("provider")]
    unknown = TABLE.assign(**dict.fromkeys(provider, float("nan")), at_risk=False)
    assert "Provider's margin, % of its fee" not in drawn(unknown)
    assert title(both_sides(unknown, CASE)).endswith("in eight of ten courses, the least in the middle")


def test_a_margin_beyond_all_measure_does_not_squeeze_the_others():
    lost = TABLE.assign(provider_margin_share_p10=[None, -40.0, 0.1, 0.1, 0.1]).astype(
        {"provider_margin_share_p10": float}
    )
    assert _margins(lost)[0] == -1
    assert both_sides(lost, CASE).markup


def test_the_data_is_the_table_of_chances():
    assert [row[0] for row in rows(both_sides(TABLE, CASE))] == [
        "In-house",
        "Per FTE",
        "Transaction",
        "Fixed price",
        "Cost plus",
    ]


def test_without_an_offer_there_is_nothing_to_draw():
    assert "No pricing model" in page(both_sides(TABLE.iloc[:1], CASE)).text


def test_a_form_that_nobody_offered_is_marked_and_never_the_finding():
    figure = both_sides(TABLE, CASE, indicative=["cost_plus", "transaction"])
    assert title(figure).startswith("A price per FTE costs EUR ")
    assert [row[0] for row in rows(figure)][-1] == "Cost plus (not offered)"
    nothing = both_sides(TABLE, CASE, indicative=[name for name in TABLE.index if name != "in_house"])
    assert "No pricing model" in page(nothing).text
