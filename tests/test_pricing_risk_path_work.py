"""Work of many paths: computed once, when asked for, in one shape."""

import numpy as np
import pytest

from bpo_lib.pricing.risk.path_work import PathWork


def test_a_quantity_is_computed_once_and_only_when_asked_for():
    asked = []
    work = PathWork({"volume": lambda: asked.append("volume") or np.ones((3, 2))}, (3, 2))
    assert asked == []
    assert work.volume is work.volume
    assert asked == ["volume"]
    assert work.months == 2


def test_what_is_alike_on_all_paths_has_their_shape():
    work = PathWork({"fte": lambda: np.array([1.0, 2.0])}, (3, 2))
    assert work.fte.tolist() == [[1, 2]] * 3


def test_a_quantity_that_does_not_exist_is_named():
    with pytest.raises(AttributeError, match="seats"):
        _ = PathWork({}, (1, 1)).seats
