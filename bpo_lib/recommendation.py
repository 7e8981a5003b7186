"""The answer a board asks for: should this leave the house, and on which condition?"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bpo_lib.engagement import Engagement
from bpo_lib.fit import score_fit
from bpo_lib.pricing import deal_figures, leading_deal

Answer = Literal["outsource", "outsource_if", "not_on_cost", "not_yet", "price_first"]


@dataclass(frozen=True)
class Recommendation:
    """What to do, and what stands between the client and doing it.

    Parameters
    ----------
    answer : str
        outsource; outsource_if the conditions are met; not_on_cost, when it fits but no priced
        deal is cheaper than staying; not_yet, when a gate stops it; price_first, when it fits
        and no model has been priced.
    model : str or None
        The cheapest deal priced, whether or not it is worth taking.
    conditions : tuple of str
        What has to be settled or lifted first, in the order of the gates.
    """

    answer: Answer
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
    fit, model = score_fit(case), leading_deal(case)
    stopped = fit.gates[fit.gates["status"] == "stopped"]
    # A stopped gate may leave some ways of outsourcing; only where it leaves none may nothing move.
    if fit.verdict == "fail":
        return Recommendation("not_yet", model, tuple(stopped["lifts"]))
    if model is None:
        return Recommendation("price_first", None, fit.conditions)
    if deal_figures(case, model)["saving_npv"] <= 0:
        return Recommendation("not_on_cost", model, (*stopped["lifts"], *fit.conditions))
    return Recommendation("outsource_if" if fit.conditions else "outsource", model, fit.conditions)
