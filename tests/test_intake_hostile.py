"""open_client against files made to hurt: named problems, nothing else, within time and memory."""

import csv
import io
import json
import resource
import shutil
from pathlib import Path

import pytest
from client_folders import SETTINGS, write_client

from bpo_lib.errors import InputProblems
from bpo_lib.intake import open_client


def problems_in(folder: Path) -> list[str]:
    with pytest.raises(InputProblems) as caught:
        open_client(folder)
    return [str(problem) for problem in caught.value.problems]


def hostile_inputs(shared) -> list[tuple[Path, str]]:
    tables = [(path, table) for path in shared("hostile/csv").iterdir() for table in ("volumes", "events")]
    return [*tables, *((path, "client") for path in shared("hostile/yaml").iterdir())]


def test_every_hostile_file_ends_in_named_problems(tmp_path, shared):
    for number, (path, table) in enumerate(sorted(hostile_inputs(shared))):
        folder = write_client(tmp_path / f"client{number}", **{table: path.read_bytes()})
        for problem in problems_in(folder):
            assert problem.startswith(f"{table}."), path.name
            assert str(tmp_path) not in problem


def peak_memory_in_kilobytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def test_every_hostile_workbook_ends_in_named_problems_within_half_a_gigabyte(tmp_path, shared):
    before = peak_memory_in_kilobytes()
    for path in sorted(shared("hostile/xlsx").iterdir()):
        folder = tmp_path / path.stem.lower()
        folder.mkdir()
        shutil.copy(path, folder / "inputs.xlsx")
        assert all(problem.startswith("inputs.xlsx") for problem in problems_in(folder)), path.name
    assert peak_memory_in_kilobytes() - before < 500_000


def test_hostile_texts_pass_through_unchanged_or_are_refused_in_words(tmp_path, shared):
    strings = json.loads(shared("hostile/strings.json").read_text("utf-8"))["strings"]
    for number, text in enumerate(strings):
        cells = io.StringIO()
        csv.writer(cells).writerows(
            [
                ["criterion", "level", "source", "date", "rater", "note"],
                ["P1", "3", "opinion", "", text, text],
            ]
        )
        answers = cells.getvalue().encode("utf-8", "surrogatepass")
        title = SETTINGS.replace('"Acme: claims"', json.dumps(text))
        folder = write_client(tmp_path / f"client{number}", client=title, answers=answers)
        refused = problems_in(folder) if unprintable(text) else []
        if refused:
            assert all(problem.startswith(("client.yml", "answers.csv")) for problem in refused)
        else:
            case = open_client(folder)
            assert case.profile.title == text
            assert case.answers.loc[0, ["rater", "note"]].tolist() == [text, text]


def unprintable(text: str) -> bool:
    """Whether a title may be refused: blank, a control character, or half of a surrogate pair."""
    return (
        not text.strip()
        or any(ord(letter) < 32 and letter not in "\n\r\t" for letter in text)
        or "\ud800" in text
    )
