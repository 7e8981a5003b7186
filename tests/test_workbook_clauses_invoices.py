"""The worked example in a contract's words."""

import pytest
from clause_cases import pen, published
from clause_terms import terms, work

from bpo_lib.pricing import PRICING_MODELS
from bpo_lib.pricing.clause import worked_example
from bpo_lib.pricing.clause.invoice import ITEMISED
from bpo_lib.workbook.clauses import invoices
from bpo_lib.workbook.clauses.invoices import in_full, invoice_lines, other_meaning


def rows(model, form="transaction"):
    return invoice_lines(worked_example(model, work()), form, pen())


def test_the_published_month_over_the_edge_is_written_out():
    found = rows(published())
    at = next(place for place, row in enumerate(found) if row.invoice.startswith("Just above"))
    assert [
        (row.charge, row.quantity.replace("\u00a0", " "), row.rate, row.amount) for row in found[at : at + 3]
    ] == [
        ("Baseline Charge", "1,000 Transactions", "50.00", "50,000.00"),
        ("ARC", "1 Transaction", "40.00", "40.00"),
        ("Total", "", "", "50,040.00"),
    ]
    assert found[at].invoice == "Just above the Dead Band: 1,101 Transactions"


@pytest.mark.parametrize(
    ("back", "fee", "other"), [(0, "50,040.00", "54,040.00"), (1, "54,040.00", "50,040.00")]
)
def test_both_meanings_of_1101_are_told(back, fee, other):
    (words,) = other_meaning(worked_example(published(back_to_baseline=back), work()), pen())
    said = words.replace("\u00a0", " ")
    assert f"1,101 Transactions cost EUR {fee} as worded above, and EUR {other} if" in said


def test_a_form_without_a_band_has_no_other_meaning():
    assert other_meaning(worked_example(terms("per_fte"), work()), pen()) == ()


def test_rounded_rates_are_admitted():
    assert in_full(worked_example(published(), work())) == ()
    assert in_full(worked_example(published(unit_price=3.14159265), work()))


@pytest.mark.parametrize("form", PRICING_MODELS)
def test_every_charge_and_month_of_every_form_has_words(form):
    for seed in range(3):
        example = worked_example(terms(form, seed), work())
        for part in example.rows["part"]:
            assert part in invoices.CHARGES or (form, part) in invoices._CHARGES or part.startswith("tier_")
        for shown in example.invoices.index:
            assert shown in invoices._SHOWN or shown.startswith(("at_end", "past_end")), shown
    assert form in ITEMISED
