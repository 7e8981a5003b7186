"""A line of callers who may hang up, in front of agents who are all busy: what callers feel of it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from bpo_lib.errors import InputError
from bpo_lib.staffing.erlang import plain
from bpo_lib.staffing.service_levels import AnswerTimeShares, ServiceLevelDefinition, level_of
from bpo_lib.staffing.wait_law import WaitLaw

# In handling times: nobody can tell a patience outside from none at all, or from one without end.
SHORTEST_PATIENCE, LONGEST_PATIENCE = 1e-100, 1e200


@dataclass(frozen=True, eq=False)
class WaitingLine:
    """Callers in line for agents who together finish `speed` contacts in a handling time.

    Results are floats where single numbers were given, arrays otherwise.

    Parameters
    ----------
    load : ndarray
        Work that arrives. [erlangs]
    speed : ndarray
        Contacts that busy agents finish together in one handling time; their number in Erlang A.
    last_place : ndarray
        While somebody is free, the share of time in which only one place is left.
    handling_seconds : ndarray
        Average handling time of a contact on its own. [seconds]
    patience_seconds : ndarray
        Mean time a caller is ready to wait, exponential; infinite when nobody hangs up. [seconds]

    Notes
    -----
    Where nobody hangs up and the agents cannot keep up, the line grows without end: everybody
    waits, nobody is answered in time, and the wait is infinite. Without load nobody waits.
    """

    load: np.ndarray
    speed: np.ndarray
    last_place: np.ndarray
    handling_seconds: np.ndarray
    patience_seconds: np.ndarray

    @cached_property
    def wait_probability(self) -> float | np.ndarray:
        """Share of callers who find nobody free, whether they are answered later or hang up."""
        return self._shown(self._law.waiting, 1.0)

    @cached_property
    def abandonment(self) -> float | np.ndarray:
        """Share of callers who hang up before they are answered."""
        may_leave = np.isfinite(self.patience_seconds)
        return self._shown(np.where(may_leave.ravel(), self._law.hung_up, 0.0), may_leave * 1.0)

    @cached_property
    def answered_share(self) -> float | np.ndarray:
        """Share of callers who are answered, exact where nearly nobody is."""
        return self._shown(self._law.answered, 0.0)

    @cached_property
    def mean_wait(self) -> float | np.ndarray:
        """Mean wait of all callers, until they are answered or hang up. [seconds]"""
        may_leave = np.isfinite(self.patience_seconds)
        of_patient = self._shaped(self._law.answered_wait) * self.handling_seconds
        of_impatient = self._shaped(self._law.hung_up) * np.where(may_leave, self.patience_seconds, 0.0)
        return self._shown(np.where(may_leave, of_impatient, of_patient), self.patience_seconds)

    @cached_property
    def mean_wait_answered(self) -> float | np.ndarray:
        """Mean wait of the callers who are answered (ASA); infinite where nobody is. [seconds]"""
        wait = self._law.answered_wait / self._law.answered
        return self._shown(self._shaped(wait) * self.handling_seconds, np.inf)

    @cached_property
    def mean_wait_waiting(self) -> float | np.ndarray:
        """Mean wait of the callers who have to wait at all, answered or not. [seconds]"""
        wait, share = np.asarray(self.mean_wait), np.asarray(self.wait_probability)
        return plain(np.divide(wait, share, out=np.zeros_like(wait), where=share > 0))

    @cached_property
    def queue_length(self) -> float | np.ndarray:
        """Mean number of callers in line: arrivals times wait (Little's law)."""
        return plain(np.asarray(self.load / self.handling_seconds * self.mean_wait))

    def service_level(
        self,
        answer_seconds: ArrayLike,
        definition: ServiceLevelDefinition = "offered",
        short_seconds: ArrayLike | None = None,
    ) -> float | np.ndarray:
        """Return the share of calls answered within the answer time.

        Parameters
        ----------
        answer_seconds : float or array that broadcasts
            Answer time of the service level. [seconds]
        definition : str
            Which calls count; see `ServiceLevelDefinition`. By default all calls offered.
        short_seconds : float or array, optional
            For `without_short`: calls that hang up within this time do not count; by default the
            answer time. [seconds]

        Returns
        -------
        float or ndarray of the broadcast shape

        Raises
        ------
        InputError
            When a time is negative or not finite, or the definition is unknown.
        """
        answer = early = _checked_seconds(answer_seconds)
        if short_seconds is not None:
            answer, early = np.broadcast_arrays(answer, _checked_seconds(short_seconds))
        return self._spread_over(answer)._level(answer, early, definition)  # noqa: SLF001 - its own class

    def wait_quantile(self, share: float) -> float | np.ndarray:
        """Return the time by which the wait of a share of all callers is over.

        Parameters
        ----------
        share : float
            Share of callers, answered or hung up; from 0 to below 1.

        Returns
        -------
        float or ndarray
            0 where that share need not wait at all. [seconds]

        Raises
        ------
        InputError
            When the share is outside its range.
        """
        check_share(share)
        wait = self._shaped(self._law.quantile(share)) * self.handling_seconds
        # Where nobody is ever answered, the wait is the patience itself.
        return self._shown(wait, -np.log1p(-share) * self.patience_seconds if share else 0.0)

    def _level(
        self, answer: np.ndarray, early: np.ndarray, definition: ServiceLevelDefinition
    ) -> float | np.ndarray:
        law, wait = self._law, self._handling_times(answer)
        in_time = law.answered_within(wait)
        if definition == "offered":
            return self._shown(in_time, 0.0)
        short = self._handling_times(early)
        shares = AnswerTimeShares(
            in_time,
            gone=law.hung_up_within(wait),
            not_short=law.answered_within(short) + law.still_waiting(short),
            answered=law.answered,
            patient=law.shorter_than(wait),
        )
        gone = -np.expm1(-answer / self._patience) if definition == "kept" else 0.0
        return self._shown(level_of(definition, shares), gone)

    @cached_property
    def _stuck(self) -> np.ndarray:
        """Where nobody is ever answered."""
        growing = np.isinf(self.patience_seconds) & (self.load >= self.speed)
        return (self.load > 0) & ((self.speed == 0) | growing)

    @cached_property
    def _law(self) -> WaitLaw:
        # A stuck line is worked out as if nobody called; what is shown of it is known beforehand.
        load, speed = self.load, self.speed
        if np.count_nonzero(self._stuck) or np.count_nonzero(speed) < speed.size:
            load, speed = np.where(self._stuck, 0.0, load), np.where(speed > 0, speed, 1.0)
        impatience = (self.handling_seconds / self._patience).ravel()
        return WaitLaw.of(load.ravel(), speed.ravel(), self.last_place.ravel(), impatience)

    @property
    def _patience(self) -> np.ndarray:
        """Patience within bounds that nobody notices and no division minds. [seconds]"""
        patience = self.patience_seconds / self.handling_seconds
        return np.minimum(np.maximum(patience, SHORTEST_PATIENCE), LONGEST_PATIENCE) * self.handling_seconds

    def _spread_over(self, times: np.ndarray) -> "WaitingLine":
        """Return the line once for every time asked."""
        if times.ndim == 0:
            return self
        columns = (self.load, self.speed, self.last_place, self.handling_seconds, self.patience_seconds)
        return WaitingLine(*np.broadcast_arrays(*columns, times)[:-1])

    def _handling_times(self, seconds: np.ndarray) -> np.ndarray:
        return (seconds / self.handling_seconds).ravel()

    def _shaped(self, values: np.ndarray) -> np.ndarray:
        return values.reshape(self.load.shape)

    def _shown(self, values: np.ndarray, when_stuck: ArrayLike) -> float | np.ndarray:
        values = self._shaped(values)
        return plain(np.where(self._stuck, when_stuck, values) if np.count_nonzero(self._stuck) else values)


def check_share(share: float) -> None:
    """Refuse a share that no wait can have.

    Raises
    ------
    InputError
        When it is not from 0 to below 1.
    """
    if not 0 <= share < 1:
        raise InputError(f"share of callers is {share}; it must be from 0 to below 1")


def _checked_seconds(seconds: ArrayLike) -> np.ndarray:
    times = np.asarray(seconds, dtype=float)
    wrong = ~(np.isfinite(times) & (times >= 0))
    if np.count_nonzero(wrong):
        raise InputError(f"answer time is {times[wrong].flat[0]:g} seconds; it must be 0 or more")
    return times
