"""The event log against the map: which cases are exceptions, which have no written path, what is missing."""

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from bpo_lib.process.log.event_profile import EventProfile
from bpo_lib.process.steps.checks import listed
from bpo_lib.process.steps.table import is_exception


class LogAndMap(NamedTuple):
    """What log and map say of one another.

    Parameters
    ----------
    profile : EventProfile
        The profile, which now knows the exceptions that the map flags.
    exception_share : float
        Share of cases that pass an exception of the map, or else leave the usual variants. [share]
    unwritten_share : float or None
        Share of those cases that pass an exception without a document; None when the map flags no step
        that the log knows. [share]
    off_map, unseen : tuple of str
        Activities of the log that are not on the map, and steps that never happen in the log.
    notes : tuple of str
        The same in sentences.
    """

    profile: EventProfile
    exception_share: float
    unwritten_share: float | None
    off_map: tuple[str, ...]
    unseen: tuple[str, ...]
    notes: tuple[str, ...]


def log_and_map(profile: EventProfile, steps: pd.DataFrame) -> LogAndMap:
    """Return what an event log and a step table say of one another.

    Parameters
    ----------
    profile : EventProfile
    steps : pandas.DataFrame
        The steps as the map holds them, with name, kind, exception_to and document filled; empty when
        there is no map. Names are compared with the log's, capitals and outer spaces aside.

    Returns
    -------
    LogAndMap
    """
    if steps.empty:
        share = float(profile.exceptional_cases.mean())
        return LogAndMap(profile, share, None, (), (), (_by_routes(profile),))
    on_map, in_log = _by_plain_name(steps["name"]), _by_plain_name(profile.activity_table["activity"])
    off_map = tuple(name for plain, name in in_log.items() if plain not in on_map)
    unseen = tuple(name for plain, name in on_map.items() if plain not in in_log)
    profile, share, unwritten, words = _exceptions(profile, steps)
    compared = (
        f"In the event log but not on the map: {listed(off_map)}." * bool(off_map),
        f"On the map but never in the event log: {listed(unseen)}." * bool(unseen),
    )
    notes = tuple(filter(None, (words, *compared)))
    return LogAndMap(profile, share, unwritten, off_map, unseen, notes)


def _exceptions(profile: EventProfile, steps: pd.DataFrame) -> tuple[EventProfile, float, float | None, str]:
    """Return the profile with the map's exceptions, their share of cases, and that of unwritten ones."""
    flagged = is_exception(steps)
    named = profile.with_exceptions(steps.loc[flagged, "name"])
    passed = named.exceptional_cases
    if not named.exception_steps:
        return profile, float(profile.exceptional_cases.mean()), None, _by_routes(profile)
    bare = profile.passes(steps.loc[flagged & (steps["document"] == ""), "name"])
    words = "Exceptions are the cases that pass a step which the map calls an exception."
    return named, float(passed.mean()), float(bare.sum() / passed.sum()), words


def _by_routes(profile: EventProfile) -> str:
    routes = profile.variants_for_most
    usual = "the commonest route" if routes == 1 else f"the {routes:,} commonest routes"
    return (
        f"No map flags exceptions that the log knows, so the exceptions are the cases outside {usual}, "
        f"with which {profile.coverage(routes):.0%} of cases go."
    )


def _by_plain_name(names: Iterable[str]) -> dict[str, str]:
    return {str(name).strip().casefold(): str(name) for name in names}
