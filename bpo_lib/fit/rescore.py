"""The judgement again, at once, with other answers or other weights: what a panel of sliders asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from bpo_lib.errors import InputError
from bpo_lib.fit.alternatives import NAMES
from bpo_lib.fit.answers import Standing
from bpo_lib.fit.inputs import LEVEL_SEED, WEIGHT_SEED, FitInputs
from bpo_lib.fit.level_draws import drawn_levels, scattered
from bpo_lib.fit.result import Standing as Firmness
from bpo_lib.fit.result import Verdict
from bpo_lib.fit.scales.criteria import criterion_named
from bpo_lib.fit.scales.criterion import HIGHEST, LOWEST
from bpo_lib.fit.scales.value_functions import weighted_values
from bpo_lib.fit.verdict import KEYS, conditions_of, field_of, order_of, standing_of, verdict_of
from bpo_lib.fit.weighting.elicited import Weighting

DRAWS = 10_000


class Rescored(NamedTuple):
    """The answer under changed levels or weights.

    Parameters
    ----------
    alternatives : pandas.DataFrame
        Index key; name, value, first (share of draws in which it leads), status.
    leader : str
        Key of the best alternative that no gate removes.
    standing : str
        robust, leaning or open.
    verdict : str
        pass, conditional or fail.
    conditions : tuple of str
        What has to be settled before a pass.
    """

    alternatives: pd.DataFrame
    leader: str
    standing: Firmness
    verdict: Verdict
    conditions: tuple[str, ...]


def rescored(
    inputs: FitInputs,
    *,
    levels: Mapping[str, float] | None = None,
    points: Mapping[str, float] | None = None,
    draws: int = DRAWS,
) -> Rescored:
    """Judge again with some levels and some weights changed; the data is not measured anew.

    Parameters
    ----------
    inputs : FitInputs
        From `fit_inputs`.
    levels : mapping, optional
        Criterion id to the level to try; it stands instead of answers and measurement. [level]
    points : mapping, optional
        Group of criteria to its points. [points]
    draws : int
        Draws of levels and weights.

    Returns
    -------
    Rescored

    Raises
    ------
    InputError
        When a criterion or group is unknown, a level is outside 1 to 5 or no weight is left.
    """
    for name, level in (levels or {}).items():
        label = criterion_named(name).label
        if not LOWEST <= level <= HIGHEST:
            raise InputError(f"{label}: level {level:g} is not between {LOWEST} and {HIGHEST}")
    known = tuple(_tried(each, (levels or {}).get(each.criterion.id)) for each in inputs.known)
    weighting = inputs.weighting.with_points(points) if points else inputs.weighting
    changed = replace(inputs, known=known, weighting=weighting)
    judgements = changed.judgements
    field = field_of(judgements)
    values = changed.utilities @ changed.weights
    order = order_of(field, values)
    drawn = _levels(inputs, known, draws)
    weights = changed.counted(_weights(weighting, draws))
    first = first_shares(weighted_values(drawn, weights, inputs.table), field.allowed)
    score = 100 * float(values[KEYS.index(order.route)])
    conditions = conditions_of(judgements, field, order.route, score, inputs.pass_score)
    table = pd.DataFrame(
        {
            "name": [NAMES[key] for key in KEYS],
            "value": values,
            "first": first,
            "status": [field.states[key] for key in KEYS],
        },
        index=pd.Index(KEYS, name="key"),
    )
    return Rescored(
        table,
        order.leader,
        standing_of(field, order.leader, float(first[KEYS.index(order.leader)]), inputs.terms),
        verdict_of(field, conditions),
        conditions,
    )


def first_shares(values: np.ndarray, allowed: np.ndarray) -> np.ndarray:
    """Return the share of draws in which each admissible alternative is best; those that tie all are.

    Parameters
    ----------
    values : ndarray, shape (draws, alternatives)
    allowed : ndarray of bool, shape (alternatives,)
    """
    left = np.where(allowed, values, -np.inf)
    return np.asarray((left == left.max(axis=1, keepdims=True)).mean(axis=0))


@lru_cache(maxsize=4)
def _points(dimensions: int, draws: int) -> np.ndarray:
    return scattered(dimensions, draws, LEVEL_SEED)


@lru_cache(maxsize=4)
def _known_levels(inputs: FitInputs, draws: int) -> np.ndarray:
    return drawn_levels(inputs.known, _points(len(inputs.known), draws))


@lru_cache(maxsize=4)
def _weights(weighting: Weighting, draws: int) -> np.ndarray:
    return weighting.draws(draws, WEIGHT_SEED)


def _levels(inputs: FitInputs, known: Sequence[Standing], draws: int) -> np.ndarray:
    """Return the draws of levels; only those of criteria that are tried otherwise are drawn anew."""
    drawn = _known_levels(inputs, draws)
    tried = [place for place, each in enumerate(known) if each is not inputs.known[place]]
    if tried:
        drawn = drawn.copy()
        points = _points(len(known), draws)
        drawn[:, tried] = drawn_levels([known[place] for place in tried], points[:, tried])
    return drawn


def _tried(standing: Standing, level: float | None) -> Standing:
    """Return a criterion with the level to try, as sure as what it stands instead of."""
    if level is None:
        return standing
    source = "document" if standing.measured is not None else standing.source or "opinion"
    return replace(standing, answered=(("tried", float(level)),), sources=(source,), measured=None)
