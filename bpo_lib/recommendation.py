"""The answer a board asks for: should this leave the house, and on which condition?"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bpo_lib.engagement import Engagement
from bpo_lib.fit import COST_GATE, NAMES, OUTSOURCED, FitResult, score_fit
from bpo_lib.pricing import deal_figures
from bpo_lib.sourcing import recommended_deal

Answer = Literal["outsource", "outsource_if", "other_way", "not_on_cost", "not_yet", "price_first"]


@dataclass(frozen=True)
class Recommendation:
    """What to do, and what stands between the client and doing it.

    Parameters
    ----------
    answer : str
        outsource; outsource_if the conditions are met; other_way, when the gates let the work leave but
        another way of doing it is worth more; not_on_cost, when it fits but no priced deal is cheaper
        than staying; not_yet, when gates stop every way of outsourcing; price_first, when it fits and no
        model has been priced.
    way : str
        Key of the alternative that is worth most of those the gates leave.
    model : str or None
        The deal to follow, whether or not it is worth taking: of the form that suits the work, the
        cheapest that will last.
    conditions : tuple of str
        What has to be settled or lifted first, in the order of the gates.
    """

    answer: Answer
    way: str
    model: str | None
    conditions: tuple[str, ...]


@lru_cache(maxsize=32)
def recommend(case: Engagement) -> Recommendation:
    """Return the recommendation: gates first, then cost, then open conditions.

    No saving buys off a gate, and no score makes a dearer deal worth taking.

    Returns
    -------
    Recommendation

    References
    ----------
    Source: house practice.
    """
    fit, model = score_fit(case), recommended_deal(case)
    stopped = fit.gates[fit.gates["status"] == "stopped"]
    # A stopped gate may leave some ways of outsourcing; only where it leaves none may nothing move.
    if fit.verdict == "fail":
        return Recommendation("not_yet", fit.leader, model, tuple(stopped["lifts"]))
    conditions = (*fit.conditions, *_to_settle(fit))
    # Before the other ways: a gate on cost takes outsourcing out of their race, and has an answer of its own.
    if model is not None and (COST_GATE in set(stopped["gate"]) or not _saves(case, model)):
        return Recommendation("not_on_cost", fit.leader, model, (*stopped["lifts"], *conditions))
    if fit.leader not in OUTSOURCED:
        return Recommendation("other_way", fit.leader, model, conditions)
    if model is None:
        return Recommendation("price_first", fit.leader, None, conditions)
    return Recommendation("outsource_if" if conditions else "outsource", fit.leader, model, conditions)


def _saves(case: Engagement, model: str) -> bool:
    return bool(deal_figures(case, model)["saving_npv"] > 0)


def _to_settle(fit: FitResult) -> tuple[str, ...]:
    """Return what to find out before an answer that is still open is acted upon."""
    if fit.standing != "open" or fit.runner_up is None or fit.settle_first.empty:
        return ()
    first = fit.settle_first.iloc[0]
    rivals = f"{NAMES[fit.leader]} or {NAMES[fit.runner_up]}"
    return (f"It is open which is better, to {rivals}: settle {first['name']} first.",)
