"""The command line: what it answers, what it refuses, and with which exit code."""

import json
import re
import shutil
import time
from pathlib import Path

import pytest
from report_fixtures import SAMPLES, bpo

from bpo_lib.errors import InputProblems, Problem
from bpo_lib.profile import CHAPTERS
from bpo_lib.workbook import batch, cli
from bpo_lib.workbook.job import Outcome

MEADOW = next(path for path in SAMPLES if path.name == "meadow-claims")


@pytest.fixture
def clients(tmp_path):
    """Return a folder with copies of one sample under two names."""
    for name in ("acme", "zenith"):
        shutil.copytree(MEADOW, tmp_path / "clients" / name)
    return tmp_path / "clients"


@pytest.fixture
def played(monkeypatch):
    """Let the batch play: each job succeeds unless its client is named."""
    ran = []

    def play(jobs, _workers):
        for job in reversed(jobs):
            ran.append(job)
            bad = {"zenith": "chapter fit: no"}.get(job.client, "")
            yield Outcome(
                job.client, job.scenario, "failed" if bad else "ok", 1.0, bad, "chapter" if bad else ""
            )

    monkeypatch.setattr(batch, "run_batch", play)
    return ran


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_it_answers_at_once(argument):
    began = time.perf_counter()
    done = bpo(argument)
    assert done.returncode == 0
    assert time.perf_counter() - began < 1.5, "0.1 s on a quiet machine; anything heavy imported shows here"
    assert "bpo" in done.stdout


@pytest.mark.parametrize("command", ["new", "check", "run", "list"])
def test_every_command_has_help_with_examples(command):
    done = bpo(command, "--help")
    assert "examples:" in done.stdout
    assert f"bpo {command} " in done.stdout


def test_help_names_every_chapter():
    for name in CHAPTERS:
        assert re.search(rf"\b{name}\b", bpo("run", "--help").stdout)


def test_a_file_in_place_of_its_folder_is_told_apart(clients, capsys):
    assert cli.main(["check", str(clients / "acme" / "client.yml")]) == 2
    assert capsys.readouterr().err == "client.yml: this is a file. Give the folder that holds it: acme\n"


def test_the_clock_of_a_long_run_moves_and_stops():
    class Bar:
        disable, drawn = False, 0

        def refresh(self):
            self.drawn += 1

    bar = Bar()
    with cli._ticking(bar):
        time.sleep(1.5)
    drawn = bar.drawn
    time.sleep(1.2)
    assert 1 <= drawn == bar.drawn


def test_a_good_client_is_ready_and_a_batch_of_one_succeeds(clients, played, tmp_path, capsys):
    assert cli.main(["check", str(clients / "acme")]) == 0
    assert "acme: ready" in capsys.readouterr().out
    assert cli.main(["run", str(clients / "acme"), "--out", str(tmp_path / "out")]) == 0
    assert "acme" in capsys.readouterr().out
    assert [(job.client, job.scenario) for job in played] == [("acme", "base")]


@pytest.mark.usefixtures("played")
def test_a_failed_client_is_told_in_the_table_in_the_order_asked(clients, tmp_path, capsys):
    out = tmp_path / "out"
    code = cli.main(["run", str(clients / "zenith"), str(clients / "acme"), "--out", str(out)])
    assert code == 1
    table = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in table[1:3]] == [["zenith", "failed"], ["acme", "ok"]]
    assert "chapter fit: no" in table[1]
    assert [entry["status"] for entry in json.loads((out / "batch.json").read_text())["clients"]] == [
        "failed",
        "ok",
    ]
    assert (out / "index.html").exists()


def test_bad_clients_are_all_named_before_the_good_ones_run(clients, played, tmp_path, capsys):
    for name in ("bad1", "bad2"):
        shutil.copytree(MEADOW, clients / name)
        (clients / name / "volumes.csv").unlink()
    out = tmp_path / "out"
    folders = [str(clients / name) for name in ("bad1", "acme", "bad2")]
    assert cli.main(["run", *folders, "--out", str(out)]) == 2
    said = capsys.readouterr()
    assert said.err.index("bad1: ") < said.err.index("bad2: ")
    assert "volumes.csv" in said.err
    assert [job.client for job in played] == ["acme"]
    states = {
        entry["client"]: entry["status"] for entry in json.loads((out / "batch.json").read_text())["clients"]
    }
    assert states == {"bad1": "invalid", "acme": "ok", "bad2": "invalid"}


def test_an_unknown_chapter_stops_before_anything_is_opened(played, tmp_path, capsys):
    code = cli.main(
        ["run", str(tmp_path / "nowhere"), "--chapters", "prcing", "--out", str(tmp_path / "out")]
    )
    assert code == 2
    assert "did you mean 'pricing'?" in capsys.readouterr().err
    assert played == []


def test_an_unknown_scenario_is_an_input_to_mend(clients, played, tmp_path, capsys):
    arguments = ["run", str(clients / "acme"), "--scenario", "growht", "--out", str(tmp_path / "out")]
    assert cli.main(arguments) == 2
    assert "growht" in capsys.readouterr().err
    assert played == []


def test_two_clients_of_the_same_name_are_refused_in_words(clients, played, tmp_path, capsys):
    shutil.copytree(MEADOW, tmp_path / "others" / "acme")
    arguments = [
        "run",
        str(clients / "acme"),
        str(tmp_path / "others" / "acme"),
        "--out",
        str(tmp_path / "out"),
    ]
    assert cli.main(arguments) == 2
    assert "two client folders are called 'acme'" in capsys.readouterr().err
    assert played == []


def test_the_same_folder_twice_runs_once(clients, played, tmp_path):
    arguments = ["run", str(clients / "acme"), str(clients / "acme") + "/", "--out", str(tmp_path / "out")]
    assert cli.main(arguments) == 0
    assert len(played) == 1


