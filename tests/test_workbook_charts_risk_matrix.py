"""Tables read by their shades: who bears what, what makes a cost uncertain, and what is left out."""

import numpy as np
import pandas as pd
import pytest
import risk_frames
import stand_ins
from stand_ins import page, rows, title

from bpo_lib.workbook.brand import contrast
from bpo_lib.workbook.charts import cost_drivers, risk_matrix
from bpo_lib.workbook.charts.risk_matrix import transfer_cells

CASE = stand_ins.engagement()
TRANSFER, VARIANCE = risk_frames.transfer(), risk_frames.variance()


def by_deal(figure):
    heads = [head.text for head in page(figure).thead.find_all("th")]
    return {row[0]: dict(zip(heads[1:], row[1:], strict=True)) for row in rows(figure)}


def test_the_matrix_says_who_bears_what():
    shown = by_deal(risk_matrix(TRANSFER, CASE, ()))
    assert set(shown["Fixed price"].values()) == {"0%", "\u2013"}
    assert set(shown["Cost plus"].values()) == {"112%", "\u2013"}
    assert (shown["Transaction"]["Handling time"], shown["Transaction"]["Wages"]) == ("0%", "0%")
    assert shown["Transaction"]["Volume"] == "111%"


def test_what_one_pays_the_other_is_a_transfer_and_no_share():
    assert by_deal(risk_matrix(TRANSFER, CASE, ()))["Transaction"]["Quality"] == "transfer"


def test_the_title_names_the_widest_driver_and_both_ends():
    assert title(risk_matrix(TRANSFER, CASE, ())).startswith(
        "The cost of the work hangs most on volume; the client bears from 0% of that (fixed price) to 11"
    )
    alone = TRANSFER[TRANSFER["model"] == "cost_plus"]
    assert title(risk_matrix(alone, CASE)).endswith("the client bears 112% of that under this deal")


def test_drivers_that_move_nothing_are_named_and_left_out():
    text = page(risk_matrix(TRANSFER, CASE, ())).text
    assert "Left out, since next to nothing moves with them: attrition and currency." in text


@pytest.mark.parametrize(
    "draw", [lambda: risk_matrix(TRANSFER, CASE, ()), lambda: cost_drivers(VARIANCE, CASE, ())]
)
def test_every_shade_can_be_read(draw):
    styles = [cell["style"] for cell in page(draw()).tbody.find_all("td")]
    for style in styles:
        ground, ink = (part.split(":")[1] for part in style.split(";"))
        assert contrast(ground, ink) >= 4.5
    assert len(set(styles)) > 2


def test_a_share_of_hardly_anything_is_not_shown_by_hand():
    frame = pd.DataFrame(
        {
            "model": "x",
            "driver": ["volume", "wages", "quality", "currency"],
            "client_share": [0.5, 7.0, -40.0, 0.4],
            "client_swing": [5.0, 7.0, 4.0, 0.1],
            "joint_swing": [10.0, 1.0, 0.1, 0.1],
        }
    )
    assert transfer_cells(frame).loc["x"].tolist() == pytest.approx(
        [0.5, np.inf, np.inf, np.nan], nan_ok=True
    )


def test_what_makes_a_cost_uncertain_is_titled_and_ranked():
    figure = cost_drivers(VARIANCE, CASE, ())
    assert "What is uncertain in the cost comes most from volume: " in title(figure)
    heads = [head.text for head in page(figure).thead.find_all("th")]
    assert heads[:3] == ["Deal", "Volume", "Handling time"]
    assert "Fixed price" not in by_deal(figure)  # nothing about it is uncertain


def test_without_the_providers_cost_or_any_spread_it_is_said():
    unknown = TRANSFER.assign(client_share=np.nan)
    assert "without the provider's cost" in page(risk_matrix(unknown, CASE)).text
    assert "Nothing about the cost" in page(cost_drivers(VARIANCE.assign(client_total=np.nan), CASE)).text


def test_a_shaded_table_is_inert_and_the_same_twice():
    found = page(risk_matrix(TRANSFER, CASE, ()))
    assert not [tag for tag in found.find_all() if {"id", "href", "src"} & set(tag.attrs)]
    assert risk_matrix(TRANSFER, CASE, ()).markup == risk_matrix(TRANSFER, CASE, ()).markup


def test_a_form_that_nobody_offered_is_marked():
    assert "Fixed price (not offered)" in by_deal(risk_matrix(TRANSFER, CASE, ["fixed_price"]))
    assert "Cost plus (not offered)" in by_deal(cost_drivers(VARIANCE, CASE, ["cost_plus"]))


def test_forms_without_terms_of_the_client_are_known_not_to_be_offered():
    shown = by_deal(risk_matrix(TRANSFER, CASE))
    assert {"Per FTE", "Transaction", "Fixed price (not offered)"} <= shown.keys()


def test_odd_cells_are_explained_only_where_there_are_any():
    assert "Transfer: it costs both" in page(risk_matrix(TRANSFER, CASE)).text
    fixed = page(risk_matrix(TRANSFER[TRANSFER["model"] == "fixed_price"], CASE)).text
    assert "Transfer: it costs both" not in fixed
    assert "one side gains" not in fixed
