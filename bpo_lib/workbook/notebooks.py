"""Find the chapter notebooks and compose the ones a report needs into one notebook."""

import ast
import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import nbformat
from nbformat import NotebookNode

from bpo_lib.errors import InputError

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = ROOT / "notebooks"

SUMMARY, APPENDIX = "summary", "appendix"
SENTINEL = "finished"
SENTINEL_SOURCE = "from bpo_lib.workbook.record import finished\n\nfinished(case)"

Role = Literal["parameters", "open", "interactive", "content"]


@dataclass(frozen=True)
class Chapter:
    """One chapter notebook: `03_forecast.ipynb` is the chapter `forecast`."""

    name: str
    path: Path

    def cells(self) -> list[NotebookNode]:
        """Return the cells of the notebook as they are on disk."""
        return list(nbformat.read(self.path, as_version=4).cells)


def find_chapters(folder: Path = NOTEBOOKS) -> dict[str, Chapter]:
    """Return the chapters of a folder by name, in the order of their file numbers."""
    found = (re.fullmatch(r"\d\d_(\w+)\.ipynb", path.name) for path in sorted(folder.glob("*.ipynb")))
    return {match[1]: Chapter(match[1], folder / match.string) for match in found if match}


def choose_chapters(names: Iterable[str], folder: Path = NOTEBOOKS) -> list[Chapter]:
    """Return the chapters asked for, in the order they run, with the appendix always last.

    Raises
    ------
    InputError
        When a name is not a chapter; the nearest one is suggested.
    """
    available = find_chapters(folder)
    wanted = set(names)
    for name in sorted(wanted - set(available)):
        near = difflib.get_close_matches(name, available, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"choose from {', '.join(available)}"
        raise InputError(f"{name!r} is not a chapter: {hint}")
    return [chapter for name, chapter in available.items() if name in wanted or name == APPENDIX]


def compose(names: Iterable[str], folder: Path = NOTEBOOKS) -> NotebookNode:
    """Compose chapters into the one notebook that a client's kernel executes.

    Cells run in the order of the chapter files, so what one chapter computes the next
    finds remembered. Interactive cells are left out, the client is opened once, and
    a last cell proves that the end was reached.

    Parameters
    ----------
    names : iterable of str
        Chapters to include; the appendix is always added.
    folder : Path
        Where the chapter notebooks are.

    Returns
    -------
    NotebookNode
        Every cell carries `metadata.bpo.chapter`; the frame around the chapters carries an empty name.

    Raises
    ------
    InputError
        When a chapter is unknown.
    """
    chapters = choose_chapters(names, folder)
    contents = {chapter.name: chapter.cells() for chapter in chapters}
    opening = _merged_opening(cell for cells in contents.values() for cell in cells if _role(cell) == "open")
    notebook = nbformat.v4.new_notebook(cells=[_parameters(), _code("open", opening)])
    for name, cells in contents.items():
        notebook.cells += _contents(name, cells)
    notebook.cells.append(_code(SENTINEL, SENTINEL_SOURCE))
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return notebook


def in_reading_order(names: Sequence[str]) -> list[str]:
    """Return chapter names as the report shows them: the summary, written last, is read first."""
    return sorted(names, key=lambda name: name != SUMMARY)


def _role(cell: NotebookNode) -> Role:
    tags = cell.metadata.get("tags", [])
    if "parameters" in tags:
        return "parameters"
    if cell.get("id") == "open":
        return "open"
    return "interactive" if "interactive" in tags else "content"


def _contents(name: str, cells: Iterable[NotebookNode]) -> Iterator[NotebookNode]:
    for cell in cells:
        if _role(cell) != "content" or not cell.source.strip():
            continue
        make = nbformat.v4.new_markdown_cell if cell.cell_type == "markdown" else nbformat.v4.new_code_cell
        # Two chapters may both have a cell called "title".
        unique = cell.id if cell.id.startswith(f"{name}-") else f"{name}-{cell.id}"
        yield make(cell.source, id=unique[:64], metadata={"bpo": {"chapter": name}})


def _merged_opening(cells: Iterable[NotebookNode]) -> str:
    """Return every statement of the chapters' opening cells once, in order of first appearance."""
    statements: dict[str, None] = {}
    for cell in cells:
        for statement in ast.parse(cell.source).body:
            statements[ast.get_source_segment(cell.source, statement) or ""] = None
    return "\n".join(statements)


def _parameters() -> NotebookNode:
    cell = _code("parameters", 'client: str = ""\nscenario: str = "base"')
    cell.metadata["tags"] = ["parameters"]
    return cell


def _code(name: str, source: str) -> NotebookNode:
    return nbformat.v4.new_code_cell(source, id=name, metadata={"bpo": {"chapter": ""}})
