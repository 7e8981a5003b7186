"""Cash flow of a deal: its total is what the provider is paid, the tax and the client's own costs."""

from dataclasses import fields

import numpy as np
import pytest

from bpo_lib.pricing.deal.parts import CashFlow


def test_nothing_is_left_out_of_the_total_and_nothing_counted_twice():
    names = [field.name for field in fields(CashFlow)]
    flow = CashFlow(**{name: np.array([2.0**place]) for place, name in enumerate(names)})
    assert flow.total.tolist() == [2.0 ** len(names) - 1]
    assert flow.paid_to_provider + flow.tax + flow.own == pytest.approx(flow.total)
    assert flow.paid_to_provider.tolist() == [1 + 2 + 4]
