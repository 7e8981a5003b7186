"""What several charges have in common."""

from clause_cases import pen

from bpo_lib.workbook.clauses.shared_terms import (
    each_month,
    period,
    services,
    settled_when,
    settlement_period,
    transaction,
)


def test_a_transaction_is_what_the_client_calls_it():
    term, meaning = transaction(pen(transaction="invoice"))
    assert term == "Transaction"
    assert meaning.startswith("one invoice, from [start] to [end]")


def test_services_name_the_process():
    assert services(pen(process="Accounts payable"))[1].startswith("Accounts payable, as described")


def test_a_settlement_period_is_defined_only_where_it_is_not_the_month():
    assert settlement_period(1) == ()
    assert (period(1), each_month(1)) == ("Month", "a Month")
    ((_, meaning),) = settlement_period(3)
    assert "three Months" in meaning
    assert period(3) in each_month(3)


def test_a_quarter_is_set_right_with_its_last_invoice():
    assert "last Month" in settled_when(3, "The ARC")
    assert "last Month" not in settled_when(1, "The ARC")
