"""The law of the wait behind busy agents, with the chance of no wait at all."""

from dataclasses import dataclass

import numpy as np

from bpo_lib.staffing.virtual_wait import Piece, Stretch, fall, peak_of, stretch

NEWTON_STEPS = 60  # about six are used; the bound only ends a search that rounding keeps alive


@dataclass(frozen=True, eq=False)
class WaitLaw:
    """Who waits, who hangs up and who is answered when; time is counted in handling times.

    All arrays have shape (cases,); `WaitLaw.of` makes one.

    Parameters
    ----------
    load, speed, impatience : ndarray
        As for `Piece`.
    entry : ndarray
        Mass of the wait's density at no wait, while the mass of no wait at all is 1.
    peak : ndarray
        Wait at which the density is highest. [handling times]
    before, after : Stretch
        The density up to its peak and from there on, relative to the peak.
    idle : ndarray
        Mass of no wait at all, on the same scale.
    """

    load: np.ndarray
    speed: np.ndarray
    impatience: np.ndarray
    entry: np.ndarray
    peak: np.ndarray
    before: Stretch
    after: Stretch
    idle: np.ndarray

    @classmethod
    def of(
        cls, load: np.ndarray, speed: np.ndarray, last_place: np.ndarray, impatience: np.ndarray
    ) -> "WaitLaw":
        """Return the law of a line.

        Parameters
        ----------
        load, speed, impatience : ndarray, shape (cases,)
            The impatience above 0; where it is next to nothing the load must be below the speed.
        last_place : ndarray, shape (cases,)
            While somebody is free, the share of time with only one place left.
        """
        peak = peak_of(load, speed, impatience)
        late, ever = np.ones(peak.shape, dtype=bool), np.full(peak.shape, np.inf)
        after = stretch(Piece(load, speed, impatience, peak, ever, late))
        entry = load * last_place
        if not np.count_nonzero(peak):
            nothing = np.zeros_like(peak)
            return cls(load, speed, impatience, entry, peak, Stretch(*[nothing] * 4), after, nothing + 1)
        before = stretch(Piece(load, speed, impatience, peak, peak, ~late))
        fall_to_start = fall(np.minimum(load, speed), np.zeros_like(load), impatience, -peak)
        return cls(load, speed, impatience, entry, peak, before, after, np.exp(-fall_to_start))

    @property
    def total(self) -> np.ndarray:
        """Mass of everything."""
        return self.idle + self.entry * (self.before.offered + self.after.offered)

    @property
    def waiting(self) -> np.ndarray:
        """Share of callers who find nobody free."""
        return self.entry * (self.before.offered + self.after.offered) / self.total

    @property
    def hung_up(self) -> np.ndarray:
        """Share of callers who hang up."""
        return self.entry * (self.before.hung_up + self.after.hung_up) / self.total

    @property
    def answered(self) -> np.ndarray:
        """Share of callers who are answered."""
        return (self.idle + self.entry * (self.before.answered + self.after.answered)) / self.total

    @property
    def answered_wait(self) -> np.ndarray:
        """Wait of the answered callers, spread over all callers. [handling times]"""
        return self.entry * (self.before.answered_wait + self.after.answered_wait) / self.total

    def answered_within(self, wait: np.ndarray) -> np.ndarray:
        """Return the share of callers answered by a wait."""
        return (self.idle + self.entry * self._up_to(wait).answered) / self.total

    def shorter_than(self, wait: np.ndarray) -> np.ndarray:
        """Return the chance that a caller who never hangs up is answered by a wait."""
        return (self.idle + self.entry * self._up_to(wait).offered) / self.total

    def hung_up_within(self, wait: np.ndarray) -> np.ndarray:
        """Return the share of callers who hang up by a wait."""
        log_beyond, _ = self._beyond(wait)
        kept_waiting = -np.expm1(-self.impatience * wait) * np.exp(log_beyond)
        return self.entry * (self._up_to(wait).hung_up + kept_waiting) / self.total

    def still_waiting(self, wait: np.ndarray) -> np.ndarray:
        """Return the share of callers who after a wait are neither answered nor gone."""
        log_beyond, _ = self._beyond(wait)
        return self.entry * np.exp(log_beyond - self.impatience * wait) / self.total

    def quantile(self, share: float) -> np.ndarray:
        """Return the wait by which a share of all callers is answered or gone. [handling times]

        Notes
        -----
        Newton's method on the logarithm of the share still waiting, which falls and is concave:
        from the second step on every step ends above the answer and closer to it.
        """
        with np.errstate(divide="ignore"):
            aim = np.log1p(-share) - np.log(self.entry / self.total)
        wait = np.zeros_like(self.load)
        for _ in range(NEWTON_STEPS):
            log_beyond, hazard = self._beyond(wait)
            excess = log_beyond - self.impatience * wait - aim
            better = np.maximum(wait + excess / (hazard + self.impatience), 0.0)
            done = np.abs(better - wait) <= np.finfo(float).eps * better
            wait = better
            if done.all():
                break
        return wait

    def _fall_to(self, wait: np.ndarray) -> np.ndarray:
        """Return how far the log density is below its peak."""
        flow, surplus = np.minimum(self.load, self.speed), np.maximum(self.speed - self.load, 0.0)
        return fall(flow, surplus, self.impatience, wait - self.peak)

    def _up_to(self, wait: np.ndarray) -> Stretch:
        """Return the integrals of the density up to a wait, relative to the peak."""
        early = wait < self.peak
        start, reach = np.minimum(wait, self.peak), np.where(early, wait, wait - self.peak)
        piece = stretch(Piece(self.load, self.speed, self.impatience, start, reach, ~early))
        if not np.count_nonzero(early):
            return Stretch(*(whole + part for whole, part in zip(self.before, piece, strict=True)))
        height = np.where(early, np.exp(-self._fall_to(wait)), 1.0)
        pieces = zip(self.before, piece, strict=True)
        return Stretch(*(np.where(early, 0.0, whole) + height * part for whole, part in pieces))

    def _beyond(self, wait: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the log of the density's mass beyond a wait, relative to the peak, and its hazard there."""
        late = wait >= self.peak
        start, reach = np.maximum(wait, self.peak), np.where(late, np.inf, self.peak - wait)
        piece = stretch(Piece(self.load, self.speed, self.impatience, start, reach, late))
        fallen = self._fall_to(wait)
        mass = np.where(late, piece.offered, piece.offered + self.after.offered)
        hazard = np.where(late, 1.0, np.exp(-fallen)) / mass
        return np.log(mass) - np.where(late, fallen, 0.0), hazard
