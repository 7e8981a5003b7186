"""Tables of the staff: whose range an assumption moves over, and which promise is the client's."""

import stand_ins
from stand_ins import rows

from bpo_lib.workbook import tables

CASE = stand_ins.engagement()


def test_a_range_says_whose_it_is():
    shown = rows(tables.staff_levers(stand_ins.fte_sensitivity(), CASE))
    assert [row[2] for row in shown] == ["client", "back-test", "10% either way"]
    assert shown[0][1].replace("\u00a0", " ") == "5 to 6.5 minutes/call"
    assert shown[1][1] == "forecast"


def test_the_clients_promise_is_marked():
    shown = rows(tables.service_cost(stand_ins.service_cost(), CASE))
    (own,) = [row for row in shown if row[-1]]
    assert own == ["80.0%", "20", "85.6", "92.0", "386,400", "own promise"]
