"""The clause in numbers: an invoice line by line, a worked example, a replay on the client's history."""

from bpo_lib.pricing.clause.example import WorkedExample, worked_example
from bpo_lib.pricing.clause.invoice import invoice_lines
from bpo_lib.pricing.clause.line import Line
from bpo_lib.pricing.clause.past_work import PastWork, past_work
from bpo_lib.pricing.clause.readings import other_readings
from bpo_lib.pricing.clause.replay import charges_of, replay, replay_summary

__all__ = [
    "Line",
    "PastWork",
    "WorkedExample",
    "charges_of",
    "invoice_lines",
    "other_readings",
    "past_work",
    "replay",
    "replay_summary",
    "worked_example",
]
