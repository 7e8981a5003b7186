"""Everything the judgement rests on, gathered once: standings, weights, gates and draws of levels."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.fit.answers import Standing, standings
from bpo_lib.fit.gate_rules import GATES
from bpo_lib.fit.gates import Facts, Judgement, judge
from bpo_lib.fit.measured import measured_criteria, saving_chance
from bpo_lib.fit.residency import places_allowed
from bpo_lib.fit.scales.client_table import criteria_of, value_table
from bpo_lib.fit.scales.criterion import HIGHEST, LOWEST
from bpo_lib.fit.scales.value_functions import ValueTable, utilities, utilities_unknown
from bpo_lib.fit.terms import JudgementTerms
from bpo_lib.fit.weighting.elicited import Weighting, elicited_weights
from bpo_lib.fit.weighting.weights import FitWeights
from bpo_lib.process import process_evidence

LEVEL_SEED, WEIGHT_SEED = 1, 2


@dataclass(frozen=True, eq=False)
class FitInputs:
    """What is known of a case before anything is weighed.

    Parameters
    ----------
    known : tuple of Standing
        Each criterion with its answers and its measurement, as the client's firm reads it.
    table : ValueTable
        How far each level speaks for each alternative.
    weighting : Weighting
        What each criterion counts.
    facts : Facts
        What gates know beside the criteria.
    terms : JudgementTerms
        Limits of the gates and of the words for how firm an answer is.
    pass_score : float
        Score below which even clear gates leave the verdict conditional. [points]
    unmeasured : tuple of str
        Why some criteria could not be measured.
    """

    known: tuple[Standing, ...]
    table: ValueTable
    weighting: Weighting
    facts: Facts
    terms: JudgementTerms
    pass_score: float
    unmeasured: tuple[str, ...]

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """Return the state of every gate."""
        return judged(self.known, self.facts, self.terms)

    @property
    def weights(self) -> np.ndarray:
        """Return the weight of every criterion, shape (criteria,); together they are 1. [share]"""
        return self.counted(np.array([self.weighting.by_criterion[each.criterion.id] for each in self.known]))

    @property
    def utilities(self) -> np.ndarray:
        """Return how far each criterion speaks for each alternative, shape (alternatives, criteria)."""
        return expected_utilities(self.known, self.table)

    def counted(self, weights: np.ndarray) -> np.ndarray:
        """Return weights, one set or many, without the criteria that separate nothing, summing to 1."""
        if self.table.separates.all():
            return weights
        counted = weights * self.table.separates
        total = counted.sum(axis=-1, keepdims=True)
        if not total.all():
            raise InputError(
                "every criterion that counts is flat for all nine alternatives, so nothing tells them apart; "
                "give one of them another shape in criteria.csv, or weight to one that has one"
            )
        return np.asarray(counted / total)


@lru_cache(maxsize=8)
def fit_inputs(case: Engagement) -> FitInputs:
    """Gather what the judgement of a case rests on; slow where forecast and prices are not known yet.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    FitInputs

    Raises
    ------
    InputError
        When an answer names an unknown criterion or level, or a rater answers twice.
    """
    measured, unmeasured = measured_criteria(case)
    places = places_allowed(case) if case.profile.residency else None
    facts = Facts(process_evidence(case).unwritten_exception_share, saving_chance(case), places)
    weights = case.of(FitWeights) if case.has(FitWeights) else FitWeights()
    return FitInputs(
        known=standings(case.answers, measured, criteria_of(case)),
        table=value_table(case),
        weighting=elicited_weights(case),
        facts=facts,
        terms=case.of(JudgementTerms) if case.has(JudgementTerms) else JudgementTerms(),
        pass_score=weights.pass_score,
        unmeasured=unmeasured,
    )


def judged(known: tuple[Standing, ...], facts: Facts, terms: JudgementTerms) -> tuple[Judgement, ...]:
    """Return the state of every gate, from what is known of each criterion and beside them."""
    grounds = {each.criterion.id: each.grounds for each in known}
    return tuple(judge(gate, grounds, facts, terms) for gate in GATES)


def expected_utilities(
    known: tuple[Standing, ...], table: ValueTable, levels: np.ndarray | None = None
) -> np.ndarray:
    """Return how far each criterion speaks for each alternative, as its raters see it on average.

    Parameters
    ----------
    known : tuple of Standing
    table : ValueTable
    levels : ndarray, shape (..., criteria), optional
        Levels to try instead of those known: all raters of a criterion are moved by the same amount, as far
        as the scale goes. [level]

    Returns
    -------
    ndarray, shape (..., alternatives, criteria)

    Notes
    -----
    Two raters at 2 and 4 are no rater at 3: where the value peaks at 3, that would flatter it. So the mean
    is taken of their values and not of their levels. A missing answer counts by the mean of not knowing.
    """
    told = [np.array(_told(each)) for each in known]
    middle = np.array([each.mean() for each in told])
    missing = np.array([each.level is None for each in known])
    given = middle if levels is None else levels
    total: np.ndarray = np.zeros(1)
    for place in range(max(len(each) for each in told)):
        counts = np.array([1 / len(each) if place < len(each) else 0.0 for each in told])
        apart = np.array([each[place] - each.mean() if place < len(each) else 0.0 for each in told])
        total = total + counts * utilities(np.clip(given + apart, LOWEST, HIGHEST), table)
    return np.where(missing, utilities_unknown(table), total)


def _told(standing: Standing) -> tuple[float, ...]:
    """Return the levels that count: the measured one, else every rater's; the lowest stands for none."""
    if standing.measured is not None:
        return (standing.measured.level,)
    return tuple(level for _, level in standing.answered) or (float(LOWEST),)
