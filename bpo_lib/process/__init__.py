"""Process: the step table and the event log, as evidence."""

from bpo_lib.process.evidence import ProcessEvidence, process_evidence
from bpo_lib.process.log.event_log import profile_events
from bpo_lib.process.log.event_profile import EventProfile
from bpo_lib.process.steps.sipoc import sipoc
from bpo_lib.process.steps.step_map import StepMap, step_map, steps_without_end, visits_of, written_flows

__all__ = [
    "EventProfile",
    "ProcessEvidence",
    "StepMap",
    "process_evidence",
    "profile_events",
    "sipoc",
    "step_map",
    "steps_without_end",
    "visits_of",
    "written_flows",
]
