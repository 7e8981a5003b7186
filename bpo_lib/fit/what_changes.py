"""What would change the answer: another weight, another level, another method, or knowing more."""

import numpy as np
import pandas as pd

from bpo_lib.fit.alternatives import NAMES
from bpo_lib.fit.inputs import FitInputs, expected_utilities
from bpo_lib.fit.result import FLIP_COLUMNS, METHOD_COLUMNS, SETTLE_COLUMNS, TIP_COLUMNS, LeastChange
from bpo_lib.fit.robustness.aggregation import aggregate, leaders
from bpo_lib.fit.robustness.cross_check import topsis
from bpo_lib.fit.robustness.information import value_of_information
from bpo_lib.fit.robustness.sensitivity import least_weight_change, level_flips, tipping_weights
from bpo_lib.fit.scales.criterion import HIGHEST, LOWEST
from bpo_lib.fit.verdict import KEYS, Field

_MIDDLE = (LOWEST + HIGHEST) / 2


def settle_table(inputs: FitInputs, levels: np.ndarray, values: np.ndarray, field: Field) -> pd.DataFrame:
    """Return which answers would improve the choice if they were known for certain, the most useful first.

    Parameters
    ----------
    inputs : FitInputs
    levels : ndarray, shape (draws, criteria)
    values : ndarray, shape (draws, alternatives)
        Of the same draws.
    field : Field

    Returns
    -------
    pandas.DataFrame
        Columns `SETTLE_COLUMNS`; empty where no answer would change the choice.
    """
    gains = value_of_information(levels, values, field.allowed)
    rows = [
        (each.criterion.id, each.criterion.name, gain, each.basis, each.criterion.question)
        for each, gain in zip(inputs.known, gains, strict=True)
        if gain > 0
    ]
    table = pd.DataFrame(rows, columns=SETTLE_COLUMNS)
    return table.sort_values("gain", ascending=False, kind="stable", ignore_index=True)


def tips_table(inputs: FitInputs, field: Field) -> pd.DataFrame:
    """Return the weights of single criteria at which another alternative leads, the nearest first.

    Empty where a gate names the leader: then no weight changes it.
    """
    found = tipping_weights(inputs.utilities, inputs.weights, field.allowed)
    found = found.dropna(subset=["tip"]).sort_values("distance", kind="stable")
    found = found.iloc[:0] if field.led_by else found
    rows = [
        (*_named(inputs, place), weight, tip, KEYS[to], NAMES[KEYS[to]])
        for place, weight, tip, to in found[["criterion", "weight", "tip", "to"]].to_numpy(dtype=object)
    ]
    return pd.DataFrame(rows, columns=TIP_COLUMNS)


def least_change(inputs: FitInputs, field: Field) -> LeastChange | None:
    """Return the smallest change of all weights together that puts another first; None where none does."""
    if field.led_by:
        return None
    shares = inputs.weights
    found = least_weight_change(inputs.utilities, shares, field.allowed)
    if found.to is None:
        return None
    ids = pd.Index([each.criterion.id for each in inputs.known], name="criterion")
    names = [each.criterion.name for each in inputs.known]
    weights = pd.DataFrame({"name": names, "before": shares, "after": found.weights}, index=ids)
    return LeastChange(found.distance, KEYS[found.to], weights)


def flips_table(inputs: FitInputs, field: Field) -> pd.DataFrame:
    """Return the levels of single criteria at which another alternative takes the lead, the nearest first.

    A criterion without an answer has no level to move away from and is left out; empty where a gate names
    the leader.
    """
    known = np.array([each.level is not None for each in inputs.known])
    if field.led_by or not known.any():
        return pd.DataFrame(columns=FLIP_COLUMNS)
    levels = np.array([_MIDDLE if each.level is None else each.level for each in inputs.known])

    def worth(sets: np.ndarray) -> np.ndarray:
        return expected_utilities(inputs.known, inputs.table, sets)

    found = level_flips(levels, worth, inputs.weights, field.allowed)
    found = found.dropna(subset=["flips_at"]).sort_values("distance", kind="stable")
    rows = [
        (*_named(inputs, place), level, at, KEYS[to])
        for place, level, at, to in found[["criterion", "level", "flips_at", "to"]].to_numpy(dtype=object)
    ]
    return pd.DataFrame(rows, columns=FLIP_COLUMNS)


def methods_table(worth: np.ndarray, shares: np.ndarray, field: Field) -> pd.DataFrame:
    """Return who leads by each way of putting the criteria together, and by TOPSIS as a cross-check.

    Parameters
    ----------
    worth : ndarray, shape (alternatives, criteria)
    shares : ndarray, shape (criteria,)
    field : Field

    Returns
    -------
    pandas.DataFrame
        Index method, columns `METHOD_COLUMNS`. TOPSIS measures each alternative against the others, so
        that adding a poor one may reorder the rest: it never decides.
    """
    index = pd.Index(KEYS, name="key")
    table = leaders(aggregate(worth, shares, field.allowed).set_index(index))[METHOD_COLUMNS]
    close = pd.Series(topsis(worth[field.allowed], shares), index=index[field.allowed])
    chosen = table.loc["additive", "leader"]
    nearest = (
        chosen if close.isna().all() else close.idxmax()
    )  # where all are alike, none is nearer than another
    table.loc["topsis"] = [nearest, close[nearest], nearest == chosen]
    return table.astype({"agrees": bool})


def _named(inputs: FitInputs, place: int) -> tuple[str, str]:
    about = inputs.known[place].criterion
    return about.id, about.name
