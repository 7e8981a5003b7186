"""The lines of an invoice: of every form, whatever its terms, they come to the form's own fee."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_pricing_laws import EXAMPLES, MONEY

from bpo_lib.pricing import PRICING_MODELS, Workload
from bpo_lib.pricing.clause import invoice_lines
from bpo_lib.pricing.clause.invoice import itemised
from bpo_lib.pricing.clause.line import total

every_form = pytest.mark.parametrize("name", PRICING_MODELS)
factors = st.floats(0.3, 1.7)


def work(level):
    """Return a year whose months swing around a level, all that is counted following its volume."""
    volume = level * (1 + 0.6 * np.sin(np.arange(12)))
    return Workload.of(
        volume,
        handling_hours=volume / 10,
        fte=volume / 1_500,
        outcomes=volume * 0.8,
        productive_fte=volume / 2_200,
        paid_hours=volume / 9,
        productive_hours=volume / 13,
        provider_cost=volume * 2.5,
        in_house_cost=volume * 3.5,
    )


def terms(name, *scale):
    """Return the terms of the laws, each sum of money moved by a factor of its own."""
    values = dict(EXAMPLES[name])
    for place, term in enumerate(sorted(MONEY & set(values))):
        if not term.startswith(("cap", "floor", "ceiling")):  # one may not pass the other
            values[term] *= scale[place % len(scale)]
    return PRICING_MODELS[name](**values)


@every_form
@settings(max_examples=20)  # of every form; the laws of the forms themselves try more
@given(scale=st.tuples(factors, factors, factors), level=st.floats(0, 30_000))
def test_the_lines_of_an_invoice_come_to_its_fee(name, scale, level):
    model, months = terms(name, *scale), work(level)
    fee, lines = model.monthly_fee(months), invoice_lines(model, months)
    size = 1e-9 * max(1.0, float(np.abs(fee).max()))
    assert total(lines, fee) == pytest.approx(fee, rel=1e-9, abs=size)
    for line in lines:
        assert line.quantity * line.rate == pytest.approx(line.amount, rel=1e-9, abs=size), line.part


@every_form
def test_every_form_shows_months_that_differ(name):
    shown = itemised(terms(name, 1.0)).months(terms(name, 1.0), work(10_000.0))
    assert len(shown) >= 2


def test_a_form_nobody_has_itemised_is_one_sum():
    class Other:
        def monthly_fee(self, workload):
            return workload.volume * 2

    (line,) = invoice_lines(Other(), Workload.of([100.0]))
    assert (line.part, line.amount.tolist()) == ("fee", [200])
