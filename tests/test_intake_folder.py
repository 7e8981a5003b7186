"""open_client: a whole folder in, one engagement or every problem at once out."""

import base64
from pathlib import Path

import pandas as pd
import pytest
from client_folders import ANSWERS, ASSUMPTIONS, EVENTS, SETTINGS, STEPS, VENDORS, daily_volumes, write_client

from bpo_lib.engagement import REGISTER_COLUMNS
from bpo_lib.errors import InputProblems
from bpo_lib.intake import open_client
from bpo_lib.intake.layouts import VOLUMES
from bpo_lib.pricing.deal import ProviderTerms
from bpo_lib.staffing.terms import WorkTerms

LOW = "name,value,note\nwork.handling_minutes,10.5,after training\ndeal.transition_cost,160000,\n"
PLAIN_NUMBER = "Write digits with a point for decimals and nothing else, such as 1234.56"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20

PLANTED = {
    "client": """\
title: "Acme: claims"
process: claims handling
sector:
currency: euro
start: "01/2026"
term_months: 010
operation: no
colour: blue
chapters: [process, pricing, pricng]
brand: {primary: red, logo: ../logo.png}
""",
    "assumptions": """\
name,value,low,high,unit,source,as_of,note
work.handling_minutes,"12,5",10,15,minutes/transaction,time study,,
work.planned_shrinkage,14,,,%,HR,,
work.max_occupancy,0.8,0.82,0.78,share,planner,,
work.handling_minute,12,,,minutes/transaction,time study,,
deal.transition_cost,180000,,,EUR,,01/11/2025,
deal.transition_cost,190000,,,EUR,offer,,
provider.wage_growth_per_year,0.04,,,share/year,offer,,
outcome.base_fee_per_month,1000,,,EUR/month,offer,,
outcome.fee_per_outcome,3,,,EUR/outcome,offer,,
outcome.cap_per_month,500,,,EUR/month,offer,,
outcome.floor_per_month,800,,,EUR/month,offer,,
""",
    "volumes": daily_volumes()
    .replace("2025-01-08,", "08.01.2025,")
    .replace("2025-01-14,191", "2025-01-14,-3")
    + "2025-01-06,12\n",
    "answers": "criterion,level,source,date,rater,note\nS1,6,opinion,,Ann,\nP1,3,guess,2025-02-30,Ann,\n"
    "P1,3,opinion,,Ann,\nP1,4,opinion,,ann,\nP99,3,opinion,,Ann,\n",
    "steps": "step,name,actor,minutes,case_share,exception_to\n"
    "S1,Register,clerk,three,20%,S9\nS2,,clerk,-1,,\n",
    "events": "case_id,activity,timestamp\n1,A,2025-01-01 10:00\n2,,2025-01-01T10:00:00Z\n3,B,yesterday\n",
    "vendors": "vendor,criterion,answer,evidence,note\n"
    "Northwind,regulation,maybe,claim,\nNorthwind,prices,4,hearsay,\n",
    "scenario_low": "name,value,note\nwork.handling_minutes,9000,\nwork.speed,1,\n",
    "scenario_Big": LOW,
}


def problems_of(folder: Path, scenario: str = "base") -> list[str]:
    with pytest.raises(InputProblems) as caught:
        open_client(folder, scenario)
    return [str(problem) for problem in caught.value.problems]


def test_a_broken_folder_reports_every_planted_problem_at_once(tmp_path):
    expected = (Path(__file__).parent / "golden" / "broken_client_problems.txt").read_text("utf-8")
    assert problems_of(write_client(tmp_path / "acme", **PLANTED)) == expected.splitlines()


def test_a_full_folder_becomes_one_engagement(tmp_path):
    folder = write_client(tmp_path / "acme", steps=STEPS, events=EVENTS, vendors=VENDORS, scenario_low=LOW)
    case = open_client(folder)
    assert (case.client, case.scenario, case.scenarios) == ("acme", "base", ("base", "low"))
    assert case.profile.unit("currency/transaction") == "EUR/claim"
    assert case.of(WorkTerms).handling_minutes == 12
    assert not case.has(ProviderTerms)
    assert (len(case.steps), len(case.events), len(case.vendors), len(case.answers)) == (3, 3, 2, 2)
    assert case.events["case_id"].tolist() == ["007", "007", "1E5"]
    assert set(case.input_hashes) == {
        "client.yml",
        "scenarios/low.csv",
        *(f"{name}.csv" for name in ("assumptions", "volumes", "answers", "steps", "events", "vendors")),
    }


