"""The questions to bidders as a workbook that can be sent to them as it is."""

from pathlib import Path
from typing import Final

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.sourcing.bids.questions import bidder_questions

FILE: Final = "questions.xlsx"
_COLUMNS: Final = {
    "No.": ("number", 6),
    "About": ("topic", 24),
    "Question": ("question", 70),
    "Please add": ("answer_with", 46),
    "Your answer": ("", 60),
}


def write_questions(case: Engagement, folder: Path) -> Path:
    """Write the questions to send to every bidder, with a column for the answers.

    Parameters
    ----------
    case : Engagement
    folder : Path
        Made when it is not there.

    Returns
    -------
    Path
        The workbook.

    Raises
    ------
    InputError
        When one is there already: it may hold a bidder's answers.
    """
    import xlsxwriter  # noqa: PLC0415 - slow to import, and nothing else of a report needs it

    path = folder / FILE
    if path.exists():
        raise InputError(f"{path} is there already and may hold answers; move it, or give another --out")
    folder.mkdir(parents=True, exist_ok=True)
    rows = bidder_questions(case)
    # Without these options a text that begins with '=' or 'http' would become alive.
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        sheet = book.add_worksheet("questions")
        head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        for place, (title, (column, width)) in enumerate(_COLUMNS.items()):
            sheet.set_column(place, place, width, body)
            sheet.write_string(0, place, title, head)
            for row, text in enumerate(rows[column] if column else (), start=1):
                sheet.write_string(row, place, str(text), body)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    return path
