"""What-ifs kept as files: exact, complete, never over another one by accident."""

import csv
from pathlib import Path

import pytest
from client_folders import write_client

from bpo_lib.errors import InputError
from bpo_lib.intake import open_client
from bpo_lib.staffing.terms import WorkTerms
from bpo_lib.workbook.scenario_files import changes_under, inert, save_scenario

CHANGES = {"work.handling_minutes": 0.1 + 0.2, "deal.transition_cost": 160_000}


def test_a_saved_scenario_opens_with_exactly_its_values(tmp_path):
    folder = write_client(tmp_path / "acme")
    path = save_scenario(folder, "low", CHANGES, "after training")
    assert path == folder / "scenarios" / "low.csv"
    assert path.read_text() == (
        "name,value,note\n"
        "work.handling_minutes,0.30000000000000004,after training\n"
        "deal.transition_cost,160000,after training\n"
    )
    assert open_client(folder, "low").of(WorkTerms).handling_minutes == 0.1 + 0.2
    assert changes_under(folder, "low") == CHANGES
    assert changes_under(folder, "base") == {}


def test_a_scenario_is_replaced_only_when_that_is_wanted(tmp_path):
    folder = write_client(tmp_path / "acme")
    save_scenario(folder, "low", CHANGES)
    with pytest.raises(
        InputError, match="the scenario low is there already; choose another name or replace it"
    ):
        save_scenario(folder, "low", {"work.handling_minutes": 5})
    save_scenario(folder, "low", {"work.handling_minutes": 5}, overwrite=True)
    assert open_client(folder, "low").of(WorkTerms).handling_minutes == 5


@pytest.mark.parametrize(
    ("name", "changes", "words"),
    [
        ("base", CHANGES, "'base' is the client's own assumptions"),
        ("../x", CHANGES, "cannot name a scenario"),
        ("low", {}, "the scenario low changes nothing"),
        ("low", {"work.speed": 1}, "speed is not a known name"),
        ("low", {"provider.cost_per_fte_month": 900}, "unknown assumption: provider.cost_per_fte_month"),
        ("low", {"work.handling_minutes": 999}, "999, above the largest allowed value 480"),
        ("low", {"work.handling_minutes": float("nan")}, "handling_minutes is not a finite number"),
    ],
)
def test_a_scenario_that_could_not_be_opened_is_not_written(tmp_path, name, changes, words):
    folder = write_client(tmp_path / "acme")
    with pytest.raises(InputError, match=words):
        save_scenario(folder, name, changes)
    assert not (folder / "scenarios").exists()


@pytest.mark.parametrize("note", ["=1+1", "+1", "-1", "@SUM(1)", "\r\n=1"])
def test_a_note_that_a_spreadsheet_would_calculate_is_made_inert(tmp_path, note):
    assert inert(note) == f"'{note}"
    one_line = note.strip()
    path = save_scenario(write_client(tmp_path / "acme"), "low", CHANGES, note)
    with path.open(newline="") as file:
        assert [row["note"] for row in csv.DictReader(file)] == [f"'{one_line}"] * 2


def test_a_negative_value_stays_a_number(tmp_path):
    folder = write_client(tmp_path / "acme")
    path = save_scenario(folder, "shrink", {"demand.volume_growth_per_year": -0.1})
    assert path.read_text().splitlines()[1] == "demand.volume_growth_per_year,-0.1,"


def test_an_interrupted_save_leaves_the_old_file_and_no_other(tmp_path, monkeypatch):
    folder = write_client(tmp_path / "acme")
    before = save_scenario(folder, "low", CHANGES).read_bytes()

    def interrupted(_self, _target):
        raise OSError("no space left on device")

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(OSError, match="no space left"):
        save_scenario(folder, "low", {"work.handling_minutes": 5}, overwrite=True)
    assert (folder / "scenarios" / "low.csv").read_bytes() == before
    assert [path.name for path in (folder / "scenarios").iterdir()] == ["low.csv"]
