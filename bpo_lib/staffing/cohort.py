"""People who come, learn and leave: the team that a requirement takes, month by month.

The same code serves the client's own team and a provider's, for one course of a term or for
thousands at once.
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from bpo_lib.staffing.terms import PeopleTerms
from bpo_lib.staffing.workload import check_months

BUSY_FROM: Final = 0.85  # occupancy from which more people leave: MetricNet, quoted by R. Ghosh
COUNTED_ON: Final = 0.5  # productivity from which a plan relies on a newcomer (house assumption)


@dataclass(frozen=True, eq=False)
class Team:
    """A team over the term; every part has the shape of the requirement and nothing is rounded.

    Parameters
    ----------
    required : ndarray
        Experienced people that the work takes. [FTE]
    paid : ndarray
        People on the payroll, newcomers included. [FTE]
    training : ndarray
        Those of them who are in training and do no work yet. [FTE]
    productive : ndarray
        What all of them achieve, in experienced people. [FTE]
    hires : ndarray
        People who join at the start of a month. [FTE/month]
    leavers : ndarray
        People who leave of their own accord at the end of a month. [FTE/month]
    released : ndarray
        People let go at the end of a month. [FTE/month]
    """

    required: np.ndarray
    paid: np.ndarray
    training: np.ndarray
    productive: np.ndarray
    hires: np.ndarray
    leavers: np.ndarray
    released: np.ndarray

    @property
    def shortfall(self) -> np.ndarray:
        """What the team lacks, in experienced people. [FTE]."""
        return np.maximum(self.required - self.productive, 0)


def productivity(months: ArrayLike, people: PeopleTerms) -> np.ndarray:
    """Return what somebody achieves so many months after training, as a share of an experienced person.

    Parameters
    ----------
    months : float or array
        Full months since the end of training, 0 or more.
    people : PeopleTerms
        Productivity at the start, and how fast it is learnt.

    Returns
    -------
    ndarray, shape of `months`

    Notes
    -----
    1 - (1 - start) exp(-months / learning_months).
    """
    return 1 - (1 - people.starting_productivity) * _kept(people) ** np.asarray(months, dtype=float)


def settled_team(
    required: ArrayLike,
    people: PeopleTerms,
    occupancy: ArrayLike = 0.0,
    attrition_per_year: ArrayLike | None = None,
) -> Team:
    """Return the team of somebody who has done the work all along.

    On the first day it holds the mix of newcomers and experienced people that years of replacing
    leavers bring about, and is large enough until the first hire of the plan counts.

    Parameters
    ----------
    required : array, shape (months,) or (paths, months)
        Experienced people that the work takes. [FTE]
    people : PeopleTerms
        How people come, learn and leave.
    occupancy : float or array that broadcasts to `required`
        Share of available time spent on work; above 85% more people leave.
    attrition_per_year : float or array that broadcasts to `required`, optional
        In place of that of `people`, such as one for each path. [share/year]

    Returns
    -------
    Team

    Raises
    ------
    InputError
        When a month's requirement is missing, negative or infinite.

    Notes
    -----
    In month t: heads = (1 - a) x heads of the month before + hires, where a is a twelfth of the
    yearly attrition; productive = sum over tenure of heads x `productivity`. Because everybody
    closes the same share of what is lacking in a month, two sums carry all tenures exactly: the
    trained, and what they lack together. A hire is ordered `hiring_lead_months` before, as late
    as the requirement allows: for the first month in which it does half of an experienced
    person's work; what it does before is a reserve. Too many people are first thinned out by attrition.

    References
    ----------
    Flow of heads: Source: house practice. Attrition with occupancy: MetricNet, quoted by
    R. Ghosh, "Correlation between occupancy and attrition in contact centers".
    """
    course = _Course.of(required, people, occupancy, attrition_per_year)
    return course.followed(*_settled(course))


def new_team(
    required: ArrayLike,
    people: PeopleTerms,
    ready_months: float,
    occupancy: ArrayLike = 0.0,
    attrition_per_year: ArrayLike | None = None,
) -> Team:
    """Return a team that is built for this work and starts with trained newcomers only.

    It is large enough to carry the work once it has been at it for `ready_months`, leavers
    until then included; before, `Team.shortfall` is what somebody else has to do.

    Parameters
    ----------
    required, people, occupancy, attrition_per_year
        As for `settled_team`.
    ready_months : float
        Months from the start until it carries all of the work, such as a transition. [months]

    Returns
    -------
    Team

    Raises
    ------
    InputError
        As for `settled_team`.
    """
    course = _Course.of(required, people, occupancy, attrition_per_year, ready_months)
    return course.followed(*_fresh(course))


@dataclass(eq=False)
class _Staff:
    """The people of one moment; arrays have shape (paths,)."""

    trained: np.ndarray
    lacking: np.ndarray  # what the trained lack to being experienced, together
    trainees: list[np.ndarray]  # one entry per month of training, those who came last first

    def join(self, hires: np.ndarray, start: float) -> None:
        """Add people on the first day of a month: to the trainees, or to the trained where none is needed."""
        if self.trainees:
            self.trainees[0] = hires
        else:
            self._finish_training(hires, start)

    def stay(self, share: np.ndarray) -> None:
        """Keep a share of everybody."""
        self.trained, self.lacking = self.trained * share, self.lacking * share
        self.trainees = [came * share for came in self.trainees]

    def learn(self, kept: float, start: float) -> None:
        """Let a month of practice and of training pass."""
        self.lacking = self.lacking * kept
        if self.trainees:
            self._finish_training(self.trainees.pop(), start)
            self.trainees.insert(0, np.zeros_like(self.trained))

    def _finish_training(self, people: np.ndarray, start: float) -> None:
        self.trained = self.trained + people
        self.lacking = self.lacking + people * (1 - start)


@dataclass(frozen=True, eq=False)
class _Course:
    """What to plan for and who leaves, by (months, paths); beyond the term all goes on as it ends."""

    people: PeopleTerms
    required: np.ndarray  # as it was given
    planned: np.ndarray
    leaving: np.ndarray
    ready: int  # months in which somebody else does what is lacking

    @classmethod
    def of(
        cls,
        required: ArrayLike,
        people: PeopleTerms,
        occupancy: ArrayLike,
        attrition_per_year: ArrayLike | None = None,
        ready_months: float = 0,
    ) -> "_Course":
        wanted = np.atleast_1d(check_months("required FTE", required))
        busy = np.maximum(np.asarray(occupancy, dtype=float) - BUSY_FROM, 0)
        busy = busy if busy.any() else np.zeros(1)  # then all paths lose the same share
        own = people.attrition_per_year if attrition_per_year is None else attrition_per_year
        yearly = np.asarray(own, dtype=float) + people.attrition_per_occupancy * busy
        months, ready = wanted.shape[-1], math.ceil(ready_months)
        rows = np.arange(months + _months_to_count(people) + 2)
        beyond = np.minimum(rows, months - 1)
        planned = np.atleast_2d(wanted).T[beyond]
        planned[:ready] = 0
        leaving = np.atleast_2d(np.broadcast_to(yearly / 12, (*yearly.shape[:-1], months))).T[beyond]
        return cls(people, wanted, planned, leaving, ready)

    @property
    def months(self) -> int:
        return self.required.shape[-1]

    @property
    def first_counted(self) -> int:
        """The first month in which a hire of the plan counts."""
        return math.ceil(self.people.hiring_lead_months) + _months_to_count(self.people)

    def followed(self, staff: _Staff, ordered: np.ndarray) -> Team:
        """Return the team that grows out of the people of the first day and the hires ordered before it."""
        start, kept = self.people.starting_productivity, _kept(self.people)
        lead, still = math.ceil(self.people.hiring_lead_months), self._still_there()
        keep = self._to_keep() if self.people.release_share_per_month else None
        record = np.zeros((6, self.months, ordered.size))
        paid, training, productive, hires, leavers, released = record
        for month in range(self.months):
            hires[month] = ordered if month < lead else self._hires(month, staff, still[month])
            staff.join(hires[month], start)
            training[month] = sum(staff.trainees)
            paid[month] = staff.trained + training[month]
            productive[month] = staff.trained - staff.lacking
            leavers[month] = paid[month] * self.leaving[month]
            staff.stay(1 - self.leaving[month])
            staff.learn(kept, start)
            if keep is not None:
                released[month] = self._let_go(staff, keep[month + 1])
        return Team(self.required, *(part.T.reshape(self.required.shape) for part in record))

    def _hires(self, month: int, staff: _Staff, stay: np.ndarray) -> np.ndarray:
        """Return the fewest hires that keep the requirement in the first month in which they count."""
        ahead, after = _months_to_count(self.people), _months_after_training(self.people)
        there = staff.trained - staff.lacking * _kept(self.people) ** ahead
        for since, came in enumerate(staff.trainees[1:], start=1):
            there = there + came * productivity(after + since, self.people)
        gap = self.planned[month + ahead] - stay * there
        return np.maximum(gap, 0) / (stay * productivity(after, self.people))

    def _let_go(self, staff: _Staff, needed: np.ndarray) -> np.ndarray:
        """Release part of those who are needed neither now nor before a newcomer could replace them."""
        productive = staff.trained - staff.lacking
        spare = self.people.release_share_per_month * np.maximum(productive - needed, 0)
        gone = np.divide(spare, productive, out=np.zeros_like(spare), where=productive > 0)
        released = gone * staff.trained
        staff.trained, staff.lacking = staff.trained - released, staff.lacking * (1 - gone)
        return released

    def _still_there(self) -> np.ndarray:
        """Return the share of a month's people who are still there when its hires count."""
        ahead = _months_to_count(self.people)
        windows = np.lib.stride_tricks.sliding_window_view(1 - self.leaving, ahead, axis=0)
        return windows.prod(axis=-1)

    def _to_keep(self) -> np.ndarray:
        """Return the productive people to keep in a month for itself and for those no hire can help."""
        keep = self.planned.copy()
        keep[: self.ready] = np.inf  # nobody who is learning for the work is let go
        for _ in range(_months_to_count(self.people)):
            keep[:-1] = np.maximum(keep[:-1], keep[1:] / (1 - self.leaving[:-1]))
        return keep


