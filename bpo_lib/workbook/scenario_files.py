"""What the widgets find, kept as a file that a batch run can name."""

import csv
import io
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.intake import check_scenario_name, open_client
from bpo_lib.intake.cells import plain, printable
from bpo_lib.intake.layouts import SCENARIO

_ALIVE = ("=", "+", "-", "@", "\t", "\r")


def save_scenario(
    folder: str | os.PathLike[str],
    name: str,
    changes: Mapping[str, float],
    note: str = "",
    *,
    overwrite: bool = False,
) -> Path:
    """Write the assumptions that a scenario changes to `scenarios/<name>.csv`.

    The file is complete or not there: it is written beside its place and then moved.

    Parameters
    ----------
    folder : path
        The client folder; it must open without problems.
    name : str
        Small letters, digits, '-' and '_'; `overwrite` says whether it may replace a scenario.
    changes : mapping
        Full name (`deal.discount_rate_per_year`) to value, in the declared unit; at least one.
    note : str
        Why these values; written beside each of them.

    Raises
    ------
    InputError
        When the name is not allowed or taken, nothing changes, or a change is not allowed.
    """
    check_scenario_name(name)
    if not changes:
        raise InputError(f"the scenario {name} changes nothing; move a slider first")
    case = open_client(folder)
    case.with_values(changes)
    target = _free_place(case, Path(folder), name, overwrite=overwrite)
    target.parent.mkdir(exist_ok=True)
    _replace(target, _content(changes, " ".join(printable(note).split())))
    return target


def changes_under(folder: str | os.PathLike[str], name: str) -> dict[str, float]:
    """Return what a scenario of the client changes: full name to value, in the declared unit.

    Raises
    ------
    InputError
        When there is no such scenario, or the folder has problems.
    """
    register = open_client(folder, name).register
    changed = register[register["origin"] == f"scenario {name}"]
    return {str(row["name"]): float(row["value"]) for row in changed.to_dict("records")}


def _free_place(case: Engagement, folder: Path, name: str, *, overwrite: bool) -> Path:
    target = folder / "scenarios" / f"{name}.csv"
    if name in case.scenarios and not target.exists():
        raise InputError(f"the scenario {name} is on a sheet of inputs.xlsx; choose another name")
    if name in case.scenarios and not overwrite:
        raise InputError(f"the scenario {name} is there already; choose another name or replace it")
    return target


def _content(changes: Mapping[str, float], note: str) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(SCENARIO.columns)
    for name, value in changes.items():
        writer.writerow([name, plain(value), inert(note)])
    return text.getvalue()


def inert(text: str) -> str:
    """Return a text that a spreadsheet shows and does not calculate."""
    return f"'{text}" if text.startswith(_ALIVE) else text


def _replace(target: Path, content: str) -> None:
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=".saving-", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
    finally:
        Path(temporary).unlink(missing_ok=True)
