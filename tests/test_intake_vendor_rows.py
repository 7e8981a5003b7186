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
        (
            "N,security_certificate,valid,,",
            (
                "row 2, answer: 'valid' is neither yes nor no. security_certificate is a must-have: write "
                "yes or no, or the day until which it is valid, such as 2027-06-30"
            ),
        ),
        (
            "N,security_certificate,31.12.2027,,",
            "row 2, answer: '31.12.2027' is not a date. Write year, month",
        ),
        (
            "N,capacity_for_peak,plenty,,",
            "row 2, answer: 'plenty' is neither yes nor no. capacity_for_peak is a",
        ),
        (
            "N,capacity_for_peak,0,,",
            "row 2, answer: the volume 0 is not above 0. Write the transactions a month",
        ),
        (
            "N,attrition_per_year,31,,",
            "row 2, answer: 31 is no share of a team. Write 0.3 for 30% a year, or no",
        ),
        ("N,sites,0,,", "row 2, answer: 0 is below 1. Write how many there are, or no"),
        (
            "N,pilot_accepted,maybe,,",
            "row 2, answer: 'maybe' is neither yes nor no. pilot_accepted is a plain question: write yes",
        ),
        ("N,sites,yes,,", "row 2, answer: 'yes' is not a plain number. Write digits with a point"),
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
            "row 3, criterion: 'n' answers reporting already in row 2. Keep one of the rows, or name who",
        ),
    ],
)
def test_a_providers_answer_that_cannot_be_used_is_named(row, problem):
    _, [found] = read_rows(vendors_of, VENDORS, f"{HEADER}{row}\n")
    assert found.startswith(problem)


MARKED = "vendor,criterion,answer,evidence,note,evaluator,date\n"


def test_several_evaluators_mark_levels_on_their_days():
    rows = "N,reporting,4,demo,,Kim,2026-10-12\nn,reporting,3,claim,,Lee,\nN,technology,2,,,kim,\n"
    vendors, problems = read_rows(vendors_of, VENDORS, MARKED + rows)
    assert not problems
    assert vendors["evaluator"].tolist() == ["Kim", "Lee", "Kim"]  # spelt as the first time
    assert vendors["vendor"].tolist() == ["N", "N", "N"]
    assert vendors["date"].tolist() == ["2026-10-12", "", ""]


def test_a_day_a_volume_a_share_and_a_count_stand_in_place_of_yes():
    rows = (
        "N,security_certificate,2028-03-31,certificate,\nN,capacity_for_peak,58000,demo,\n"
        "N,attrition_per_year,0.31,,\nN,sites,2,,\nN,pilot_accepted,Yes,,\nN,own_people,NO,,\n"
    )
    vendors, problems = read_rows(vendors_of, VENDORS, HEADER + rows)
    assert not problems
    assert vendors["answer"].tolist() == ["2028-03-31", "58000", "0.31", "2", "yes", "no"]


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        (
            "N,reporting,3,,,Kim,\nN,reporting,4,,,KIM,",
            "row 3, criterion: 'N' answers reporting already in row 2 by 'KIM'. Keep one of the rows",
        ),
        (
            "N,reporting,3,,,Kim,\nN,reporting,4,,,,",
            (
                "row 3, evaluator: row 2 gives another level of reporting, and one of them names no "
                "evaluator. Name the evaluator of each"
            ),
        ),
        (
            "N,price_per_transaction,3,,,Kim,\nN,price_per_transaction,4,,,Lee,",
            (
                "row 3, criterion: 'N' answers price_per_transaction already in row 2. Keep one of the rows; "
                "only levels are marked by several evaluators"
            ),
        ),
        (
            "N,reporting,3,,,Kim,12.10.2026",
            "row 2, date: '12.10.2026' is not a date. Write year, month and day",
        ),
    ],
)
def test_marks_that_cannot_stand_together_are_named(rows, problem):
    _, [found] = read_rows(vendors_of, VENDORS, f"{MARKED}{rows}\n")
    assert found.startswith(problem)
