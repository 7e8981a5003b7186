"""The draws of fit, read again: the same numbers behind both answers."""

import numpy as np
import pytest
from sample_cases import PAYABLES, sample

from bpo_lib.fit import CRITERIA, score_fit
from bpo_lib.sourcing.fit_draws import fit_draws
from bpo_lib.sourcing.places import MODEL_PLACES


def test_places_are_worth_what_fit_says_of_them():
    case = sample(PAYABLES)
    drawn, table = fit_draws(case), score_fit(case).alternatives
    assert drawn.levels.shape == drawn.weights.shape == (len(drawn.places), len(CRITERIA))
    assert drawn.weights.sum(axis=1) == pytest.approx(1)
    for place, values in zip(MODEL_PLACES, drawn.places.T, strict=True):
        low, high = np.quantile(values, [0.1, 0.9])
        assert table["low"][place] == pytest.approx(min(low, table["value"][place]))
        assert table["high"][place] == pytest.approx(max(high, table["value"][place]))
