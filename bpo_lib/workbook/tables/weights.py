"""Tables of the weights: who gives what how much weight, how consistently, and against which random index."""

from typing import Any

import numpy as np
import pandas as pd

from bpo_lib.fit.weighting.ahp import ACCEPTED_RATIO, RANDOM_INDEX, AhpWeights
from bpo_lib.fit.weighting.elicited import GROUP_SET, Weighting
from bpo_lib.fit.weighting.weight_sets import WeightSet
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.tables.table import Column, empty, table
from bpo_lib.workbook.weight_words import METHOD_WORDS, member, revisited, set_words

_FIRST_PRINTED = 3  # random judgements of one or two things cannot contradict one another


def weights(weighting: Weighting, name: str = GROUP_SET) -> Html:
    """Return the weight of each group, or of each criterion inside one group, and each rater's own.

    Parameters
    ----------
    weighting : Weighting
    name : str
        `groups`, or the name of a group.
    """
    each = weighting.by_set[name]
    caption = f"How much {set_words(name)} count"
    shown = pd.DataFrame(
        {
            "member": [labels.sentence(member(one)) for one in each.members],
            "share": each.shares,
            "range": [
                f"{numbers.percent(low)} to {numbers.percent(high)}" for low, high in _ranges(weighting, each)
            ],
        }
    )
    columns = {
        "member": Column("What is weighed"),
        "share": Column("Weight", numbers.percent),
        "range": Column("Range", numbers.as_text),
    }
    if len(each.by_rater) > 1:
        for place, (rater, own) in enumerate(each.by_rater.items()):
            shown[f"rater {place}"] = own
            columns[f"rater {place}"] = Column(rater or "Rater", numbers.percent)
    return table(shown, caption, columns, _how_weighed(each))


def _ranges(weighting: Weighting, each: WeightSet) -> list[tuple[float, float]]:
    """Return the ends between which eight of ten possible weights of each member lie."""
    low, high = np.quantile(weighting.set_draws(each.name), [0.1, 0.9], axis=0)
    return list(zip(low.tolist(), high.tolist(), strict=True))


def _how_weighed(each: WeightSet) -> str:
    people = f" of {len(each.raters)} raters" if len(each.raters) > 1 else ""
    return (
        f"From {METHOD_WORDS[each.method]}{people}. The range holds eight of ten of the weights that fit "
        "what was said; the ranks of the alternatives are counted over all of them."
    )


def weight_consistency(weighting: Weighting) -> Html:
    """Return how consistent the comparisons of pairs are, rater by rater, and what to talk about again."""
    caption = "How consistent are the comparisons?"
    rows = [row for each in weighting.by_set.values() if each.ahp for row in _consistency_rows(each)]
    if not rows:
        return empty(caption, "nobody compared pairs, so there is nothing that could contradict itself.")
    columns = {
        "who": Column("Comparisons of"),
        "index": Column("Consistency index", numbers.three_decimals),
        "random": Column("Random index", numbers.ratio),
        "ratio": Column("Consistency ratio", numbers.three_decimals),
        "state": Column(f"Up to {numbers.ratio(ACCEPTED_RATIO)}"),
        "revisit": Column("Talk again about"),
    }
    note = (
        "The ratio says how far the judgements contradict one another: 0 not at all, 1 as much as judgements "
        f"made at random. Up to {numbers.ratio(ACCEPTED_RATIO)} is accepted by custom (Saaty). Several "
        "raters are joined by the geometric mean of each judgement."
    )
    return table(pd.DataFrame(rows), caption, columns, note)


def _consistency_rows(each: WeightSet) -> list[dict[str, Any]]:
    assert each.ahp is not None, "only comparisons have a consistency"
    joined = f"{labels.sentence(set_words(each.name))}, all raters joined"
    alone = f"{labels.sentence(set_words(each.name))}"
    several = len(each.raters) > 1
    rows = [_consistency_row(joined if several else alone, each.ahp)]
    if several:
        rows += [_consistency_row(rater or "Rater", own) for rater, own in each.ahp_by_rater.items()]
    return rows


def _consistency_row(who: str, ahp: AhpWeights) -> dict[str, Any]:
    ratio = ahp.consistency_ratio
    return {
        "who": who,
        "index": ahp.consistency_index,
        "random": ahp.random_index,
        "ratio": ratio,
        "state": "not defined" if np.isnan(ratio) else "yes" if ratio <= ACCEPTED_RATIO else "no",
        "revisit": labels.sentence(revisited(ahp.revisit)) if ahp.revisit else "",
    }


def random_indices() -> Html:
    """Return the random indices that stand behind every consistency ratio."""
    sizes = range(_FIRST_PRINTED, len(RANDOM_INDEX) + 1)
    shown = pd.DataFrame([{str(size): RANDOM_INDEX[size - 1] for size in sizes}]).assign(what="Random index")
    columns = {"what": Column("Things compared")} | {
        str(size): Column(str(size), numbers.ratio) for size in sizes
    }
    note = (
        "Mean consistency index of judgements made at random (Saaty). Programs differ in this table, and so "
        "in their ratios; where pairs were left out, the index is lowered in proportion."
    )
    return table(shown, "What judgements at random would reach", columns, note)
