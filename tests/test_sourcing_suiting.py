"""What suits the work: values by hand, and options that never move one another."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from bpo_lib.fit import CRITERIA
from bpo_lib.pricing import PRICING_MODELS
from bpo_lib.sourcing.suiting import (
    FAMILIES,
    FLAT,
    FORM_SHAPES,
    FORMS,
    PROVIDER_SHAPES,
    PROVIDERS,
    peak,
    ramp,
    suits,
)

IDS = [each.id for each in CRITERIA]
LEVELS = arrays.arrays(float, (1, len(IDS)), elements=st.floats(1, 5))
EVEN = np.full((1, len(IDS)), 1 / len(IDS))


def work(**levels):
    return np.array([[float(levels.get(name, 3)) for name in IDS]])


def best(levels):
    return FAMILIES[int(suits(FORM_SHAPES, levels, EVEN)[0].argmax())]


def test_every_priced_form_belongs_to_one_family():
    assert set(FORMS) == set(PRICING_MODELS)
    assert set(FORMS.values()) == set(FAMILIES)


def test_shapes_are_straight_lines_by_hand():
    levels = np.array([1, 2, 3, 4, 5])
    assert ramp(3, 5)(levels).tolist() == [0, 0, 0, 0.5, 1]
    assert ramp(5, 1)(levels).tolist() == [1, 0.75, 0.5, 0.25, 0]
    assert peak(4)(levels) == pytest.approx([0, 1 / 3, 2 / 3, 1, 2 / 3])
    assert FLAT(levels).tolist() == [0.5] * 5


def test_the_mean_is_weighted_by_what_criteria_count_by_hand():
    weights = np.zeros((1, len(IDS)))
    weights[0, IDS.index("D1")], weights[0, IDS.index("G1")] = 0.1, 0.3
    two = suits(PROVIDER_SHAPES, work(D1=4, G1=5), weights)[0, 1]
    assert two == pytest.approx((0.1 * 0.5 + 0.3 * 1) / 0.4)


def test_people_are_paid_while_work_is_unlike_and_units_once_it_is_alike():
    loose = work(S2=5, P2=1, P3=1, P4=1, P5=1, P6=1, D2=1, M4=1)
    firm = work(S2=1, P2=4, P3=4, P4=4, P5=4, P6=4, D2=5, D3=4, M4=2)
    assert best(loose) == "per FTE"
    assert best(firm) == "per transaction"
    assert best(work(S2=1, P2=5, P3=5, P4=5, P5=5, P6=5, D2=5, M4=5, G1=5)) == "per outcome"


@given(LEVELS)
def test_values_stay_on_their_scale_and_one_provider_is_worth_what_two_are_not(levels):
    forms, providers = suits(FORM_SHAPES, levels, EVEN), suits(PROVIDER_SHAPES, levels, EVEN)
    assert forms.min() >= 0
    assert forms.max() <= 1 + 1e-12
    assert providers.sum(axis=1) == pytest.approx(1)
    assert providers.shape[1] == len(PROVIDERS)


@given(LEVELS, st.sampled_from(["P2", "P3", "P5", "P6", "D2"]), st.floats(0, 1))
def test_more_of_what_speaks_for_a_unit_never_lowers_it(levels, name, more):
    raised = levels.copy()
    raised[0, IDS.index(name)] = np.minimum(5, raised[0, IDS.index(name)] + more)
    for form in ("per transaction", "per outcome"):
        at = FAMILIES.index(form)
        assert suits(FORM_SHAPES, raised, EVEN)[0, at] >= suits(FORM_SHAPES, levels, EVEN)[0, at] - 1e-12


def test_criteria_that_count_nothing_leave_every_option_in_the_middle():
    assert suits(FORM_SHAPES, work(), np.zeros((1, len(IDS)))).tolist() == [[0.5] * 4]
