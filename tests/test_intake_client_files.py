"""The files of a folder: read once, hashed, never through a link, never beyond a limit."""

import hashlib
import os

import pytest
from client_folders import write_client

from bpo_lib.intake.client_files import MOST_SCENARIOS, ClientFiles
from bpo_lib.intake.text_tables import TableError


def test_a_read_file_leaves_its_hash(tmp_path):
    files = ClientFiles(write_client(tmp_path / "acme"))
    data = files.read("answers.csv", 10_000)
    assert files.hashes == {"answers.csv": hashlib.sha256(data).hexdigest()}


def test_what_is_not_a_plain_file_within_the_limit_is_refused(tmp_path):
    folder = write_client(tmp_path / "acme")
    (folder / "steps.csv").mkdir()
    os.mkfifo(folder / "events.csv")
    (folder / "vendors.csv").symlink_to(folder / "answers.csv")
    files = ClientFiles(folder)
    for name, words in (
        ("steps.csv", "this is not a file"),
        ("events.csv", "this is not a file"),
        ("vendors.csv", "this is a link to another place"),
        ("nothing.csv", "the file cannot be read: No such file or directory"),
        ("answers.csv", "the file has 0.1 kB, more than the 0.0 kB that are read"),
    ):
        with pytest.raises(TableError, match=words):
            files.read(name, 10)


def test_scenarios_are_named_by_their_files(tmp_path):
    folder = write_client(tmp_path / "acme", scenario_low="x", scenario_high="x")
    (folder / "scenarios" / ".saving-x.csv").write_text("x")
    (folder / "scenarios" / "notes.txt").write_text("x")
    assert ClientFiles(folder).scenario_names() == ["high", "low"]
    for number in range(MOST_SCENARIOS):
        (folder / "scenarios" / f"s{number}.csv").write_text("x")
    with pytest.raises(TableError, match="there are more than 200 scenarios"):
        ClientFiles(folder).scenario_names()


def test_nearly_right_names_are_found_and_other_files_left_alone(tmp_path):
    folder = write_client(tmp_path / "acme", client=None, volumes=None)
    for name in ("Volumes.csv", "client.yaml", "~$inputs.xlsx", "raw_export.csv", "answers_backup.csv"):
        (folder / name).write_text("x")
    assert ClientFiles(folder).misspelt() == [
        ("Volumes.csv", "Did you mean volumes.csv?"),
        ("client.yaml", "Did you mean client.yml?"),
    ]
