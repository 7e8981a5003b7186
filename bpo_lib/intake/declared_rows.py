"""Numbers of a table whose columns are declared as assumptions: one range for file, model and report."""

from collections.abc import Mapping

from bpo_lib.assumptions import Declaration, Terms
from bpo_lib.intake import cells
from bpo_lib.intake.cells import CellError, plain
from bpo_lib.intake.problem_list import Place


def declared_numbers(place: Place, record: Mapping[str, str], kind: type[Terms]) -> dict[str, float]:
    """Return the numbers of one row, after writing down every one that is missing or not allowed.

    Parameters
    ----------
    place : Place
        The row, which gets the problems.
    record : mapping
        Its cells by column, as text.
    kind : type
        Terms that declare the columns; an empty cell takes the declared default.

    Returns
    -------
    dict of str to float
        By column; a cell that is wrong is left out.
    """
    found: dict[str, float] = {}
    for declared in kind.declarations():
        column = declared.name.rpartition(".")[2]
        try:
            found[column] = _number(record.get(column, "").strip(), declared)
        except CellError as error:
            place.add_error(column, error)
    return found


def _number(text: str, declared: Declaration) -> float:
    if text:
        return _allowed(cells.number(text), declared)
    if declared.default is None:
        raise CellError("the cell is empty", f"Give the {declared.meaning}, {declared.allowed}")
    return declared.default


def _allowed(value: float, declared: Declaration) -> float:
    low, high = declared.ge, declared.le
    if (low is not None and value < low) or (high is not None and value > high):
        fix = f"The {declared.meaning} may be {declared.allowed}"
        if declared.unit == "share" and high is not None and high < value <= 100:
            fix += f"; write {plain(value)}% as {value / 100:g}"
        raise CellError(f"{plain(value)} is outside the range", fix)
    return value
