"""Service measure: what a row needs, what it may leave out, and that shares of the pool may pass 1."""

import pytest

from bpo_lib.errors import InputError
from bpo_lib.pricing.deal.service_measure import MEASURE_COLUMNS, ServiceMeasure


def test_a_measure_needs_a_target_and_how_a_month_turns_out():
    required = {line.name for line in ServiceMeasure.declarations() if line.required}
    assert required == {f"service_measure.{name}" for name in ("target", "expected", "spread")}
    assert set(MEASURE_COLUMNS) == {"measure", "better", "note", *_numbers()}


def _numbers():
    return {line.name.partition(".")[2] for line in ServiceMeasure.declarations()}


def test_a_miss_may_take_more_than_the_whole_pool():
    measure = ServiceMeasure(measure="in time", target=0.8, expected=0.8, spread=0.1, allocation=1.5)
    assert measure.allocation == 1.5


def test_a_spread_below_zero_is_refused():
    with pytest.raises(InputError, match="spread is -1, below"):
        ServiceMeasure(measure="in time", target=0.8, expected=0.8, spread=-1)
