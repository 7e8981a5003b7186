"""Tables of the event log: routes, activities, and every figure with its range."""

import pandas as pd
import stand_ins
from stand_ins import page, rows

from bpo_lib.process import profile_events
from bpo_lib.workbook import tables


def test_figures_come_with_the_range_chance_leaves_to_them():
    found = {name: cells for name, *cells in rows(tables.log_figures(stand_ins.event_profile()))}
    assert found["Cases that take one of the ten commonest routes"][0] == "94.0%"
    measured, low, high = (float(cell.rstrip("%")) for cell in found["Cases that repeat a step"])
    assert low < measured < high
    assert found["Cases that go a way no other goes"] == ["0.0%", "", ""]


def test_what_the_log_does_not_know_has_no_row():
    names = [name for name, *_ in rows(tables.log_figures(stand_ins.event_profile()))]
    assert not any("Hand-offs" in name or "works" in name or "nobody" in name for name in names)


def test_work_and_waiting_have_columns_where_the_log_has_starts():
    events = pd.DataFrame(
        {
            "case_id": "a",
            "activity": "Open",
            "lifecycle": ["start", "complete"],
            "timestamp": ["2025-01-01 08:00", "2025-01-01 08:30"],
        }
    )
    profile = profile_events(events)
    assert rows(tables.activities(profile)) == [["Open", "1", "1", "0", "n/a", "30.0\u00a0min", "n/a"]]
    found = dict(row[:2] for row in rows(tables.log_figures(profile)))
    assert found["Share of the elapsed time in which somebody works"] == "100.0%"


def test_routes_are_counted_under_their_table():
    assert "16 different routes in 1,000 cases." in page(tables.variants(stand_ins.event_profile())).text


def test_without_a_log_there_is_no_table():
    shown = [tables.log_figures(None), tables.variants(None), tables.activities(None)]
    assert [each.markup for each in shown] == [""] * 3
