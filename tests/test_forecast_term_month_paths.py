"""Paths of the months: a sum by hand, and quantiles that are the edges of the interval."""

import numpy as np
import pandas as pd
import pytest
from volume_cases import call_centre, case, noisy

from bpo_lib.forecast import volume_outlook
from bpo_lib.forecast.term.month_paths import paths_over_the_term


def months(mean, low, high):
    return pd.DataFrame({"mean": mean, "low": low, "high": high}, dtype=float)


def test_a_later_year_by_hand():
    # A year later 200 are expected for 100, and the interval is 3 times as wide below, 4 times above.
    known = months([100] * 12, [90] * 12, [110] * 12)
    term = pd.concat([known, months([200] * 12, [170] * 12, [240] * 12)], ignore_index=True)
    paths = paths_over_the_term(np.array([[95.0] * 12, [105.0] * 12, [20.0] * 12]), known, term)
    assert paths[:, 0].tolist() == [95, 105, 20]
    assert paths[:, 12].tolist() == [200 - 3 * 5, 200 + 4 * 5, 0]


def test_what_is_certain_stays_certain():
    known = months([100] * 12, [100] * 12, [100] * 12)
    assert (paths_over_the_term(np.full((2, 12), 100.0), known, known) == 100).all()


@pytest.mark.parametrize(
    ("series", "frequency"),
    [(noisy(60, "MS", "2020-01-01", season=12), "monthly"), (call_centre(12), "intraday")],
)
def test_the_quantiles_of_a_month_are_the_edges_of_its_interval(series, frequency):
    outlook = volume_outlook(case(series, frequency, growth=0.1))
    assert outlook.paths.shape[1] == 36
    low, high = np.quantile(outlook.paths, [0.1, 0.9], axis=0)
    assert low == pytest.approx(outlook.low.to_numpy(), rel=0.005)
    assert high == pytest.approx(outlook.high.to_numpy(), rel=0.005)
