"""Where several evaluators marked the bids: how far they agree, who is severe, what to settle."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from bpo_lib.fit import LOWEST, agreement_words, alpha_interval, krippendorff_alpha
from bpo_lib.sourcing.bids.answers import STEPS
from bpo_lib.sourcing.bids.criteria import VENDOR_CRITERIA
from bpo_lib.sourcing.bids.severity import Severity, severity

FAR_APART: Final = 2  # levels between two marks from which the evaluators talk about it (house assumption)
FEWEST: Final = 2  # evaluators from which there is agreement to speak of
MIDDLE: Final = 0.5  # what a scored answer counts that nobody has given
AGENDA_COLUMNS = ["vendor", "criterion", "name", "low", "high", "low_by", "high_by"]

_SCORED = {each.id: each for each in VENDOR_CRITERIA if each.kind == "scored"}


@dataclass(frozen=True, eq=False)
class EvaluatorPanel:
    """What several evaluators' marks say of the evaluators.

    Parameters
    ----------
    marks : pandas.DataFrame
        One row per evaluator, one column per (vendor, criterion); NaN where no mark was given. [level]
    severity : Severity
        How severely each marks.
    quality : pandas.DataFrame
        By vendor: quality on the plain mean of the marks, and adjusted for who gave them; the adjusted
        one is NaN where the evaluators cannot be compared. [points of 100]
    alpha, alpha_low, alpha_high : float
        Krippendorff's alpha of the levels and its 90% interval; NaN where it is undefined.
    words : str
        `firm`, `tentative`, `discuss` or `undefined`.
    agenda : pandas.DataFrame
        Answers whose marks lie two levels or more apart, the farthest first, with who gave them.
    """

    marks: pd.DataFrame
    severity: Severity
    quality: pd.DataFrame
    alpha: float
    alpha_low: float
    alpha_high: float
    words: str
    agenda: pd.DataFrame


def evaluator_panel(answers: pd.DataFrame, weights: Mapping[str, float]) -> EvaluatorPanel | None:
    """Return what the evaluators' marks say of them, None where fewer than two are named.

    Parameters
    ----------
    answers : pandas.DataFrame
        From `checked_answers`.
    weights : mapping
        Criterion to its weight. [share]

    Returns
    -------
    EvaluatorPanel or None

    Notes
    -----
    The score uses the plain mean: a severity estimated from all bids would let one bid's marks change
    what another is worth, and a decoy could then reorder the others. The adjusted quality stands
    beside it. Where every evaluator marked every bid, both put the bids in the same order.

    """
    marks = _marks(answers)
    if len(marks) < FEWEST:
        return None
    found = severity(marks)
    alpha = float(krippendorff_alpha(marks.to_numpy(), "ordinal"))
    low, high = _interval(marks, alpha)
    plain = _quality(marks.mean(), weights)
    adjusted = _quality(found.adjusted, weights) if found.connected else plain * np.nan
    return EvaluatorPanel(
        marks=marks,
        severity=found,
        quality=pd.DataFrame({"quality": plain, "adjusted": adjusted}),
        alpha=alpha,
        alpha_low=low,
        alpha_high=high,
        words=agreement_words(alpha),
        agenda=_agenda(marks),
    )


def _marks(answers: pd.DataFrame) -> pd.DataFrame:
    """Return the levels by evaluator and (vendor, criterion), in the order of the file."""
    named = answers[
        answers["criterion"].isin(list(_SCORED)) & (answers["evaluator"] != "") & (answers["answer"] != "")
    ]
    levels = named.assign(level=pd.to_numeric(named["answer"]).astype(float))
    return levels.pivot_table(index="evaluator", columns=["vendor", "criterion"], values="level", sort=False)


def _interval(marks: pd.DataFrame, alpha: float) -> tuple[float, float]:
    if np.isnan(alpha):
        return float("nan"), float("nan")
    found = alpha_interval(marks.to_numpy(), "ordinal")
    return found.low, found.high


def _quality(levels: pd.Series, weights: Mapping[str, float]) -> pd.Series:
    """Return the weighted quality by vendor; what nobody marked counts as the middle."""
    by_vendor = ((levels - LOWEST) / STEPS).unstack()  # noqa: PD010  one value a cell
    table = by_vendor.reindex(columns=list(_SCORED)).fillna(MIDDLE).loc[levels.index.unique(0)]
    share = pd.Series({name: weights[name] for name in _SCORED})
    total = share.sum()
    return 100 * (table @ share) / total if total else table.mean(axis=1) * np.nan


def _agenda(marks: pd.DataFrame) -> pd.DataFrame:
    rows = []
    for place, named in enumerate(marks.columns.to_frame(index=False).to_dict("records")):
        given = marks.iloc[:, place].dropna()
        if len(given) < FEWEST or given.max() - given.min() < FAR_APART:
            continue
        rows.append(
            {
                "vendor": named["vendor"],
                "criterion": named["criterion"],
                "name": _SCORED[named["criterion"]].name,
                "low": given.min(),
                "high": given.max(),
                "low_by": ", ".join(given.index[given == given.min()]),
                "high_by": ", ".join(given.index[given == given.max()]),
            }
        )
    agenda = pd.DataFrame(rows, columns=AGENDA_COLUMNS)
    order = (agenda["low"] - agenda["high"]).sort_values(kind="stable").index
    return agenda.loc[order].reset_index(drop=True)
