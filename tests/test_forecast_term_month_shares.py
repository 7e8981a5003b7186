"""Periods shared out over months, by hand."""

import numpy as np
import pandas as pd
import pytest
from volume_cases import counts

from bpo_lib.forecast.term.month_shares import complete_months, month_weights


def test_a_week_over_a_month_end_by_hand():
    # The week from Monday 29 January 2024 has 3 days in January and 4 in February.
    months, weights = month_weights(pd.DatetimeIndex(["2024-01-29"]), "weekly")
    assert [str(month) for month in months] == ["2024-01", "2024-02"]
    assert weights[0] == pytest.approx([3 / 7, 4 / 7])


@pytest.mark.parametrize(("step", "frequency"), [("D", "daily"), ("7D", "weekly"), ("MS", "monthly")])
def test_nothing_is_lost_or_made(step, frequency):
    _, weights = month_weights(pd.date_range("2023-11-20", periods=40, freq=step), frequency)
    assert weights.sum(axis=1) == pytest.approx(1)


def test_complete_months_by_hand():
    series = counts(np.ones(60), "D", "2024-01-31")  # one day of January, all of February, 30 of March
    assert complete_months(series, "daily").to_dict() == {
        pd.Period("2024-02"): 29,
        pd.Period("2024-03"): pytest.approx(31),  # 30 days counted, scaled up to 31
    }


def test_a_month_with_many_gaps_is_left_out():
    series = counts(np.ones(31), "D")
    series.iloc[:4] = np.nan
    assert complete_months(series, "daily").empty


def test_monthly_counts_are_their_own_months():
    series = counts([5, np.nan, 7], "MS")
    assert complete_months(series, "monthly").tolist() == [5, 7]
