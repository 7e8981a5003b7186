"""What the weights say, in sentences: where they come from, what counts most, where raters part."""

import numpy as np

from bpo_lib.fit.agreement import kendall_w
from bpo_lib.fit.weighting.ahp import ACCEPTED_RATIO
from bpo_lib.fit.weighting.elicited import GROUP_SET, Weighting
from bpo_lib.fit.weighting.weight_sets import WeightSet
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.weight_words import METHOD_WORDS, contradiction, member, revisited, set_words

Sentences = tuple[str, ...]


def weight_findings(weighting: Weighting) -> Sentences:
    """Return the findings on the weights: their source and the largest first, then what to talk about."""
    sets = weighting.by_set.values()
    return (
        _source(weighting),
        _largest(weighting.by_set[GROUP_SET]),
        *(said for each in sets for said in _consistency(each)),
        *(said for each in sets for said in _furthest_apart(each)),
        *(said for each in sets for said in _raters(each)),
        *weighting.notes,
    )


def _source(weighting: Weighting) -> str:
    groups = weighting.by_set[GROUP_SET]
    inside = [each for each in weighting.by_set.values() if each.method != "house" and each is not groups]
    said = f"The groups are weighed by {_by(groups)}"
    if not inside:
        return f"{said}, the criteria inside each by points of the house."
    named = [f"{set_words(each.name)} by {_by(each)}" for each in inside]
    return f"{said}, {labels.listed(named)}."


def _by(each: WeightSet) -> str:
    if not each.raters:
        return METHOD_WORDS[each.method]
    people = f"{len(each.raters)} raters" if len(each.raters) > 1 else each.raters[0] or "one rater"
    return f"{METHOD_WORDS[each.method]} ({people})"


def _largest(groups: WeightSet) -> str:
    order = np.argsort(-groups.shares, kind="stable")
    first, second, last = (
        f"{member(groups.members[place])} ({numbers.percent(groups.shares[place])})"
        for place in (order[0], order[1], order[-1])
    )
    return f"Most weight goes to {first} and {second}, least to {last}."


def _consistency(each: WeightSet) -> Sentences:
    ahp = each.ahp
    if ahp is None or np.isnan(ahp.consistency_ratio):
        return ()
    ratio, limit = numbers.three_decimals(ahp.consistency_ratio), numbers.ratio(ACCEPTED_RATIO)
    fits = "within" if ahp.consistency_ratio <= ACCEPTED_RATIO else "above"
    said = (
        f"The comparisons of {set_words(each.name)} have a consistency ratio of {ratio}, "
        f"{fits} the limit of {limit}"
    )
    if len(each.ahp_by_rater) > 1:
        return (f"{said}.", *_most_inconsistent(each))
    return (f"{said}; worth a second look: {revisited(ahp.revisit)}.",) if ahp.revisit else (f"{said}.",)


def _most_inconsistent(each: WeightSet) -> Sentences:
    """Return which rater contradicts itself most, and over what."""
    rater, own = max(each.ahp_by_rater.items(), key=lambda item: item[1].consistency_ratio)
    if own.revisit is None:
        return ()
    ratio = numbers.three_decimals(own.consistency_ratio)
    who = f"The judgements of {rater or 'one rater'} contradict one another most ({ratio})"
    return (f"{who}: {revisited(own.revisit)}.",)


def _furthest_apart(each: WeightSet) -> Sentences:
    """Return the three judgements to talk about where they contradict one another more than is accepted."""
    ahp = each.ahp
    if ahp is None or ahp.worst_triple is None or not ahp.consistency_ratio > ACCEPTED_RATIO:
        return ()
    return (f"Furthest apart among them: {contradiction(ahp.worst_triple)}.",)


def _raters(each: WeightSet) -> Sentences:
    """Return on what the raters differ most, and how far they agree on the order."""
    if len(each.by_rater) < 2:
        return ()
    own = np.array(list(each.by_rater.values()))
    names = [rater or "one rater" for rater in each.by_rater]
    place = int(np.ptp(own, axis=0).argmax())
    if not np.ptp(own[:, place]) > 0:
        return (f"All raters weigh {set_words(each.name)} alike.",)
    low, high = int(own[:, place].argmin()), int(own[:, place].argmax())
    agreement = kendall_w(own)
    ends = " and ".join(
        f"{numbers.percent(own[row, place])} for {names[row]}" for row in (int(low), int(high))
    )
    said = f"On {set_words(each.name)} the raters differ most over {member(each.members[place])}: {ends}"
    if np.isnan(agreement):
        return (f"{said}.",)
    return (f"{said}; on the order they agree to {numbers.ratio(agreement)} of 1 (Kendall's W).",)
