"""What the fit panel shows for a move."""

import pandas as pd
from stand_ins import engagement, page

from bpo_lib.fit import Rescored
from bpo_lib.workbook.fit_answer import answer, rows_to_copy


def rescored(**changes):
    table = pd.DataFrame(
        {
            "name": ["", "", ""],
            "value": [0.6, 0.55, 0.7],
            "first": [0.8, 0.2, 0.0],
            "status": ["clear", "conditional", "stopped"],
        },
        index=["nearshore", "keep", "offshore"],
    )
    return Rescored(table, "nearshore", "robust", "conditional", ("Appoint <b> an owner.",))._replace(
        **changes
    )


def test_the_finding_names_the_best_way_how_firmly_and_how_often():
    text = page(answer(rescored(), engagement())).text
    assert text.startswith(
        "Best is to outsource it nearshore (robust): it comes first in 80% of all possible"
    )


def test_what_a_gate_stopped_stands_last_and_never_with_a_share():
    text = page(answer(rescored(), engagement())).text
    assert text.index("Keep in-house") < text.index("Offshore provider")
    assert "stopped by a gate" in text


def test_every_bar_says_its_value_to_those_who_do_not_see_it():
    markup = answer(rescored(), engagement()).markup
    assert 'aria-label="Nearshore provider: 60.0 of 100"' in markup
    assert 'width="60.00"' in markup


def test_conditions_stay_in_sight_and_inert():
    markup = answer(rescored(), engagement()).markup
    assert "Appoint &lt;b&gt; an owner." in markup
    assert "Still to be met" not in answer(rescored(conditions=()), engagement()).markup


def test_moved_answers_come_as_rows_to_copy_with_whole_levels():
    markup = rows_to_copy({"P1": 3.6, "G1": 2.0}).markup
    assert "P1,4,opinion,,," in markup
    assert "G1,2,opinion,,," in markup
    assert rows_to_copy({}).markup == ""
