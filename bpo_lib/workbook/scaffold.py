"""A new client folder: every file with its header, every assumption and criterion with its meaning."""

import csv
import os
from collections.abc import Iterator
from pathlib import Path
from string import Template
from typing import Any

from bpo_lib.errors import InputError
from bpo_lib.fit import CRITERIA, house_table
from bpo_lib.intake import GROUPS, check_client_id
from bpo_lib.intake.hints import answer_hints, assumption_hint
from bpo_lib.intake.layouts import (
    ANSWERS,
    ASSUMPTIONS,
    CALENDAR,
    CLIENT_SHEET,
    CURRENCIES,
    DRIVERS,
    EVENTS,
    LOCATIONS,
    PRICE_TIERS,
    SCENARIOS_SHEET,
    SERVICE_MEASURES,
    STEPS,
    VENDORS,
    VOLUMES,
    WEIGHTS,
    Layout,
)
from bpo_lib.intake.layouts import CRITERIA as CRITERIA_LAYOUT
from bpo_lib.profile import CHAPTERS
from bpo_lib.sourcing import VENDOR_CRITERIA

TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "client"

_SHEETS = (
    CLIENT_SHEET,
    ASSUMPTIONS,
    VOLUMES,
    ANSWERS,
    STEPS,
    EVENTS,
    VENDORS,
    CALENDAR,
    DRIVERS,
    LOCATIONS,
    CURRENCIES,
    SERVICE_MEASURES,
    PRICE_TIERS,
    WEIGHTS,
    CRITERIA_LAYOUT,
    SCENARIOS_SHEET,
)
_WIDTHS = {
    "name": 34,
    "note": 90,
    "unit": 24,
    "source": 24,
    "start": 18,
    "value": 14,
    "activity": 28,
    "key": 16,
}
_TEXT_COLUMNS = frozenset(
    ["case_id", "step", "exception_to", "start", "date", "month", "as_of", "timestamp", "vendor"]
)
_ROOM = 1_000  # rows below the header that offer a list or check a level
_ONE_WORKBOOK = """\
Everything goes into `inputs.xlsx`: each file named below is a sheet of that name, `client.yml` is the sheet
`client`, and the scenarios share the sheet `scenarios`, whose first column is the scenario's name. Dates and
numbers may be ordinary cells; sheets that stay empty are left out. The workbook stands in for the files: do
not keep both in the folder.

"""
_CLIENT_HINTS = {
    "title": "Shown on the cover, such as Harbour Insurance: claims",
    "process": "The work that may be outsourced, such as Claims handling",
    "sector": "The client's sector, such as Insurance",
    "currency": "Three capital letters, such as EUR",
    "start": "First month of the contract, such as 2026-01",
    "term_months": "Length of the contract in months, from 12 to 84",
    "operation": "voice: somebody waits on the line; chat: the same in writing, several with one agent; "
    "back_office: work can wait in a queue",
    "transaction": "One unit of work in the client's words: call, chat, invoice, claim",
    "country": "Two capital letters, such as DE: its public holidays are left out of the usual days",
    "subdivision": "State or region of the country where its holidays differ, such as BY",
    "chapters": "Chapters of the report, separated by commas",
    "log.complete_only": "true or false: count completions alone where the log has starts as well",
    "log.classifier": "Columns that together name an activity: activity, lifecycle, resource",
    "log.end_activities": "Activities in which a finished case ends, with semicolons; empty: all count",
    "brand.primary": "Main colour, such as #12355b",
    "brand.accent": "Second colour, such as #b5832e",
    "brand.logo": "Name of a PNG, JPEG or SVG file beside this workbook",
}
_CLIENT_VALUES = {"transaction": "transaction", "chapters": ", ".join(CHAPTERS)}


def new_client(folder: str | os.PathLike[str], *, xlsx: bool = False) -> Path:
    """Make a client folder that can be opened once its blanks are filled in.

    Parameters
    ----------
    folder : path
        Where to make it; its last part is the client's id.
    xlsx : bool
        Whether to make one `inputs.xlsx` in place of the CSV files.

    Returns
    -------
    Path
        The folder.

    Raises
    ------
    InputError
        When the id is not allowed, or the folder holds anything.
    """
    path = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow a link to another folder
    check_client_id(path.name)
    if path.is_symlink() or (path.exists() and not path.is_dir()) or (path.is_dir() and any(path.iterdir())):
        raise InputError(f"{path.name} is there already and not an empty folder; choose another name")
    path.mkdir(parents=True, exist_ok=True)
    (path / "README.md").write_text(_guide(xlsx=xlsx), encoding="utf-8")
    if xlsx:
        _write_workbook(path / "inputs.xlsx")
    else:
        (path / "client.yml").write_text((TEMPLATES / "client.yml").read_text("utf-8"), encoding="utf-8")
        for layout in (ASSUMPTIONS, VOLUMES, ANSWERS):
            _write_csv(path / f"{layout.name}.csv", layout)
    return path


