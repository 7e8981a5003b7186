"""The process map as mermaid text."""

import re

import pandas as pd
from sample_cases import PAYABLES, sample

from bpo_lib.process import step_map
from bpo_lib.process.map.mermaid import mermaid

HOSTILE = 'end"]; click n1 "javascript:x" <script>`#|& %%{init: {}}%%'


def steps(name="Match"):
    return pd.DataFrame(
        {
            "step": ["A", "subgraph"],
            "name": [name, "Pay"],
            "actor": ["clerk", ""],
            "minutes": [1.0, 2.0],
            "kind": ["decision", "exception"],
            "exception_to": ["", "A"],
            "next": ["subgraph 0.2; end 0.8", "end"],
        }
    )


def test_every_step_and_every_flow_has_its_line():
    found = step_map(sample(PAYABLES).steps)
    text = mermaid(found)
    assert text.startswith("flowchart TD\n")
    assert text.count("-->") == len(found.flows)
    assert all(f'"{name}<br/>' in text for name in found.steps["name"])


def test_shares_stand_on_the_arrows_and_kinds_in_frames_of_their_own():
    text = mermaid(step_map(steps()))
    assert "n1 -->|20.0%| n2" in text
    assert 'n1{"Match<br/>clerk"}' in text
    assert 'n2{{"Pay"}}' in text


def test_no_id_is_a_name_so_that_none_is_a_keyword():
    ids = set(re.findall(r"^  (\w+)", mermaid(step_map(steps())), re.MULTILINE))
    assert ids == {"n0", "n1", "n2", "n3"}


def test_a_hostile_name_stays_text():
    line = next(line for line in mermaid(step_map(steps(HOSTILE))).splitlines() if "click" in line)
    label = line[line.index('"') + 1 : line.rindex('"')].removesuffix("<br/>clerk")
    assert not set('"<>`|%') & set(label)
    assert "#quot;" in label
