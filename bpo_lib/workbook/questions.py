"""The questions a what-if panel can ask again and again: an engagement in, one answer out."""

from collections.abc import Callable
from dataclasses import dataclass

from bpo_lib.engagement import Engagement
from bpo_lib.fit import score_fit
from bpo_lib.forecast import volume_outlook
from bpo_lib.pricing import compare_pricing
from bpo_lib.staffing import staffing_plan
from bpo_lib.workbook import charts
from bpo_lib.workbook.html import Html


@dataclass(frozen=True)
class Question:
    """A question to an engagement and the assumptions that bear on it.

    Parameters
    ----------
    answer : callable
        Engagement to what is shown; may raise `InputError`.
    names : tuple of str
        Assumptions a panel offers; those a client has not given are left out.
    live_only, chat_only : tuple of str
        Those among them that move nothing where nobody waits for an answer, and nothing but chat.
    """

    answer: Callable[[Engagement], Html]
    names: tuple[str, ...]
    live_only: tuple[str, ...] = ()
    chat_only: tuple[str, ...] = ()

    def names_for(self, case: Engagement) -> list[str]:
        """Return the assumptions that bear on the question for one engagement."""
        known = set(case.register.loc[case.register["value"].notna(), "name"])
        idle = set(() if case.profile.answers_live else self.live_only)
        idle |= set(() if case.profile.holds_several else self.chat_only)
        return [name for name in self.names if name in known and name not in idle]

    def __call__(self, case: Engagement) -> Html:
        """Return the answer for one engagement."""
        return self.answer(case)


def _pricing(case: Engagement) -> Html:
    """Return what each pricing model costs."""
    return charts.pricing_comparison(compare_pricing(case), case)


def _staffing(case: Engagement) -> Html:
    """Return how many paid FTE the work needs each month."""
    return charts.staff_by_month(staffing_plan(case), case)


def _forecast(case: Engagement) -> Html:
    """Return the volume to expect."""
    return charts.volume_history_and_forecast(volume_outlook(case), case)


def _fit(case: Engagement) -> Html:
    """Return the score and what each criterion adds to it: the score of a group ignores its weight."""
    return charts.fit_contributions(score_fit(case), case)


pricing = Question(
    _pricing,
    (
        "per_fte.rate_per_month",
        "transaction.unit_price",
        "transaction.baseline_volume",
        "outcome.fee_per_outcome",
        "in_house.cost_per_fte_month",
        "work.handling_minutes",
        "deal.transition_cost",
        "deal.discount_rate_per_year",
    ),
)
staffing = Question(
    _staffing,
    (
        "work.handling_minutes",
        "work.planned_shrinkage",
        "work.unplanned_shrinkage",
        "work.max_occupancy",
        "work.service_level",
        "work.answer_seconds",
        "work.patience_seconds",
        "work.concurrency",
        "people.attrition_per_year",
        "people.starting_productivity",
    ),
    live_only=("work.service_level", "work.answer_seconds", "work.patience_seconds"),
    chat_only=("work.concurrency",),
)
forecast = Question(
    _forecast, ("demand.volume_growth_per_year", "demand.step_share", "demand.deflected_share")
)
fit = Question(
    _fit,
    ("fit.strategy", "fit.process", "fit.demand", "fit.risk", "fit.market", "fit.governance"),
)
