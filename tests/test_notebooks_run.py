"""Every notebook runs alone, as a consultant would run it: all cells, the what-if panels too."""

import asyncio
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SAMPLES = ("harbour-telecom", "northgate-payables", "meadow-claims")
# One sample each keeps this short; every chapter for every sample is run by the reports.
RUNS = [(notebook, SAMPLES[place % len(SAMPLES)]) for place, notebook in enumerate(NOTEBOOKS)]
# A second run of what holds a panel: one of the samples has hardly any input.
RUNS += [
    (notebook, "meadow-claims")
    for notebook, sample in RUNS
    if "what_if" in notebook.read_text(encoding="utf-8") and sample != "meadow-claims"
]


@pytest.mark.notebook
@pytest.mark.parametrize(("notebook", "sample"), RUNS, ids=lambda value: getattr(value, "stem", value))
def test_a_notebook_runs_alone_with_its_panel(notebook, sample, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    book = nbformat.read(notebook, as_version=4)
    parameters = next(cell for cell in book.cells if "parameters" in cell.metadata.get("tags", ()))
    parameters.source = f'client = "../data/samples/{sample}"\nscenario = "base"'
    client = NotebookClient(book, timeout=120, resources={"metadata": {"path": str(notebook.parent)}})
    asyncio.run(client.async_execute())  # raises with the cell and its error
    panels = [cell for cell in book.cells if "interactive" in cell.metadata.get("tags", ())]
    for cell in panels:
        shown = [output.get("data", {}) for output in cell.outputs]
        assert any("application/vnd.jupyter.widget-view+json" in data for data in shown)
