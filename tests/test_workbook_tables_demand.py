"""Tables of demand: queues in order of size, changes that add up by year, nothing where there is none."""

import stand_ins
from stand_ins import HOSTILE, page, rows

from bpo_lib.workbook import tables


def test_queues_are_listed_by_size_and_summed():
    found = rows(tables.queues(stand_ins.outlook_with_queues()))
    assert [row[0] for row in found] == ["Billing", HOSTILE, "Sales", "All queues"]
    assert found[0][1:] == ["369,960", "50.0%", "1.01", "7.0%", "Median of 2 methods"]
    assert found[1][4] == "n/a"
    assert found[3][1:5] == ["739,920", "100.0%", "1.30", "6.4%"]


def test_a_client_text_in_a_queue_is_not_markup():
    assert "<script" not in tables.queues(stand_ins.outlook_with_queues()).markup
    assert "<script" not in tables.volume_by_queue(stand_ins.outlook_with_queues()).markup


def test_the_changes_of_a_year_lead_from_history_to_what_is_expected():
    table = tables.demand_changes(stand_ins.outlook_with_queues())
    first, change, final = rows(table)
    assert [head.text for head in page(table).thead.find_all("th")][1:] == ["Year 1", "Year 2", "Year 3"]
    assert (first[0], change[0], final[0]) == ("From history", "Deflection", "Final")
    assert (first[2], change[2], final[2]) == ("1,135,800", "\u2212378,600", "757,200")


def test_nothing_is_shown_where_nothing_is_expected_to_change():
    assert tables.demand_changes(stand_ins.outlook()).markup == ""
    assert tables.queues(stand_ins.outlook()).markup == ""