def test_an_output_that_cannot_be_written_is_a_fault_of_the_machine(clients, played, tmp_path, capsys):
    (tmp_path / "file").write_text("in the way")
    assert cli.main(["run", str(clients / "acme"), "--out", str(tmp_path / "file" / "out")]) == 3
    assert "cannot make the output folder" in capsys.readouterr().err
    assert played == []


def test_a_machine_that_cannot_start_kernels_exits_with_three(clients, monkeypatch, tmp_path):
    def play(jobs, _workers):
        yield from (Outcome(job.client, "base", "failed", 1.0, "no kernel", "machine") for job in jobs)

    monkeypatch.setattr(batch, "run_batch", play)
    assert cli.main(["run", str(clients / "acme"), "--out", str(tmp_path / "out")]) == 3


def test_an_interrupted_batch_exits_with_130(clients, monkeypatch, tmp_path, capsys):
    def play(_jobs, _workers):
        raise KeyboardInterrupt
        yield

    monkeypatch.setattr(batch, "run_batch", play)
    assert cli.main(["run", str(clients / "acme"), "--out", str(tmp_path / "out")]) == 130
    assert "interrupted" in capsys.readouterr().err


def test_list_names_clients_with_their_scenarios_and_says_which_need_mending(clients, capsys):
    (clients / "zenith" / "volumes.csv").unlink()
    (clients / "not-a-client").mkdir()
    assert cli.main(["list", str(clients)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("acme ")
    assert lines[1].endswith("base")
    assert "bpo check" in lines[2]
    assert len(lines) == 3


def test_list_of_a_folder_without_clients_says_how_to_make_one(tmp_path, capsys):
    assert cli.main(["list", str(tmp_path)]) == 2
    assert "make one with: bpo new" in capsys.readouterr().err


def test_a_number_of_jobs_has_to_be_one(capsys):
    with pytest.raises(SystemExit) as left:
        cli.main(["run", "x", "--jobs", "0"])
    assert left.value.code == 2
    assert "whole number of 1 or more" in capsys.readouterr().err


def test_problems_of_inputs_reach_the_reader_as_they_were_written(monkeypatch, capsys):
    problem = Problem("volumes.csv", 3, "volume", "'x' is not a number", "Write a number of 0 or more.")

    def refuse(folder, _scenario):
        raise InputProblems(folder.name, [problem])

    monkeypatch.setattr("bpo_lib.intake.open_client", refuse)
    assert cli.main(["check", "acme"]) == 2
    assert "volumes.csv, row 3, volume: 'x' is not a number. Write a number" in capsys.readouterr().err


def test_new_makes_a_folder_and_says_what_comes_next(tmp_path, capsys):
    pytest.importorskip("bpo_lib.workbook.scaffold", reason="the scaffold is not there yet")
    assert cli.main(["new", str(tmp_path / "acme")]) == 0
    assert "bpo check" in capsys.readouterr().out
    assert (tmp_path / "acme" / "client.yml").exists()
    assert cli.main(["new", str(tmp_path / "acme")]) == 2, "what is filled in is never written over"


@pytest.mark.notebook
def test_the_samples_run_to_reports_results_and_an_overview(sample_reports):
    for client in SAMPLES:
        folder = sample_reports / client.name / "base"
        assert sorted(path.name for path in folder.iterdir()) == [
            "notebook.ipynb",
            "report.html",
            "results.json",
        ]
        results = json.loads((folder / "results.json").read_text(encoding="utf-8"))
        assert results["client"] == client.name
        assert set(results["chapters"]) >= {"summary", "fit", "forecast", "staffing", "pricing"}
        assert all(
            set(figure) >= {"name", "value", "unit", "label"} for figure in results["chapters"]["summary"]
        )
    assert {"batch.json", "index.html"} <= {path.name for path in sample_reports.iterdir()}


@pytest.mark.notebook
def test_nothing_a_reader_gets_says_where_it_was_made(sample_reports):
    places = {str(cli.Path.home()), str(Path.cwd()), str(sample_reports), "ipykernel_"} - {"/"}
    for path in Path(sample_reports).rglob("*.*"):
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            assert [place for place in places if place in text] == [], path.name


@pytest.mark.notebook
def test_the_same_inputs_give_the_same_bytes_in_another_folder(sample_reports, tmp_path):
    shutil.copytree(MEADOW, tmp_path / "elsewhere" / MEADOW.name)
    done = bpo("run", tmp_path / "elsewhere" / MEADOW.name, "--out", tmp_path / "out", PYTHONHASHSEED="7")
    assert done.returncode == 0, done.stdout
    for name in ("report.html", "notebook.ipynb", "results.json"):
        place = Path(MEADOW.name) / "base" / name
        assert (tmp_path / "out" / place).read_bytes() == (sample_reports / place).read_bytes(), name


def test_questions_are_written_where_reports_go_and_never_twice(clients, capsys):
    out = clients.parent / "reports"
    assert cli.main(["questions", str(clients / "acme"), "--out", str(out)]) == cli.WELL
    assert (out / "acme" / "questions.xlsx").is_file()
    assert "put the answers into vendors.csv" in capsys.readouterr().out
    assert cli.main(["questions", str(clients / "acme"), "--out", str(out)]) == cli.BAD_INPUT
    assert "may hold answers" in capsys.readouterr().err


def test_the_table_of_criteria_is_written_into_the_client_folder(clients, capsys):
    assert cli.main(["criteria", str(clients / "acme")]) == cli.WELL
    assert (clients / "acme" / "criteria.csv").is_file()
    assert "change what the firm reads otherwise" in capsys.readouterr().out
    assert cli.main(["criteria", str(clients / "acme")]) == cli.BAD_INPUT
