"""Tables of the delivery: stages with their dates, what it starts with and ends on."""

import stand_ins
from stand_ins import rows

from bpo_lib.workbook import tables


def test_a_stage_shows_its_months_and_the_share_that_has_moved():
    shown = rows(tables.plan(stand_ins.transition_plan()))
    assert [cell.replace("\u00a0", " ") for cell in shown[2]] == [
        "Pilot",
        "1 Dec 2025 to 31 Dec 2025",  # breaks between the dates only
        "Both",
        "Contract signed",
        "Quality at 95% of today's",
        "25%",
    ]
