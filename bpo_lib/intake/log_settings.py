"""The settings `log` of a client: how its event log is read, checked alone and against the log."""

from collections.abc import Callable, Mapping

import pandas as pd

from bpo_lib.intake.cells import CellError, nearest, printable, quoted
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.profile import LogSettings

CLASSIFIERS = ("activity", "lifecycle", "resource")
_YES_OR_NO = {"true": True, "yes": True, "false": False, "no": False}


def complete_only_of(value: str | list[str]) -> bool:
    """Return whether completions alone are counted.

    Raises
    ------
    CellError
        When it is neither true nor false.
    """
    found = None if isinstance(value, list) else _YES_OR_NO.get(value.strip().lower())
    if found is None:
        shown = "a list" if isinstance(value, list) else quoted(value)
        raise CellError(f"complete_only is {shown}, neither true nor false", "Write complete_only: true")
    return found


def classifier_of(value: str | list[str]) -> tuple[str, ...]:
    """Return the columns that together name an activity.

    Raises
    ------
    CellError
        With every column that cannot be one, is named twice, or with `activity` missing.
    """
    names = tuple(name.strip() for name in _listed("classifier", value, "[activity, lifecycle]"))
    if unknown := [name for name in names if name not in CLASSIFIERS]:
        words = f"{', '.join(map(quoted, unknown))} cannot name an activity"
        raise CellError(words, f"Use one or more of: {', '.join(CLASSIFIERS)}")
    if len(set(names)) < len(names):
        raise CellError("a column of the classifier is named twice", "Keep one of them")
    if "activity" not in names:
        raise CellError("the classifier leaves out activity", "Write classifier: [activity] or more")
    return names


def end_activities_of(value: str | list[str]) -> tuple[str, ...]:
    """Return the activities in which a finished case ends.

    Raises
    ------
    CellError
        When it is no list, or an entry is empty or named twice.
    """
    names = tuple(_listed("end_activities", value, "[Pay, Reject]"))
    if not all(name.strip() for name in names):
        raise CellError("an end activity is blank", "Write the activity, or take the entry out")
    if len(set(names)) < len(names):
        raise CellError("an end activity is named twice", "Keep one of them")
    return tuple(printable(name) for name in names)


LOG_READERS: Mapping[str, Callable[[str | list[str]], object]] = {
    "log.complete_only": complete_only_of,
    "log.classifier": classifier_of,
    "log.end_activities": end_activities_of,
}
LOG_SEPARATORS = {"log.classifier": ",", "log.end_activities": ";"}  # in one cell of a sheet


def check_log_settings(
    file: str, rows: Mapping[str, int], settings: LogSettings, events: pd.DataFrame, problems: ProblemList
) -> None:
    """Write down columns of the classifier and end activities that the event log does not have.

    Parameters
    ----------
    file : str
        Where the settings stand.
    rows : mapping
        Setting (`log.classifier`) to its row.
    settings : LogSettings
    events : pandas.DataFrame
        The event log; nothing is said of an empty one.
    problems : ProblemList
    """
    if events.empty:
        return
    if absent := [name for name in settings.classifier if name not in events]:
        fix = "Add the column to the log, or leave it out of the classifier"
        words = f"the event log has no column {' or '.join(absent)}"
        problems.place(file, rows.get("log.classifier")).add("log.classifier", words, fix)
        return
    if not settings.end_activities:
        return
    known = _names(events, settings.classifier)
    place = problems.place(file, rows.get("log.end_activities"))
    for name in settings.end_activities:
        if name not in known:
            place.add(
                "log.end_activities", f"no event of the log is called {quoted(name)}", nearest(name, known)
            )


def _names(events: pd.DataFrame, classifier: tuple[str, ...]) -> list[str]:
    """Return the activities of the log as they are told apart."""
    rows = events[list(classifier)].drop_duplicates().fillna("").astype(str)
    return sorted({"+".join(row) for row in rows.itertuples(index=False, name=None)})


def _listed(name: str, value: str | list[str], example: str) -> list[str]:
    if isinstance(value, str):
        raise CellError(f"{name} is not a list", f"Write {name}: {example}")
    return value
