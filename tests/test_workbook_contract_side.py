"""One contract of a panel: its form, its terms, and who gave them."""

import pytest
import stand_ins

from bpo_lib.errors import InputError
from bpo_lib.pricing.forms.outcome import OutcomePricing
from bpo_lib.pricing.forms.tiered import PriceTier, TieredPricing
from bpo_lib.workbook import contract_side
from bpo_lib.workbook.contract_side import ContractSide, offers_of

CASE = stand_ins.engagement()
RATE, PRICE = "per_fte.rate_per_month", "transaction.unit_price"
WORKED_OUT = OutcomePricing(base_fee_per_month=50_000, fee_per_outcome=2, cap_per_month=200_000)


@pytest.fixture(autouse=True)
def _worked_out(monkeypatch):
    monkeypatch.setattr(contract_side, "indicative", lambda _: {"outcome": WORKED_OUT})


def side(chosen="per_fte", **told):
    calls = {"monthly_cost": 200_000, "changed": lambda: None, "moved": lambda: None} | told
    return ContractSide("A", "#123456", CASE, offers_of(CASE), chosen=chosen, **calls)


def test_what_was_not_offered_is_said_to_be_worked_out():
    shown = side()
    assert [label for label, _ in shown.choice.options] == [
        "Per FTE",
        "Transaction",
        "Outcome (not offered)",
    ]
    assert (shown.name, shown.is_offered) == ("Per FTE (A)", True)
    shown.choice.value = "outcome"
    assert (shown.name, shown.is_offered) == ("Outcome (A)", False)


def test_the_contract_stands_as_its_terms_do():
    shown = side()
    assert shown.model() is CASE.of(type(shown.model()))
    shown.terms.controls[RATE].value = 3_400
    assert shown.model().rate_per_month == 3_400
    assert shown.changes == {RATE: 3_400}


def test_another_form_brings_its_own_terms_and_forgets_the_moves():
    told = []
    shown = side(changed=lambda: told.append("changed"), moved=lambda: told.append("moved"))
    shown.terms.controls[RATE].value = 3_400
    shown.choice.value = "transaction"
    assert told == ["moved", "changed"]
    assert PRICE in shown.terms.controls
    assert shown.changes == {}


def test_what_a_scenario_says_of_a_form_waits_until_it_is_chosen():
    shown = side()
    shown.put({PRICE: 2.5})
    assert shown.changes == {}
    shown.choice.value = "transaction"
    assert shown.changes == {PRICE: 2.5}


def test_terms_that_contradict_one_another_are_named():
    shown = side("outcome")
    shown.put({"outcome.floor_per_month": 300_000})
    with pytest.raises(InputError, match="cap_per_month 200000 is under floor_per_month 300000"):
        shown.model()


def test_a_price_list_is_shown_as_it_is():
    tiers = (
        PriceTier(from_volume=0, to_volume=40_000, unit_price=5.4),
        PriceTier(from_volume=40_000, unit_price=4.9),
    )
    shown = contract_side.price_list(TieredPricing(tiers=tiers), CASE.profile)
    listed = "<br>from 0: 5.40<br>from 40,000: 4.90"
    assert shown == f'<span class="bpo-term">Price list, EUR/call by calls/month{listed}</span>'
    assert contract_side.price_list(WORKED_OUT, CASE.profile) == ""


def test_the_choice_of_form_stands_above_its_terms():
    shown = side()
    assert shown.cells(everything=True) == [shown.head, *shown.terms.cells]


def test_a_floor_of_nothing_has_room_up_to_what_the_work_costs_today():
    floor = side("outcome").terms.controls["outcome.floor_per_month"]
    assert (floor.value, floor.min) == (0, 0)
    assert floor.max >= 200_000
