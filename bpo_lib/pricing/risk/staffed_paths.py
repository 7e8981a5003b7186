"""People for thousands of courses: a curve of staff against load, and teams by attrition."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bpo_lib.engagement import Engagement
from bpo_lib.staffing import Team, required_fte

KNOTS = 513  # against the exact staircase: 0.05% off on average, 0.3% at worst, on a team of 50
STRETCH = 64  # knots whose slope goes on above the curve, where it is nearly straight
BELOW, ABOVE = 0.5, 1.6  # how far the curve reaches beyond the loads of the forecast's paths
ATTRITION_KNOTS = np.array(
    [-6.5, -4, -3, -2.3, -1.7, -1.2, -0.8, -0.4, 0, 0.4, 0.8, 1.2, 1.7, 2.3, 3, 4, 6.5]
)


class ScaledTeam(Team):
    """A team whose parts are computed when they are first asked for: costs need two or three of them.

    Parameters
    ----------
    part : callable
        Name of a part to the part, shape (paths, months). [FTE]
    """

    def __init__(self, part: Callable[[str], np.ndarray]) -> None:
        self.__dict__["_part"] = part  # the class is frozen

    def __getattr__(self, name: str) -> np.ndarray:
        """Return a part that nobody has asked for before."""
        if name not in Team.__dataclass_fields__:
            raise AttributeError(name)
        found: np.ndarray = self.__dict__["_part"](name)
        self.__dict__[name] = found
        return found


@dataclass(frozen=True, eq=False)
class StaffingCurve:
    """The experienced people that any load takes, by straight lines between exact values.

    Parameters
    ----------
    exact : callable
        Load to people, as `required_fte`; used below the curve, where a few people carry little. [FTE]
    lowest, step : float
        First load and distance of the knots. [transactions/month]
    fte : ndarray, shape (knots,)
        People at the knots. [FTE]
    """

    exact: Callable[[np.ndarray], np.ndarray]
    lowest: float
    step: float
    fte: np.ndarray

    @classmethod
    def of(cls, case: Engagement, loads: np.ndarray) -> "StaffingCurve":
        """Return the curve over the loads a forecast expects, and some way beyond.

        Parameters
        ----------
        case : Engagement
        loads : ndarray, any shape
            Volumes as staffed for. [transactions/month]
        """
        lowest, highest = BELOW * float(loads.min()), max(ABOVE * float(loads.max()), 1.0)
        knots = np.linspace(lowest, highest, KNOTS)
        return cls(
            lambda load: required_fte(case, load), lowest, knots[1] - lowest, required_fte(case, knots)
        )

    def at(self, load: np.ndarray) -> np.ndarray:
        """Return the people at loads of any shape, above the curve along its last stretch. [FTE]"""
        place = (load - self.lowest) * (1 / self.step)
        least, most = float(place.min(initial=0.0)), float(place.max(initial=0.0))
        left = place.astype(np.int32) if least >= 0 and most < KNOTS - 1 else _left(place)
        place -= left
        place *= self._rises[left]
        place += self.fte[left]
        if least < 0:
            below = load < self.lowest
            place[below] = self.exact(load[below])
        return place

    @cached_property
    def _rises(self) -> np.ndarray:
        """Return by how much the curve rises from each knot to the next, on average over the last of them."""
        rises = np.diff(self.fte)
        return np.append(rises, rises[-STRETCH:].mean())


def _left(place: np.ndarray) -> np.ndarray:
    """Return the knot at or below each place."""
    return np.clip(place, 0, KNOTS - 1).astype(np.int32)


@dataclass(frozen=True, eq=False)
class TeamByAttrition:
    """One team of the expected course for each of several yearly attritions.

    Parameters
    ----------
    attrition : ndarray, shape (knots,)
        Ascending; the expected one among them. [share/year]
    expected : int
        Its place.
    teams : Team
        Parts of shape (knots, months). [FTE]
    """

    attrition: np.ndarray
    expected: int
    teams: Team

    @classmethod
    def of(
        cls, attrition: np.ndarray, expected: float, build: Callable[[np.ndarray], Team]
    ) -> "TeamByAttrition":
        """Return the teams that `build` makes of a column of attritions."""
        knots = np.unique(np.append(attrition, expected))
        return cls(knots, int(np.searchsorted(knots, expected)), build(knots[:, None]))

    def scaled(self, attrition: np.ndarray | None, scale: np.ndarray) -> Team:
        """Return the teams of many courses.

        Parameters
        ----------
        attrition : ndarray, shape (paths, 1), or None
            Of each course; None where all have the expected one. [share/year]
        scale : ndarray, shape (1, 1) or (paths, months)
            People a course requires, against the expected one. [ratio]

        Returns
        -------
        Team
        """
        weights = None if attrition is None else self._weights(attrition[:, 0])

        def part(name: str) -> np.ndarray:
            table: np.ndarray = getattr(self.teams, name)
            return (table[self.expected][None] if weights is None else weights @ table) * scale

        return ScaledTeam(part)

    def _weights(self, attrition: np.ndarray) -> np.ndarray:
        """Return how much each knot counts for each course, shape (paths, knots); a knot itself fully."""
        knots = self.attrition
        if knots.size == 1:
            return np.ones((attrition.size, 1))
        left = np.clip(np.searchsorted(knots, attrition, side="right") - 1, 0, knots.size - 2)
        share = (attrition - knots[left]) / (knots[left + 1] - knots[left])
        weights = np.zeros((attrition.size, knots.size))
        rows = np.arange(attrition.size)
        weights[rows, left], weights[rows, left + 1] = 1 - share, share
        return weights


@dataclass(frozen=True, eq=False)
class StaffedPaths:
    """The team of one party on any course: its expected teams, scaled by what the load takes.

    Parameters
    ----------
    curve : StaffingCurve
        People by load.
    by_attrition : TeamByAttrition
        Teams of the expected course.
    load : ndarray, shape (months,)
        Of the expected course. [transactions/month]
    required : ndarray, shape (months,)
        People it takes. [FTE]
    """

    curve: StaffingCurve
    by_attrition: TeamByAttrition
    load: np.ndarray
    required: np.ndarray

    @classmethod
    def of(cls, curve: StaffingCurve, by_attrition: TeamByAttrition, load: np.ndarray) -> "StaffedPaths":
        """Return the people of a party whose expected course has a load."""
        return cls(curve, by_attrition, load, curve.at(load))

    def team(self, load: np.ndarray, attrition: np.ndarray | None) -> Team:
        """Return the team of courses with these loads and attritions; as `TeamByAttrition.scaled`.

        A month in which the expected course takes nobody is staffed as expected.
        """
        needed, expected = self.curve.at(load), self.required
        scale = np.divide(needed, expected, out=np.ones_like(needed), where=expected > 0)
        return self.by_attrition.scaled(attrition, scale)
