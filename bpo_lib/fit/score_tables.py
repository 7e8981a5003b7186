"""The tables of the judgement: criteria, gates, measured evidence and what is missing."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from bpo_lib.fit.answers import Standing
from bpo_lib.fit.gates import Judgement
from bpo_lib.fit.result import CRITERIA_COLUMNS, EVIDENCE_COLUMNS, GATE_COLUMNS

_RANGE = (0.1, 0.9)


def criteria_table(
    known: Sequence[Standing], shares: np.ndarray, worth: np.ndarray, levels: np.ndarray
) -> pd.DataFrame:
    """Return one row per criterion: its weight, its level with a range, and what it adds to the score.

    Parameters
    ----------
    known : sequence of Standing
    shares : ndarray, shape (criteria,)
        Weights. [share]
    worth : ndarray, shape (criteria,)
        How far each criterion speaks for the way of outsourcing that is scored.
    levels : ndarray, shape (draws, criteria)
        Levels as they may be. [level]

    Returns
    -------
    pandas.DataFrame
        Columns `CRITERIA_COLUMNS`; `contribution` adds up to the score. [points of 100]
    """
    low, high = np.quantile(levels, _RANGE, axis=0)
    rows = [
        {
            "criterion": each.criterion.id,
            "name": each.criterion.name,
            "group": each.criterion.group,
            "level": each.level,
            "low": low[place] if each.level is None else min(low[place], each.level),
            "high": high[place] if each.level is None else max(high[place], each.level),
            "basis": each.basis,
            "raters": len(each.answered),
            "spread": each.spread,
        }
        for place, each in enumerate(known)
    ]
    table = pd.DataFrame(rows).assign(weight=shares, value=worth, contribution=100 * shares * worth)
    return table[CRITERIA_COLUMNS].astype({"level": float})


def gate_table(judgements: Sequence[Judgement]) -> pd.DataFrame:
    """Return one row per gate: rule, status, what it was judged on, what lifts it and what it removes."""
    rows = [
        (
            each.gate.id,
            each.gate.rule,
            each.status,
            each.evidence,
            each.because,
            each.gate.lifts,
            each.removes,
            each.holds,
        )
        for each in judgements
    ]
    return pd.DataFrame(rows, columns=GATE_COLUMNS)


def missing_labels(known: Sequence[Standing], criteria: pd.DataFrame) -> tuple[str, ...]:
    """Return the criteria without an answer, the heaviest first."""
    weight = dict(zip(criteria["criterion"], criteria["weight"], strict=True))
    unknown = [each.criterion for each in known if each.level is None]
    return tuple(about.label for about in sorted(unknown, key=lambda about: -weight[about.id]))


def evidence_table(known: Sequence[Standing]) -> pd.DataFrame:
    """Return the measured criteria beside what raters said."""
    rows = [
        {
            "criterion": found.criterion,
            "name": each.criterion.name,
            "measured": found.value,
            "unit": found.unit,
            "level": found.level,
            "level_low": found.level_range[0],
            "level_high": found.level_range[1],
            "answered_level": each.answered_level,
            "source": found.source,
            "figure": found.figure,
            "detail": found.detail,
        }
        for each in known
        if (found := each.measured) is not None
    ]
    return pd.DataFrame(rows, columns=EVIDENCE_COLUMNS).astype({"answered_level": float})
