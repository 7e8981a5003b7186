"""Names beside points: none over another name or a point, none outside the panel."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bpo_lib.workbook.charts.label_places import GAP, LETTER, LINE, label_places

WIDTH = 700.0


def boxes(points, names, line=()):
    found = []
    for place, name in zip(label_places(points, names, WIDTH, line), names, strict=True):
        left = place.x if place.right else place.x - LETTER * len(name)
        found.append((left, left + LETTER * len(name), place.y - LINE / 2, place.y + LINE / 2))
    return found


def overlap(one, other):
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def test_a_lone_name_stands_right_of_its_point():
    (place,) = label_places([(100, 50)], ["Alder"], WIDTH)
    assert place == (100 + GAP, 50, True)


def test_at_the_right_edge_a_name_stands_left_of_its_point():
    (place,) = label_places([(WIDTH - 5, 50)], ["Alder"], WIDTH)
    assert place == (WIDTH - 5 - GAP, 50, False)


def test_a_name_keeps_off_a_line_through_its_point():
    corners = [(0, 50), (WIDTH, 50)]
    (box,) = boxes([(100, 50)], ["Alder"], corners)
    assert box[2] > 50 or box[3] < 50


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**31), st.integers(1, 20), st.floats(10, 300))
def test_twenty_names_never_cover_one_another(seed, count, height):
    random = np.random.default_rng(seed)
    points = list(zip(random.uniform(0, WIDTH, count), random.uniform(0, height, count), strict=True))
    names = ["x" * int(length) for length in random.integers(3, 28, count)]
    found = boxes(points, names)
    pairs = [(a, b) for place, a in enumerate(found) for b in found[:place]]
    assert not any(overlap(a, b) for a, b in pairs)
    assert all(box[0] >= 0 and box[1] <= WIDTH for box in found)
