"""Where flows meet steps: straight where they can, else on the side they come from."""

from test_process_map_order import rows_for

from bpo_lib.process.map.ports import ports_of

FORK = rows_for("abcd", [("a", "b"), ("a", "c"), ("a", "d")])


def ports(middles, pointed=frozenset(), width=100.0):
    return ports_of(FORK, middles, dict.fromkeys("abcd", width), pointed)


def test_a_straight_flow_has_its_own_port_and_the_others_leave_beside_it():
    found = ports({"a": 200, "b": 50, "c": 200, "d": 350})
    assert found.leaves == [188, 200, 212]  # 12 beside the straight one
    assert found.comes == [72, 200, 328]  # 22 from the middle, on the side they come from


def test_a_step_nearly_below_is_reached_without_a_bend():
    found = ports({"a": 200, "b": 50, "c": 220, "d": 350})
    assert found.leaves[1] == found.comes[1] == 200


def test_a_diamond_is_left_far_out_and_reached_at_its_tip():
    found = ports({"a": 200, "b": 50, "c": 200, "d": 350}, frozenset("ab"))
    assert found.leaves == [175, 200, 225]
    assert found.comes[0] == 50


def test_a_narrow_step_is_left_in_its_middle():
    assert ports({"a": 200, "b": 50, "c": 200, "d": 350}, width=26).leaves == [200, 200, 200]
