"""What the chapter on the contract shows of the deal to follow; a sentence where none is priced."""

from collections.abc import Callable

from bpo_lib.engagement import Engagement
from bpo_lib.pricing import driver_tornado, offered_models, replay
from bpo_lib.sourcing import recommended_deal
from bpo_lib.workbook import charts, clauses, tables
from bpo_lib.workbook.charts.figure import not_drawn
from bpo_lib.workbook.html import Html


def tornado(case: Engagement) -> Html:
    """Draw what each driver alone does to both sides of the deal to follow."""
    return _of_followed(case, lambda name: charts.risk_tornado(driver_tornado(case), name, case))


def clause(case: Engagement) -> Html:
    """Return the deal to follow in contract wording, with a worked example: a draft for counsel."""
    return _of_followed(case, lambda name: clauses.draft(case, name))


def replayed(case: Engagement) -> Html:
    """Draw what the deal to follow would have billed in the client's own past months."""
    terms = offered_models(case)
    return _of_followed(case, lambda name: charts.replay(replay(case, terms[name]), terms[name], case))


def readings(case: Engagement) -> Html:
    """Return what the deal to follow would have billed in the past, under its own and other readings."""
    terms = offered_models(case)
    return _of_followed(
        case, lambda name: tables.replay_summary(replay(case, terms[name]), terms[name], case)
    )


def _of_followed(case: Engagement, view: Callable[[str], Html]) -> Html:
    name = recommended_deal(case)
    if name is None:
        return not_drawn("No pricing model has been offered, so there is no contract to show.")
    return view(name)
