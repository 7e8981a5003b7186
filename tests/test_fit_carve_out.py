"""Carve-outs: every step judged as the whole is, with what its own row says of it."""

from functools import lru_cache

import pandas as pd
import pytest
from fit_cases import HARMLESS, answers, case
from sample_cases import CLAIMS, PAYABLES, sample

from bpo_lib.errors import Missing
from bpo_lib.fit import OUTSOURCED, carve_outs, score_fit

PLAIN = {"rule_based": 1.0, "digital": 1.0, "stable": 1.0, "data_class": "internal", "document": "AP-01"}
CORE = {"S1": 5}  # customers choose the client for this work


def steps(**changes):
    """Four steps in a row, each of them plain unless changed: `steps(B={"document": ""})`."""
    rows = [
        {
            "step": name,
            "name": f"Step {name}",
            "actor": "clerk",
            "system": "ERP",
            "minutes": 5.0,
            "next": after,
        }
        | PLAIN
        | changes.get(name, {})
        for name, after in (("A", "B"), ("B", "C"), ("C", "D"), ("D", "end"))
    ]
    return pd.DataFrame(rows)


def judged(levels=None, **changes):
    return carve_outs(case(answers({**HARMLESS, "P1": 5, **(levels or {})}), steps=steps(**changes)))


@lru_cache(maxsize=1)
def plain():
    return judged()


def test_a_step_that_rests_on_judgement_stays_where_customers_choose_us_for_the_work():
    # The core gate: strategic work whose decisions are unwritten; one step of four follows no rule.
    found = judged(CORE, B={"rule_based": 0.2})
    row = found.steps.set_index("step").loc["B"]
    assert row["answer"] in {"keep", "automate"}
    assert row["because"] == "G-CORE"
    assert (found.steps.set_index("step")["because"].drop("B") == "").all()


def test_an_exception_nobody_wrote_down_is_held_back_by_documentation():
    found = judged(C={"document": "", "kind": "exception", "exception_to": "B"})
    assert found.steps.set_index("step")["because"]["C"] == "G-DOC"


def test_what_is_escalated_to_the_client_stays_with_the_client():
    found = judged(C={"kind": "escalation"}).steps.set_index("step")
    assert found.loc["C", "answer"] in {"keep", "automate"}
    assert found.loc["C", "because"] == "escalation to the client"


def test_steps_that_follow_one_another_with_one_answer_are_one_group():
    found = judged(CORE, B={"rule_based": 0.2}, C={"rule_based": 0.2})
    names = found.groups["steps"].tolist()
    assert [name for group in names for name in group] == found.steps["name"].tolist()
    assert found.groups["answer"].ne(found.groups["answer"].shift()).all()
    assert found.groups["time_share"].sum() == pytest.approx(1)


def test_crossings_are_counted_along_the_flow_as_often_as_cases_take_it():
    found = judged(CORE, B={"rule_based": 0.2})
    leaves = found.steps.set_index("step")["answer"] == found.place
    expected = sum(leaves[one] != leaves[other] for one, other in ("AB", "BC", "CD"))
    assert found.crossings_per_case == pytest.approx(expected)


def test_where_every_step_has_one_answer_nobody_crosses():
    assert plain().crossings_per_case == 0
    assert set(plain().steps["answer"]) == set(plain().steps["answer"].head(1))


def test_what_a_row_says_of_its_data_moves_that_step_alone():
    secret, before = (
        found.steps.set_index("step") for found in (judged(B={"data_class": "secret"}), plain())
    )
    assert secret.loc["B", "keep"] > before.loc["B", "keep"]  # sensitive data speaks for keeping it
    others = ["A", "C", "D"]
    pd.testing.assert_series_equal(secret.loc[others, "keep"], before.loc[others, "keep"])


def test_the_place_is_one_that_gates_leave_and_has_one_provider():
    assert plain().place in set(OUTSOURCED) - {"hybrid"}
    fit = score_fit(sample(PAYABLES))
    assert fit.alternatives["status"][carve_outs(sample(PAYABLES)).place] != "stopped"


def test_a_step_held_back_never_leaves():
    found = carve_outs(sample(PAYABLES))
    held = found.steps[found.steps["because"] != ""]
    assert len(held)
    assert (held["answer"] != found.place).all()


def test_without_what_tells_steps_apart_it_says_what_to_add():
    found = carve_outs(sample(CLAIMS))
    assert isinstance(found, Missing)
    assert "data_class" in found.ask
