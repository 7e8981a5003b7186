"""A draft for counsel: one form's charge, its worked example and the terms around it, article by article."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.pricing import PRICING_MODELS
from bpo_lib.pricing.clause import worked_example
from bpo_lib.pricing.deal import DealTerms
from bpo_lib.pricing.deal.agreement import Agreement
from bpo_lib.pricing.deal.indexation import indexation
from bpo_lib.pricing.models import PricingModel
from bpo_lib.pricing.work import expected_work
from bpo_lib.pricing.workload import Workload
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.clauses.cost_based import cost_plus, fixed_price, gain_share, target_cost
from bpo_lib.workbook.clauses.invoices import InvoiceLine, in_full, invoice_lines, other_meaning
from bpo_lib.workbook.clauses.outcomes import hybrid, outcomes
from bpo_lib.workbook.clauses.people_and_time import people_and_time
from bpo_lib.workbook.clauses.price_list import price_list
from bpo_lib.workbook.clauses.price_over_time import currency as currency_clause
from bpo_lib.workbook.clauses.price_over_time import indexation as indexation_clause
from bpo_lib.workbook.clauses.service_and_exit import early_end, service_credits
from bpo_lib.workbook.clauses.volume_bands import volume_bands
from bpo_lib.workbook.clauses.wording import Article, Pen, Wording

# Entries of the contract checklist that belong beside an article.
LISTED: Final = {"Service credits": "Credits and earning back", "Early end": "Exit and help at exit"}
LABEL: Final = "Draft for counsel"
WORDINGS: Final[Mapping[str, Callable[[Any, Pen], Wording]]] = {
    "per_fte": people_and_time,
    "per_seat": people_and_time,
    "per_paid_hour": people_and_time,
    "per_productive_hour": people_and_time,
    "per_handled_minute": people_and_time,
    "tiered": price_list,
    "transaction": volume_bands,
    "fixed_price": fixed_price,
    "cost_plus": cost_plus,
    "target_cost": target_cost,
    "outcome": outcomes,
    "gain_share": gain_share,
    "hybrid": hybrid,
}


@dataclass(frozen=True)
class Draft:
    """A draft in plain text; nothing in it is escaped yet.

    Parameters
    ----------
    title : str
        What the charge is called.
    about : str
        Whose contract it is, for what and how long.
    remarks : tuple of str
        What the draft is and is not.
    definitions : tuple of (str, str)
        Defined terms, first article.
    articles : tuple of Article
        The articles after it; the one on the example stands at place `example_at`.
    invoices : tuple of InvoiceLine
        The worked example.
    example_at : int
        Number of the article that holds the example.
    """

    title: str
    about: str
    remarks: tuple[str, ...]
    definitions: tuple[tuple[str, str], ...]
    articles: tuple[Article, ...]
    invoices: tuple[InvoiceLine, ...]
    example_at: int
    currency: str


def drafted(case: Engagement, model_name: str, terms: PricingModel | None = None) -> Draft:
    """Return the draft of a clause in words and numbers.

    Parameters
    ----------
    case : Engagement
    model_name : str
        A name of `PRICING_MODELS`.
    terms : PricingModel, optional
        Terms nobody has offered yet; those of the client when left out.

    Returns
    -------
    Draft

    Raises
    ------
    InputError
        When there is no such form, or the client gives no terms for it.
    """
    if model_name not in WORDINGS:
        raise InputError(f"there is no wording for {model_name!r}; there is for {', '.join(WORDINGS)}")
    offered = terms is None
    model = cast("PricingModel", case.of(PRICING_MODELS[model_name])) if terms is None else terms
    pen = Pen(case.profile)
    words = WORDINGS[model_name](model, pen)
    work = expected_work(case).work
    example = worked_example(model, work)
    around = _around(case, model, work)
    articles = (
        Article("Charges", words.charge),
        Article("Invoices", (*words.calculation, *_payment(case))),
        Article("Worked example", (_EXAMPLE, *other_meaning(example, pen), *in_full(example))),
        *around,
        Article("Left for counsel", _open_points(words, around)),
    )
    return Draft(
        title=words.title,
        about=_about(case),
        remarks=_remarks(offered=offered),
        definitions=words.definitions,
        articles=articles,
        invoices=tuple(invoice_lines(example, model_name, pen)),
        example_at=4,
        currency=case.profile.currency,
    )


def _payment(case: Engagement) -> tuple[str, ...]:
    days = case.of(DealTerms).payment_days
    return (
        (f"An invoice is due {numbers.count(days)} days after the Client has received it.",) if days else ()
    )


def _around(case: Engagement, model: PricingModel, work: Workload) -> tuple[Article, ...]:
    """Return the articles on what moves the price later, on missed targets and on an early end."""
    agreed, passed_on, pen = Agreement.of(case), model.follows_cost, Pen(case.profile)
    level = 1.0 if passed_on else indexation(work.months, agreed.deal, agreed.indexation)
    return (
        indexation_clause(agreed.deal, agreed.indexation, follows_cost=passed_on),
        currency_clause(agreed.currency, pen, follows_cost=passed_on),
        *service_credits(agreed.service, agreed.measures),
        *early_end(agreed, model.monthly_fee(work) * level, pen),
    )


_EXAMPLE = (
    "The example is part of this clause and shows how it is meant; where words and example differ, "
    "[the words] prevail. Its months are made up, before indexation, credits and tax."
)


def _about(case: Engagement) -> str:
    profile = case.profile
    first, last = labels.month(profile.months[0]), labels.month(profile.months[-1])
    return (
        f"{profile.process} for {profile.title} (the Client) by [name of the provider] (the Provider), "
        f"{first} to {last}"
    )


def _remarks(*, offered: bool) -> tuple[str, ...]:
    said = (
        "Written from the terms in this workbook, to be checked by the Client's counsel before anybody "
        "relies on it; it is no legal advice. Square brackets hold what is still to be filled in or "
        "decided."
    )
    return (said,) if offered else (said, "Nobody has offered these prices: they are indicative.")


def _open_points(words: Wording, around: tuple[Article, ...]) -> tuple[str, ...]:
    also = [LISTED[article.heading] for article in around if article.heading in LISTED]
    points = "; ".join(f"[{point}]" for point in words.open_points)
    entries = ", ".join(f"\u201c{entry}\u201d" for entry in (*words.checklist, *also))
    return (
        f"To settle: {points}.",
        (
            "The contract checklist of this report says what else belongs beside this clause: see "
            f"{entries} there."
        ),
    )
