"""The chart of the ways to keep the work: its title says whether any of them saves."""

import stand_ins
from stand_ins import page, title
from test_workbook_tables_alternatives import SAVES, parts

from bpo_lib.workbook.charts.alternatives import alternatives

CASE = stand_ins.engagement()


def test_an_alternative_that_saves():
    drawn = alternatives(SAVES, CASE)
    assert title(drawn) == "Automation costs EUR 1.70m, 15.0% less than staying as it is"
    words = "".join(text.text for text in page(drawn).svg.find_all("text"))
    assert all(name in words for name in ("Own team", "Software", "One-off cost", "Staying as it is"))
    assert "Shared unit" not in words


def test_alternatives_that_do_not_save():
    dear = parts(in_house=(100, 0, 0, 0, 0), shared_services=(50, 60, 0, 0, 5), automation=(90, 0, 30, 0, 0))
    assert title(alternatives(dear.drop("shared_services"), CASE)) == (
        "Automation costs EUR 120, 20.0% more than staying as it is"
    )
    assert title(alternatives(dear, CASE)) == (
        "No own way saves: the nearest, shared services, costs 15.0% more than staying"
    )


def test_without_alternatives_nothing_is_drawn():
    assert alternatives(SAVES.iloc[:1], CASE).markup == ""
