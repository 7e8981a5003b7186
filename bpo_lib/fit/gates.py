"""Gates: what no score can buy. Judged before the score and never set off against it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from bpo_lib.fit.criteria import criterion_named
from bpo_lib.fit.criterion import reaches, stays_at

Status = Literal["clear", "open", "stopped"]

MAX_UNWRITTEN_SHARE = 0.20  # house assumption
COST_GATE = "G-NPV"  # the one gate about money: work that it stops could be moved, only not for the saving
_CRITERION_ID = re.compile(r"\b[SPDRMG]\d ")  # a board reads the name that follows it
_EXCEPTIONS_WRITTEN = 4  # from this level of P1 on, its anchor says that exceptions are written


@dataclass(frozen=True)
class Limit:
    """A level of one criterion at which a gate trips.

    A measured level trips it exactly when it rounds to a harmful anchor.
    """

    criterion: str
    at_most: float | None = None
    at_least: float | None = None

    def tripped(self, level: float) -> bool:
        """Whether one level is on the wrong side."""
        if self.at_most is not None and stays_at(level, self.at_most):
            return True
        return self.at_least is not None and reaches(level, self.at_least)


@dataclass(frozen=True)
class Gate:
    """A rule that stops a move, or makes it conditional, whatever the score says.

    Parameters
    ----------
    id : str
        Name of the gate.
    rule : str
        The rule in words. Its limits are house assumptions.
    limits : tuple of Limit
        The gate trips when all of them do.
    lifts : str
        What would clear it.
    stops : bool
        Whether a tripped gate stops the move; otherwise it makes it conditional.
    """

    id: str
    rule: str
    limits: tuple[Limit, ...]
    lifts: str
    stops: bool = True


GATES: tuple[Gate, ...] = (
    Gate(
        "G-LAW",
        "The law does not prohibit outsourcing this work.",
        (Limit("R2", at_least=5),),
        "A written opinion of the legal department that some of the work may be moved.",
    ),
    Gate(
        "G-DOC",
        "Somebody can explain the work from paper, and at most 20% of exceptions have no written path.",
        (Limit("P1", at_most=1),),
        "Write the main path and the commonest exceptions, and let a newcomer work from them.",
    ),
    Gate(
        "G-MEAS",
        "Output is measured.",
        (Limit("P4", at_most=1),),
        "Count volume and turnaround for three months.",
    ),
    Gate(
        "G-CHURN",
        "The rules hold for longer than a week.",
        (Limit("P5", at_most=1),),
        "Bundle changes of rules into monthly releases.",
    ),
    Gate(
        "G-CORE",
        "Work that customers choose us for is not moved while its decisions are unwritten.",
        (Limit("S1", at_least=5), Limit("S2", at_least=4)),
        "Carve out the steps that follow rules and keep the judgement in-house.",
    ),
    Gate(
        "G-OWN",
        "Somebody will manage the provider.",
        (Limit("G1", at_most=1),),
        "Appoint an owner of the contract before signing it.",
        stops=False,
    ),
    Gate(
        "G-SCALE",
        "There is work for at least three full-time equivalents.",
        (Limit("D1", at_most=1),),
        "Bundle it with related work, or ask a niche provider or shared services.",
    ),
    Gate(
        "G-SYS",
        "The systems can be reached from elsewhere and stay for more than six months.",
        (Limit("P8", at_most=1),),
        "Grant remote access, or wait until the new system is stable.",
        stops=False,
    ),
    Gate(
        COST_GATE,
        "The best offer costs less than staying in-house over the whole term.",
        (Limit("M1", at_most=1),),
        "A better price, lower transition cost, or a reason other than cost that the board accepts.",
    ),
)


class Grounds(NamedTuple):
    """What is known of one criterion when gates are judged.

    Parameters
    ----------
    levels : tuple of float
        One level of each rater, or the one measured level; empty when nothing is known. [level]
    words : str
        The same for a reader.
    """

    levels: tuple[float, ...]
    words: str


class Judgement(NamedTuple):
    """The state of one gate.

    `status` is `clear`; `open` while an answer is missing, raters disagree across the limit or a
    condition has to be met; or `stopped`. An open gate never counts as passed. `tripped` says on
    which side of its limits the gate lies, None while that is unknown.
    """

    gate: Gate
    status: Status
    evidence: str
    tripped: bool | None

    @property
    def condition(self) -> str:
        """Return what stands between an open gate and a clear one."""
        because = _CRITERION_ID.sub("", self.evidence)
        if self.tripped:
            return f"{self.gate.lifts.rstrip('.')} ({because})."
        return f"Not known yet whether this holds: {self.gate.rule.rstrip('.')} ({because})."


def judge(
    gate: Gate, grounds: Mapping[str, Grounds], unwritten_exception_share: float | None = None
) -> Judgement:
    """Judge one gate.

    Parameters
    ----------
    gate : Gate
        One of `GATES`.
    grounds : mapping
        What is known, by criterion id; a criterion left out is not answered.
    unwritten_exception_share : float, optional
        Share of exceptional cases without a written path; None when no step table tells. [share]

    Returns
    -------
    Judgement
    """
    known = [grounds.get(limit.criterion, _unknown(limit.criterion)) for limit in gate.limits]
    tripped = _all_tripped([_tripped(limit, each) for limit, each in zip(gate.limits, known, strict=True)])
    evidence = "; ".join(_words(limit, each) for limit, each in zip(gate.limits, known, strict=True))
    if gate.id == "G-DOC":
        by_steps, words = _exceptions_tripped(known[0], unwritten_exception_share)
        tripped, evidence = _any_tripped([tripped, by_steps]), f"{evidence}; {words}"
    return Judgement(gate, _status(gate, tripped=tripped), evidence, tripped)


def _unknown(name: str) -> Grounds:
    return Grounds((), f"{criterion_named(name).label}: not answered")


def _status(gate: Gate, *, tripped: bool | None) -> Status:
    if tripped is None:
        return "open"
    if not tripped:
        return "clear"
    return "stopped" if gate.stops else "open"


def _tripped(limit: Limit, grounds: Grounds) -> bool | None:
    """Return whether a limit is passed; None when nobody answered or raters fall on both sides."""
    sides = {limit.tripped(level) for level in grounds.levels}
    return sides.pop() if len(sides) == 1 else None


def _words(limit: Limit, grounds: Grounds) -> str:
    split = grounds.levels and _tripped(limit, grounds) is None
    return f"{grounds.words}, on both sides of the limit" if split else grounds.words


def _all_tripped(parts: list[bool | None]) -> bool | None:
    """Return `and` over three values: one harmless part clears, whatever is unknown beside it."""
    if False in parts:
        return False
    return None if None in parts else True


def _any_tripped(parts: list[bool | None]) -> bool | None:
    """Return `or` over three values: one harmful part is enough, whatever is unknown beside it."""
    if True in parts:
        return True
    return None if None in parts else False


def _exceptions_tripped(documentation: Grounds, share: float | None) -> tuple[bool | None, str]:
    """Return whether too many exceptions have no written path, and the words for it."""
    if share is not None:
        return share > MAX_UNWRITTEN_SHARE, f"{share:.0%} of exceptional cases have no written path"
    if documentation.levels and min(documentation.levels) >= _EXCEPTIONS_WRITTEN:
        return False, "exception paths are written, says P1"
    return None, "no step table shows which exceptions have a written path"
