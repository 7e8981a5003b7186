"""A job knows where its report goes; an outcome says what came of it."""

import pickle
from pathlib import Path

from bpo_lib.workbook.job import Job, Outcome


def test_a_report_lies_under_its_client_and_scenario():
    job = Job(Path("/clients/acme"), "growth", ("fit",), Path("/out"))
    assert (job.client, job.target) == ("acme", Path("/out/acme/growth"))


def test_both_travel_between_processes():
    job = Job(Path("/clients/acme"), "base", ("fit",), Path("/out"))
    outcome = Outcome("acme", "base", "failed", error="chapter fit: no", cause="chapter")
    assert pickle.loads(pickle.dumps((job, outcome))) == (job, outcome)  # noqa: S301 - our own
