"""An executed notebook becomes one designed, self-contained page."""

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode
from traitlets.config import Config

from bpo_lib.profile import Brand
from bpo_lib.workbook.brand import Colours, colours
from bpo_lib.workbook.notebooks import APPENDIX, ROOT, SUMMARY, in_reading_order
from bpo_lib.workbook.record import Record, record_of
from bpo_lib.workbook.used_terms import keep_used_terms

TEMPLATES = ROOT / "templates"

# The policy is a second wall behind the safety gate: nothing runs, nothing is fetched, nothing is sent.
POLICY = (
    "default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
SHOWN = ["text/html", "image/png", "text/plain"]

CAPTIONS = re.compile(r"<(?P<close>/?)figure\b|<(?P<caption>figcaption|caption)(?P<attributes>[^>]*)>")
HEADINGS = re.compile(r"<(/?)h([1-5])\b")


@dataclass(frozen=True)
class Section:
    """One chapter as the report shows it.

    Parameters
    ----------
    name : str
        Name of the chapter; also its address inside the page.
    number : str
        `1`, `2`, ... for chapters, `A` for the appendix, empty for the summary.
    title : str
        First heading of the chapter.
    cells : tuple of NotebookNode
        Its cells without that heading.
    """

    name: str
    number: str
    title: str
    cells: tuple[NotebookNode, ...]


@dataclass(frozen=True)
class Page:
    """Everything the template shows around the chapters."""

    record: Record
    sections: tuple[Section, ...]
    colours: Colours
    date: dt.date
    policy: str = POLICY

    @property
    def profile(self) -> dict[str, Any]:
        """Return the client's settings."""
        return self.record["profile"]

    @property
    def logo(self) -> str:
        """Return the client's logo as a `data:` address, or nothing."""
        logo = str(self.profile["brand"]["logo"])
        return logo if logo.startswith("data:image/") else ""

    @property
    def term(self) -> str:
        """Return the months of the contract in words."""
        start = dt.date.fromisoformat(self.profile["start"])
        return f"{self.profile['term_months']} months from {month_in_words(start)}"

    @property
    def month(self) -> str:
        """Return the month of the report in words."""
        return month_in_words(self.date)

    @property
    def day(self) -> str:
        """Return the date of the report in words."""
        return f"{self.date.day} {self.month}"


def render(notebook: NotebookNode, date: dt.date, *, show_code: bool = False) -> str:
    """Return the finished report of an executed notebook.

    Parameters
    ----------
    notebook : NotebookNode
        A successful run of a composed notebook.
    date : date
        When it was made. [UTC]
    show_code : bool
        Whether to show the code of each cell above its result.

    Returns
    -------
    str
        One HTML file that loads nothing and runs nothing.
    """
    record = record_of(notebook)
    page = Page(
        record=record,
        sections=sections_of(notebook),
        colours=colours(Brand(**record["profile"]["brand"])),
        date=date,
    )
    markup, _ = _exporter().from_notebook_node(notebook, resources={"page": page, "show_code": show_code})
    return keep_used_terms(number_captions(markup))


def sections_of(notebook: NotebookNode) -> tuple[Section, ...]:
    """Return the chapters of a composed notebook in reading order, numbered."""
    cells: dict[str, list[NotebookNode]] = {}
    for cell in notebook.cells:
        name = cell.metadata.get("bpo", {}).get("chapter", "")
        if name:
            cells.setdefault(name, []).append(cell)
    names = in_reading_order(list(cells))
    numbered = [name for name in names if name not in (SUMMARY, APPENDIX)]
    numbers = {name: str(place) for place, name in enumerate(numbered, start=1)} | {APPENDIX: "A"}
    return tuple(_section(name, numbers.get(name, ""), cells[name]) for name in names)


def number_captions(markup: str) -> str:
    """Return the page with figures and tables numbered in reading order, each with an address.

    The table behind a figure ("Show data") is part of the figure and gets no number.
    Client text cannot be mistaken for a caption: it is escaped.
    """
    counts = {"figcaption": 0, "caption": 0}
    inside_figure = False

    def numbered(match: re.Match[str]) -> str:
        nonlocal inside_figure
        kind = match["caption"]
        if kind is None:
            inside_figure = not match["close"]
            return match[0]
        if kind == "caption" and inside_figure:
            return match[0]
        counts[kind] += 1
        word = "Figure" if kind == "figcaption" else "Table"
        label = f'<span class="bpo-label" id="{word.lower()}-{counts[kind]}">{word} {counts[kind]}</span> '
        return match[0] + label

    return CAPTIONS.sub(numbered, markup)


def month_in_words(date: dt.date) -> str:
    """Return `November 2026`."""
    return f"{calendar.month_name[date.month]} {date.year}"


def _section(name: str, number: str, cells: Sequence[NotebookNode]) -> Section:
    first, *others = cells
    heading = re.match(r"\s*# +(.+?)\s*(?:\n|$)", first.source) if first.cell_type == "markdown" else None
    if heading is None:
        return Section(name, number, name.replace("_", " ").capitalize(), tuple(cells))
    rest = NotebookNode({**first, "source": first.source[heading.end() :].lstrip("\n")})
    return Section(name, number, heading[1], (rest, *others) if rest.source else tuple(others))


def _under_chapter(markup: str) -> str:
    """Move headings one level down: the page's own title is the only h1."""
    return HEADINGS.sub(lambda match: f"<{match[1]}h{int(match[2]) + 1}", markup)


class _ReportExporter(HTMLExporter):
    """nbconvert with our template and none of its preprocessors, which a composed notebook does not need."""

    default_preprocessors: list[str] = []  # noqa: RUF012 - a traitlets default, not shared state


@cache
def _exporter() -> HTMLExporter:
    """Return the one exporter of this process: making it costs more than a report."""
    return _ReportExporter(
        template_name="report",
        extra_template_basedirs=[str(TEMPLATES)],
        exclude_anchor_links=True,
        filters={"under_chapter": _under_chapter},
        config=Config({"NbConvertBase": {"display_data_priority": SHOWN}}),
    )
