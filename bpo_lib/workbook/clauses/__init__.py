"""Clauses: the chosen terms in contract wording, with a worked example, as a draft for counsel."""

from pathlib import Path

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.models import PricingModel
from bpo_lib.workbook.clauses import takeaway
from bpo_lib.workbook.clauses.draft import LABEL, WORDINGS, Draft, drafted
from bpo_lib.workbook.clauses.pages import page
from bpo_lib.workbook.html import Html

__all__ = ["LABEL", "WORDINGS", "Draft", "draft", "draft_document", "draft_text", "drafted", "save_draft"]


def draft(case: Engagement, model_name: str, terms: PricingModel | None = None) -> Html:
    """Return the clause of one form as the chapter shows it: a draft for counsel.

    Parameters
    ----------
    case : Engagement
    model_name : str
        A name of `PRICING_MODELS`.
    terms : PricingModel, optional
        Terms nobody has offered yet; those of the client when left out.

    Returns
    -------
    Html

    Raises
    ------
    InputError
        When there is no such form, or the client gives no terms for it.
    """
    written = drafted(case, model_name, terms)
    return page(written, takeaway.text(written))


def draft_text(case: Engagement, model_name: str, terms: PricingModel | None = None) -> str:
    """Return the same draft as plain text, to paste into a message or a contract."""
    return takeaway.text(drafted(case, model_name, terms))


def draft_document(case: Engagement, model_name: str, terms: PricingModel | None = None) -> str:
    """Return the same draft as a page of its own that a word processor opens."""
    return takeaway.document(drafted(case, model_name, terms))


def save_draft(
    case: Engagement, model_name: str, folder: str | Path, terms: PricingModel | None = None
) -> list[Path]:
    """Write the draft into a folder, as text and as a document for a word processor.

    Parameters
    ----------
    case, model_name, terms
        As for `draft`.
    folder : path
        Made where it is not there.

    Returns
    -------
    list of Path
        `<client>-<form>-clause.txt` and `.html`; files of that name are replaced.
    """
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    written = drafted(case, model_name, terms)
    saved = []
    for ending, content in (("txt", takeaway.text(written)), ("html", takeaway.document(written))):
        target = place / f"{case.client}-{model_name}-clause.{ending}"
        target.write_text(content, encoding="utf-8")
        saved.append(target)
    return saved
