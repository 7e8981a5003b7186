"""Run one client: compose, execute, judge, render, look once more, publish.

A report that was good stays until a new one is complete; a failed run never touches it.
"""

import json
import time
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from bpo_lib.workbook.job import CHAPTER, MACHINE, Job, Outcome
from bpo_lib.workbook.kernel import CELL_SECONDS, KernelStartError, execute
from bpo_lib.workbook.notebooks import NOTEBOOKS, ROOT, compose
from bpo_lib.workbook.publish import publish
from bpo_lib.workbook.record import record_of, results_of, run_date, tidy, why_failed
from bpo_lib.workbook.report import render, sections_of
from bpo_lib.workbook.safety_gate import UnsafePageError, account_name, check_page, without_local_paths

REPORT, NOTEBOOK, RESULTS = "report.html", "notebook.ipynb", "results.json"
FAILED_NOTEBOOK, FAILED_REASON = "failed.ipynb", "failed.txt"


def run_one(job: Job, notebooks: Path = NOTEBOOKS, cell_seconds: float = CELL_SECONDS) -> Outcome:
    """Run one client to a published report, or to a reason why there is none.

    Parameters
    ----------
    job : Job
        Which client, scenario and chapters, and where to.
    notebooks : Path
        Folder of the chapter notebooks.
    cell_seconds : float
        Longest time one cell may take. [seconds]

    Returns
    -------
    Outcome
        Never raises for what a client or a chapter did.
    """
    began = time.perf_counter()
    try:
        error, cause = _attempt(job, notebooks, cell_seconds), CHAPTER
    except (KernelStartError, OSError) as fault:
        error, cause = without_local_paths(str(fault)), MACHINE
    return Outcome(
        client=job.client,
        scenario=job.scenario,
        status="failed" if error else "ok",
        seconds=round(time.perf_counter() - began, 2),
        error=error,
        cause=cause if error else "",
        report=_relative(job, REPORT),
        results=_relative(job, RESULTS),
        notebook=_relative(job, FAILED_NOTEBOOK if error else NOTEBOOK),
    )


def _attempt(job: Job, notebooks: Path, cell_seconds: float) -> str:
    """Publish the report and return nothing, or keep what failed and return the reason."""
    # The kernel works beside the client's folder, so that no absolute path enters the notebook.
    pointers = {"client": job.folder.name, "scenario": job.scenario}
    composed = compose(job.chapters, notebooks)
    executed, stopped = execute(composed, pointers, job.folder.parent, cell_seconds)
    reason = why_failed(executed, stopped)
    if not reason:
        try:
            publish(job.target, _files(tidy(executed), job))
        except UnsafePageError as found:
            reason = str(found)
        except (TypeError, KeyError, ValueError, AttributeError) as fault:  # a chapter may show anything
            reason = without_local_paths(f"the page cannot be made: {type(fault).__name__}: {fault}")
    if reason:
        publish(job.target, {FAILED_NOTEBOOK: _as_text(executed), FAILED_REASON: f"{reason}\n"})
        return reason
    for leftover in (FAILED_NOTEBOOK, FAILED_REASON):
        (job.target / leftover).unlink(missing_ok=True)
    return ""


def _files(notebook: NotebookNode, job: Job) -> dict[str, str]:
    """Return what is published, in the order it is written: `results.json` says it is complete."""
    date = run_date()
    page = render(notebook, date, show_code=job.show_code)
    check_page(page, private=_private_words(notebook, job))
    results = results_of(notebook, [section.name for section in sections_of(notebook)], date)
    return {
        NOTEBOOK: _as_text(notebook),
        REPORT: page,
        RESULTS: json.dumps(results, indent=1, ensure_ascii=False, allow_nan=False) + "\n",
    }


def _private_words(notebook: NotebookNode, job: Job) -> list[str]:
    """Return what no page may say: where things are on this computer, and whose account it is.

    The account's name may appear when the client or our own text uses the same word.
    """
    places = [str(place) for place in (ROOT, Path.home(), job.folder.parent, job.out) if len(place.parts) > 2]
    public = [*record_of(notebook)["profile"].values(), *(cell.source for cell in notebook.cells)]
    name = account_name()
    return [*places, name] if name and not any(name in str(text) for text in public) else places


def _as_text(notebook: NotebookNode) -> str:
    return nbformat.writes(notebook) + "\n"


def _relative(job: Job, name: str) -> str:
    """Return a file's place under the output folder, or nothing when there is no such file."""
    path = job.target / name
    return path.relative_to(job.out).as_posix() if path.is_file() else ""
