"""The table of the ways to keep the work: parts that sum, only those that are spent, against staying."""

import pandas as pd
import stand_ins
from stand_ins import page, rows

from bpo_lib.pricing.alternatives.breakdown import PARTS
from bpo_lib.workbook.tables.alternatives import alternatives

CASE = stand_ins.engagement()


def parts(**ways):
    """Return parts in the order of PARTS: own team, shared unit, software, one-off, stranded."""
    table = pd.DataFrame.from_dict(ways, orient="index", columns=PARTS, dtype=float)
    return table.assign(total=table.sum(axis=1)).rename_axis("model")


SAVES = parts(in_house=(2e6, 0, 0, 0, 0), automation=(1.2e6, 0, 3e5, 2e5, 0))


def test_each_way_is_shown_with_what_it_spends_and_saves():
    shown = alternatives(SAVES, CASE)
    assert [cell.text.split(" EUR")[0] for cell in page(shown).thead.find_all("th")] == [
        "Way to keep the work",
        "Own team",
        "Software",
        "One-off cost",
        "In all",
        "against staying",
    ]
    assert rows(shown) == [
        ["Staying as it is", "2,000,000", "0", "0", "2,000,000", "0.0%"],
        ["Automation", "1,200,000", "300,000", "200,000", "1,700,000", "\u221215.0%"],
    ]


def test_without_alternatives_a_sentence_says_what_to_give():
    assert "give the shared_services or the automation" in alternatives(SAVES.iloc[:1], CASE).markup
