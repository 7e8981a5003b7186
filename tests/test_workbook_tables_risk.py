"""Tables of risk: the flag in words, and what is not known."""

import risk_frames
import stand_ins
from sample_cases import CLAIMS, sample
from stand_ins import page, rows

from bpo_lib.workbook import tables

CASE = stand_ins.engagement()
TABLE = risk_frames.table()


def test_the_flag_is_in_words():
    shown = {row[0]: row[-2:] for row in rows(tables.risk(TABLE, CASE))}
    assert shown["In-house"] == ["n/a", "n/a"]
    assert shown["Transaction"] == ["8.4%", "sound"]
    assert shown["Fixed price"] == ["15.0%", "at risk"]


def test_a_table_of_staying_alone_says_what_it_needs():
    assert "needs a pricing model" in page(tables.risk(TABLE.iloc[:1], CASE)).text


def test_the_data_of_the_tornado_by_hand():
    shown = rows(tables.risk_tornado(risk_frames.tornado(), "fixed_price", CASE))
    assert shown[0] == ["Volume", "7,600,000", "7,600,000", "1,544,000", "56,000"]


def test_what_was_cut_off_at_a_limit_is_said_under_the_ranges():
    wide = {"risk.paths": 256, "risk.outcome_spread": 0.5, "work.outcome_share": 0.95}
    text = page(tables.risk_ranges(sample(CLAIMS).with_values(wide))).text
    assert "of 256 courses the share of transactions that end in the agreed outcome fell outside" in text


def test_the_ranges_say_who_stands_behind_them():
    shown = {(row[0], row[4]): row[1:4] for row in rows(tables.risk_ranges(sample(CLAIMS)))}
    assert [text.replace("\u00a0", " ") for text in shown["Handling time", "client"]] == [
        "Average handling time of one transaction (AHT)",
        "38 minutes/claim",
        "32 to 46 minutes/claim",
    ]
    assert shown["Volume", "forecast"][0] == "Volume of an average month of the term"
    assert ("Attrition", "house assumption") in shown
    assert "Currency" not in {driver for driver, _ in shown}
