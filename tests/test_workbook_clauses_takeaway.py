"""A draft to take away: plain text, and a document for a word processor."""

import stand_ins
from bs4 import BeautifulSoup
from clause_cases import client, published
from test_workbook_clauses_pages import hostile

from bpo_lib.workbook import clauses


def text():
    return clauses.draft_text(client(), "transaction", published())


def test_the_text_begins_with_its_label_and_holds_both_fees():
    lines = text().splitlines()
    assert lines[0] == "DRAFT FOR COUNSEL"
    assert "50,040.00" in text()
    assert "54,040.00" in text()


def test_no_line_is_wider_than_a_message():
    assert max(len(line) for line in text().splitlines()) <= 90
    assert "\u00a0" not in text()


def test_the_example_stands_in_columns():
    (row,) = [
        line for line in text().splitlines() if line.strip().startswith("ARC") and line.endswith(" 40.00")
    ]
    assert row.split() == ["ARC", "1", "Transaction", "40.00", "40.00"]


def test_the_document_holds_the_same_and_stays_inert():
    document = BeautifulSoup(clauses.draft_document(hostile(), "transaction", published()), "html.parser")
    assert document.title.text.startswith("Draft for counsel")
    assert document.find(["script", "a"]) is None
    assert stand_ins.HOSTILE in document.body.text


def test_both_are_written_beside_one_another(tmp_path):
    saved = clauses.save_draft(client(), "transaction", tmp_path / "new", published())
    assert [path.name for path in saved] == ["test-transaction-clause.txt", "test-transaction-clause.html"]
    assert saved[0].read_text(encoding="utf-8") == text()


def test_the_chapter_offers_the_same_text_to_copy():
    shown = stand_ins.page(clauses.draft(client(), "transaction", published()))
    assert shown.details.pre.text == text()
    assert (
        BeautifulSoup(clauses.draft_document(client(), "transaction", published()), "html.parser").pre is None
    )
