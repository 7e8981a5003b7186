"""What an auditor asks for: dates of weights and bids, and the log of calls."""

import pandas as pd
import pytest
from bid_cases import answers, marked, offer

from bpo_lib.sourcing.bids.record import reference_calls, sealed_weights


def register(*dates, origin="client"):
    names = ["scorecard.quality_system", "scorecard.price_per_transaction", "scorecard.reporting"]
    rows = [(name, date, origin) for name, date in zip(names, dates, strict=False)]
    return pd.DataFrame([*rows, ("deal.transition_cost", "2027-01-01", "client")], columns=COLUMNS)


COLUMNS = ["name", "as_of", "origin"]


def bids(*dates):
    return answers(
        *([(f"P{place}", "price_per_transaction", "4", "", "", "", day)] for place, day in enumerate(dates))
    )


@pytest.mark.parametrize(
    ("weights", "opened", "status", "words"),
    [
        (
            ("2026-09-21", "2026-09-30"),
            ("2026-10-05", "2026-10-02"),
            "sealed",
            "by 30 September 2026, no later",
        ),
        (("2026-09-21",), ("2026-09-21",), "sealed", "no later than the first bid of 21 September 2026"),
        (("2026-09-21", "2026-10-03"), ("2026-10-02",), "late", "set on 3 October 2026, after the first bid"),
        (("2026-09-21", ""), ("2026-10-02",), "unknown", "date every weight (as_of)"),
        (("2026-09-21",), ("2026-10-02", ""), "unknown", "date every priced bid"),
        (("2026-09-21",), (), "unknown", "date every priced bid"),
    ],
)
def test_weights_are_sealed_when_they_are_older_than_every_bid(weights, opened, status, words):
    found = sealed_weights(register(*weights), bids(*opened) if opened else answers(offer("P", price="")))
    assert found.status == status
    assert words in found.words


def test_the_houses_own_weights_stood_before_any_bid():
    found = sealed_weights(register("", origin="default"), bids("2026-10-02"))
    assert (found.status, found.set_on) == ("house", None)


def test_calls_are_logged_by_date_and_several_ears_are_one_call():
    log = reference_calls(
        answers(
            [("Brisa", "reporting", "4", "reference", "", "", "")],
            [("Alder", "regulation", "yes", "reference", "confirmed", "", "2026-10-12")],
            [("Alder", "quality_system", "5", "reference", "a bank", "Kim", "2026-10-11")],
            [("Alder", "quality_system", "3", "reference", "", "Lee", "2026-10-11")],
            [("Alder", "technology", "", "reference", "", "", "2026-10-01")],
        )
    )
    assert log["date"].tolist() == ["2026-10-11", "2026-10-12", ""]
    first = log.iloc[0]
    assert (first["answer"], first["evaluator"], first["note"]) == ("5, 3", "Kim, Lee", "a bank")


def test_without_calls_the_log_is_empty():
    assert reference_calls(answers(marked("Alder", {"Kim": {"reporting": 4}}, "demo"))).empty
