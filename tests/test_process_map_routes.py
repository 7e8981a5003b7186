"""Tracks between rows: no two flows on one another, streams to one step joined."""

from hypothesis import given
from hypothesis import strategies as st

from bpo_lib.process.map.routes import Leg, straight, tracks_of


def leg(flow, start, stop, joins=""):
    return Leg(flow, 1, float(start), float(stop), True, False, joins)


def test_legs_apart_share_a_track_and_those_that_meet_do_not():
    assert tracks_of([leg(0, 0, 50), leg(1, 100, 150)], 8) == [0, 0]
    assert sorted(tracks_of([leg(0, 0, 100), leg(1, 50, 150)], 8)) == [0, 1]


def test_a_straight_leg_needs_no_track_but_a_turn_does():
    turn = Leg(0, 1, 5.0, 5.0, True, True)
    assert tracks_of([leg(0, 5, 5), turn._replace(flow=1)], 8) == [-1, 0]


def test_the_order_that_crosses_less_is_taken_by_hand():
    # Both go right; were the inner one above, the way down of it would cross the outer.
    outer, inner = leg(0, 0, 100), leg(1, 20, 200)
    assert tracks_of([outer, inner], 8) == [1, 0]


def test_flows_to_the_same_step_from_the_same_side_join():
    assert tracks_of([leg(0, 0, 100, "z"), leg(1, 50, 100, "z")], 8) == [0, 0]
    assert len(set(tracks_of([leg(0, 0, 100, "z"), leg(1, 50, 100, "y")], 8))) == 2


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=12))
def test_two_legs_on_one_track_never_touch(pairs):
    legs = [leg(number, 10 * a, 10 * b) for number, (a, b) in enumerate(pairs)]
    tracks = tracks_of(legs, 8)
    for one, track in zip(legs, tracks, strict=True):
        assert (track == -1) == straight(one)
        for two, other in zip(legs, tracks, strict=True):
            if one.flow < two.flow and track == other >= 0:
                apart = max(min(one.start, one.stop), min(two.start, two.stop))
                assert apart - min(max(one.start, one.stop), max(two.start, two.stop)) >= 8
