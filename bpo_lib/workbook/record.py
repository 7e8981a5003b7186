"""What a run leaves behind besides the page: was it a success, what did it find, what was it made from.

The truth about a run is kept here, never taken from the notebook's own metadata, which
says "completed" of cells that never ran.
"""

import datetime as dt
import os
import platform
import re
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any, TypedDict

from nbformat import NotebookNode

import bpo_lib
from bpo_lib.engagement import Engagement
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.notebooks import SENTINEL, in_reading_order
from bpo_lib.workbook.safety_gate import without_local_paths

RECORD_TYPE = "application/vnd.bpo.record+json"
FIGURES_TYPE = "application/vnd.bpo.figures+json"
SCHEMA = 1

MOST_SAID = 1_000  # letters of an error: a table of a thousand rows may be in it
OWN_ERRORS = ("InputError", "InputProblems")  # their messages are already written for a consultant


class Figure(TypedDict, total=False):
    """One headline figure as `results.json` holds it; a value of null was not known.

    `low` and `high` are there when the figure has a range, in the same unit.
    """

    name: str
    value: float | str | None
    unit: str
    label: str
    detail: str
    low: float | None
    high: float | None


class Record(TypedDict):
    """What the kernel knew when it reached the end."""

    client: str
    scenario: str
    profile: dict[str, Any]
    inputs: dict[str, str]
    software: dict[str, str]


def finished(case: Engagement) -> Html:
    """Return the record of a run that reached its end; shows nothing.

    It is made in the kernel, so it names the inputs that were read and the software that computed.
    """
    record = Record(
        client=case.client,
        scenario=case.scenario,
        profile=case.profile.model_dump(mode="json"),
        inputs=dict(sorted(case.input_hashes.items())),
        software={
            "bpo-workbook": bpo_lib.__version__,
            "python": platform.python_version(),
            **{name: version(name) for name in ("pandas", "numpy")},
        },
    )
    return Html("", data={RECORD_TYPE: record})


def run_date() -> dt.date:
    """Return the UTC date of the run, or that of SOURCE_DATE_EPOCH, which makes a re-run identical."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = float(fixed) if fixed.isdigit() else None
    now = dt.datetime.now(dt.UTC) if moment is None else dt.datetime.fromtimestamp(moment, dt.UTC)
    return now.date()


def why_failed(notebook: NotebookNode, stopped: str = "") -> str:
    """Return in plain words why a run is not a success, or nothing when it is.

    Parameters
    ----------
    notebook : NotebookNode
        The notebook as far as it came.
    stopped : str
        What ended the kernel from outside.
    """
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        error = next((output for output in cell.outputs if output.output_type == "error"), None)
        if error is not None:
            return f"{_place(cell)}: {_words(error)}"
        if cell.execution_count is None:
            at = _last_begun(notebook) or cell if stopped else cell
            return f"{_place(at)}: {stopped or 'the run ended before this cell'}"
    return stopped or ("" if _record_outputs(notebook) else "the run did not reach its end")


def record_of(notebook: NotebookNode) -> Record:
    """Return the record that the last cell of a successful run left."""
    return _record_outputs(notebook)[-1]


def figures_of(notebook: NotebookNode) -> dict[str, list[Figure]]:
    """Return the headline figures of each chapter, in reading order."""
    found: dict[str, list[Figure]] = {}
    for bundle in _bundles(notebook, FIGURES_TYPE):
        found.setdefault(bundle["chapter"], []).extend(_figure(entry) for entry in bundle["figures"])
    return {chapter: found[chapter] for chapter in in_reading_order(list(found))}


def results_of(notebook: NotebookNode, chapters: list[str], date: dt.date) -> dict[str, Any]:
    """Return the contents of `results.json`.

    Parameters
    ----------
    notebook : NotebookNode
        A successful run.
    chapters : list of str
        The chapters of the report.
    date : date
        When it was made. [UTC]

    Returns
    -------
    dict
        `schema` (the version of this layout), `client`, `scenario`, `profile` (the client's settings
        without its logo), `chapters` (name to a list of `Figure`) and
        `run` (date, chapters, inputs as file to SHA-256, software as name to version).
    """
    record = record_of(notebook)
    profile = {key: value for key, value in record["profile"].items() if key not in ("brand", "chapters")}
    return {
        "schema": SCHEMA,
        "client": record["client"],
        "scenario": record["scenario"],
        "profile": profile,
        "chapters": figures_of(notebook),
        "run": {
            "date": date.isoformat(),
            "chapters": chapters,
            "inputs": record["inputs"],
            "software": record["software"],
        },
    }


def tidy(notebook: NotebookNode) -> NotebookNode:
    """Return the executed notebook without what differs between two runs or is nobody's business."""
    for number, cell in enumerate(notebook.cells):
        tags = cell.metadata.get("tags", [])
        cell.metadata = NotebookNode(
            {key: cell.metadata[key] for key in ("bpo", "tags") if key in cell.metadata}
        )
        if "injected-parameters" in tags:
            cell.id = f"parameters-{number}"  # papermill's is random
        for output in cell.get("outputs", []):
            _tidy_output(output)
        if "outputs" in cell:
            cell.outputs = [output for output in cell.outputs if output.get("name") != "stderr"]
    notebook.metadata = NotebookNode(kernelspec=notebook.metadata.kernelspec)
    return notebook


def _tidy_output(output: NotebookNode) -> None:
    if output.output_type == "stream":
        output.text = without_local_paths(output.text)  # a line printed to look at something
    if "text/html" in output.get("data", {}):
        output.data.pop("text/plain", None)  # says the same again, with addresses of objects


def _bundles(notebook: NotebookNode, kind: str) -> Iterator[Any]:
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if kind in output.get("data", {}):
                yield output.data[kind]


def _record_outputs(notebook: NotebookNode) -> list[Record]:
    last = notebook.cells[-1]
    if last.id != SENTINEL:
        return []
    return list(_bundles(NotebookNode(cells=[last]), RECORD_TYPE))


def _figure(entry: Any) -> Figure:
    texts = {key: str(entry.get(key, "")) for key in ("name", "unit", "label", "detail")}
    ranges = {key: _known(entry[key]) for key in ("low", "high") if entry.get(key) is not None}
    return Figure(value=_known(entry["value"]), **texts, **ranges)  # type: ignore[typeddict-item]


def _known(value: Any) -> Any:
    """Return a value, or None for what a kernel sends when JSON has no word for it."""
    return None if value in {"nan", "inf", "-inf"} else value


def _last_begun(notebook: NotebookNode) -> NotebookNode | None:
    """Return the cell that was running when the kernel was stopped; it may have a number already."""
    begun = [
        cell
        for cell in notebook.cells
        if cell.cell_type == "code" and cell.metadata.get("papermill", {}).get("start_time")
    ]
    return begun[-1] if begun else None


def _place(cell: NotebookNode) -> str:
    if cell.id == SENTINEL:
        return "after the last chapter"
    chapter = cell.metadata.get("bpo", {}).get("chapter", "")
    return f"chapter {chapter}" if chapter else "opening the client"


def _words(error: NotebookNode) -> str:
    plain = re.sub(r"\x1b\[[0-9;]*m", "", error.evalue)
    said = plain if error.ename in OWN_ERRORS else f"{error.ename}: {plain}"
    shown = without_local_paths(said if error.ename in OWN_ERRORS else said[:MOST_SAID])
    return shown.strip()
