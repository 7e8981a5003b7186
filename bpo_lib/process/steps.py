"""The step table: what each step costs a case, and which exceptions nobody wrote down."""

from typing import NamedTuple

import pandas as pd

MAIN_PATH = ("task", "decision", "check")
_NAMED_AT_MOST = 5  # names in a note; the rest are counted


class StepFigures(NamedTuple):
    """What a step table adds up to.

    `handoffs_per_case` counts changes of actor along the main path; `unwritten_exception_share` is None
    when the table knows no exception.
    """

    steps: pd.DataFrame
    touch_minutes: float
    handoffs_per_case: float
    unwritten_exception_share: float | None


def step_figures(steps: pd.DataFrame) -> StepFigures:
    """Return what a step table adds up to.

    Parameters
    ----------
    steps : pandas.DataFrame
        Columns of `steps.csv`: step, name, actor, minutes, and as given case_share, kind, exception_to,
        document.

    Returns
    -------
    StepFigures
        `steps` with `minutes_per_case` (minutes times the share of cases that pass) and `time_share`.
    """
    table = _filled(steps)
    minutes = table["minutes"] * table["case_share"]
    total = float(minutes.sum())
    table["minutes_per_case"] = minutes
    table["time_share"] = minutes / total if total else 0.0
    return StepFigures(table, total, _changes_of_actor(table), _unwritten_share(table))


def map_against_log(steps: pd.DataFrame, activities: pd.Series) -> tuple[str, ...]:
    """Return which steps of the log are not on the map, and the reverse.

    Parameters
    ----------
    steps : pandas.DataFrame
        The step table; its `name` is compared, capitals and outer spaces aside.
    activities : pandas.Series
        Names of the activities in the log.
    """
    on_map, in_log = _by_plain_name(steps["name"]), _by_plain_name(activities)
    notes = []
    if off_map := [name for plain, name in in_log.items() if plain not in on_map]:
        notes.append(f"In the event log but not on the map: {_listed(off_map)}.")
    if unseen := [name for plain, name in on_map.items() if plain not in in_log]:
        notes.append(f"On the map but never in the event log: {_listed(unseen)}.")
    return tuple(notes)


def _filled(steps: pd.DataFrame) -> pd.DataFrame:
    """Return the table with the defaults of columns and cells left empty."""
    table = steps.copy()
    for column, default in (("kind", "task"), ("exception_to", ""), ("document", "")):
        given = table[column] if column in table else pd.Series("", index=table.index)
        table[column] = given.fillna("").astype(str).str.strip().replace("", default)
    share = table["case_share"] if "case_share" in table else pd.Series(1.0, index=table.index)
    table["case_share"] = pd.to_numeric(share).fillna(1.0).astype(float)
    table["minutes"] = pd.to_numeric(table["minutes"]).astype(float)
    return table


def _changes_of_actor(table: pd.DataFrame) -> float:
    """Return how often the actor changes along the main path, each change as often as both steps happen."""
    path = table[table["kind"].isin(MAIN_PATH) & (table["exception_to"] == "")]
    changes = path["actor"] != path["actor"].shift()
    both = path["case_share"].clip(upper=path["case_share"].shift())
    return float(both[changes].iloc[1:].sum())


def _unwritten_share(table: pd.DataFrame) -> float | None:
    """Return the share of exceptional cases whose step names no written procedure."""
    exceptions = table[(table["kind"] == "exception") | (table["exception_to"] != "")]
    cases = float(exceptions["case_share"].sum())
    if not cases:
        return None
    return float(exceptions.loc[exceptions["document"] == "", "case_share"].sum() / cases)


def _by_plain_name(names: pd.Series) -> dict[str, str]:
    return {str(name).strip().casefold(): str(name) for name in names}


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:_NAMED_AT_MOST])
    more = len(names) - _NAMED_AT_MOST
    return f"{shown} and {more} more" if more > 0 else shown
