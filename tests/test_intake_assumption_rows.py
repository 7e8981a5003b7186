"""assumptions.csv against what is declared."""

import datetime as dt

import pytest
from client_folders import ASSUMPTIONS as ROWS

from bpo_lib.intake.assumption_rows import DECLARED, GROUPS, HINTS, assumptions_of, nearest_name
from bpo_lib.intake.layouts import ASSUMPTIONS
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.text_tables import read_csv
from bpo_lib.pricing import PRICING_MODELS
from bpo_lib.pricing.deal import DealTerms, ProviderTerms
from bpo_lib.profile import Profile

PROFILE = Profile(
    title="t",
    process="p",
    sector="s",
    currency="EUR",
    start=dt.date(2026, 1, 1),
    term_months=36,
    operation="back_office",
    transaction="claim",
)


def read(text: str, profile: Profile | None = PROFILE):
    problems = ProblemList()
    found = assumptions_of(read_csv("assumptions.csv", text.encode(), ASSUMPTIONS), profile, problems)
    return found, [str(problem).removeprefix("assumptions.csv, ") for problem in problems.all()]


def test_given_groups_are_there_and_optional_ones_only_when_given():
    found, problems = read(ROWS)
    assert not problems
    assert found.terms[DealTerms].transition_cost == 180_000
    assert ProviderTerms not in found.terms
    assert PRICING_MODELS["transaction"] in found.terms
    assert PRICING_MODELS["outcome"] not in found.terms


def test_every_declared_assumption_of_a_given_group_is_in_the_register():
    found, _ = read(ROWS)
    names = {declared.name for kind in found.terms for declared in kind.declarations()}
    assert set(found.register["name"]) == names < set(DECLARED)


def test_an_empty_value_keeps_the_default():
    found, problems = read(ROWS + "deal.discount_rate_per_year,,,,share/year,,,\n")
    assert not problems
    assert found.register.set_index("name").loc["deal.discount_rate_per_year", "origin"] == "default"


def test_a_note_that_only_repeats_the_hint_of_the_scaffold_is_not_kept():
    hint = HINTS["deal.discount_rate_per_year"]
    found, problems = read(ROWS + f'deal.discount_rate_per_year,0.07,,,share/year,CFO,,"{hint}"\n')
    assert not problems
    assert found.register.set_index("name").loc["deal.discount_rate_per_year", "note"] == ""


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (
            "deal.governance_share,6,,,share,x,,",
            "row 8, value: 6 is outside the range. deal.governance_share",
        ),
        (
            "deal.governance_share,0.06,-1,,share,x,,",
            "row 8, low: -1 is outside the range. deal.governance_share",
        ),
        (
            "deal.governance_share,0.06,0.07,,share,x,,",
            "row 8, low: low 0.07 is above value 0.06. Correct one",
        ),
        (
            "deal.governance_share,0.06,,0.05,share,x,,",
            "row 8, high: high 0.05 is below value 0.06. Correct one",
        ),
        (
            "deal.governance_share,0.06,,,%,x,,",
            "row 8, unit: the unit is '%', not share. Give the value in share, 0.15",
        ),
        ("deal.governance_share,0.06,,,,x,,", "row 8, unit: deal.governance_share has no unit. Write share"),
        (
            "deal.governance_share,0.06,,,share, ,,",
            "row 8, source: deal.governance_share has no source. Say where",
        ),
        (
            "deal.governance_share,0.06,,,share,x,2025,",
            "row 8, as_of: '2025' is not a date. Write year, month",
        ),
        (
            "deal.governance,0.06,,,share,x,,",
            "row 8, name: 'deal.governance' is not an assumption. Did you mean deal.g",
        ),
        (
            "work.handling_minutes,9,,,minutes/claim,x,,",
            "row 8, name: work.handling_minutes is given twice, first in row 2",
        ),
        (
            "outcome.cap_per_month,9,,,EUR/month,x,,",
            "value: outcome.base_fee_per_month is missing. Give the part of",
        ),
    ],
)
def test_a_row_that_cannot_be_used_is_named(row, problem):
    found, problems = read(f"{ROWS}{row}\n")
    assert found is None
    assert problems[0].startswith(problem)


def test_a_required_row_left_empty_is_named_once():
    _, problems = read(ROWS.replace("handling_minutes,12,10,15", "handling_minutes,,,"))
    [found] = problems
    assert found == (
        "row 2, value: work.handling_minutes has no value. Give the average handling time of one "
        "transaction (AHT), from 0.1 to 480 minutes/transaction"
    )


def test_a_rule_between_the_weights_is_checked():
    groups = ("strategy", "process", "demand", "risk", "market", "governance")
    _, problems = read(ROWS + "".join(f"fit.{group},0,,,points,x,,\n" for group in groups))
    assert len(problems) == 1
    assert "fit: every group has weight 0; give points to at least one" in problems[0]


def test_without_a_profile_the_client_s_words_are_not_held_against_it():
    found, problems = read(ROWS.replace("EUR/FTE/month", "GBP/FTE/month"), profile=None)
    assert not problems
    assert found is not None


def test_the_nearest_name_stays_in_its_group():
    assert nearest_name("work.shrinkage") == "Did you mean work.planned_shrinkage?"
    assert nearest_name("wrk.handling_minutes") == "Did you mean work.handling_minutes?"
    assert nearest_name("per_fte.x") == "Use one of: per_fte.rate_per_month, per_fte.bill_productive"
    groups = ", ".join(kind.group for kind in GROUPS)
    assert groups.startswith("demand, work, people, ")
    assert nearest_name("???") == f"Names begin with {groups} and a point"


def test_a_number_beyond_what_sums_can_hold_is_refused():
    _, problems = read(
        ROWS.replace("deal.transition_cost,180000,150000,250000", "deal.transition_cost,1e300,,")
    )
    (found,) = problems
    assert found == ("row 4, value: 1e+300 is too large to calculate with. Check the number and its unit")


def test_the_register_keeps_the_declared_unit_so_that_the_clients_word_is_put_in_once():
    cards = PROFILE.model_copy(update={"transaction": "card transaction"})
    found, _ = read(ROWS.replace("claim", "card transaction"), cards)
    unit = found.register.set_index("name").loc["transaction.unit_price", "unit"]
    assert cards.unit(unit) == "EUR/card transaction"


def test_a_name_that_stands_in_another_group_is_found_there():
    assert nearest_name("work.volume_growth_per_year") == "Did you mean demand.volume_growth_per_year?"
    assert nearest_name("unit_price") == "Did you mean transaction.unit_price or hybrid.unit_price?"
    assert nearest_name("deal.cost_per_fte_month") == (
        "Did you mean in_house.cost_per_fte_month or provider.cost_per_fte_month "
        "or shared_services.cost_per_fte_month?"
    )


@pytest.mark.parametrize(
    "row", ["cost_plus.markup_share,0.2,,,share of cost", "gain_share.provider_share,0.3,,,share"]
)
def test_a_price_that_passes_on_an_unknown_cost_is_refused(row):
    cap = "gain_share.cap_per_month,9000,,,EUR/month,offer,,\n" if row.startswith("gain") else ""
    name = row.partition(".")[0]
    found, [problem] = read(f"{ROWS}{row},offer,,\n{cap}")
    assert found is None
    assert problem.startswith(
        f"row 8, name: {name} passes on the provider's cost, which is not given. Give provider."
    )
    known = "provider.cost_per_fte_month,2500,,,EUR/FTE/month,estimate,,\n"
    assert not read(f"{ROWS}{row},offer,,\n{cap}{known}")[1]
