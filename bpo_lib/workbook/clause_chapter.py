"""The clause in the chapter on pricing: the leading offer drafted, and replayed on the client's past."""

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.pricing import leading_deal, offered_models, replay
from bpo_lib.workbook import charts, clauses, tables
from bpo_lib.workbook.html import Html, esc

NO_OFFER = "No pricing model is offered, so there is no clause to draft or to replay."


def draft(case: Engagement) -> Html:
    """Return the clause of the offer that costs the client least, as a draft for counsel."""
    name = leading_deal(case)
    return _note(NO_OFFER) if name is None else clauses.draft(case, name)


def replay_chart(case: Engagement) -> Html:
    """Draw what the client's past months would have been billed under that offer."""
    name = leading_deal(case)
    if name is None:
        return _note(NO_OFFER)
    model = offered_models(case)[name]
    try:
        return charts.replay(replay(case, model), model, case)
    except InputError as error:
        return _note(f"The clause cannot be replayed: {error}.")


def replay_table(case: Engagement) -> Html:
    """Return the same months in sum: as worded, under other words, and in-house."""
    name = leading_deal(case)
    if name is None:
        return Html("")
    model = offered_models(case)[name]
    try:
        return tables.replay_summary(replay(case, model), model, case)
    except InputError:
        return Html("")


def _note(words: str) -> Html:
    return Html(f'<p class="bpo-note">{esc(words)}</p>')
