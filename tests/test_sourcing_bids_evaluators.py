"""Several evaluators: agreement, severity and what to settle."""

import numpy as np
import pytest
from bid_cases import answers, marked, offer

from bpo_lib.sourcing.bids.evaluators import evaluator_panel
from bpo_lib.sourcing.bids.terms import ScorecardTerms

WEIGHTS = ScorecardTerms().weights()
LEVELS = {"reporting": 4, "technology": 3, "quality_system": 4}


def panel(*offers):
    return evaluator_panel(answers(*offers), WEIGHTS)


def lower(levels, by):
    return {name: level - by for name, level in levels.items()}


def test_without_two_named_evaluators_there_is_no_panel():
    assert panel(offer("Alder")) is None
    assert panel(marked("Alder", {"Kim": LEVELS})) is None


def test_evaluators_who_agree_are_a_firm_panel_with_nothing_to_settle():
    found = panel(marked("Alder", {"Kim": LEVELS, "Lee": LEVELS}), marked("Brisa", {"Kim": lower(LEVELS, 2)}))
    assert found.alpha == pytest.approx(1)
    assert found.words == "firm"
    assert found.agenda.empty


def test_marks_two_levels_apart_are_settled_the_farthest_first():
    by = {"Kim": {"reporting": 5, "technology": 4}, "Lee": {"reporting": 2, "technology": 2}}
    agenda = panel(marked("Alder", by)).agenda
    assert agenda["criterion"].tolist() == ["reporting", "technology"]
    first = agenda.iloc[0]
    assert (first["low"], first["low_by"], first["high"], first["high_by"]) == (2, "Lee", 5, "Kim")


def test_a_bid_that_the_severe_evaluator_did_not_see_is_adjusted():
    # Lee marks one level lower than Kim and saw only Alder: the panel's middle is half a level under Kim.
    found = panel(
        marked("Alder", {"Kim": LEVELS, "Lee": lower(LEVELS, 1)}), marked("Brisa", {"Kim": LEVELS})
    ).quality
    marked_share = sum(WEIGHTS[name] for name in LEVELS) / 0.78  # the rest counts as the middle in both
    assert found.loc["Alder", "quality"] == pytest.approx(found.loc["Alder", "adjusted"])
    half_a_level = 100 * 0.5 / 4 * marked_share
    assert found.loc["Brisa", "quality"] - found.loc["Brisa", "adjusted"] == pytest.approx(half_a_level)


def test_when_everybody_marked_everything_both_orders_are_the_same():
    random = np.random.default_rng(3)
    bids = [
        marked(
            name, {who: dict(zip(LEVELS, random.integers(1, 6, 3), strict=True)) for who in ("Kim", "Lee")}
        )
        for name in ("Alder", "Brisa", "Cobalt")
    ]
    found = panel(*bids).quality
    assert found["adjusted"].to_numpy() == pytest.approx(found["quality"].to_numpy())


def test_evaluators_who_share_no_bid_are_not_compared():
    found = panel(marked("Alder", {"Kim": LEVELS}), marked("Brisa", {"Lee": LEVELS}))
    assert not found.severity.connected
    assert found.quality["adjusted"].isna().all()
    assert found.words == "undefined"
    assert np.isnan([found.alpha, found.alpha_low]).all()
