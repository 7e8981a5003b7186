"""What the step table and the event log together say of a client's process."""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import Missing
from bpo_lib.process.event_log import EventProfile, profile_events
from bpo_lib.process.steps import StepFigures, map_against_log, step_figures

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
    steps : pandas.DataFrame
        The step table with minutes_per_case and time_share; empty when not given.
    touch_minutes : float or None
        Time at work on an average case. [minutes/case]
    handoffs_per_case : float or None
        Changes of person per case, from the log, else changes of actor from the map.
    unwritten_exception_share : float or None
        Share of exceptional cases without a written path. [share]
    profile : EventProfile or None
        The event log.
    missing : tuple of Missing
        Inputs that would add something, and what to ask for.
    notes : tuple of str
        What a reader should know.
    """

    steps: pd.DataFrame
    touch_minutes: float | None
    handoffs_per_case: float | None
    unwritten_exception_share: float | None
    profile: EventProfile | None
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
    figures = None if case.steps.empty else step_figures(case.steps)
    profile = None if case.events.empty else _profile(_Log(case.events))
    handoffs, source = _handoffs(figures, profile)
    notes = list(source)
    if figures is not None and figures.unwritten_exception_share is None:
        notes.append("The step table names no exception: none occurs, or nobody was asked.")
    if profile is not None:
        notes.extend(profile.notes)
    if figures is not None and profile is not None:
        notes.extend(map_against_log(figures.steps, profile.activity_table["activity"]))
    return ProcessEvidence(
        steps=case.steps if figures is None else figures.steps,
        touch_minutes=None if figures is None else figures.touch_minutes,
        handoffs_per_case=handoffs,
        unwritten_exception_share=None if figures is None else figures.unwritten_exception_share,
        profile=profile,
        missing=_missing(figures, profile),
        notes=tuple(notes),
    )


class _Log:
    """An event log compared by identity: a what-if shares its events and so their profile."""

    def __init__(self, events: pd.DataFrame) -> None:
        self.events = events

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Log) and self.events is other.events

    def __hash__(self) -> int:
        return id(self.events)


@lru_cache(maxsize=8)
def _profile(log: _Log) -> EventProfile:
    return profile_events(log.events)


def _handoffs(figures: StepFigures | None, profile: EventProfile | None) -> tuple[float | None, list[str]]:
    """Return hand-offs per case from the best input there is, and which it was."""
    if profile is not None and profile.handoffs is not None:
        words = "Hand-offs per case are measured from the event log: every change of resource counts."
        return profile.handoffs / profile.cases, [words]
    if figures is not None:
        words = "Hand-offs per case are read from the step table: changes of actor along the main path."
        return figures.handoffs_per_case, [words]
    return None, []


def _missing(figures: StepFigures | None, profile: EventProfile | None) -> tuple[Missing, ...]:
    missing = [NO_STEPS] if figures is None else []
    if profile is None:
        missing.append(NO_EVENTS)
    elif profile.handoffs is None:
        missing.append(NO_RESOURCE)
    return tuple(missing)
