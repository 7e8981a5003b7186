"""The page over a batch names every client, with its verdict or with what is in the way."""

import json

import pytest

from bpo_lib.workbook.index_page import batch_json, index_page
from bpo_lib.workbook.job import Outcome

PROFILE = {
    "title": "Harbour <b>Bank</b>",
    "process": "Customer calls",
    "sector": "Banking",
    "currency": "EUR",
    "start": "2026-01-01",
    "term_months": 36,
    "operation": "voice",
    "transaction": "call",
}
FIGURES = [
    {"name": "verdict", "value": "pass", "unit": "text", "label": "Fit to outsource", "detail": ""},
    {"name": "saving_npv", "value": 1_240_000.0, "unit": "currency", "label": "Saving", "detail": ""},
    {"name": "saving_share", "value": 0.124, "unit": "share", "label": "Saving share", "detail": ""},
]


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "harbour" / "base"
    folder.mkdir(parents=True)
    results = {"profile": PROFILE, "chapters": {"pricing": [], "summary": FIGURES}}
    (folder / "results.json").write_text(json.dumps(results))
    return tmp_path


GOOD = Outcome(
    "harbour", "base", "ok", report="harbour/base/report.html", results="harbour/base/results.json"
)


def test_a_client_is_shown_with_verdict_figures_and_link(out):
    page = index_page([GOOD], out)
    assert '<a href="harbour/base/report.html">Harbour &lt;b&gt;Bank&lt;/b&gt;</a>' in page
    for text in ("Fit to outsource", "EUR\u00a01.24m", "12.4%", "Customer calls", "1 report"):
        assert text in page


def test_a_failure_says_why_and_points_at_the_earlier_report(out):
    failed = Outcome(
        "harbour", "base", "failed", error="chapter fit: no", report=GOOD.report, results=GOOD.results
    )
    page = index_page([failed], out)
    assert "chapter fit: no" in page
    assert "from an earlier run" in page
    assert "1.24m" not in page


def test_a_client_that_was_never_run_is_listed_with_what_has_to_be_mended(out):
    refused = Outcome("acme", "base", "invalid", error="acme: 1 problem\n  volumes.csv: <missing>")
    page = index_page([GOOD, refused], out)
    assert "volumes.csv: &lt;missing&gt;" in page
    assert "1 report for 2 clients" in page


def test_the_machine_readable_form_holds_every_outcome():
    batch = json.loads(batch_json([GOOD]))
    assert batch["schema"] == 1
    assert batch["clients"][0]["report"] == "harbour/base/report.html"
