"""The rows of the small tables, each checked on its own; every problem of a row is reported at once."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from bpo_lib.intake import cells
from bpo_lib.intake.cells import CellError, quoted
from bpo_lib.intake.problem_list import Place, ProblemList
from bpo_lib.intake.text_tables import Table


class Row(BaseModel):
    """Base of every row: frozen, without unknown columns, free text kept as the client typed it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


R = TypeVar("R", bound=Row)


def needed(text: str) -> str:
    """Return a cell that has to be filled in.

    Raises
    ------
    CellError
        When it is empty.
    """
    if not text.strip():
        raise CellError("the cell is empty", "Fill it in, or delete the row")
    return text


def _key(text: str) -> str:
    return needed(text).strip()


def _date_or_empty(text: str) -> str:
    return cells.date(text).isoformat() if text.strip() else ""


Needed = Annotated[str, BeforeValidator(needed)]
Key = Annotated[str, BeforeValidator(_key)]
DateOrEmpty = Annotated[str, BeforeValidator(_date_or_empty)]
Word = BeforeValidator(lambda text: text.strip().lower())


def checked_row(place: Place, record: Mapping[str, str], model: type[R]) -> R | None:
    """Return one row, or None after writing down everything wrong with it."""
    try:
        return model.model_validate(record)
    except ValidationError as error:
        for detail in error.errors():
            place.add(str(detail["loc"][0]) if detail["loc"] else None, *_words(detail))
        return None


def checked_rows(table: Table, model: type[R], problems: ProblemList) -> list[tuple[Place, R]]:
    """Return the good rows of a table with their places; the others are written down."""
    rows = ((problems.place(table.file, row), record) for row, record in table.records())
    checked = ((place, checked_row(place, record, model)) for place, record in rows)
    return [(place, good) for place, good in checked if good is not None]


def _words(detail: ErrorDetails) -> tuple[str, str]:
    given: Any = detail.get("input")
    context = detail.get("ctx", {})
    match detail["type"]:
        case "value_error" if isinstance(context.get("error"), CellError):
            return context["error"].message, context["error"].fix
        case "literal_error":
            allowed = ", ".join(re.findall(r"'([^']+)'", str(context["expected"])))
            shown = quoted(str(given)) if given else "an empty cell"
            return f"{shown} is not one of the words allowed", f"Use one of: {allowed}"
        case "greater_than_equal":
            return f"{given} is too small", f"The smallest value allowed is {context['ge']:g}"
        case "less_than_equal":
            return f"{given} is too large", f"The largest value allowed is {context['le']:g}"
    return f"{quoted(str(given))}: {detail['msg']}", "Correct the cell"
