"""The judgement of one client's process: where the work should be done, why, and how firm that is."""

from functools import lru_cache

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.fit.alternatives import NAMES
from bpo_lib.fit.inputs import LEVEL_SEED, WEIGHT_SEED, FitInputs, fit_inputs
from bpo_lib.fit.level_draws import level_draws
from bpo_lib.fit.raters import agreement_of, differences, disagreements_of
from bpo_lib.fit.result import ALTERNATIVE_COLUMNS, FitResult
from bpo_lib.fit.robustness.aggregation import aggregate
from bpo_lib.fit.robustness.smaa import DRAWS, Acceptability, smaa
from bpo_lib.fit.scales.client_table import table_note
from bpo_lib.fit.scales.criteria import CRITERIA
from bpo_lib.fit.scales.value_functions import utilities
from bpo_lib.fit.score_tables import criteria_table, evidence_table, gate_table, missing_labels
from bpo_lib.fit.verdict import KEYS, Field, conditions_of, field_of, order_of, standing_of, verdict_of
from bpo_lib.fit.what_changes import flips_table, least_change, methods_table, settle_table, tips_table

_IDS = [each.id for each in CRITERIA]
_RANGE = (0.1, 0.9)


@lru_cache(maxsize=8)
def score_fit(case: Engagement) -> FitResult:
    """Judge where a client's process should be done: nine ways, gates first, then value.

    Parameters
    ----------
    case : Engagement
        The client; only its answers are needed, data that measures a criterion is used when there.

    Returns
    -------
    FitResult

    Raises
    ------
    InputError
        When an answer names an unknown criterion or level, or a rater answers twice.

    Notes
    -----
    The value of an alternative is the sum of weight times value over the criteria. Values are read from
    absolute anchors, never from the best or worst in a comparison, so adding an alternative cannot
    reorder the others. Levels are drawn as widely as their evidence allows and weights as widely as what
    was said of them; how often an alternative then leads says how firm the answer is.

    References
    ----------
    R. Lahdelma and P. Salminen, "SMAA-2: stochastic multicriteria acceptability analysis for group
    decision making", Operations Research 49(3), 2001.
    """
    inputs = fit_inputs(case)
    field = field_of(inputs.judgements)
    shares, worth = inputs.weights, inputs.utilities
    order = order_of(field, worth @ shares)
    levels = level_draws(inputs.known, DRAWS, LEVEL_SEED)
    weights = inputs.counted(inputs.weighting.draws(DRAWS, WEIGHT_SEED))
    drawn = smaa(utilities(levels, inputs.table), weights=weights, allowed=field.allowed)
    table = _alternatives(field, worth, shares, drawn)
    score, low, high = (100 * float(table[name][order.route]) for name in ("value", "low", "high"))
    conditions = conditions_of(inputs.judgements, field, order.route, score, inputs.pass_score)
    criteria = criteria_table(inputs.known, shares, worth[KEYS.index(order.route)], levels)
    return FitResult(
        verdict=verdict_of(field, conditions),
        standing=standing_of(field, order.leader, float(table["first"][order.leader]), inputs.terms),
        leader=order.leader,
        runner_up=order.runner_up,
        led_by=field.led_by,
        route=order.route,
        score=score,
        score_low=low,
        score_high=high,
        alternatives=table,
        acceptability=_acceptability(field, drawn),
        central_weights=_of_admissible(field, drawn.central_weights),
        contributions=pd.DataFrame(worth * shares, index=_keys(), columns=_IDS),
        criteria=criteria,
        gates=gate_table(inputs.judgements),
        conditions=conditions,
        missing=missing_labels(inputs.known, criteria),
        disagreements=disagreements_of(inputs.known),
        evidence=evidence_table(inputs.known),
        settle_first=settle_table(inputs, levels, drawn.values, field),
        tips=tips_table(inputs, field),
        least_change=least_change(inputs, field),
        flips=flips_table(inputs, field),
        methods=methods_table(worth, shares, field),
        agreement=agreement_of(inputs.known),
        weighting=inputs.weighting,
        notes=_notes(case, inputs, criteria),
    )


def _keys() -> pd.Index:
    return pd.Index(KEYS, name="key")


def _alternatives(field: Field, worth: np.ndarray, shares: np.ndarray, drawn: Acceptability) -> pd.DataFrame:
    """Return what each of the nine is worth, how far that may move and how often it leads."""
    sums = aggregate(worth, shares)
    low, high = np.quantile(drawn.values, _RANGE, axis=0)
    value = worth @ shares
    columns = {
        "name": [NAMES[key] for key in KEYS],
        "status": [field.states[key] for key in KEYS],
        "gates": [", ".join(field.gates[key]) for key in KEYS],
        "value": value,
        "low": np.minimum(low, value),
        "high": np.maximum(high, value),
        "geometric": sums["geometric"].to_numpy(),
        "pessimistic": sums["pessimistic"].to_numpy(),
        "first": drawn.rank_acceptability[:, 0],
        "confidence": drawn.confidence,
    }
    return pd.DataFrame(columns, index=_keys())[ALTERNATIVE_COLUMNS]


def _acceptability(field: Field, drawn: Acceptability) -> pd.DataFrame:
    ranks = int(field.allowed.sum())
    table = pd.DataFrame(drawn.rank_acceptability[:, :ranks], index=_keys(), columns=range(1, ranks + 1))
    return table[field.allowed]


def _of_admissible(field: Field, rows: np.ndarray) -> pd.DataFrame:
    return pd.DataFrame(rows, index=_keys(), columns=_IDS)[field.allowed]


def _notes(case: Engagement, inputs: FitInputs, criteria: pd.DataFrame) -> tuple[str, ...]:
    """Return what a reader should know of the evidence, of the weights and of the table behind them."""
    opinion = float(criteria.loc[criteria["basis"] == "opinion", "weight"].sum())
    words = f"{opinion:.0%} of the weight rests on opinion alone, with no document or measurement behind it."
    silent = [
        each.criterion.name
        for each, counts in zip(inputs.known, inputs.table.separates, strict=True)
        if not counts
    ]
    return (
        *differences(inputs.known),
        *([words] if opinion else []),
        *inputs.unmeasured,
        *inputs.weighting.notes,
        *table_note(case),
        *(f"The criterion {name} is flat for every alternative and has no weight." for name in silent),
    )
