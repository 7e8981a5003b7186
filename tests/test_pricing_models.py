"""The models on offer: each is declared once, under its own name, and can be priced."""

from bpo_lib.assumptions import Terms
from bpo_lib.pricing import PRICING_MODELS


def test_a_model_is_listed_under_the_group_of_its_assumptions():
    assert {name: kind.group for name, kind in PRICING_MODELS.items()} == {
        name: name for name in PRICING_MODELS
    }


def test_a_client_may_leave_any_model_out():
    assert all(issubclass(kind, Terms) and kind.optional for kind in PRICING_MODELS.values())


def test_every_model_says_what_the_client_pays_and_who_published_it():
    for kind in PRICING_MODELS.values():
        assert "References" in kind.__doc__
        assert callable(kind.monthly_fee)
        assert "[currency/month]" in kind.monthly_fee.__doc__
