"""The process at a glance: every entry once, with the steps that name it."""

import pandas as pd

from bpo_lib.process import sipoc, step_map
from bpo_lib.process.steps.sipoc import PARTS

STEPS = pd.DataFrame(
    {
        "step": ["A", "B", "X", "Q"],
        "name": ["Receive", "Match", "Mend", "Check a sample"],
        "actor": ["clerk", "Clerk", "resolver", "team lead"],
        "system": ["ERP", "ERP, e-mail", "", "erp"],
        "minutes": [1.0, 2.0, 10.0, 3.0],
        "kind": ["", "", "exception", "check"],
        "exception_to": ["", "", "B", ""],
        "trigger": ["an invoice arrives", "", "", ""],
        "input": ["invoice", "invoice; order", "", ""],
        "output": ["", "match", "", ""],
        "data_class": ["internal", "secret", "internal", ""],
        "control": ["", "three-way match", "", ""],
        "quality_check": ["", "tolerances", "", "yes"],
        "escalation": ["", "", "buyer", ""],
    }
)


def entries(**changes):
    found = sipoc(step_map(STEPS.assign(**changes)))
    return {
        part: dict(zip(rows["entry"], rows["steps"], strict=True))
        for part, rows in found.groupby("part", sort=False)
    }


def test_every_part_names_its_entries_once_with_their_steps():
    assert entries() == {
        "trigger": {"an invoice arrives": ("Receive",)},
        "inputs": {"invoice": ("Receive", "Match"), "order": ("Match",)},
        "actors": {"clerk": ("Receive", "Match"), "resolver": ("Mend",), "team lead": ("Check a sample",)},
        "systems": {"ERP": ("Receive", "Match", "Check a sample"), "e-mail": ("Match",)},
        "data": {"internal": ("Receive", "Mend"), "secret": ("Match",)},
        "controls": {"three-way match": ("Match",)},
        "quality checks": {"tolerances": ("Match",), "Check a sample": ("Check a sample",)},
        "exceptions": {"Mend": ("Mend",)},
        "escalations": {"to buyer": ("Mend",)},
        "outputs": {"match": ("Match",)},
    }


def test_what_one_step_makes_for_another_stays_inside():
    found = entries(
        input=["invoice", "Coded invoice; order", "", ""], output=["coded invoice", "match", "", ""]
    )
    assert found["inputs"] == {"invoice": ("Receive",), "order": ("Match",)}
    assert found["outputs"] == {"match": ("Match",)}


def test_parts_come_in_their_order_and_silent_ones_not_at_all():
    assert list(entries()) == list(PARTS)
    assert list(entries(control="", trigger="")) == [
        part for part in PARTS if part not in {"controls", "trigger"}
    ]


def test_a_table_that_says_only_what_it_must_still_has_its_actors():
    found = sipoc(step_map(STEPS[["step", "name", "actor", "minutes"]]))
    assert set(found["part"]) == {"actors"}


def test_an_escalation_step_is_one_by_its_kind():
    assert entries(kind=["", "", "escalation", ""])["escalations"] == {
        "Mend": ("Mend",),
        "to buyer": ("Mend",),
    }
