"""The draws that fit is judged on, for the narrower question of the delivery model."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from bpo_lib.engagement import Engagement
from bpo_lib.fit import fit_inputs, utilities
from bpo_lib.fit.alternatives import ALTERNATIVES
from bpo_lib.fit.inputs import LEVEL_SEED, WEIGHT_SEED
from bpo_lib.fit.level_draws import level_draws
from bpo_lib.fit.robustness.smaa import DRAWS
from bpo_lib.sourcing.places import MODEL_PLACES


@dataclass(frozen=True, eq=False)
class FitDraws:
    """Levels, weights and the values of places that may be the true ones.

    Parameters
    ----------
    levels, weights : ndarray, shape (draws, criteria)
        In the order of `CRITERIA`. [level], [share]
    places : ndarray, shape (draws, places)
        What fit makes each of `MODEL_PLACES` worth on each draw. [value, 0 to 1]
    """

    levels: np.ndarray
    weights: np.ndarray
    places: np.ndarray


@lru_cache(maxsize=4)
def fit_draws(case: Engagement) -> FitDraws:
    """Return the very draws behind `score_fit`, so that both tell one story.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    FitDraws
    """
    inputs = fit_inputs(case)
    levels = level_draws(inputs.known, DRAWS, LEVEL_SEED)
    weights = inputs.counted(inputs.weighting.draws(DRAWS, WEIGHT_SEED))
    keys = [each.key for each in ALTERNATIVES]
    values = np.einsum("dac,dc->da", utilities(levels, inputs.table), weights)
    return FitDraws(levels, weights, values[:, [keys.index(place) for place in MODEL_PLACES]])
