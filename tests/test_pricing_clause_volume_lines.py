"""A baseline charge with ARC and RRC, line by line."""

import pytest
from clause_cases import published

from bpo_lib.pricing import Workload
from bpo_lib.pricing.clause.volume_lines import anchored_lines, anchored_months, edges


def amounts(volume, model):
    return {line.part: float(line.amount[0]) for line in anchored_lines(model, Workload.of([volume]))}


def test_the_lines_by_hand():
    assert amounts(1_000, published()) == {"base": 50_000, "arc": 0, "rrc": 0}
    assert amounts(1_101, published()) == pytest.approx({"base": 50_000, "arc": 40, "rrc": 0})
    assert amounts(800, published()) == pytest.approx({"base": 50_000, "arc": 0, "rrc": -3_500})


def test_the_edges_are_the_published_ones():
    assert edges(published()) == pytest.approx((900, 1_100))


def test_months_are_shown_at_the_edges_and_beyond_them():
    shown = anchored_months(published(), Workload.of([0.0]))
    volumes = {name: work.volume.tolist() for name, work in shown.items()}
    assert volumes == {
        "lower_edge": [900],
        "baseline": [1_000],
        "upper_edge": [1_100],
        "just_over": [1_101],
        "well_over": [1_250],
        "just_under": [899],
        "well_under": [750],
    }