def _settled(course: _Course) -> tuple[_Staff, np.ndarray]:
    """Return the people and the monthly hires of a team that has replaced its leavers for years."""
    terms, leaving, kept = course.people, course.leaving[0], _kept(course.people)
    training, after = math.ceil(terms.training_months), _months_after_training(terms)
    needed = course.planned[: max(course.first_counted, 1)].max(axis=0)
    # What one of the trained lacks on average: the sum over all tenures of what is lacking at each.
    lacking = leaving * (1 - terms.starting_productivity) / (1 - (1 - leaving) * kept)
    trained = needed / ((1 - leaving) ** after * (1 - lacking * kept**after))
    hires = leaving * trained / (1 - leaving) ** training
    trainees = [hires * (1 - leaving) ** since for since in range(training)]
    # Without training, the first month's hires are among the trained already.
    joining = hires if not training else np.zeros_like(hires)
    untaught = lacking * trained - joining * (1 - terms.starting_productivity)
    return _Staff(trained - joining, untaught, trainees), hires


def _fresh(course: _Course) -> tuple[_Staff, np.ndarray]:
    """Return trained newcomers: enough from the month they are ready until the first hires count."""
    terms, last = course.people, len(course.planned) - 1
    ready = min(max(course.ready, _months_after_training(terms)), last)
    carried = np.arange(ready, min(max(ready + 1, course.first_counted), last + 1))
    there = np.cumprod(1 - course.leaving, axis=0) / (1 - course.leaving)
    each = there[carried] * productivity(carried, terms)[:, None]
    heads = (course.planned[carried] / each).max(axis=0)
    trainees = [np.zeros_like(heads) for _ in range(math.ceil(terms.training_months))]
    return _Staff(heads, heads * (1 - terms.starting_productivity), trainees), np.zeros_like(heads)


def _kept(people: PeopleTerms) -> float:
    """Return the share of what newcomers lack that they still lack a month later."""
    return math.exp(-1 / people.learning_months) if people.learning_months else 0.0


def _months_after_training(people: PeopleTerms) -> int:
    """Return the months of work after which a plan relies on a newcomer.

    A plan that relied on less would hire too many at once and nobody later, in turns.
    """
    if people.starting_productivity >= COUNTED_ON:
        return 0
    lacking = (1 - people.starting_productivity) / (1 - COUNTED_ON)
    return max(1, math.ceil(people.learning_months * math.log(lacking)))


def _months_to_count(people: PeopleTerms) -> int:
    """Return the months from joining until a plan relies on a newcomer."""
    return math.ceil(people.training_months) + _months_after_training(people)
