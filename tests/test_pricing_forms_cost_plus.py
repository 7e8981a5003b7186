"""CostPlusPricing: the published mark-up, and the margin it makes."""

import pytest

from bpo_lib.errors import InputError
from bpo_lib.pricing import Workload
from bpo_lib.pricing.forms import CostPlusPricing


def test_the_mark_up_of_the_published_workbook_is_a_margin_of_one_sixth():
    # wewfm: cost 194,887.34, "20% profit", revenue 233,864.81; 20% of the revenue would be more.
    terms = CostPlusPricing(markup_share=0.2)
    revenue = float(terms.monthly_fee(Workload.of([1], provider_cost=194_887.34))[0])
    assert round(revenue, 2) == 233_864.81
    assert terms.margin_share == pytest.approx(1 / 6)
    assert (revenue - 194_887.34) / revenue == pytest.approx(terms.margin_share)


def test_a_margin_of_a_fifth_needs_a_mark_up_of_a_quarter():
    # At a true margin of 20%, the rate of 150 FTE is 1,624.06 and not 1,559.10.
    terms = CostPlusPricing(markup_share=0.25)
    assert terms.margin_share == pytest.approx(0.2)
    fee = terms.monthly_fee(Workload.of([1], provider_cost=194_887.34))
    assert round(float(fee[0]) / 150, 2) == 1_624.06


def test_the_fixed_fee_does_not_move_with_the_cost():
    terms = CostPlusPricing(markup_share=0.1, fixed_fee_per_month=50)
    assert terms.monthly_fee(Workload.of([1, 1], provider_cost=[0, 100])) == pytest.approx([50, 160])


def test_a_mark_up_in_percent_is_refused_in_words():
    with pytest.raises(InputError, match="markup_share is 20, above the largest allowed value 2"):
        CostPlusPricing(markup_share=20)
