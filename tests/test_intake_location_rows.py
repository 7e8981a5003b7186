"""locations.csv: shares of one team, currencies with a rate, and the cost of an FTE they make."""

import pytest
from client_folders import ASSUMPTIONS, read_rows, write_client

from bpo_lib.errors import InputProblems
from bpo_lib.intake import open_client
from bpo_lib.intake.layouts import LOCATIONS
from bpo_lib.intake.location_rows import locations_of
from bpo_lib.pricing import ProviderTerms
from bpo_lib.pricing.provider import local_share

HEAD = "location,share,currency,wage_per_month,source,benefit_share,agents_per_lead\n"
ROWS = f"{HEAD}Manila,0.75,PHP,20000,offer,0.4,14\nLyon,0.25,EUR,2000,offer,0.5,10\n"
RATES = "currency,rate,source\nPHP,0.016,treasury\n"
MANILA, LYON = 320 * 1.4 * (1 + 1.8 / 14), 2_000 * 1.5 * 1.18
COST = 0.75 * MANILA + 0.25 * LYON


def read(text, rated=("PHP",)):
    return read_rows(lambda table, problems: locations_of(table, "EUR", rated, problems), LOCATIONS, text)


def test_locations_are_read_with_the_defaults_of_empty_cells():
    found, problems = read(ROWS)
    assert not problems
    assert found["location"].tolist() == ["Manila", "Lyon"]
    assert found["fte_per_seat"].tolist() == [1, 1]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("0.25,EUR", "0.3,EUR", "share: the shares add up to 1.05, not 1. Correct them"),
        ("0.75,PHP", "75,PHP", "row 2, share: 75 is outside the range."),
        (",PHP", ",PHB", "row 2, currency: 'PHB' is not the code of a currency. Write its three"),
        (
            ",PHP",
            ",INR",
            "row 2, currency: INR has no rate. Add a row to currencies.csv: what one INR costs in EUR",
        ),
        ("20000", "-20000", "row 2, wage_per_month: -20000 is outside the range."),
        ("Lyon", "manila", "row 3, location: 'manila' is given twice, first in row 2. Keep one of the rows"),
        ("Lyon", "", "row 3, location: the cell is empty. Name the place"),
        ("Lyon", "All places", "row 3, location: 'All places' is what the report calls their sum. Name"),
        ("Lyon", "L" * 61, f"row 3, location: '{'L' * 57}...' is longer than 60 characters. Shorten it"),
        ("2000,offer", "2000,", "row 3, source: the row has no source. Say where"),
    ],
)
def test_a_location_that_cannot_be_used_is_named(old, new, problem):
    _, [named] = read(ROWS.replace(old, new))
    assert named.startswith(problem)


WHERE = "location,share,currency,wage_per_month,source,place,country,time_zone,hours,languages\n"
MANILA_AT_NIGHT = (
    f"{WHERE}Manila,1,PHP,20000,offer,offshore,PH,Asia/Manila,Mon-Fri 22:00-07:00,English; Tagalog\n"
)


def test_where_and_when_people_work_is_read():
    found, problems = read(MANILA_AT_NIGHT)
    assert not problems
    told = found.loc[0, ["place", "country", "time_zone", "hours", "languages"]]
    assert told.tolist() == ["offshore", "PH", "Asia/Manila", "Mon-Fri 22:00-07:00", "English; Tagalog"]
    assert read(ROWS)[0]["time_zone"].tolist() == ["", ""]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("offshore", "offshre", "row 2, place: 'offshre' is not a kind of place. Did you mean offshore?"),
        (",PH,", ",ph,", "row 2, country: 'ph' is not a country code. Did you mean PH?"),
        ("Asia/Manila", "Manila", "row 2, time_zone: 'Manila' is not the name of a time zone. Did you"),
        ("Asia/Manila", "", "row 2, time_zone: there are hours and no time zone. Write such as"),
        ("22:00-07:00", "night", "row 2, hours: 'Mon-Fri night' does not say days and hours. Write"),
        ("Tagalog", "english", "row 2, languages: a language is named twice. Keep one of them"),
    ],
)  # fmt: skip
def test_a_place_that_cannot_be_found_is_named(old, new, problem):
    _, [named] = read(MANILA_AT_NIGHT.replace(old, new))
    assert named.startswith(problem)


def test_a_location_is_not_blamed_for_rates_that_could_not_be_read():
    assert read(ROWS, rated=None)[1] == []


def test_more_places_than_a_report_can_show_are_refused():
    rows = "".join(f"P{number},0.04,EUR,2000,offer,,\n" for number in range(25))
    assert read(HEAD + rows)[1] == ["f.csv: there are more than 20 locations. Join small ones"]


def test_the_locations_make_the_cost_of_an_fte_where_no_row_gives_it(tmp_path):
    case = open_client(write_client(tmp_path / "acme", locations=ROWS, currencies=RATES))
    assert case.of(ProviderTerms).cost_per_fte_month == pytest.approx(COST)
    row = case.register.set_index("name").loc["provider.cost_per_fte_month"]
    assert row["source"] == "locations.csv"
    assert local_share(case) == pytest.approx(0.75 * MANILA / COST)


def test_a_row_that_agrees_counts_and_one_that_does_not_is_a_problem(tmp_path):
    row = "provider.cost_per_fte_month,{},1100,1500,EUR/FTE/month,estimate,,\n"
    tables = {"locations": ROWS, "currencies": RATES}
    close = write_client(tmp_path / "close", assumptions=ASSUMPTIONS + row.format(1_280), **tables)
    assert open_client(close).of(ProviderTerms).cost_per_fte_month == 1_280
    far = write_client(tmp_path / "far", assumptions=ASSUMPTIONS + row.format(1_400), **tables)
    words = (
        "row 8, value: provider.cost_per_fte_month is 1400, but locations.csv makes it 1,264.20. "
        "Correct one of them, or delete this row"
    )
    with pytest.raises(InputProblems, match=words):
        open_client(far)


def test_a_file_that_cannot_be_used_is_not_reported_as_a_missing_cost_too(tmp_path):
    rows = ASSUMPTIONS + "provider.wage_growth_per_year,0.05,,,share/year,estimate,,\n"
    broken = write_client(
        tmp_path / "acme", assumptions=rows, locations=ROWS.replace("0.75", "0.7"), currencies=RATES
    )
    with pytest.raises(InputProblems) as found:
        open_client(broken)
    [problem] = found.value.problems
    assert str(problem).startswith("locations.csv, share: the shares add up to 0.95, not 1.")


def test_a_file_without_rows_makes_no_cost(tmp_path):
    rows = ASSUMPTIONS + "provider.wage_growth_per_year,0.05,,,share/year,estimate,,\n"
    with pytest.raises(InputProblems, match=r"provider\.cost_per_fte_month is missing"):
        open_client(write_client(tmp_path / "acme", assumptions=rows, locations=HEAD))
    assert not open_client(write_client(tmp_path / "other", locations=HEAD)).has(ProviderTerms)


def test_a_folder_without_the_rate_names_the_row(tmp_path):
    words = "locations.csv, row 2, currency: PHP has no rate. Add a row to currencies.csv"
    with pytest.raises(InputProblems, match=words):
        open_client(write_client(tmp_path / "acme", locations=ROWS))
