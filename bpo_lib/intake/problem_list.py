"""The list on which every reader writes down what is wrong, so that all of it is reported at once."""

import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from bpo_lib.errors import Problem
from bpo_lib.intake.cells import CellError

_SHOWN_PER_COLUMN = 20  # a column with one systematic mistake must not bury the other problems


@dataclass(frozen=True)
class Place:
    """One row of one file, to which problems are added by column."""

    problems: "ProblemList"
    file: str
    row: int | None

    def add(self, column: str | None, message: str, fix: str) -> None:
        """Write down one problem of this row."""
        self.problems.add(self.file, message, fix, row=self.row, column=column)

    def add_error(self, column: str | None, error: CellError) -> None:
        """Write down why a cell of this row cannot be read."""
        self.add(column, error.message, error.fix)


class ProblemList:
    """Problems in the order of the files; beyond twenty in one column the rest are counted."""

    def __init__(self) -> None:
        self._found: list[Problem] = []
        self._counts: Counter[tuple[str, str | None]] = Counter()

    def __bool__(self) -> bool:
        return bool(self._found)

    @property
    def count(self) -> int:
        """Number of problems found so far; a reader compares it to see whether its own part went well."""
        return self._counts.total()

    def place(self, file: str, row: int | None = None) -> Place:
        """Return a row of a file, or the whole file, to add problems to."""
        return Place(self, file, row)

    def add(
        self, file: str, message: str, fix: str, *, row: int | None = None, column: str | None = None
    ) -> None:
        """Write down one problem, unless its column already has twenty."""
        self._counts[file, column] += 1
        if row is None or self._counts[file, column] <= _SHOWN_PER_COLUMN:
            self._found.append(Problem(file, row, column, message, fix))

    def add_cells(
        self, file: str, column: str, faulty: pd.Series, describe: Callable[[Any], tuple[str, str]]
    ) -> None:
        """Write down the faulty cells of a large table, given by row number; `describe` words each one."""
        shown = faulty.iloc[: max(_SHOWN_PER_COLUMN - self._counts[file, column], 0)]
        for row, cell in zip(shown.index.to_list(), shown, strict=True):
            self.place(file, row).add(column, *describe(cell))
        self._counts[file, column] += len(faulty) - len(shown)

    def all(self) -> list[Problem]:
        """Return every problem, file by file and row by row; a crowded column ends with the rest counted."""
        rest = [
            Problem(
                file,
                None,
                column,
                f"{count - _SHOWN_PER_COLUMN:,} more rows of this kind are not shown",
                "Mend the first ones, then check again",
            )
            for (file, column), count in self._counts.items()
            if count > _SHOWN_PER_COLUMN
        ]
        files = list(dict.fromkeys(problem.file for problem in self._found))
        found = [*self._found, *rest]
        return sorted(found, key=lambda problem: (files.index(problem.file), problem.row or math.inf))
