"""What the step table and the event log together say of a client's process."""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import Missing
from bpo_lib.process.log.columns import PLAIN
from bpo_lib.process.log.event_log import profile_events
from bpo_lib.process.log.event_profile import EventProfile
from bpo_lib.process.log_and_map import LogAndMap, log_and_map
from bpo_lib.process.steps.step_map import StepMap, step_map
from bpo_lib.process.steps.table import filled
from bpo_lib.profile import LogSettings

NO_STEPS = Missing(
    "steps.csv",
    "Touch time per case, where the time goes, and which exceptions have no written path.",
    "Ask the process owner for the steps with actor, minutes, share of cases and written procedure.",
)
NO_EVENTS = Missing(
    "events.csv",
    "Routes, rework, hand-offs and turnaround as they are, not as they are remembered.",
    "Ask the system owner for an export of case, activity, time, state and person of three months.",
)
NOT_COMPARED = (
    "Log and map are not compared: the log tells activities apart by more than their name, so they "
    "are not the steps of the map."
)
NO_RESOURCE = Missing(
    "events.csv",
    "Hand-offs between people, measured.",
    "Ask for the same export with a resource column; a number per person is enough.",
)


@dataclass(frozen=True, eq=False)
class ProcessEvidence:
    """A client's process in figures, as far as its inputs tell.

    Parameters
    ----------
    map : StepMap or None
        The step table as a map.
    steps : pandas.DataFrame
        The steps of the map with minutes_per_case and time_share; empty when not given.
    touch_minutes : float or None
        Time at work on an average case. [minutes/case]
    handoffs_per_case : float or None
        Changes of person per case, from the log, else changes of actor from the map.
    unwritten_exception_share : float or None
        Share of exceptional cases without a written path. [share]
    profile : EventProfile or None
        The event log, which knows the exceptions that the map flags.
    exception_case_share : float or None
        Share of cases that pass an exception of the map, or else leave the routes that cover 80% of
        cases; from the log. [share]
    unwritten_log_share : float or None
        Share of those cases that pass an exception without a document, from the log. [share]
    off_map, unseen : tuple of str
        Activities of the log that are not on the map, and steps that never happen in the log.
    missing : tuple of Missing
        Inputs that would add something, and what to ask for.
    notes : tuple of str
        What a reader should know.
    """

    map: StepMap | None
    steps: pd.DataFrame
    touch_minutes: float | None
    handoffs_per_case: float | None
    unwritten_exception_share: float | None
    profile: EventProfile | None
    exception_case_share: float | None
    unwritten_log_share: float | None
    off_map: tuple[str, ...]
    unseen: tuple[str, ...]
    missing: tuple[Missing, ...]
    notes: tuple[str, ...]


@lru_cache(maxsize=8)
def process_evidence(case: Engagement) -> ProcessEvidence:
    """Return what a client's step table and event log say.

    Parameters
    ----------
    case : Engagement
        The client; both inputs are optional.

    Returns
    -------
    ProcessEvidence

    Raises
    ------
    InputError
        When a given event log cannot be read.
    """
    steps = None if case.steps.empty else step_map(case.steps)
    log = None if case.events.empty else _read_log(_Table(case.events), case.profile.log, _Table(case.steps))
    profile = None if log is None else log.profile
    handoffs, source = _handoffs(steps, profile)
    return ProcessEvidence(
        map=steps,
        steps=case.steps if steps is None else steps.steps,
        touch_minutes=None if steps is None else steps.touch_minutes,
        handoffs_per_case=handoffs,
        unwritten_exception_share=None if steps is None else steps.unwritten_exception_share,
        profile=profile,
        exception_case_share=None if log is None else log.exception_share,
        unwritten_log_share=None if log is None else log.unwritten_share,
        off_map=() if log is None else log.off_map,
        unseen=() if log is None else log.unseen,
        missing=_missing(steps, profile),
        notes=(*source, *_map_notes(steps), *([] if log is None else [*log.profile.notes, *log.notes])),
    )


def _map_notes(steps: StepMap | None) -> tuple[str, ...]:
    if steps is None:
        return ()
    if steps.unwritten_exception_share is not None:
        return steps.notes
    return (*steps.notes, "The step table names no exception: none occurs, or nobody was asked.")


class _Table:
    """A table compared by identity: a what-if shares its events and so their profile."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame = frame

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Table) and self.frame is other.frame

    def __hash__(self) -> int:
        return id(self.frame)


@lru_cache(maxsize=8)
def _read_log(events: _Table, settings: LogSettings, steps: _Table) -> LogAndMap:
    profile = profile_events(
        events.frame,
        complete_only=settings.complete_only,
        classifier=settings.classifier,
        end_activities=settings.end_activities or None,
    )
    if settings.classifier == PLAIN:
        return log_and_map(profile, steps.frame if steps.frame.empty else filled(steps.frame))
    found = log_and_map(profile, pd.DataFrame())
    return found if steps.frame.empty else found._replace(notes=(*found.notes, NOT_COMPARED))


def _handoffs(steps: StepMap | None, profile: EventProfile | None) -> tuple[float | None, list[str]]:
    """Return hand-offs per case from the best input there is, and which it was."""
    if profile is not None and profile.handoffs_per_case is not None:
        words = "Hand-offs per case are measured from the event log: every change of resource counts."
        return profile.handoffs_per_case, [words]
    if steps is not None:
        words = "Hand-offs per case are read from the step table: changes of actor along the main path."
        return steps.handoffs_per_case, [words]
    return None, []


def _missing(steps: StepMap | None, profile: EventProfile | None) -> tuple[Missing, ...]:
    missing = [NO_STEPS] if steps is None else []
    if profile is None:
        missing.append(NO_EVENTS)
    elif profile.handoffs is None:
        missing.append(NO_RESOURCE)
    return tuple(missing)
