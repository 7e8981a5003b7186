"""vendors.csv: each answer in the form its criterion asks for."""

import pytest
from client_folders import read_rows

from bpo_lib.intake.layouts import VENDORS
from bpo_lib.intake.vendor_rows import vendors_of

HEADER = "vendor,criterion,answer,evidence,note\n"


def test_providers_answers_are_brought_to_one_form():
    rows = "N,regulation,YES,claim,\nN,reporting,3.0,DEMO,\nN,price_per_transaction,4.10,,\nN,continuity,,,\n"
    vendors, problems = read_rows(vendors_of, VENDORS, HEADER + rows)
    assert not problems
    assert vendors["answer"].tolist() == ["yes", "3", "4.10", ""]
    assert vendors["evidence"].tolist() == ["claim", "demo", "", ""]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (
            "N,regulation,4,,",
            "row 2, answer: '4' is neither yes nor no. regulation is a must-have: write yes or no",
        ),
        ("N,reporting,6,,", "row 2, answer: 6 is not a level. Write a level from 1 to 5"),
        ("N,reporting,good,,", "row 2, answer: 'good' is not a plain number. Write digits"),
        (
            'N,price_per_transaction,"4,10",,',
            "row 2, answer: '4,10' is not a plain number. Write 4.10 if the comma",
        ),
        ("N,price_per_transaction,0,,", "row 2, answer: the price 0 is not above 0. Write the price of one"),
        (
            "N,report,3,,",
            "row 2, criterion: 'report' is not a criterion for providers. Did you mean reporting?",
        ),
        (",reporting,3,,", "row 2, vendor: the cell is empty. Fill it in, or delete the row"),
        (
            "N,reporting,3,rumour,",
            "row 2, evidence: 'rumour' is not one of the words allowed. Use one of: ref",
        ),
        (
            "N,reporting,3,,\nn,reporting,4,,",
            "row 3, criterion: 'n' answers reporting already in row 2. Keep one",
        ),
    ],
)
def test_a_providers_answer_that_cannot_be_used_is_named(row, problem):
    _, [found] = read_rows(vendors_of, VENDORS, f"{HEADER}{row}\n")
    assert found.startswith(problem)
