"""Every assumption at each end of its range: a figure is a number or said to be unknown, never a fault."""

import math
import re
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from client_folders import SETTINGS, write_client
from report_fixtures import bpo
from sample_cases import CLAIMS, PAYABLES, sample

from bpo_lib import delivery, pricing, sourcing, staffing
from bpo_lib.headlines import headline_figures
from bpo_lib.intake import DECLARED
from bpo_lib.profile import CHAPTERS
from bpo_lib.workbook import narrative

UNBOUNDED = 1e15  # the largest number that is read where no range is declared
NOT_A_NUMBER = re.compile(r"\b(nan|inf|NaN|NaT)\b")

ENDS = [
    (name, end)
    for name, declared in DECLARED.items()
    for end in (declared.ge, UNBOUNDED if declared.le is None else declared.le)
    if (name, end) != ("risk.paths", declared.le)  # two hundred thousand courses more of the same
]
# A floor is never above its cap.
AS_WELL = {
    ("outcome.floor_per_month", UNBOUNDED): "outcome.cap_per_month",
    ("outcome.cap_per_month", 0): "outcome.floor_per_month",
}


@cache
def every_term_given():
    """Return a client with most groups of assumptions that is fast: ten months, no log, no ranges."""
    case, short = sample(PAYABLES), sample(CLAIMS)
    register = case.register.assign(low=np.nan, high=np.nan)
    few = {"risk.paths": 64}  # courses; as many figures, sooner
    return replace(case, history=short.history, events=short.events, register=register).with_values(few)


def no_sentence(_case):
    return ()


def numbers_of(figures):
    return [
        number
        for figure in figures
        for number in (figure.value, figure.low, figure.high)
        if isinstance(number, float)
    ]


@pytest.mark.parametrize(("name", "end"), ENDS)
def test_an_assumption_at_the_end_of_its_range_gives_figures_and_sentences(name, end):
    base = every_term_given()
    if name not in set(base.register["name"]):
        pytest.skip("no sample gives this group")
    case = base.with_values({AS_WELL.get((name, end), name): end, name: end})
    for chapter in CHAPTERS:
        assert all(math.isfinite(number) for number in numbers_of(headline_figures(case, chapter))), chapter
        assert not NOT_A_NUMBER.search("\n".join(getattr(narrative, chapter, no_sentence)(case)))
    costs = pricing.monthly_costs(case)
    assert costs.select_dtypes("number").map(math.isfinite).all(axis=None)
    # A settlement may bring money back in its month, credits and fewer errors over the whole term.
    over_term = costs.groupby("model").sum(numeric_only=True)
    assert (over_term.drop(columns=["service_credits", "rework"]) >= 0).all(axis=None)
    assert (staffing.staffing_plan(case).monthly >= 0).all(axis=None)


@pytest.mark.parametrize("side", ["ge", "le"])
def test_all_shares_at_the_same_end_give_tables_without_holes(side):
    base = every_term_given()
    given = set(base.register["name"])
    shares = [each for name, each in DECLARED.items() if name in given and "share" in each.unit]
    case = base.with_values({each.name: getattr(each, side) for each in shares})
    for table in (
        delivery.risk_register(case),
        delivery.transition_plan(case),
        sourcing.delivery_options(case),
    ):
        assert not NOT_A_NUMBER.search(table.select_dtypes("object").to_csv(na_rep=""))


def test_a_title_the_terminal_has_no_letters_for_is_listed_all_the_same(tmp_path):
    write_client(tmp_path / "acme", client=SETTINGS.replace("Acme: claims", "Za\u017c\u00f3\u0142\u0107"))
    done = bpo("list", tmp_path, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Za\\u017c" in done.stdout
