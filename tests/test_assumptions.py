"""Assumptions: declared once, checked everywhere, worded for a consultant."""

from typing import ClassVar, Self

import pytest
from pydantic import ValidationError, model_validator

from bpo_lib.assumptions import HOUSE, Terms, assumption
from bpo_lib.errors import InputError
from bpo_lib.intake import GROUPS


class Rent(Terms):
    """A small group of assumptions."""

    group: ClassVar[str] = "rent"

    price: float = assumption("price of a seat", unit="currency/month", ge=10, le=900)
    seats: float = assumption("seats rented", unit="seats", ge=1)
    empty_share: float = assumption("seats left empty", unit="share", ge=0, le=1, default=0.1)
    discount: float = assumption("discount", unit="share", le=0.5, default=0.0, source="the landlord")

    @model_validator(mode="after")
    def _not_all_empty(self) -> Self:
        if self.empty_share == 1:
            raise ValueError("every seat is empty; give back the rooms")
        return self


class Settlement(Terms):
    """A choice among three periods, and a table that is no assumption."""

    group: ClassVar[str] = "settlement"

    months: float = assumption("months settled together", unit="months", one_of=(1, 3, 12), default=1)
    steps: tuple[int, ...] = ()


def test_a_choice_is_declared_with_its_values_and_refuses_any_other():
    (months,) = Settlement.declarations()
    assert (months.ge, months.le, months.one_of) == (1, 12, (1, 3, 12))
    assert months.allowed == "1, 3 or 12"
    assert Settlement(months=3).with_values(months=12).months == 12
    with pytest.raises(InputError, match="Settlement: months is 2, not one of 1, 3, 12"):
        Settlement(months=2)


def test_a_table_beside_the_assumptions_stays_when_one_of_them_changes():
    assert Settlement(steps=(5, 10)).with_values(months=3).steps == (5, 10)


def test_a_declaration_carries_all_that_is_said_of_a_number():
    price, seats, empty, discount = Rent.declarations()
    assert (price.name, price.meaning, price.unit) == ("rent.price", "price of a seat", "currency/month")
    assert (price.required, price.default, price.source) == (True, None, "")
    assert (empty.required, empty.default, empty.source) == (False, 0.1, HOUSE)
    assert discount.source == "the landlord"
    assert [each.allowed for each in (price, seats, discount)] == [
        "from 10 to 900",
        "1 or more",
        "0.5 or less",
    ]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"seats": 2}, "Rent: price is missing"),
        ({"price": 5, "seats": 2}, "Rent: price is 5, below the smallest allowed value 10"),
        ({"price": 901, "seats": 2}, "Rent: price is 901, above the largest allowed value 900"),
        ({"price": float("nan"), "seats": 2}, "Rent: price is not a finite number"),
        ({"price": "ten", "seats": 2}, "Rent: price is 'ten', not a number"),
        ({"price": 10, "seats": 2, "colour": 1}, "Rent: colour is not a known name"),
        ({"price": 10, "seats": 2, "empty_share": 1}, "Rent: every seat is empty; give back the rooms"),
        (
            {"price": 5, "seats": 0},
            "smallest allowed value 10; seats is 0, below the smallest allowed value 1",
        ),
    ],
)
def test_terms_that_cannot_be_used_say_why(values, words):
    with pytest.raises(InputError) as caught:
        Rent(**values)
    assert words in str(caught.value)


def test_changed_terms_are_checked_again_and_the_old_ones_stay():
    terms = Rent(price=10, seats=2)
    assert terms.with_values(price=20) == Rent(price=20, seats=2)
    assert terms.price == 10
    with pytest.raises(InputError, match="above the largest allowed value"):
        terms.with_values(price=1_000)
    with pytest.raises(ValidationError, match="frozen"):
        terms.price = 20


@pytest.mark.parametrize("kind", GROUPS)
def test_every_default_is_inside_its_own_range_and_has_a_source(kind):
    for declared in kind.declarations():
        assert declared.meaning
        assert declared.unit
        if declared.default is not None:
            assert declared.source
            assert declared.ge is None or declared.ge <= declared.default
            assert declared.le is None or declared.default <= declared.le


def test_no_two_groups_share_a_name():
    assert len({kind.group for kind in GROUPS}) == len(GROUPS)


def test_a_large_bound_is_written_out():
    from bpo_lib.pricing import InHouseTerms

    assert InHouseTerms.declarations()[0].allowed == "from 1 to 1,000,000,000"
