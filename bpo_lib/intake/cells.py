"""One cell of a client's table: text in, a number or a date out, never a guess."""

import datetime as dt
import difflib
import math
import re
from collections.abc import Iterable

from bpo_lib.errors import InputError

NUMBER = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?"
DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
TIME = r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?"
OFFSET = r"(?:Z|[+-][0-9]{2}:?[0-9]{2})"

# Characters that no keyboard writes into a cell but that upset a terminal, a file name or a spreadsheet.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

_PLAIN_NUMBER = re.compile(NUMBER)
_LONGEST_NUMBER = 40
_MOST_SHOWN = 40


class CellError(InputError):
    """A cell that cannot be read, with the way to mend it beside what is wrong."""

    def __init__(self, message: str, fix: str) -> None:
        self.message = message
        self.fix = fix
        super().__init__(f"{message}. {fix}")


def quoted(text: str) -> str:
    """Return a client's text between quotes, shortened, with nothing a terminal would obey."""
    shown = text if len(text) <= 60 else f"{text[:57]}..."
    return repr(CONTROL.sub("?", shown))


def plain(value: float) -> str:
    """Return a number as a client would type it, exactly."""
    return f"{value:.0f}" if value == int(value) and abs(value) < 1e15 else repr(float(value))


def number(text: str) -> float:
    """Return the number written in a cell.

    Raises
    ------
    CellError
        When the cell holds anything but digits, a sign, one decimal point and an exponent:
        `1,234` may mean two numbers a thousand times apart, so it is never guessed.
    """
    digits = text.strip()
    if not _PLAIN_NUMBER.fullmatch(digits) or len(digits) > _LONGEST_NUMBER:
        raise CellError(f"{quoted(text)} is not a plain number", _how_to_write(digits))
    value = float(digits)
    if not math.isfinite(value):
        raise CellError(f"{quoted(text)} is too large to calculate with", "Check the exponent")
    return value


def _how_to_write(text: str) -> str:
    if text.lower() in {"nan", "na", "n/a", "null", "none", "inf", "-inf", "-", "#n/a"}:
        return "Write the number, or leave the cell empty when it is not known"
    if text.endswith("%"):
        return "Write a share from 0 to 1, such as 0.15 for 15%"
    if re.fullmatch(r"[+-]?[0-9]+,[0-9]+", text):
        return (
            f"Write {text.replace(',', '.')} if the comma marks decimals, "
            f"{text.replace(',', '')} if it marks thousands"
        )
    return "Write digits with a point for decimals and nothing else, such as 1234.56"


def whole_number(text: str) -> int:
    """Return the whole number written in a cell.

    Raises
    ------
    CellError
        When it is not a plain number, or has decimals.
    """
    value = number(text)
    if value != int(value):
        raise CellError(f"{quoted(text)} is not a whole number", "Write it without decimals")
    return int(value)


def date(text: str) -> dt.date:
    """Return the ISO date written in a cell.

    Raises
    ------
    CellError
        When it is written in another order, or is not in the calendar.
    """
    written = text.strip()
    if not re.fullmatch(DATE, written):
        raise CellError(
            f"{quoted(text)} is not a date", "Write year, month and day with hyphens, such as 2025-12-31"
        )
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        raise CellError(f"{quoted(text)} is not in the calendar", "Check the month and the day") from None


def month(text: str) -> dt.date:
    """Return the first day of a month: `2026-01`, or `2026-01-01` as Excel turns that into.

    Raises
    ------
    CellError
        When it is not a month.
    """
    written = text.strip()
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}", written):
        written += "-01"
    if not re.fullmatch(r"[0-9]{4}-(?:0[1-9]|1[0-2])-01", written):
        raise CellError(f"{quoted(text)} is not a month", 'Write year and month, such as "2026-01"')
    return date(written)


def printable(text: str) -> str:
    """Return a text unchanged.

    Raises
    ------
    CellError
        When it holds control characters.
    """
    if CONTROL.search(text):
        raise CellError(f"{quoted(text)} holds a control character", "Type the text again")
    return text


def nearest(name: str, names: Iterable[str]) -> str:
    """Return what to do about an unknown name: take the nearest valid one, or choose from the list."""
    valid = list(names)
    close = difflib.get_close_matches(name[:100].strip().lower(), valid, n=1, cutoff=0.6)
    if close:
        return f"Did you mean {close[0]}?"
    shown = ", ".join(valid[:_MOST_SHOWN])
    return f"Use one of: {shown}" + (
        f" and {len(valid) - _MOST_SHOWN} more" if len(valid) > _MOST_SHOWN else ""
    )
