"""Process: the step table and the event log, as evidence."""

from bpo_lib.process.event_log import EventProfile, profile_events
from bpo_lib.process.evidence import ProcessEvidence, process_evidence

__all__ = ["EventProfile", "ProcessEvidence", "process_evidence", "profile_events"]
