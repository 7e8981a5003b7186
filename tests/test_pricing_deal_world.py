"""World: as expected, it changes nothing, whatever the shape it meets."""

import numpy as np

from bpo_lib.pricing.deal import World


def test_the_expected_world_leaves_any_figure_as_it_is():
    world, figures = World.expected(), np.arange(12.0).reshape(2, 6)
    for part in (world.wages, world.currency, world.quality):
        assert np.array_equal(figures + part, figures)
