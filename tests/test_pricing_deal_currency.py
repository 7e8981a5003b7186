"""Currency clause: a published provider's gain and loss, the band by hand, who carries what."""

import json

import numpy as np
import pytest

from bpo_lib.pricing.deal import CurrencyTerms
from bpo_lib.pricing.deal.currency import currency_factor, gain_at_rate

SHARED = CurrencyTerms(client_share=1, neutral_band=0, local_share=1)


def test_a_provider_paid_in_dollars_gains_and_loses_what_its_source_says(shared):
    case = json.loads(shared("reference/reference_cases.json").read_text())["R4"]  # Lexology
    given, printed = case["inp"], case["out"]
    for rate in ("45", "39"):
        assert gain_at_rate(given["fee"], float(rate), given["cost_local"]) == printed[rate]
    assert gain_at_rate(given["fee"], printed["breakeven_calc"], given["cost_local"]) == 0


@pytest.mark.parametrize("rate", [45.0, 39.0, 40.0])
def test_a_client_that_carries_the_whole_currency_leaves_the_provider_with_nothing_of_it(rate):
    dearer = np.array([[40 / rate - 1]])  # what a rupee costs against the contract's rate of 40
    fee = 1_000 * currency_factor(SHARED, dearer)
    assert gain_at_rate(fee, rate, 40_000) == pytest.approx(0, abs=1e-9)


def test_only_what_lies_outside_the_band_is_shared_by_hand():
    # 10% band, half shared, 60% local: 18% dearer is 8 points outside, of which 2.4% of the fee are paid.
    terms = CurrencyTerms(client_share=0.5, neutral_band=0.10, local_share=0.6)
    moves = np.array([[0.18, 0.10, 0, -0.05, -0.15]])
    assert currency_factor(terms, moves)[0] == pytest.approx([1.024, 1, 1, 1, 0.985])


def test_by_default_the_provider_carries_it_all():
    assert currency_factor(CurrencyTerms(), np.array([[0.5, -0.5]])).tolist() == [[1.0]]


def test_the_fee_never_jumps_at_the_edge_of_the_band():
    terms = CurrencyTerms(client_share=1)
    edge = currency_factor(terms, np.array([[0.1 - 1e-12, 0.1 + 1e-12]]))[0]
    assert edge[1] - edge[0] == pytest.approx(0, abs=1e-11)