def _guide(*, xlsx: bool) -> str:
    criteria = "\n".join(
        f"  - `{criterion.id}` ({criterion.unit}): {criterion.question}" for criterion in VENDOR_CRITERIA
    )
    return Template((TEMPLATES / "README.md").read_text("utf-8")).substitute(
        form=_ONE_WORKBOOK if xlsx else "", vendor_criteria=criteria
    )


def _rows(layout: Layout) -> Iterator[dict[str, str]]:
    """Yield the rows a scaffold gives a table; tables of the client's own data start empty."""
    if layout is ASSUMPTIONS:
        yield from _assumption_rows()
    elif layout is ANSWERS:
        hints = answer_hints()
        yield from ({"criterion": criterion.id, "note": hints[criterion.id]} for criterion in CRITERIA)
    elif layout is CLIENT_SHEET:
        yield from ({"key": key, "value": _CLIENT_VALUES.get(key, "")} for key in _CLIENT_HINTS)


def _assumption_rows() -> Iterator[dict[str, str]]:
    """Yield what the client has to give first, then what an optional group needs, then the defaults."""
    declared = [(kind, each) for kind in GROUPS for each in kind.declarations()]
    declared.sort(key=lambda pair: (not pair[1].required, pair[1].required and pair[0].optional))
    for kind, each in declared:
        yield {"name": each.name, "unit": each.unit, "note": assumption_hint(kind, each)}


def _write_csv(path: Path, layout: Layout) -> None:
    columns = layout.columns if layout is not VOLUMES else layout.required
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(_rows(layout))


def _write_workbook(path: Path) -> None:
    import xlsxwriter  # noqa: PLC0415 - a CSV scaffold need not wait for it

    # Without these options a text that begins with '=' or 'http' would become alive.
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        for layout in _SHEETS:
            _write_sheet(book, layout)


def _write_sheet(book: Any, layout: Layout) -> None:
    sheet = book.add_worksheet(layout.name)
    header = book.add_format({"bold": True, "bottom": 1})
    text, wrapped = (
        book.add_format({"num_format": "@"}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )
    is_client = layout is CLIENT_SHEET
    for number, column in enumerate(layout.columns):
        is_text = column in _TEXT_COLUMNS or is_client
        style = text if is_text else wrapped if column == "note" else None
        width = 60 if is_client and column == "value" else _WIDTHS.get(column, max(12, len(column) + 2))
        sheet.set_column(number, number, width, style)
        sheet.write_string(0, number, column, header)
    for row, record in enumerate(_rows(layout), start=1):
        for column, cell in record.items():
            if cell:
                sheet.write_string(row, layout.columns.index(column), cell, text if is_client else None)
    sheet.freeze_panes(1, 0)
    _add_validation(sheet, layout)


def _add_validation(sheet: Any, layout: Layout) -> None:
    """Offer the words a column allows, and show each setting's hint where it is filled in."""
    lists = {"source": ["measured", "document", "opinion"]} if layout is ANSWERS else {}
    if layout is STEPS:
        lists = {"kind": ["task", "decision", "check", "exception", "escalation"]}
    if layout is VENDORS:
        lists = {"evidence": ["reference", "certificate", "demo", "claim"]}
    if layout is WEIGHTS:
        lists = {"method": ["swing", "rank", "compare"]}
    if layout is CALENDAR:
        lists = {"kind": ["closed", "event", "ignore"], "yearly": ["yes", "no"]}
    for column, words in lists.items():
        number = layout.columns.index(column)
        sheet.data_validation(1, number, _ROOM, number, {"validate": "list", "source": words})
    if layout is ANSWERS:
        number = layout.columns.index("level")
        level = {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": 5}
        sheet.data_validation(1, number, _ROOM, number, level)
    if layout is CLIENT_SHEET:
        for row, (key, hint) in enumerate(_CLIENT_HINTS.items(), start=1):
            choice: dict[str, Any] = {"validate": "any", "input_title": key, "input_message": hint}
            if key == "operation":
                choice |= {"validate": "list", "source": ["voice", "chat", "back_office"]}
            sheet.data_validation(row, 1, row, 1, choice)


def write_criteria(folder: str | os.PathLike[str]) -> Path:
    """Write the house table of criteria into a client folder, for the firm to change what it reads otherwise.

    Parameters
    ----------
    folder : path
        The client folder.

    Returns
    -------
    Path
        The file `criteria.csv`.

    Raises
    ------
    InputError
        When there is no such folder, it keeps its tables in one workbook, or the file is there already.
    """
    path = Path(folder)
    if not path.is_dir():
        raise InputError(f"there is no client folder {path.name}")
    if (path / "inputs.xlsx").exists():
        raise InputError("inputs.xlsx stands in for the files; use its sheet criteria")
    file = path / f"{CRITERIA_LAYOUT.name}.csv"
    if file.exists():
        raise InputError(f"{file.name} is there already; change it, or move it away first")
    house_table().to_csv(file, index=False, lineterminator="\n")
    return file
