"""Form: what all commercial forms have in common."""

import pytest

from bpo_lib.pricing import PRICING_MODELS
from bpo_lib.pricing.forms import Form, PerFtePricing


def test_every_model_is_a_form_and_may_be_left_out():
    assert all(issubclass(kind, Form) and kind.optional for kind in PRICING_MODELS.values())


def test_a_price_twice_as_high_is_every_amount_of_money_doubled():
    assert PerFtePricing(rate_per_month=1_500).repriced(2).rate_per_month == 3_000


def test_a_form_has_to_say_what_it_charges():
    class Nothing(Form):
        group = "nothing"

    with pytest.raises(TypeError, match="abstract"):
        Nothing()
