"""One client, from folder to report, or to a reason."""

import json

import pytest
from report_fixtures import chapter

from bpo_lib.workbook import runner
from bpo_lib.workbook.job import Job
from bpo_lib.workbook.kernel import KernelStartError
from bpo_lib.workbook.runner import run_one

pytestmark = pytest.mark.notebook

FIGURE = (
    "from bpo_lib.workbook.html import Html\n"
    "figures = [{'name': 'npv', 'value': 2.5, 'unit': 'currency', 'label': 'NPV', 'detail': ''}]\n"
    "Html('<p>shown</p>', {'application/vnd.bpo.figures+json': {'chapter': 'fit', 'figures': figures}})"
)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Return a function that runs a client on one chapter with the given cells."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    folder = tmp_path / "clients" / "harbour"
    folder.mkdir(parents=True)

    def go(*sources, settings=None, cell_seconds=60, show_code=False):
        notebooks = tmp_path / "notebooks"
        chapter(notebooks, "02_fit.ipynb", "Fit", *sources, settings=settings)
        chapter(notebooks, "09_appendix.ipynb", "Terms", "## Words", settings=settings)
        job = Job(folder, "base", ("fit",), tmp_path / "out", show_code)
        outcome = run_one(job, notebooks, cell_seconds)
        files = {
            path.name: path.read_text(encoding="utf-8") for path in job.target.iterdir() if path.is_file()
        }
        return outcome, files

    return go


def test_a_good_run_publishes_report_notebook_and_results(run):
    outcome, files = run(FIGURE)
    assert (outcome.status, outcome.error, outcome.report) == ("ok", "", "harbour/base/report.html")
    assert sorted(files) == ["notebook.ipynb", "report.html", "results.json"]
    results = json.loads(files["results.json"])
    assert results["chapters"]["fit"][0]["value"] == 2.5
    assert results["run"]["chapters"] == ["fit", "appendix"]
    assert "<p>shown</p>" in files["report.html"]


def test_running_again_gives_the_same_bytes(run):
    _, first = run(FIGURE)
    _, second = run(FIGURE)
    assert first == second


def test_no_path_and_no_code_reach_the_reader(run, tmp_path):
    _, files = run("import warnings; warnings.warn('odd')", FIGURE)
    for text in files.values():
        assert str(tmp_path) not in text.replace(str(runner.ROOT), "")
    assert "warnings.warn" not in files["report.html"]


def test_code_is_shown_when_asked_for(run):
    _, files = run(FIGURE, show_code=True)
    assert "application/vnd.bpo.figures+json" in files["report.html"]


def test_a_failing_chapter_keeps_its_notebook_and_its_reason(run):
    outcome, files = run("1/0")
    assert outcome.status == "failed"
    assert outcome.error == "chapter fit: ZeroDivisionError: division by zero"
    assert sorted(files) == ["failed.ipynb", "failed.txt"]
    assert files["failed.txt"].strip() == outcome.error


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("import sys; sys.exit(0)", "SystemExit"),
        ("import os; os._exit(0)", "the kernel died"),
        ("import time; time.sleep(60)", "a cell took longer than 2 seconds"),
    ],
)
def test_every_way_of_not_finishing_is_a_failure(run, source, words):
    outcome, files = run(source, cell_seconds=2)
    assert (outcome.status, outcome.cause) == ("failed", "chapter")
    assert words in outcome.error
    assert "report.html" not in files


def test_a_failure_leaves_the_earlier_report_and_success_clears_the_failure(run):
    _, good = run(FIGURE)
    outcome, files = run("1/0")
    assert outcome.report == "harbour/base/report.html"
    assert files["report.html"] == good["report.html"]
    _, again = run(FIGURE)
    assert again == good


def test_a_page_that_could_run_something_is_not_published(run):
    outcome, files = run("from bpo_lib.workbook.html import Html; Html('<script>1</script>')")
    assert "a <script> element" in outcome.error
    assert sorted(files) == ["failed.ipynb", "failed.txt"]


def test_a_client_with_a_hostile_name_gets_a_report_in_which_it_is_only_text(run):
    title = "<script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}"
    outcome, files = run(FIGURE, settings={"title": title})
    assert outcome.status == "ok", outcome.error
    assert "<script>" not in files["report.html"]
    assert "&lt;script&gt;alert(1)" in files["report.html"]
    assert "{{ 7*7 }}" in files["report.html"]


def test_a_machine_without_kernels_is_told_apart_from_a_bad_chapter(run, monkeypatch, tmp_path):
    def no_kernel(*_):
        raise KernelStartError("no kernel could be started: no room")

    monkeypatch.setattr(runner, "execute", no_kernel)
    (tmp_path / "out" / "harbour" / "base").mkdir(parents=True)
    outcome, _ = run(FIGURE)
    assert (outcome.status, outcome.cause) == ("failed", "machine")
    assert outcome.error == "no kernel could be started: no room"


def test_figures_of_a_shape_nobody_expects_end_in_a_reason_and_not_in_a_crash(run):
    outcome, _ = run(FIGURE.replace("{'chapter': 'fit', 'figures': figures}", "[1]"))
    assert outcome.status == "failed"
    assert outcome.error.startswith("the page cannot be made: ")


def test_a_table_shown_by_a_consultant_is_published(run):
    outcome, files = run("import pandas as pd\n\npd.DataFrame({'a': ['<b>bold</b>']})")
    assert outcome.error == ""
    assert "&lt;b&gt;bold&lt;/b&gt;" in files["report.html"]
