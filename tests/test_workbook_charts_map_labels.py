"""Shares beside flows: near their source, over nothing else."""

from bpo_lib.process.map.layout import Box, Route
from bpo_lib.workbook.charts.map_labels import placed_labels


def test_a_share_stands_right_of_a_straight_flow_by_hand():
    (label,) = placed_labels([Route("a", "b", ((50, 0), (50, 60)), back=False)], {0: ("80%", 26.0)}, [])
    assert (label.x, label.y) == (50 + 13 + 3, 9)


def test_a_share_never_stands_where_two_flows_run_together():
    shared = ((50.0, 0.0), (50.0, 30.0))
    left = Route("a", "b", (*shared, (-40.0, 30.0), (-40.0, 60.0)), back=False)
    lower = Route("a", "c", ((50.0, 0.0), (50.0, 50.0), (10.0, 50.0), (10.0, 80.0)), back=False)
    first, second = placed_labels([left, lower], {0: ("80%", 26.0), 1: ("20%", 26.0)}, [])
    assert first.y == 30  # on its own level piece
    assert second.y > 30  # below where the other turned off


def test_a_share_keeps_clear_of_steps():
    route = Route("a", "b", ((50, 0), (50, 60)), back=False)
    (label,) = placed_labels([route], {0: ("80%", 26.0)}, [Box(52, 0, 60, 60)])
    assert label.x < 50
