"""The step table with the defaults of what was left empty."""

import numpy as np
import pandas as pd

from bpo_lib.errors import InputError

NEEDED = ("step", "name", "actor", "minutes")
TEXTS = (
    "system",
    "kind",
    "exception_to",
    "quality_check",
    "escalation",
    "control",
    "document",
    "next",
    "trigger",
    "input",
    "output",
    "data_class",
    "input_kind",
)
SHARES = ("rule_based", "digital", "stable")  # of a step's touch time; NaN where nobody said


def filled(steps: pd.DataFrame) -> pd.DataFrame:
    """Return a copy of a step table with every column that `steps.csv` may have.

    Parameters
    ----------
    steps : pandas.DataFrame
        Columns of `steps.csv`; all but step, name, actor and minutes may be absent or empty.

    Raises
    ------
    InputError
        When a needed column is absent, an id is empty or given twice, or minutes are below 0 or no number.
    """
    if absent := [name for name in NEEDED if name not in steps.columns]:
        raise InputError(f"the step table has no column {' or '.join(absent)}")
    table = steps.reset_index(drop=True)
    for column in ("step", "name", "actor", *TEXTS):
        given = table[column] if column in table else pd.Series("", index=table.index)
        table[column] = given.astype(object).where(given.notna(), "").astype(str).str.strip()
    table["kind"] = table["kind"].replace("", "task")
    share = table["case_share"] if "case_share" in table else pd.Series(1.0, index=table.index)
    table["case_share"] = pd.to_numeric(share).fillna(1.0).astype(float)
    for column in SHARES:
        given = table[column] if column in table else pd.Series(np.nan, index=table.index)
        table[column] = pd.to_numeric(given).astype(float)
    table["minutes"] = pd.to_numeric(table["minutes"]).astype(float)
    _check(table)
    return table


def is_exception(table: pd.DataFrame) -> pd.Series:
    """Return which steps of a filled table are off the usual way."""
    return (table["kind"] == "exception") | (table["exception_to"] != "")


def _check(table: pd.DataFrame) -> None:
    if (table["step"] == "").any():
        raise InputError("a step has no id")
    if twice := table.loc[table["step"].duplicated(), "step"].tolist():
        raise InputError(f"the step {twice[0]} is given twice")
    if not (table["minutes"] >= 0).all():
        raise InputError("the minutes of a step are below 0 or not given")