def test_the_register_says_where_each_number_comes_from(tmp_path):
    register = open_client(write_client(tmp_path / "acme")).register.set_index("name")
    assert ["name", *register.columns] == REGISTER_COLUMNS
    given, default = register.loc["work.handling_minutes"], register.loc["work.max_occupancy"]
    assert (given["value"], given["low"], given["high"], given["origin"]) == (12, 10, 15, "client")
    assert (given["unit"], given["source"], given["as_of"]) == (
        "minutes/transaction",
        "time study",
        "2025-11-01",
    )
    assert (default["value"], default["origin"]) == (0.85, "default")
    assert default["source"].startswith("house assumption")
    assert pd.isna(default["low"])


def test_a_scenario_changes_only_what_it_names(tmp_path):
    folder = write_client(tmp_path / "acme", scenario_low=LOW)
    base, low = open_client(folder), open_client(folder, "low")
    assert low.scenario == "low"
    changed = low.register["value"] != base.register["value"]
    assert low.register.loc[changed, "name"].tolist() == ["work.handling_minutes", "deal.transition_cost"]
    assert low.register.loc[changed, "origin"].unique().tolist() == ["scenario low"]
    assert low.register.loc[changed, "note"].tolist() == ["after training", ""]


def test_an_unknown_scenario_is_told_the_valid_names(tmp_path):
    folder = write_client(tmp_path / "acme", scenario_low=LOW)
    assert problems_of(folder, "lov") == ["scenarios: there is no scenario 'lov'. Ask for one of: base, low"]


def test_a_faulty_scenario_is_a_problem_even_when_it_is_not_asked_for(tmp_path):
    folder = write_client(tmp_path / "acme", scenario_low=LOW.replace("10.5", "10_5"))
    assert problems_of(folder) == [
        "scenarios/low.csv, row 2, value: '10_5' is not a plain number. " + PLAIN_NUMBER
    ]


def test_optional_tables_left_out_are_empty_frames_with_their_columns(tmp_path):
    case = open_client(write_client(tmp_path / "acme"))
    assert case.steps.empty
    assert {"step", "minutes", "case_share", "document"} <= set(case.steps)
    assert list(case.events) == ["case_id", "activity", "timestamp", "lifecycle", "resource"]
    assert {"vendor", "criterion", "answer", "evidence", "note"} <= set(case.vendors)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("client", "client.yml: the file is missing. Give the client's title"),
        (
            "assumptions",
            "assumptions.csv: it is missing. The numbers of the deal. It needs the columns name",
        ),
        ("volumes", "volumes.csv: it is missing. Past volumes by period. It needs the columns start,volume"),
        ("answers", "answers.csv: it is missing. The answers to the fit criteria"),
    ],
)
def test_a_missing_file_says_what_it_should_hold(tmp_path, name, words):
    found = problems_of(write_client(tmp_path / "acme", **{name: None}))
    assert len(found) == 1
    assert found[0].startswith(words)


def test_a_header_without_rows_says_what_it_should_hold(tmp_path):
    found = problems_of(write_client(tmp_path / "acme", volumes="start,volume\n"))
    assert found == [
        f"volumes.csv: there is a header and no row. {VOLUMES.how_to}",
    ]
    assert VOLUMES.how_to == (
        "Past volumes by period. It needs the columns start,volume (and may have queue) "
        "and rows such as 2025-01-06 08:30,42"
    )


def test_a_folder_that_is_not_there_is_named_without_its_path(tmp_path):
    assert problems_of(tmp_path / "acme") == [
        "acme: there is no such client folder. Give the path of a client folder; `bpo new` makes one"
    ]


def test_a_folder_of_a_forbidden_name_is_refused(tmp_path):
    found = problems_of(write_client(tmp_path / "Acme Ltd"))
    assert found[0].startswith("Acme Ltd: 'Acme Ltd' cannot name a client folder: use 1 to 63 small letters")


