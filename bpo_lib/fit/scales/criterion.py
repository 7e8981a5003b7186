"""One anchored criterion: five described levels, and which of them a measured figure stands for."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

Group = Literal["strategy", "process", "demand", "risk", "market", "governance"]

GROUPS: tuple[Group, ...] = ("strategy", "process", "demand", "risk", "market", "governance")
LOWEST, HIGHEST = 1, 5

# A cut between two anchors is half a level from both, so a measured level rounds to
# the anchor that describes it; the two outer points are where an anchor is met in full.
_LEVELS_AT_CUTS = (1.0, 1.5, 2.5, 3.5, 4.5, 5.0)


def reaches(level: float, anchor: float) -> bool:
    """Whether a level stands at an anchor or above it; half a level counts as reached, as in rounding."""
    return level >= anchor - 0.5


def stays_at(level: float, anchor: float) -> bool:
    """Whether a level stands at an anchor or under it."""
    return level < anchor + 0.5


@dataclass(frozen=True)
class Criterion:
    """A property of the work, described at five levels.

    Level 5 is always the most of what the name says. Which alternatives that speaks for is the matter of
    `value_functions`, so an answer describes the work and not the answerer's wish.

    Parameters
    ----------
    id : str
        Short name used in `answers.csv`, such as `P2`.
    name : str
        What it measures.
    group : str
        One of `GROUPS`.
    question : str
        What to ask the client.
    anchors : tuple of str
        What levels 1 to 5 look like. The cut points are house assumptions.
    evidence : str
        Where a sound answer comes from.
    weight : float
        Points inside its group; only their proportion counts. House assumption. [points]
    cuts : tuple of float
        For a criterion that can be measured: the value met in full at level 1, the four cut points
        between the anchors, and the value met in full at level 5. [unit]
    unit : str
        Unit of the measured value.
    """

    id: str
    name: str
    group: Group
    question: str
    anchors: tuple[str, str, str, str, str]
    evidence: str
    weight: float = 1.0
    cuts: tuple[float, float, float, float, float, float] | None = None
    unit: str = ""

    @property
    def label(self) -> str:
        """Return id and name, as a reader meets them."""
        return f"{self.id} {self.name}"

    def level_of(self, measured: float) -> float:
        """Return the level of a measured value, on straight lines between the cut points.

        Parameters
        ----------
        measured : float
            The figure itself. [unit of the criterion]

        Returns
        -------
        float
            From 1 to 5, not rounded. [level]
        """
        return float(self.levels_of(np.array([measured]))[0])

    def levels_of(self, measured: np.ndarray) -> np.ndarray:
        """Return the level of each of many measured values, as `level_of` does of one."""
        assert self.cuts is not None, f"{self.id} has no cut points to measure against"
        points = sorted(zip(self.cuts, _LEVELS_AT_CUTS, strict=True))
        return np.interp(measured, [cut for cut, _ in points], [level for _, level in points])
