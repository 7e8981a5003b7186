"""What goes wrong with an input, in words a consultant can act on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class InputError(ValueError):
    """One value that cannot be used; the message names it and says what is allowed."""


@dataclass(frozen=True)
class Problem:
    """One thing wrong in a client folder: where it is, what it is, how to mend it.

    Parameters
    ----------
    file : str
        File or sheet name inside the client folder, never an absolute path.
    row : int or None
        Row as a spreadsheet counts it (the header is row 1), or line of a YAML file; None for the whole file.
    column : str or None
        Column or setting name; None for the whole row.
    message : str
        What is wrong.
    fix : str
        How to mend it.
    """

    file: str
    row: int | None
    column: str | None
    message: str
    fix: str

    def __str__(self) -> str:
        """Return the problem on one line: place, what is wrong, how to mend it."""
        place = self.file
        if self.row is not None:
            place += f", row {self.row}"
        if self.column is not None:
            place += f", {self.column}"
        return f"{place}: {self.message}. {self.fix}"


class InputProblems(InputError):  # noqa: N818 - the contract's name, and a plural reads better
    """Every problem of one client folder at once.

    Parameters
    ----------
    client : str
        Name of the client folder.
    problems : iterable of Problem
        In the order of the files; at least one.
    """

    def __init__(self, client: str, problems: Iterable[Problem]) -> None:
        self.client = client
        self.problems = tuple(problems)
        count = len(self.problems)
        heading = f"{client}: {count} problem{'s' if count != 1 else ''} in the inputs"
        super().__init__("\n".join([heading, *(f"  {problem}" for problem in self.problems)]))

    def __reduce__(self) -> tuple[type, tuple[str, tuple[Problem, ...]]]:
        """Survive the trip from a worker process to the command line."""
        return type(self), (self.client, self.problems)


class Missing(NamedTuple):
    """An optional input that a client did not give, and what it would add.

    Shown in a chapter in place of a result: a missing optional input never fails.
    """

    file: str
    adds: str
    ask: str
