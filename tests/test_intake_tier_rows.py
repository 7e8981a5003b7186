"""price_tiers.csv: one price for every volume, or the row that leaves one without."""

import pytest
from client_folders import ASSUMPTIONS, read_rows, write_client

from bpo_lib.errors import InputProblems
from bpo_lib.intake import open_client
from bpo_lib.intake.layouts import PRICE_TIERS
from bpo_lib.intake.tier_rows import tiers_of
from bpo_lib.pricing.forms import PriceTier, TieredPricing

HEADER = "from_volume,to_volume,unit_price\n"
ROWS = f"{HEADER}0,4000,5.2\n4000,6000,4.8\n6000,,4.5\n"


def test_a_list_is_read_in_its_order():
    tiers, problems = read_rows(tiers_of, PRICE_TIERS, ROWS)
    assert not problems
    assert tiers == (
        PriceTier(from_volume=0, to_volume=4_000, unit_price=5.2),
        PriceTier(from_volume=4_000, to_volume=6_000, unit_price=4.8),
        PriceTier(from_volume=6_000, unit_price=4.5),
    )


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ("100,,5", "row 2, from_volume: the first tier begins at 100, so less has no price. Let the first"),
        ("0,400,5\n500,,4", "row 3, from_volume: volumes from 400 to 500 have no price. Let each tier"),
        ("0,400,5\n300,,4", "row 3, from_volume: volumes from 300 to 400 have two prices. Let each tier"),
        ("0,400,5\n400,900,4\n0,,3", "row 4, from_volume: the tier begins at 0, not above the one before"),
        ("0,400,5\n400,,4\n900,,3", "row 4, from_volume: the tier before has no end, yet this one begins"),
        ("0,400,5", "row 2, to_volume: the last tier ends at 400, so more has no price. Leave the last"),
        ("0,400,5\n400,400,4\n400,,3", "row 3, to_volume: to_volume 400 is not above from_volume 400. Give"),
        ("0,,-5", "row 2, unit_price: -5 is outside the range. The price of one transaction may be from 0"),
        ("0,,", "row 2, unit_price: the cell is empty. Give the price of one transaction"),
        ("-1,,5", "row 2, from_volume: -1 is outside the range. The volume above which the price holds"),
        ("0,-4,5", "row 2, to_volume: the volume -4 is not above 0. Write where the tier ends"),
        ('0,"1,000",5', "row 2, to_volume: '1,000' is not a plain number. Write 1.000 if the comma"),
    ],
)
def test_a_list_that_leaves_a_volume_without_one_price_is_named(rows, problem):
    found, problems = read_rows(tiers_of, PRICE_TIERS, f"{HEADER}{rows}\n")
    assert found is None
    assert problems[0].startswith(problem)


def test_a_row_that_cannot_be_read_is_not_blamed_on_its_neighbours():
    _, problems = read_rows(tiers_of, PRICE_TIERS, f"{HEADER}0,400,5\n400,x,4\n900,,3\n")
    assert len(problems) == 1


def test_the_list_alone_makes_the_form(tmp_path):
    case = open_client(write_client(tmp_path / "acme", price_tiers=ROWS))
    terms = case.of(TieredPricing)
    assert [tier.unit_price for tier in terms.tiers] == [5.2, 4.8, 4.5]
    origins = case.register.set_index("name").filter(like="tiered.", axis=0)["origin"]
    assert origins.to_dict() == dict.fromkeys(
        ("tiered.price_for_all_volume", "tiered.minimum_commitment_per_month"), "default"
    )


def test_a_what_if_and_a_scenario_keep_the_list(tmp_path):
    low = "name,value,note\ntiered.price_for_all_volume,1,as offered\n"
    case = open_client(write_client(tmp_path / "acme", price_tiers=ROWS, scenario_low=low), "low")
    assert case.of(TieredPricing).price_for_all_volume == 1
    moved = case.with_values({"tiered.minimum_commitment_per_month": 9_000})
    assert moved.of(TieredPricing).tiers == case.of(TieredPricing).tiers
    assert moved.of(TieredPricing).minimum_commitment_per_month == 9_000


def problems_of(folder):
    with pytest.raises(InputProblems) as caught:
        open_client(folder)
    return [str(problem) for problem in caught.value.problems]


def test_terms_without_a_list_are_told_where_it_belongs(tmp_path):
    rows = f"{ASSUMPTIONS}tiered.price_for_all_volume,1,,,0 or 1,offer,,\n"
    [problem] = problems_of(write_client(tmp_path / "acme", assumptions=rows))
    assert problem.startswith(
        "assumptions.csv, row 8, value: tiered: there is no price list, which price_tiers"
    )
    assert problem.endswith("Mend that, or leave out every tiered row")


def test_a_faulty_list_is_named_once(tmp_path):
    rows = f"{ASSUMPTIONS}tiered.price_for_all_volume,1,,,0 or 1,offer,,\n"
    folder = write_client(tmp_path / "acme", assumptions=rows, price_tiers=f"{HEADER}0,5,1\n")
    [problem] = problems_of(folder)
    assert problem.startswith("price_tiers.csv, row 2, to_volume: the last tier ends at 5")
