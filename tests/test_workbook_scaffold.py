"""New client folders: fill in the blanks and they open; nothing in them is alive."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from client_folders import daily_volumes

from bpo_lib.errors import InputError, InputProblems
from bpo_lib.fit import CRITERIA
from bpo_lib.intake import DECLARED, open_client
from bpo_lib.intake.layouts import CLIENT_SHEET, OPTIONAL, REQUIRED, SCENARIOS_SHEET
from bpo_lib.sourcing import VENDOR_CRITERIA
from bpo_lib.workbook.scaffold import new_client, write_criteria

CLIENT = {
    "title": '"Acme: claims"',
    "process": "claims handling",
    "sector": "insurance",
    "currency": "EUR",
    "start": '"2026-01"',
    "term_months": "36",
    "operation": "back_office",
}
VALUES = {
    "work.handling_minutes": "12",
    "in_house.cost_per_fte_month": "5200",
    "deal.transition_cost": "180000",
    "deal.discount_rate_per_year": "0.07",
}
KINDS = (("files", False), ("workbook", True))
SHEETS = [CLIENT_SHEET, *REQUIRED, *OPTIONAL, SCENARIOS_SHEET]


def fill_files(folder: Path) -> None:
    settings = (folder / "client.yml").read_text()
    for name, value in CLIENT.items():
        settings = settings.replace(f"\n{name}:\n", f"\n{name}: {value}\n")
    (folder / "client.yml").write_text(settings)
    (folder / "volumes.csv").write_text(daily_volumes())
    with (folder / "assumptions.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if row["name"] in VALUES:
            row |= {"value": VALUES[row["name"]], "source": "interview"}
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    (folder / "assumptions.csv").write_text(text.getvalue())


def fill_workbook(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "inputs.xlsx")
    for row in book["client"].iter_rows(min_row=2):
        if row[0].value in CLIENT:
            row[1].value = CLIENT[row[0].value].strip('"')
    for row in book["assumptions"].iter_rows(min_row=2):
        if row[0].value in VALUES:
            row[1].value, row[5].value = float(VALUES[row[0].value]), "interview"
    for line in daily_volumes().splitlines()[1:]:
        start, volume = line.split(",")
        book["volumes"].append([start, int(volume)])
    book["scenarios"].append(["low", "work.handling_minutes", 10, "after training"])
    book.save(folder / "inputs.xlsx")


@pytest.mark.parametrize("xlsx", [False, True])
def test_a_scaffold_opens_once_its_blanks_are_filled_in(tmp_path, xlsx):
    folder = new_client(tmp_path / "acme", xlsx=xlsx)
    (fill_workbook if xlsx else fill_files)(folder)
    case = open_client(folder)
    register = case.register.set_index("name")
    assert case.profile.title == "Acme: claims"
    assert register.loc[list(VALUES), "value"].astype(str).tolist() == ["12.0", "5200.0", "180000.0", "0.07"]
    assert (register["note"] == "").all()
    assert case.answers.empty
    assert case.history.counts.sum() > 0


def test_both_scaffolds_make_the_same_engagement(tmp_path):
    files, workbook = new_client(tmp_path / "files"), new_client(tmp_path / "workbook", xlsx=True)
    fill_files(files)
    fill_workbook(workbook)
    one, other = open_client(files), open_client(workbook)
    assert one.profile == other.profile
    assert one.register.equals(other.register)
    assert one.history.counts.equals(other.history.counts)
    assert (one.scenarios, other.scenarios) == (("base",), ("base", "low"))
    low = open_client(workbook, "low").register.set_index("name").loc["work.handling_minutes"]
    assert (low["value"], low["note"], low["origin"]) == (10, "after training", "scenario low")


@pytest.mark.parametrize("xlsx", [False, True])
def test_a_scaffold_as_it_is_asks_for_what_is_blank(tmp_path, xlsx):
    with pytest.raises(InputProblems) as caught:
        open_client(new_client(tmp_path / "acme", xlsx=xlsx))
    asked = [problem.column for problem in caught.value.problems]
    assert asked == [*CLIENT, "value", "value", "value", None]


def test_every_assumption_and_criterion_is_listed_with_its_meaning(tmp_path):
    folder = new_client(tmp_path / "acme")
    assumptions = {row["name"]: row for row in csv.DictReader((folder / "assumptions.csv").open())}
    answers = {row["criterion"]: row for row in csv.DictReader((folder / "answers.csv").open())}
    assert set(assumptions) == set(DECLARED)
    assert all(DECLARED[name].meaning in row["note"] for name, row in assumptions.items())
    assert list(answers) == [criterion.id for criterion in CRITERIA]
    assert next(iter(assumptions)) == "work.handling_minutes"
    guide = (folder / "README.md").read_text()
    assert all(criterion.id in guide for criterion in VENDOR_CRITERIA)


def test_the_guide_speaks_of_sheets_only_where_there_are_some(tmp_path):
    guides = [(new_client(tmp_path / name, xlsx=xlsx) / "README.md").read_text() for name, xlsx in KINDS]
    assert ["`inputs.xlsx`" in guide for guide in guides] == [False, True]
    assert all("Tables are CSV" in guide and "$" not in guide for guide in guides)


def test_the_workbook_has_every_sheet_with_its_columns_and_no_formula(tmp_path):
    book = openpyxl.load_workbook(new_client(tmp_path / "acme", xlsx=True) / "inputs.xlsx")
    assert book.sheetnames == [layout.name for layout in SHEETS]
    for layout in SHEETS:
        cells = list(book[layout.name].iter_rows())
        assert [cell.value for cell in cells[0]] == list(layout.columns)
        assert book[layout.name].freeze_panes == "A2"
        assert all(cell.data_type != "f" for row in cells for cell in row)


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path):
    folder = tmp_path / "acme"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    with pytest.raises(
        InputError, match="acme is there already and not an empty folder; choose another name"
    ):
        new_client(folder)
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


def test_a_forbidden_name_is_refused_before_anything_is_made(tmp_path):
    with pytest.raises(InputError, match="'Acme Ltd' cannot name a client folder"):
        new_client(tmp_path / "Acme Ltd")
    assert not list(tmp_path.iterdir())


def test_the_house_table_of_criteria_is_written_once_and_opens(tmp_path):
    folder = tmp_path / "acme"
    folder.mkdir()
    file = write_criteria(folder)
    assert file.read_text("utf-8").startswith("criterion,weight,cuts,keep,redesign,automate,shared_services,")
    assert len(file.read_text("utf-8").splitlines()) == 26
    with pytest.raises(InputError, match=r"criteria.csv is there already; change it"):
        write_criteria(folder)


def test_the_table_of_criteria_needs_a_folder_of_files(tmp_path):
    with pytest.raises(InputError, match="there is no client folder acme"):
        write_criteria(tmp_path / "acme")
    new_client(tmp_path / "beta", xlsx=True)
    with pytest.raises(InputError, match="use its sheet criteria"):
        write_criteria(tmp_path / "beta")
