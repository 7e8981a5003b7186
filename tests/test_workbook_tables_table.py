"""The table itself: by hand, and what it refuses."""

import pandas as pd
import pytest
import stand_ins

from bpo_lib.workbook import numbers, tables
from bpo_lib.workbook.html import Html


def test_a_table_by_hand():
    frame = pd.DataFrame({"who": ["<b>A</b>", None], "cost": [1_234.5, None]})
    columns = {"who": tables.Column("Who"), "cost": tables.Column("Cost", numbers.amount, "EUR")}
    assert tables.table(frame, "Costs", columns, "A note.").markup == (
        '<div class="bpo-table" role="region" aria-label="Costs" tabindex="0"><table>'
        "<caption>Costs</caption><thead><tr>"
        '<th scope="col">Who</th>'
        '<th scope="col" class="bpo-number">Cost <span class="bpo-unit">EUR</span></th>'
        "</tr></thead><tbody>"
        '<tr><th scope="row">&lt;b&gt;A&lt;/b&gt;</th><td class="bpo-number">1,234</td></tr>'
        '<tr><td></td><td class="bpo-number">n/a</td></tr>'
        '</tbody></table></div><p class="bpo-note">A note.</p>'
    )


def test_a_column_the_frame_lacks_is_an_error():
    with pytest.raises(KeyError, match="cost"):
        tables.table(pd.DataFrame({"who": ["A"]}), "Costs", {"cost": tables.Column("Cost")})


def test_markup_is_taken_only_from_html():
    columns = {"a": tables.Column("A")}
    kept = tables.table(pd.DataFrame({"a": [Html("<b>x</b>"), "<b>y</b>"]}), "T", columns)
    assert stand_ins.page(kept).find_all("b")[0].text == "x"
    assert stand_ins.rows(kept) == [["x"], ["<b>y</b>"]]


def test_a_status_is_said_in_words_and_toned():
    assert tables.status("open").markup == '<span class="bpo-status bpo-warn">open</span>'
    assert tables.status("<odd>").markup == "&lt;odd&gt;"


def test_an_empty_table_says_why():
    assert stand_ins.page(tables.empty("Caption", "because <b>.")).text == "Caption: because <b>."


def test_a_shaded_cell_has_text_that_can_be_read_on_it():
    frame = pd.DataFrame({"who": ["A", "B"], "share": [0.1, 0.9]})
    shade = {0.1: "#ffffff", 0.9: "#12355b"}
    columns = {
        "who": tables.Column("Who"),
        "share": tables.Column("Share", numbers.percent, ground=lambda value: shade[value]),
    }
    cells = stand_ins.page(tables.table(frame, "T", columns)).find_all("td")
    assert [cell["style"] for cell in cells] == [
        "background:#ffffff;color:#000000",
        "background:#12355b;color:#ffffff",
    ]
