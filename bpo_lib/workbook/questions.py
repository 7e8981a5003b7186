"""The questions a what-if panel can ask again and again: an engagement in, one answer out."""

from collections.abc import Callable
from dataclasses import dataclass

from bpo_lib.engagement import Engagement
from bpo_lib.workbook.html import Html


@dataclass(frozen=True)
class Question:
    """A question to an engagement and the assumptions that bear on it.

    Parameters
    ----------
    answer : callable
        Engagement to what is shown; may raise `InputError`.
    groups : tuple of str
        Groups of assumptions a panel offers, the most telling first.
    """

    answer: Callable[[Engagement], Html]
    groups: tuple[str, ...]

    def __call__(self, case: Engagement) -> Html:
        """Return the answer for one engagement."""
        return self.answer(case)


def _pricing(case: Engagement) -> Html:
    """Return what each pricing model costs."""
    from bpo_lib.pricing import compare_pricing  # noqa: PLC0415 - a panel loads only what it asks
    from bpo_lib.workbook import charts  # noqa: PLC0415

    return charts.pricing_comparison(compare_pricing(case), case)


def _staffing(case: Engagement) -> Html:
    """Return how many paid FTE the work needs each month."""
    from bpo_lib.staffing import staffing_plan  # noqa: PLC0415
    from bpo_lib.workbook import charts  # noqa: PLC0415

    return charts.staff_by_month(staffing_plan(case), case)


def _forecast(case: Engagement) -> Html:
    """Return the volume to expect."""
    from bpo_lib.forecast import volume_outlook  # noqa: PLC0415
    from bpo_lib.workbook import charts  # noqa: PLC0415

    return charts.volume_history_and_forecast(volume_outlook(case), case)


def _fit(case: Engagement) -> Html:
    """Return how far each group of criteria speaks for outsourcing."""
    from bpo_lib.fit import score_fit  # noqa: PLC0415
    from bpo_lib.workbook import charts  # noqa: PLC0415

    return charts.fit_by_group(score_fit(case), case)


pricing = Question(_pricing, ("per_fte", "transaction", "outcome", "in_house", "work", "deal"))
staffing = Question(_staffing, ("work",))
forecast = Question(_forecast, ("forecast", "work"))
fit = Question(_fit, ("fit",))
