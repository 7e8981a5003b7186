"""Notes of a deal: inflation paid twice is named, and so is whatever is left out or cut."""

from dataclasses import replace

import pandas as pd
import pytest
from stand_ins import engagement

from bpo_lib.pricing.deal import (
    CurrencyTerms,
    DealTerms,
    ExitTerms,
    IndexationTerms,
    QualityTerms,
    RampTerms,
    RetainedTerms,
    ServiceMeasure,
    ServiceTerms,
    TransformationTerms,
)
from bpo_lib.pricing.deal.agreement import Agreement
from bpo_lib.pricing.deal.notes import deal_notes, notes_of
from bpo_lib.pricing.forms.fixed_price import FixedPricePricing

DEAL = DealTerms(transition_cost=0)
SHARED = CurrencyTerms(client_share=0.5)
SLOW = ServiceMeasure(measure="in time", target=0.8, expected=0.7, spread=0.1, allocation=1.2)


def notes(deal=DEAL, **groups):
    return notes_of(Agreement(deal, **groups), 36)


def test_a_plain_deal_has_nothing_to_say():
    assert deal_notes(engagement()) == ()


def test_inflation_is_paid_twice_when_the_whole_price_follows_local_wages_and_the_currency_is_shared():
    # ISG: index the local labour share and share the currency, or inflation is paid twice.
    first, _ = notes(indexation=IndexationTerms(clause=1), currency=SHARED)
    assert first.startswith("Inflation would be paid twice")


@pytest.mark.parametrize(
    "groups",
    [
        {"indexation": IndexationTerms(clause=2), "currency": SHARED},
        {"indexation": IndexationTerms(clause=1)},
        {"indexation": IndexationTerms(clause=1, local_index=0), "currency": SHARED},
        {"indexation": IndexationTerms(clause=1, offset_per_year=0.3), "currency": SHARED},
    ],
)
def test_it_is_paid_once_when_one_of_the_two_is_not_so(groups):
    assert not [note for note in notes(**groups) if "twice" in note]


@pytest.mark.parametrize(
    ("groups", "words"),
    [
        ({"indexation": IndexationTerms(clause=1)}, "The whole price follows wages"),
        ({"deal": DEAL.with_values(wage_index_per_year=0.2)}, "rise by more than the cap"),
        ({"ramp": RampTerms(ramp_months=24, start_months=24)}, "ends before all work has moved"),
        ({"ramp": RampTerms(ramp_months=6)}, "Work still moves after the transition"),
        ({"transformation": TransformationTerms(cost=1, amortised_months=60)}, "paid within it"),
        ({"retained": RetainedTerms(fte=3)}, "check that they are not the same people"),
        ({"service": ServiceTerms(at_risk_share=0.1)}, "no targets of service are given"),
        ({"quality": QualityTerms(outcome_change=0.5)}, "beyond 1; it is taken as 1"),
        ({"termination": ExitTerms(investment=1, investment_months=48)}, "written off within it"),
    ],
)
def test_what_is_left_out_or_cut_is_named(groups, words):
    (note,) = notes(**groups)
    assert words in note


def test_targets_are_looked_at_too():
    measures = pd.DataFrame([SLOW.model_dump()])
    (note,) = notes(measures=measures)
    assert "no part of the fee is at risk" in note
    (missed,) = notes(measures=measures, service=ServiceTerms(at_risk_share=0.1))
    assert missed == "The average month is expected to miss the target of 'in time'."
    points = ServiceTerms(at_risk_share=0.1, by_points=1)
    assert notes(measures=measures, service=points)[0] == (
        "No target of service has any points, so no credit is counted."
    )


def test_a_fixed_price_that_falls_by_two_promises_is_named():
    case = engagement()
    falling = FixedPricePricing(price_per_month=1, glide_path_per_year=0.03)
    promised = {FixedPricePricing: falling, IndexationTerms: IndexationTerms(productivity_per_year=0.03)}
    (note,) = deal_notes(replace(case, terms={**case.terms, **promised}))
    assert "check that both were meant" in note
