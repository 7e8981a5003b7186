"""From gates and values to an answer: what is admissible, who leads, how firm that is and what is open."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

import numpy as np

from bpo_lib.fit.alternatives import ALTERNATIVES, OUTSOURCED
from bpo_lib.fit.gates import Judgement
from bpo_lib.fit.result import Standing, Verdict
from bpo_lib.fit.terms import JudgementTerms

KEYS = tuple(each.key for each in ALTERNATIVES)
State = Literal["clear", "conditional", "stopped"]


class Field(NamedTuple):
    """Which alternatives the gates leave in the race.

    Parameters
    ----------
    states : mapping
        By key: clear, conditional while a gate that bears on it is open, or stopped.
    gates : mapping
        By key: the ids of the gates that are not clear and bear on it.
    led_by : str
        The gate that names the leader, empty where the score decides.
    leads : str
        The alternative it names.
    """

    states: Mapping[str, State]
    gates: Mapping[str, tuple[str, ...]]
    led_by: str
    leads: str

    @property
    def allowed(self) -> np.ndarray:
        """Whether no gate removes an alternative, shape (alternatives,)."""
        return np.array([self.states[key] != "stopped" for key in KEYS])

    @property
    def may_leave(self) -> bool:
        """Whether any way of outsourcing is left."""
        return any(self.states[key] != "stopped" for key in OUTSOURCED)


def field_of(judgements: Sequence[Judgement]) -> Field:
    """Return which alternatives the gates leave, and whether one of them names the leader."""
    stopping = {key: tuple(each.gate.id for each in judgements if key in each.removes) for key in KEYS}
    opening = {key: tuple(each.gate.id for each in judgements if key in each.holds) for key in KEYS}
    states: dict[str, State] = {
        key: "stopped" if stopping[key] else "conditional" if opening[key] else "clear" for key in KEYS
    }
    naming = next((each for each in judgements if each.status == "stopped" and each.gate.leads), None)
    return Field(
        states,
        {key: (*stopping[key], *opening[key]) for key in KEYS},
        naming.gate.id if naming else "",
        naming.gate.leads if naming else "",
    )


class Order(NamedTuple):
    """Who leads, who comes next and which way of outsourcing is best.

    Parameters
    ----------
    leader : str
        Never one that a gate removes.
    runner_up : str or None
        None when the leader stands alone.
    route : str
        The best way of outsourcing; the best as if no gate were there when all are removed.
    """

    leader: str
    runner_up: str | None
    route: str


def order_of(field: Field, values: np.ndarray) -> Order:
    """Return the order of the admissible alternatives by value; of equal ones the first in `ALTERNATIVES`.

    Parameters
    ----------
    field : Field
    values : ndarray, shape (alternatives,)
    """
    ranked = [KEYS[place] for place in np.argsort(-values, kind="stable")]
    left = [key for key in ranked if field.states[key] != "stopped"]
    if field.leads:
        left = [field.leads, *(key for key in left if key != field.leads)]
    routes = [key for key in left if key in OUTSOURCED] or [key for key in ranked if key in OUTSOURCED]
    return Order(left[0], left[1] if len(left) > 1 else None, routes[0])


def standing_of(field: Field, leader: str, first: float, terms: JudgementTerms) -> Standing:
    """Return how firm the leader is; a gate that names it leaves nothing to weigh.

    Parameters
    ----------
    field : Field
    leader : str
    first : float
        Share of draws in which it leads among the admissible. [share]
    terms : JudgementTerms
    """
    if field.led_by:
        return "robust"
    if first >= terms.robust_share and field.states[leader] == "clear":
        return "robust"
    return "leaning" if first >= terms.leaning_share else "open"


def conditions_of(
    judgements: Sequence[Judgement], field: Field, route: str, score: float, pass_score: float
) -> tuple[str, ...]:
    """Return what has to be settled before work may leave without a condition.

    Parameters
    ----------
    judgements : sequence of Judgement
    field : Field
    route : str
        The best way of outsourcing; what holds only other ways is no condition.
    score, pass_score : float
        Its value, and the least that passes. [points of 100]
    """
    said = [each.condition for each in judgements if route in each.holds]
    if field.may_leave:
        said += [each.restriction for each in judgements if each.status == "stopped" and each.restriction]
    if score < pass_score:
        said.append(f"The score of {score:.1f} is below {pass_score:g}: the criteria speak against it.")
    return tuple(said)


def verdict_of(field: Field, conditions: tuple[str, ...]) -> Verdict:
    """Return whether the work may leave the house."""
    if not field.may_leave:
        return "fail"
    return "conditional" if conditions else "pass"
