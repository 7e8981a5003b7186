"""TransactionPricing: published examples of both readings of a dead band, sums by hand, and its edges."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from bpo_lib.errors import InputError
from bpo_lib.pricing import TransactionPricing, Workload
from bpo_lib.pricing.forms.settlement import period_totals

TERMS = TransactionPricing(baseline_volume=1_000, unit_price=50)
BACK = TERMS.with_values(back_to_baseline=1)
VARIANTS = {
    "excess": TERMS,
    "back to baseline": BACK,
    "two bands": BACK.with_values(far_band=0.3, far_arc_share=0.5, far_rrc_share=0.9),
    "quarterly": TERMS.with_values(settlement_months=3),
    "yearly with a minimum": BACK.with_values(settlement_months=12, minimum_commitment_share=0.8),
    "re-based": TERMS.with_values(contract_handling_minutes=6),
}
every_variant = pytest.mark.parametrize("terms", VARIANTS.values(), ids=list(VARIANTS))
months = arrays.arrays(float, (2, 24), elements=st.floats(0, 3_000, allow_subnormal=False))
few = settings(max_examples=12)


def fee(*volumes, terms=TERMS):
    return terms.monthly_fee(work(volumes)).tolist()


def work(volumes, minutes=6):
    volumes = np.asarray(volumes, dtype=float)
    return Workload.of(volumes, handling_hours=volumes * minutes / 60)


def test_dead_band_matches_the_published_example(shared):
    case = json.loads(shared("reference/reference_cases.json").read_text())["R2"]
    assert fee(*(float(volume) for volume in case["out"])) == list(case["out"].values())


def test_dead_band_holds_the_charge():
    # UpperEdge: 1,000 tickets for 50,000 a month, band 10%: 900 to 1,100 pay that.
    assert fee(900, 1_000, 1_100) == pytest.approx([50_000, 50_000, 50_000])


def test_one_over_the_edge_costs_one_charge_or_jumps_back_to_the_baseline():
    # The design's example: 50 a unit, ARC 40. UpperEdge charges the one above the edge, the contract
    # of Hercules Offshore all 101 from the baseline on.
    assert fee(1_100, 1_101) == pytest.approx([50_000, 50_040])
    assert fee(1_100, 1_101, terms=BACK) == pytest.approx([50_000, 54_040])


def test_outside_the_band_by_hand():
    # 100 over pays 100 * 50 * 0.8 more; 100 under gets 100 * 50 * 0.7 back.
    assert fee(1_200, 800) == pytest.approx([54_000, 46_500])
    assert fee(1_200, 800, terms=BACK) == pytest.approx([58_000, 43_000])


def test_more_volume_never_costs_less():
    assert np.all(np.diff(fee(*range(0, 3_000, 50))) >= 0)
    assert np.all(np.diff(fee(*range(0, 3_000, 50), terms=BACK)) >= 0)


def test_the_fee_is_continuous_at_the_edges_of_the_band():
    for edge in (900, 1_100):
        below, at, above = fee(edge - 1e-6, edge, edge + 1e-6)
        assert below == pytest.approx(at, abs=1e-3) == pytest.approx(above, abs=1e-3)


@pytest.mark.parametrize("baseline", [3, 70, 1_000, 12_345.6])
def test_the_edge_itself_is_inside_whatever_the_computer_rounds(baseline):
    terms = BACK.with_values(baseline_volume=baseline, dead_band=0.07)
    edges = fee(baseline * 0.93, baseline * 1.07, terms=terms)
    assert edges == pytest.approx([50 * baseline] * 2)


def test_a_second_band_has_its_own_rates_by_hand():
    # 500 over 1,000: 200 beyond the edge at 40, the 200 beyond 1,300 at 25.
    terms = TERMS.with_values(far_band=0.3, far_arc_share=0.5)
    assert fee(1_500, terms=terms) == pytest.approx([50_000 + 200 * 40 + 200 * 25])


def test_a_quarter_is_settled_on_its_own_volume_in_its_last_month_by_hand():
    # 1,500 + 1,000 + 1,000 are 3,500 against 3,000: 200 beyond the edge of 3,300, at 40 each.
    terms = TERMS.with_values(settlement_months=3)
    assert fee(1_500, 1_000, 1_000, terms=terms) == pytest.approx([50_000, 50_000, 58_000])
    # A bad month that a good one makes up for costs nothing.
    assert fee(1_400, 1_000, 700, terms=terms) == pytest.approx([50_000] * 3)


def test_a_period_cut_short_by_the_end_of_the_term_is_settled_on_the_months_it_has():
    assert fee(1_000, 1_000, 1_000, 1_300, terms=TERMS.with_values(settlement_months=3)) == pytest.approx(
        [50_000, 50_000, 50_000, 58_000]
    )


def test_a_credit_may_exceed_the_last_months_charge_but_never_the_periods():
    yearly = np.array(fee(*[100] * 12, terms=TERMS.with_values(settlement_months=12)))
    assert yearly[-1] < 0
    assert yearly.sum() == pytest.approx(12 * (50_000 - 800 * 35))


@few
@given(volume=months)
def test_settling_over_longer_periods_never_raises_charges_or_credits(volume):
    # Jensen's inequality: both are convex in volume. Baseline charges are the same; take each alone.
    charges = TERMS.with_values(rrc_share=0)
    reductions = TERMS.with_values(arc_share=0)
    for terms, sign in ((charges, 1), (reductions, -1)):
        extra = [
            sign * (terms.with_values(settlement_months=n).monthly_fee(work(volume)) - 50_000).sum(axis=-1)
            for n in (1, 3, 12)
        ]
        assert np.all(extra[0] >= extra[1] - 1e-6)
        assert np.all(extra[1] >= extra[2] - 1e-6)


def test_a_minimum_commitment_by_hand_and_monotone():
    # 500 would pay 50,000 less 400 * 35 = 36,000; 80% of the baseline charge is 40,000.
    assert fee(500, terms=TERMS.with_values(minimum_commitment_share=0.8)) == pytest.approx([40_000])
    volumes = np.arange(0, 2_000, 125)
    fees = [fee(*volumes, terms=TERMS.with_values(minimum_commitment_share=m / 10)) for m in range(11)]
    assert np.all(np.diff(np.array(fees), axis=0) >= 0)


def test_a_minimum_is_settled_with_its_period():
    terms = TERMS.with_values(settlement_months=3, minimum_commitment_share=1, dead_band=0)
    assert fee(1_000, 0, 1_000, terms=terms) == pytest.approx([50_000] * 3)


def test_the_price_follows_the_handling_time_where_that_is_agreed():
    # 7.5 minutes against 6: 25% longer, 85% passed on: 60.625 in place of 50.
    terms = TERMS.with_values(contract_handling_minutes=6)
    assert terms.monthly_fee(work([1_000, 1_000], minutes=7.5)) == pytest.approx([60_625, 60_625])
    assert terms.monthly_fee(work([1_000], minutes=6.2)) == pytest.approx([50_000])
    assert TERMS.monthly_fee(work([1_000], minutes=99)) == pytest.approx([50_000])


@every_variant
@few
@given(volume=months)
def test_each_variant_keeps_the_shape_and_no_period_is_paid_to_the_client(terms, volume):
    paid = terms.monthly_fee(work(volume))
    assert paid.shape == volume.shape
    assert np.all(period_totals(paid, terms.settlement_months) >= 0)
    assert np.array_equal(paid[1], terms.monthly_fee(work(volume[1])))


@every_variant
@few
@given(volume=months, more=months)
def test_more_work_costs_no_less_under_any_variant(terms, volume, more):
    difference = terms.monthly_fee(work(volume + more)) - terms.monthly_fee(work(volume))
    assert np.all(difference >= -1e-6)


def test_a_month_without_a_count_is_named():
    with pytest.raises(InputError, match="volume of month 2 is missing"):
        fee(1_000, float("nan"))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"dead_band": 0.6}, r"dead_band is 0\.6, above the largest allowed value 0\.5"),
        ({"far_band": 0.05}, r"far_band 0\.05 is inside dead_band 0\.1"),
        ({"settlement_months": 6}, "settlement_months is 6, not one of 1, 3, 12"),
        ({"back_to_baseline": 0.5}, r"back_to_baseline is 0\.5, not one of 0, 1"),
    ],
)
def test_terms_that_cannot_be_are_refused_in_words(change, words):
    with pytest.raises(InputError, match=words):
        TERMS.with_values(**change)
