"""Success is judged by what the cells did, and the record holds what the kernel knew."""

import datetime as dt

import nbformat
import pytest
from tiny_client import tiny_case

from bpo_lib.workbook.html import Html
from bpo_lib.workbook.record import figures_of, finished, results_of, run_date, tidy, why_failed

FIGURES = "application/vnd.bpo.figures+json"


def cell(count, *outputs, name="c", chapter="fit"):
    return nbformat.v4.new_code_cell(
        "x", id=name, execution_count=count, outputs=list(outputs), metadata={"bpo": {"chapter": chapter}}
    )


def shown(html):
    return nbformat.v4.new_output("execute_result", html._repr_mimebundle_())


def error(name, value):
    return nbformat.v4.new_output("error", ename=name, evalue=value, traceback=[])


def notebook(*cells, end=True):
    last = [cell(9, shown(finished(tiny_case())), name="finished", chapter="")] if end else []
    made = nbformat.v4.new_notebook(cells=[*cells, *last])
    made.metadata["kernelspec"] = {"name": "python3"}
    return made


def test_a_run_in_which_every_cell_ran_and_the_end_was_reached_is_a_success():
    assert why_failed(notebook(cell(1), cell(2, name="d"))) == ""


def test_an_error_is_told_with_its_chapter_and_without_paths():
    told = why_failed(notebook(cell(1, error("ValueError", "no file /home/ann/x/volumes.csv"))))
    assert told == "chapter fit: ValueError: no file volumes.csv"


def test_words_written_for_a_consultant_are_told_as_they_are():
    told = why_failed(notebook(cell(1, error("InputError", "volume of month 2 is missing"))))
    assert told == "chapter fit: volume of month 2 is missing"


def test_leaving_early_is_a_failure_even_with_exit_code_zero():
    assert "SystemExit" in why_failed(notebook(cell(1, error("SystemExit", "0"))))


def test_a_cell_that_never_ran_is_a_failure_whatever_the_notebook_says():
    assert why_failed(notebook(cell(None))) == "chapter fit: the run ended before this cell"
    assert why_failed(notebook(cell(None)), "the kernel died") == "chapter fit: the kernel died"


def test_a_run_that_did_not_reach_its_end_is_a_failure():
    assert why_failed(notebook(cell(1), end=False)) == "the run did not reach its end"


def test_results_hold_figures_by_chapter_and_what_the_run_was_made_from():
    figure = {"name": "npv", "value": 1.5, "unit": "currency", "label": "NPV", "detail": "", "low": 1}
    unknown = {"name": "payback", "value": "nan", "unit": "month", "label": "Payback", "detail": ""}
    late = cell(2, shown(Html("", {FIGURES: {"chapter": "summary", "figures": [figure]}})), name="d")
    early = cell(1, shown(Html("", {FIGURES: {"chapter": "fit", "figures": [unknown]}})))
    results = results_of(notebook(early, late), ["summary", "fit"], dt.date(2026, 11, 22))
    assert list(results["chapters"]) == ["summary", "fit"], "in reading order"
    assert results["chapters"]["summary"][0]["value"] == 1.5
    assert results["chapters"]["summary"][0]["low"] == 1
    assert "low" not in results["chapters"]["fit"][0]
    assert results["chapters"]["fit"][0]["value"] is None
    assert results["run"]["inputs"] == {"client.yml": "cd" * 32, "volumes.csv": "ab" * 32}
    assert results["run"]["date"] == "2026-11-22"
    assert (results["schema"], results["client"], results["profile"]["title"]) == (
        1,
        "harbour",
        "Harbour Bank",
    )


def test_figures_of_a_chapter_from_several_cells_are_kept_in_order():
    cells = [
        cell(
            i,
            shown(Html("", {FIGURES: {"chapter": "fit", "figures": [{"name": f"f{i}", "value": i}]}})),
            name=f"c{i}",
        )
        for i in (1, 2)
    ]
    assert [figure["name"] for figure in figures_of(nbformat.v4.new_notebook(cells=cells))["fit"]] == [
        "f1",
        "f2",
    ]


def test_tidying_removes_what_differs_between_runs_and_what_is_said_twice():
    output = nbformat.v4.new_output("execute_result", {"text/html": "<p>1</p>", "text/plain": "<X at 0x7f>"})
    warning = nbformat.v4.new_output("stream", name="stderr", text="/home/ann/ipykernel_1/2.py: warning")
    injected = cell(1, output, warning, name="abc123")
    injected.metadata["tags"] = ["injected-parameters"]
    injected.metadata["papermill"] = {"duration": 1.2}
    made = notebook(injected)
    made.metadata["papermill"] = {"input_path": "/home/ann/x.ipynb"}
    clean = tidy(made)
    assert "papermill" not in str(clean)
    assert "0x7f" not in str(clean)
    assert "ipykernel_1" not in str(clean)
    assert "abc123" not in str(clean)


@pytest.mark.parametrize(
    ("epoch", "date"), [("0", dt.date(1970, 1, 1)), ("1795305600", dt.date(2026, 11, 22))]
)
def test_the_date_of_a_run_can_be_fixed(monkeypatch, epoch, date):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert run_date() == date


def test_without_a_fixed_date_it_is_today(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert abs((run_date() - dt.datetime.now(dt.UTC).date()).days) <= 1


def test_a_kernel_that_dies_is_put_down_to_the_cell_that_ran():
    running, waiting = cell(1), cell(None, name="d", chapter="pricing")
    running.metadata["papermill"] = {"start_time": "2026-01-01T00:00:00"}
    waiting.metadata["papermill"] = {"start_time": None}
    assert why_failed(notebook(running, waiting), "the kernel died") == "chapter fit: the kernel died"


def test_a_case_that_a_chapter_threw_away_is_not_a_fault_of_opening_it():
    made = notebook(cell(1))
    made.cells[-1].outputs = [error("NameError", "name 'case' is not defined")]
    assert why_failed(made) == "after the last chapter: NameError: name 'case' is not defined"


def test_a_very_long_error_is_cut():
    assert len(why_failed(notebook(cell(1, error("ValueError", "x" * 100_000))))) < 1_100


def test_a_printed_path_is_shortened_in_the_notebook_that_is_kept():
    printed = nbformat.v4.new_output("stream", name="stdout", text="read /home/ann/clients/acme/volumes.csv")
    (kept,) = tidy(notebook(cell(1, printed))).cells[0].outputs
    assert kept.text == "read volumes.csv"
