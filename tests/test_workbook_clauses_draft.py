"""The draft for counsel: every form has one, its terms are defined and used, and it stays short."""

import re
from functools import cache

import pytest
from clause_cases import client, published, with_terms
from clause_terms import terms

from bpo_lib.delivery import contract
from bpo_lib.errors import InputError
from bpo_lib.pricing import PRICING_MODELS, DealTerms
from bpo_lib.pricing.deal.currency import CurrencyTerms
from bpo_lib.pricing.deal.termination import ExitTerms
from bpo_lib.workbook import clauses
from bpo_lib.workbook.clauses.draft import WORDINGS, drafted

every_form = pytest.mark.parametrize("name", PRICING_MODELS)
SEEDS = (0, 1)
# Capital letters that are no defined terms: the parties, initials, and words that begin a paragraph.
KNOWN = {"Client", "Provider", "FTE", "ARC", "RRC", "EUR", "Index", "Step", "Total"}


@cache
def written(name, seed):
    """Return the draft of drawn terms, made once."""
    return drafted(client(), name, terms(name, seed))


def spoken(draft):
    """Return the text of a draft without its definitions' own names, and the names."""
    meanings = [meaning for _, meaning in draft.definitions]
    articles = [words for article in draft.articles for words in article.paragraphs]
    rows = [f". {row.invoice}. {row.charge}. {row.quantity}" for row in draft.invoices]
    return [*meanings, *articles, *rows], [term for term, _ in draft.definitions]


def test_every_form_has_a_wording():
    assert set(WORDINGS) == set(PRICING_MODELS)


@every_form
def test_each_defined_term_is_used(name):
    for seed in SEEDS:
        text, defined = spoken(written(name, seed))
        together = " ".join(text)
        assert [term for term in defined if not term.startswith("Tier") and term not in together] == []


@every_form
def test_each_capital_term_is_defined(name):
    for seed in SEEDS:
        text, defined = spoken(written(name, seed))
        allowed = KNOWN | {word for term in defined for word in term.split()}
        for words in text:
            inside = re.sub(r"(^|[.:;] |\[|\u201c)[A-Z][\w-]*", " ", words)  # not where a sentence begins
            inside = re.sub(r"\u201c[^\u201d]*\u201d", " ", inside)
            found = {re.sub(r"(?<=\w)s$", "", word) for word in re.findall(r"\b[A-Z][\w-]+", inside)}
            assert found <= allowed | {re.sub(r"s$", "", word) for word in allowed}, words


@every_form
def test_a_draft_fits_two_pages(name):
    case = with_terms(client(), CurrencyTerms(client_share=0.5), ExitTerms(investment=1e5, wind_down_weeks=8))
    draft = drafted(case, name, terms(name))
    text, _ = spoken(draft)
    # A printed page holds about 600 words of this size beside its share of the table.
    assert sum(len(words.split()) for words in text) < 1_300
    assert len(draft.invoices) <= 30


@every_form
def test_the_checklist_entries_a_draft_refers_to_exist(name):
    listed = {clause.clause for clause in contract.STANDING}
    listed |= {clause.clause for group in contract.BY_OPTION.values() for clause in group}
    late = with_terms(client(), ExitTerms(investment=1e5))
    (*_, last) = drafted(late, name, terms(name, 0)).articles
    named = re.findall(r"\u201c(.*?)\u201d", last.paragraphs[-1])
    assert "Exit and help at exit" in named
    assert set(named) <= listed


def test_the_clients_own_terms_are_no_indication_and_others_are():
    offered = with_terms(client(), published())
    assert len(drafted(offered, "transaction").remarks) == 1
    assert "indicative" in drafted(client(), "transaction", published()).remarks[-1]


def test_payment_terms_are_said_where_there_are_some():
    late = with_terms(client(), DealTerms(transition_cost=0, payment_days=45))
    invoices = drafted(late, "transaction", published()).articles[1].paragraphs
    assert "due 45 days after" in invoices[-1]


def test_what_cannot_be_drafted_is_said():
    with pytest.raises(InputError, match="no wording for 'per_smile'"):
        clauses.draft(client(), "per_smile")
    with pytest.raises(InputError, match="gives no 'transaction' assumptions"):
        clauses.draft(client(), "transaction")
