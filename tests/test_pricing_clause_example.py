"""The worked example: each branch of a clause, billed by the terms themselves."""

import numpy as np
import pytest
from clause_cases import published
from clause_terms import terms, work
from test_pricing_clause_invoice import every_form

from bpo_lib.pricing.clause import worked_example

HAND = work()


def test_the_published_dead_band_is_in_the_example():
    # UpperEdge: baseline 1,000 for 50,000, band 10%: 900, 1,000 and 1,100 pay that.
    invoices = worked_example(published(), HAND).invoices
    assert invoices.loc[["lower_edge", "baseline", "upper_edge"], "volume"].tolist() == [900, 1_000, 1_100]
    assert invoices.loc[["lower_edge", "baseline", "upper_edge"], "fee"].tolist() == [50_000] * 3


def test_one_over_the_edge_costs_one():
    example = worked_example(published(), HAND)
    assert example.invoices.loc["just_over", "fee"] == pytest.approx(50_040)
    arc = example.rows.query("shown == 'just_over' and part == 'arc'").iloc[0]
    assert (arc["quantity"], arc["rate"], arc["amount"]) == pytest.approx((1, 40, 40))


def test_the_example_shows_both_meanings_of_the_band():
    invoices = worked_example(published(), HAND).invoices
    both = invoices.loc["just_over", ["fee", "back_to_baseline"]]
    assert both.tolist() == pytest.approx([50_040, 54_040])
    assert worked_example(published(back_to_baseline=1), HAND).invoices.loc["just_over", "fee"] == 54_040


def test_a_quarter_is_one_invoice_of_three_months():
    example = worked_example(published(settlement_months=3), HAND)
    assert example.invoices.loc["netted", ["months", "volume", "fee"]].tolist() == [3, 3_000, 150_000]
    assert example.invoices.loc["netted", "settled_1"] == pytest.approx(150_000 + 150 * 40 - 150 * 35)


@every_form
def test_the_rows_of_an_invoice_come_to_its_fee(name):
    example = worked_example(terms(name), HAND)
    sums = example.rows.groupby("shown")["amount"].sum().reindex(example.invoices.index, fill_value=0.0)
    assert sums.to_numpy() == pytest.approx(example.invoices["fee"].to_numpy(), rel=1e-9, abs=1e-9)


@every_form
def test_a_row_is_numbers_and_its_amount_can_be_worked_by_hand(name):
    rows = worked_example(terms(name), HAND).rows
    assert rows[["quantity", "rate", "amount"]].dtypes.tolist() == [np.dtype(float)] * 3
    known = rows.dropna(subset="rate")
    assert (known["quantity"] * known["rate"]).to_numpy() == pytest.approx(
        known["amount"].to_numpy(), rel=1e-9
    )


@every_form
def test_the_fee_is_what_the_terms_charge(name):
    model = terms(name)
    example = worked_example(model, HAND)
    for shown, months in example.work.items():
        assert example.invoices.loc[shown, "fee"] == pytest.approx(float(model.monthly_fee(months).sum()))
