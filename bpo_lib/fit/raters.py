"""What the raters say of the same criteria: where they differ, from each other and from the data."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from bpo_lib.fit.agreement import agreement_words, alpha_interval, kendall_w, krippendorff_alpha
from bpo_lib.fit.answers import DISAGREEMENT, Standing
from bpo_lib.fit.result import DISAGREEMENT_COLUMNS, Agreement

_FEWEST_TO_RANK = 3  # criteria: an order of two says little


def disagreements_of(known: Sequence[Standing]) -> pd.DataFrame:
    """Return the criteria on which raters are two levels or more apart."""
    rows = [
        (each.criterion.id, each.criterion.name, min(levels), max(levels), each.raters)
        for each in known
        if each.spread >= DISAGREEMENT and (levels := [level for _, level in each.answered])
    ]
    return pd.DataFrame(rows, columns=DISAGREEMENT_COLUMNS)


def differences(known: Sequence[Standing]) -> list[str]:
    """Return where a measurement and the raters are a level or more apart."""
    return [
        f"On {each.criterion.name} raters say level {said:.1f} of 5; the {found.source} shows "
        f"{found.figure}, which is level {found.level:.1f}. The measurement counts."
        for each in known
        if (found := each.measured) is not None
        and (said := each.answered_level) is not None
        and abs(said - found.level) >= 1
    ]


def ratings_of(known: Sequence[Standing]) -> pd.DataFrame:
    """Return who gave which level: raters by criteria, NaN where one gave none."""
    raters = list(dict.fromkeys(rater for each in known for rater, _ in each.answered))
    table = pd.DataFrame(np.nan, index=raters, columns=[each.criterion.id for each in known])
    for each in known:
        for rater, level in each.answered:
            table.loc[rater, each.criterion.id] = level
    return table


def agreement_of(known: Sequence[Standing]) -> Agreement | None:
    """Return how far the raters agree; None with fewer than two of them.

    Parameters
    ----------
    known : sequence of Standing

    Returns
    -------
    Agreement or None
    """
    ratings = ratings_of(known)
    if len(ratings) < 2:
        return None
    alpha = krippendorff_alpha(ratings, "ordinal")
    interval = alpha_interval(ratings, "ordinal")
    shared = ratings.dropna(axis="columns")
    order = kendall_w(shared) if shared.shape[1] >= _FEWEST_TO_RANK else None
    return Agreement(
        alpha=alpha,
        low=interval.low,
        high=interval.high,
        words=agreement_words(alpha),
        kendall_w=np.nan if order is None else order.w,
        mean_spearman=np.nan if order is None else order.mean_spearman,
        ratings=ratings,
        agenda=disagreements_of(known),
    )
