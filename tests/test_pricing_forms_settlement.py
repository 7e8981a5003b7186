"""Settlement: months on account, and periods set right in their last month."""

import numpy as np
import pytest

from bpo_lib.pricing.forms.settlement import period_months, period_starts, period_totals, settled


def test_the_last_period_is_as_long_as_the_term_leaves_it():
    assert period_starts(8, 3).tolist() == [0, 3, 6]
    assert period_months(8, 3).tolist() == [3, 3, 2]


def test_a_quarter_is_set_right_in_its_last_month_by_hand():
    # 10 a month on account; the first quarter owes 36, the rest of the term 15.
    assert settled(np.full(5, 10.0), np.array([36.0, 15.0]), 3).tolist() == [10, 10, 16, 10, 5]


def test_a_month_settled_by_itself_pays_what_is_due():
    due = np.array([3.0, 4.0])
    assert settled(np.array([1.0, 1.0]), due, 1) is due


@pytest.mark.parametrize("together", [1, 3, 12])
def test_the_months_of_a_period_add_up_to_what_is_due(together):
    charged = np.random.default_rng(1).uniform(0, 9, (2, 40))
    due = np.random.default_rng(2).uniform(0, 99, (2, -(-40 // together)))
    assert np.allclose(period_totals(settled(charged, due, together), together), due)


def test_what_was_charged_on_account_is_not_written_to():
    charged = np.zeros(4)
    charged.setflags(write=False)
    settled(charged, np.ones(2), 3)
    assert not charged.any()
