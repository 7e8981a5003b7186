"""What counts how much in a delivery model: points in their order, and never none at all."""

import pytest

from bpo_lib.errors import InputError
from bpo_lib.sourcing.model_terms import DeliveryModelTerms


def test_the_points_come_in_the_order_of_the_parts():
    terms = DeliveryModelTerms(place_points=4, form_points=3, price_points=2, providers_points=1)
    assert terms.points == (4, 3, 2, 1)


def test_a_model_of_which_nothing_counts_is_refused():
    nothing = dict.fromkeys(("place_points", "form_points", "price_points", "providers_points"), 0)
    with pytest.raises(InputError, match="every part of a delivery model has weight 0"):
        DeliveryModelTerms(**nothing)


def test_the_rules_of_the_price_are_those_of_the_method():
    # The method asks for twelve months of baseline and seven tenths of the drivers in the provider's hands.
    terms = DeliveryModelTerms()
    assert (terms.baseline_months, terms.controlled_share, terms.predictable_level) == (12, 0.70, 3)
