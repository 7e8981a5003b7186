"""How far a change has come, by hand."""

from bpo_lib.pricing.alternatives.progress import progress


def test_a_change_begins_after_some_months_and_takes_some_more():
    assert progress(5, 1, 2).tolist() == [0, 0.5, 1, 1, 1]
    assert progress(3, 1, 0).tolist() == [0, 1, 1]
    assert progress(2, 0, 0).tolist() == [1, 1]
