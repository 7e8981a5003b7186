"""The models on offer: each is declared once, under its own name, and can be priced."""

import json

import pytest

from bpo_lib.assumptions import Terms
from bpo_lib.pricing import PRICING_MODELS, Workload

# "Cost and Revenue, how WFM affects it", parts 2 and 3, wewfm, 2019: one cost, marked up by 20%, under
# eight billing models. Contacts are ours: the source prices them without printing how many there are.
COST, MARK_UP, REVENUE = 194_887.34, 0.2, 233_864.81
PRODUCTIVE = 176 * (1 - 0.103) * (1 - 0.14)
CONTACTS = 100_000
WORK = Workload.of(
    [CONTACTS],
    handling_hours=150 * PRODUCTIVE * 0.7686,
    fte=150,
    outcomes=CONTACTS,
    productive_fte=150 * PRODUCTIVE / 176,
    paid_hours=150 * 176,
    productive_hours=150 * PRODUCTIVE,
    provider_cost=COST,
)
BILLING = {
    "per FTE on the roster": ("per_fte", {"rate_per_month": 1_559.10}, 150),
    "per FTE at work": (
        "per_fte",
        {"rate_per_month": 2_021.08, "bill_productive": 1},
        150 * PRODUCTIVE / 176,
    ),
    "per seat": ("per_seat", {"rate_per_month": 1_870.92, "fte_per_seat": 150 / 125}, 125),
    "per paid hour": ("per_paid_hour", {"rate_per_hour": 8.86}, 150 * 176),
    "per productive hour": ("per_productive_hour", {"rate_per_hour": 11.48}, 150 * PRODUCTIVE),
    "per handled minute": ("per_handled_minute", {"rate_per_minute": 0.249}, 150 * PRODUCTIVE * 0.7686 * 60),
    "per contact": ("transaction", {"baseline_volume": CONTACTS, "unit_price": 2.34}, CONTACTS),
    "cost and mark-up": ("cost_plus", {"markup_share": MARK_UP}, 0),
}


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


@pytest.mark.parametrize(("name", "terms", "units"), BILLING.values(), ids=list(BILLING))
def test_one_cost_brings_the_published_revenue_under_each_billing_model(name, terms, units):
    # The printed rate is rounded, so the revenue may miss by half its last digit for each unit.
    fee = float(PRICING_MODELS[name](**terms).monthly_fee(WORK)[0])
    digit = 0.0005 if name == "per_handled_minute" else 0.005
    assert fee == pytest.approx(REVENUE, abs=digit * units + 0.005)


def test_the_published_figures_are_those_of_the_reference_cases(shared):
    case = json.loads(shared("reference/reference_cases.json").read_text())["R1"]
    assert (case["inp"]["cost"], case["inp"]["markup"]) == (COST, MARK_UP)
    assert case["out"]["revenue"] == REVENUE
    assert case["out"]["per_fte"] == BILLING["per FTE on the roster"][1]["rate_per_month"]
    assert case["out"]["per_seat"] == BILLING["per seat"][1]["rate_per_month"]
    assert case["out"]["per_prod_hour"] == BILLING["per productive hour"][1]["rate_per_hour"]
    assert case["out"]["margin_calc"] == pytest.approx(
        PRICING_MODELS["cost_plus"](markup_share=MARK_UP).margin_share
    )
