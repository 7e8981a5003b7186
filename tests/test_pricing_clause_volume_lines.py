"""A baseline charge with ARC and RRC, line by line."""

import pytest
from clause_cases import published

from bpo_lib.pricing import Workload
from bpo_lib.pricing.clause.volume_lines import anchored_lines, anchored_months, edges


def amounts(model, *volumes):
    """Return what each line that is due comes to over the months."""
    lines = anchored_lines(model, Workload.of(volumes))
    return {line.part: float(line.amount.sum()) for line in lines if line.amount.any()}


def test_the_lines_by_hand():
    assert amounts(published(), 1_000) == {"base": 50_000}
    assert amounts(published(), 1_101) == pytest.approx({"base": 50_000, "arc": 40})
    assert amounts(published(), 800) == pytest.approx({"base": 50_000, "rrc": -3_500})


def test_back_to_the_baseline_all_above_it_counts():
    # 101 above the baseline at 40: 4,040. On the edge nothing counts yet.
    back = published(back_to_baseline=1)
    assert amounts(back, 1_100) == {"base": 50_000}
    assert amounts(back, 1_101) == pytest.approx({"base": 50_000, "arc": 4_040})


def test_beyond_the_far_band_another_rate_holds():
    # 100 at 40 up to 1,200, then 100 at 25.
    model = published(far_band=0.2, far_arc_share=0.5)
    assert amounts(model, 1_300) == pytest.approx({"base": 50_000, "arc": 4_000, "far_arc": 2_500})


def test_the_minimum_makes_up_what_is_lacking():
    # 50,000 - 600 x 35 = 29,000; 80% of 50,000 is 40,000.
    lines = amounts(published(minimum_commitment_share=0.8), 300)
    assert lines == pytest.approx({"base": 50_000, "rrc": -21_000, "minimum": 11_000})


def test_a_quarter_is_settled_in_its_last_month_on_its_sum():
    # 1,300 + 1,200 + 1,100 are 300 above 3,300.
    work = Workload.of([1_300, 1_200, 1_100])
    arc = {line.part: line for line in anchored_lines(published(settlement_months=3), work)}["arc"]
    assert arc.quantity.tolist() == pytest.approx([0, 0, 300])
    assert arc.amount.tolist() == pytest.approx([0, 0, 12_000])


def test_a_price_that_follows_handling_time_is_a_line_of_its_own():
    # 20% longer than agreed: the price rises by 85% of that.
    model = published(contract_handling_minutes=5)
    work = Workload.of([1_000.0], handling_hours=[100.0])
    found = {line.part: float(line.amount[0]) for line in anchored_lines(model, work) if line.amount.any()}
    assert found == pytest.approx({"base": 50_000, "rebase": 50_000 * 0.85 * 0.2})


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


def test_a_quarter_shows_months_that_make_up_for_one_another():
    shown = anchored_months(published(settlement_months=3), Workload.of([0.0]))
    assert shown["netted"].volume.tolist() == [1_250, 750, 1_000]
    assert shown["just_over"].volume.sum() == 3_301


def test_a_branch_is_shown_only_where_it_can_be_reached():
    months = Workload.of([0.0])
    assert "minimum" not in anchored_months(published(minimum_commitment_share=0.2, rrc_share=0.5), months)
    low = anchored_months(published(minimum_commitment_share=0.8), months)["minimum"]
    assert published(minimum_commitment_share=0.8).monthly_fee(low).tolist() == pytest.approx([40_000])
    assert {"far_over", "rebased"} <= set(
        anchored_months(published(far_band=0.3, contract_handling_minutes=5), months)
    )


def test_without_a_dead_band_there_is_no_edge_to_show():
    shown = anchored_months(published(dead_band=0), Workload.of([0.0]))
    assert list(shown) == ["baseline", "over", "under"]