def test_a_misspelt_file_is_named_with_the_right_name(tmp_path):
    folder = write_client(tmp_path / "acme")
    (folder / "event.csv").write_text("case_id,activity,timestamp\n")
    (folder / "raw_export_2024.csv").write_text("anything")
    assert problems_of(folder) == ["event.csv: this is not the name of an input. Did you mean events.csv?"]


def test_links_are_not_followed(tmp_path):
    secret = tmp_path / "secret.csv"
    secret.write_text(ANSWERS)
    folder = write_client(tmp_path / "acme", answers=None)
    (folder / "answers.csv").symlink_to(secret)
    (folder / "scenarios").symlink_to(tmp_path)
    assert problems_of(folder) == [
        "answers.csv: this is a link to another place. Copy the file itself into the folder",
        "scenarios: this is not a folder. Put a folder with one CSV file per scenario in its place",
    ]
    (tmp_path / "link").symlink_to(folder)
    assert "there is no such client folder" in problems_of(tmp_path / "link")[0]


def test_a_logo_becomes_part_of_the_profile(tmp_path):
    folder = write_client(tmp_path / "acme", client=SETTINGS + "brand: {logo: logo.png}\n")
    (folder / "logo.png").write_bytes(PNG)
    case = open_client(folder)
    assert case.profile.brand.logo == f"data:image/png;base64,{base64.b64encode(PNG).decode()}"
    assert "logo.png" in case.input_hashes


@pytest.mark.parametrize(
    ("logo", "content", "words"),
    [
        ("logo.png", b"GIF89a", "the logo is not a PNG, JPEG or SVG picture"),
        ("logo.png", b"\xff\xd8\xff" + b"0" * 2_000_000, "the file has 2.0 MB, more than the 1.0 MB"),
        ("logo.png", b"", "the file is empty"),
        ("other.png", PNG, "the file cannot be read: No such file or directory"),
        ("../logo.png", PNG, "'../logo.png' is not the name of a file in the folder"),
        ("/etc/passwd", PNG, "'/etc/passwd' is not the name of a file in the folder"),
    ],
)
def test_a_bad_logo_is_a_problem(tmp_path, logo, content, words):
    folder = write_client(tmp_path / "acme", client=f"{SETTINGS}brand:\n  logo: {logo}\n")
    (folder / "logo.png").write_bytes(content)
    found = problems_of(folder)
    assert len(found) == 1
    assert found[0].startswith(f"client.yml, row 10, brand.logo: {words}")


def test_a_workbook_beside_other_inputs_is_a_problem(tmp_path):
    folder = write_client(tmp_path / "acme")
    (folder / "inputs.xlsx").write_bytes(b"not a zip")
    beside, unreadable = problems_of(folder)
    assert beside == (
        "inputs.xlsx: client.yml, assumptions.csv, volumes.csv, answers.csv beside the workbook. "
        "Keep the workbook or the other files, not both"
    )
    assert unreadable.startswith(
        "inputs.xlsx: the file is not an Excel workbook, or it was cut short. Save it"
    )


def test_a_rule_between_scenario_and_base_is_checked(tmp_path):
    outcome = "".join(
        f"outcome.{name},{value},,,{unit},offer,,\n"
        for name, value, unit in (
            ("base_fee_per_month", 100, "EUR/month"),
            ("fee_per_outcome", 3, "EUR/outcome"),
            ("cap_per_month", 900, "EUR/month"),
        )
    )
    folder = write_client(
        tmp_path / "acme",
        assumptions=ASSUMPTIONS + outcome,
        scenario_low="name,value,note\noutcome.floor_per_month,1000,\nprovider.cost_per_fte_month,900,\n",
        scenario_high="name,value,note\noutcome.floor_per_month,1000,\n",
    )
    high, low = problems_of(folder)
    assert high.startswith(
        "scenarios/high.csv, value: outcome: cap_per_month 900 is under floor_per_month 1000."
    )
    assert low.startswith(
        "scenarios/low.csv, row 3, name: the client gives no provider assumptions for provider."
    )
