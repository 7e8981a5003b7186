"""What an event log says about a process: counts, routes, times and what one case adds to each."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

import numpy as np
import pandas as pd

from bpo_lib.process.log.resampling import CaseSample, intervals_of, resampled

MOST_CASES = 0.80  # the routes of this share of cases are the usual ones (house assumption)
TOP_VARIANTS = 10  # routes whose coverage is reported (house assumption)
DRAWS = 1_000


@dataclass(frozen=True, eq=False)
class EventProfile:
    """What an event log says about a process.

    Parameters
    ----------
    events, cases, activities, variants : int
        Counts of what was profiled. A variant is one sequence of activities from first to last event.
    rework_cases : int
        Cases in which some activity happens twice or more. [cases]
    handoffs : int or None
        Times the next event of a case has another resource; None when the log names no resource.
    entropy_bits : float
        Entropy of the distribution of variants. [bits]
    durations : ndarray, shape (cases,)
        From first to last event of each case. [seconds]
    variant_cases : ndarray, shape (variants,)
        Cases of each variant, largest first. [cases]
    edges : pandas.DataFrame
        Columns source, target, count: which activity directly follows which, commonest first.
    top_variants : pandas.DataFrame
        Columns variant, cases, share, path (tuple of activities): the ten commonest.
    activity_table : pandas.DataFrame
        Columns activity, events, cases, rework_cases, median_minutes (since the previous event of the
        case), and where the log has starts and completions median_touch_minutes and
        median_waiting_minutes.
    per_case : pandas.DataFrame
        One row per case: variant (its place among the commonest, from 0), events, rework (bool),
        handoffs, seconds; where the log has starts and completions touch_seconds and elapsed_seconds.
    steps_taken : pandas.DataFrame
        Columns variant, activity: which activities each variant passes.
    starts, ends : pandas.Series
        Cases by their first and by their last activity, commonest first. [cases]
    arrivals : pandas.Series
        Cases, running ones included, by the day of their first event; every day from first to last.
        [cases/day]
    arrival_hours : pandas.DataFrame
        Columns weekday (0 is Monday), start (time of day) and cases, by hour, on the log's own clock.
    resources : int or None
        Different resources named; None when the log names none.
    resource_missing_share : float or None
        Events without a resource. [share]
    seconds_between_arrivals : float
        Mean time from one case's first event to the next one's; NaN with one case. [seconds]
    simulated_clock : bool
        Whether the dates are those of a simulated or reset clock: durations count, dates do not.
    notes : tuple of str
        How the log was read, and what to beware of.
    flagged : ndarray of bool, shape (cases,), or None
        Which cases pass an exception of the map; None where no map flags any.
    exception_steps : tuple of str
        Those exceptions, as the log names them.
    """

    events: int
    cases: int
    activities: int
    variants: int
    rework_cases: int
    handoffs: int | None
    entropy_bits: float
    durations: np.ndarray
    variant_cases: np.ndarray
    edges: pd.DataFrame
    top_variants: pd.DataFrame
    activity_table: pd.DataFrame
    per_case: pd.DataFrame
    steps_taken: pd.DataFrame
    starts: pd.Series
    ends: pd.Series
    arrivals: pd.Series
    arrival_hours: pd.DataFrame
    resources: int | None
    resource_missing_share: float | None
    seconds_between_arrivals: float
    simulated_clock: bool
    notes: tuple[str, ...]
    flagged: np.ndarray | None = None
    exception_steps: tuple[str, ...] = ()

    def duration_quantile(self, q: float) -> float:
        """Return the duration that a share `q` of cases does not exceed, linear between cases. [seconds]"""
        return float(np.quantile(self.durations, q))

    def coverage(self, variants: int) -> float:
        """Return the share of cases that follow the commonest variants. [share]"""
        return float(self.variant_cases[:variants].sum() / self.cases)

    def variants_for(self, share: float) -> int:
        """Return how many of the commonest variants it takes to cover a share of cases."""
        # Counts are compared with counts: a sum of shares may miss 0.8 by the last bit.
        return int(np.searchsorted(np.cumsum(self.variant_cases), share * self.cases - 1e-9) + 1)

    @property
    def directly_follows(self) -> int:
        """Number of times one event of a case follows another: the weight of all edges."""
        return int(self.edges["count"].sum())

    dfg_total = directly_follows

    @property
    def top_variant_cases(self) -> int:
        """Cases of the commonest variant. [cases]"""
        return int(self.variant_cases[0])

    @property
    def singleton_share(self) -> float:
        """Share of cases that no other case resembles. [share]"""
        return float(np.sum(self.variant_cases == 1) / self.cases)

    @property
    def entropy_share(self) -> float:
        """Entropy against the largest there could be, every case going its own way. [share]"""
        return self.entropy_bits / float(np.log2(self.cases)) if self.cases > 1 else 0.0

    @property
    def rework_share(self) -> float:
        """Share of cases in which some activity happens twice or more. [share]"""
        return self.rework_cases / self.cases

    @property
    def rework_event_share(self) -> float:
        """Share of events that repeat an activity of their case. [share]"""
        return 1 - float(self.activity_table["cases"].sum()) / self.events

    @property
    def self_loops(self) -> int:
        """Times an activity directly follows itself."""
        return int(self.edges.loc[self.edges["source"] == self.edges["target"], "count"].sum())

    @property
    def events_per_case(self) -> float:
        """Events of an average case."""
        return self.events / self.cases

    @property
    def handoffs_per_case(self) -> float | None:
        """Hand-offs of an average case; None when the log names no resource."""
        return None if self.handoffs is None else self.handoffs / self.cases

    @property
    def mean_seconds(self) -> float:
        """Mean duration, which a few long cases may carry far from the median. [seconds]"""
        return float(self.durations.mean())

    @property
    def max_seconds(self) -> float:
        """Longest duration. [seconds]"""
        return float(self.durations.max())

    @property
    def duration_cv(self) -> float:
        """Standard deviation of the durations against their mean; NaN where all are 0. [ratio]"""
        mean = self.mean_seconds
        return float(self.durations.std() / mean) if mean > 0 else float("nan")

    @property
    def touch_share(self) -> float | None:
        """Share of the elapsed time in which somebody works; None without starts and completions. [share]

        Overlapping work of one case counts once; only cases whose every start has its completion count.
        """
        if "touch_seconds" not in self.per_case:
            return None
        timed = self.per_case[self.per_case["touch_seconds"].notna()]
        elapsed = float(timed["elapsed_seconds"].sum())
        return float(timed["touch_seconds"].sum()) / elapsed if elapsed > 0 else None

    def touch_quantile(self, q: float) -> float | None:
        """Return the touch time that a share `q` of cases does not exceed; None if unknown. [seconds]"""
        if "touch_seconds" not in self.per_case:
            return None
        known = self.per_case["touch_seconds"].dropna()
        return float(known.quantile(q)) if len(known) else None

    def passes(self, activities: Collection[str]) -> np.ndarray:
        """Return which cases pass one of the given activities, capitals and outer spaces aside."""
        plain = {str(name).strip().casefold() for name in activities}
        named = self.steps_taken["activity"].map(lambda name: str(name).strip().casefold() in plain)
        found = np.zeros(self.variants, dtype=bool)
        found[self.steps_taken.loc[named.astype(bool), "variant"].to_numpy()] = True
        return found[self.per_case["variant"].to_numpy()]

    @property
    def variants_for_most(self) -> int:
        """Number of the commonest variants that together cover 80% of cases."""
        return self.variants_for(MOST_CASES)

    @property
    def exceptional_cases(self) -> np.ndarray:
        """Which cases are exceptions: those the map flags, else those outside the commonest 80%."""
        if self.flagged is not None:
            return self.flagged
        return self.per_case["variant"].to_numpy() >= self.variants_for_most

    def with_exceptions(self, steps: Collection[str]) -> Self:
        """Return the same profile with the cases that pass one of these steps as its exceptions."""
        plain = {str(name).strip().casefold() for name in steps}
        names = self.activity_table["activity"]
        known = tuple(name for name in names if str(name).strip().casefold() in plain)
        return replace(self, flagged=self.passes(known), exception_steps=known)

    def bootstrap(self, draws: int = DRAWS, seed: int = 0) -> pd.DataFrame:
        """Return the figures of logs that might have been, drawn case by case from this one.

        Parameters
        ----------
        draws : int
            Number of logs drawn.
        seed : int
            Seed of the random numbers.

        Returns
        -------
        pandas.DataFrame
            One row per draw with the columns of `resampling.FIGURES`.
        """
        return resampled(self._sample, draws, seed)

    @cached_property
    def intervals(self) -> pd.DataFrame:
        """Return each figure with the range in which nine of ten drawn logs put it.

        Columns figure, value, low, high; see `bootstrap`.
        """
        return intervals_of(self._sample, self.bootstrap())

    @cached_property
    def _sample(self) -> CaseSample:
        table = self.per_case
        return CaseSample(
            common=table["variant"].to_numpy() < TOP_VARIANTS,
            rework=table["rework"].to_numpy(),
            handoffs=None if self.handoffs is None else table["handoffs"].to_numpy(),
            exceptional=self.exceptional_cases,
            seconds=np.sort(self.durations),
        )
