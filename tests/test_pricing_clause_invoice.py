"""The lines of an invoice: of every form, whatever its terms, they come to the form's own fee."""

import numpy as np
import pytest
from clause_terms import terms, work

from bpo_lib.pricing import PRICING_MODELS, Workload
from bpo_lib.pricing.clause import invoice_lines
from bpo_lib.pricing.clause.invoice import ITEMISED, itemised
from bpo_lib.pricing.clause.line import total
from bpo_lib.pricing.clause.shown_months import expected_month

every_form = pytest.mark.parametrize("name", PRICING_MODELS)
LEVELS = (0.0, 3_000.0, 10_000.0, 17_000.0)


def test_every_form_is_itemised():
    assert set(ITEMISED) == set(PRICING_MODELS)


@every_form
def test_the_lines_of_an_invoice_come_to_its_fee_whatever_the_terms(name):
    for seed in range(12):
        model, months = terms(name, seed), work(LEVELS[seed % len(LEVELS)])
        fee, lines = model.monthly_fee(months), invoice_lines(model, months)
        size = 1e-9 * max(1.0, float(np.abs(fee).max()))
        assert np.abs(total(lines, fee) - fee).max() <= size
        for line in lines:
            assert np.abs(line.quantity * line.rate - line.amount).max() <= size, (seed, line.part)


@every_form
def test_every_form_shows_months_that_differ(name):
    month = expected_month(work())
    for seed in range(4):
        model = terms(name, seed)
        shown = itemised(model).months(model, month)
        assert len(shown) >= 2
        assert all((months.volume >= 0).all() for months in shown.values())


def test_a_form_nobody_has_itemised_is_one_sum():
    class Other:
        def monthly_fee(self, workload):
            return workload.volume * 2

    (line,) = invoice_lines(Other(), Workload.of([100.0]))
    assert (line.part, line.amount.tolist()) == ("fee", [200])
