"""The process map: what a case takes on its way through the steps, loops included."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from bpo_lib.errors import InputError
from bpo_lib.process.steps.checks import MapProblem, flow_problems, listed, notes_of, row_problems
from bpo_lib.process.steps.flows import (
    END,
    FLOW_COLUMNS,
    MAIN_PATH,
    START,
    Branch,
    branches_of,
    flows_by_order,
)
from bpo_lib.process.steps.markov import Visits, absorbing_visits, endless
from bpo_lib.process.steps.table import filled, is_exception

_MINUTES = 60.0  # in an hour
_BY_ORDER = (
    "The step table does not say where cases go (column next): steps are taken to follow one another in the "
    "order of its rows, and loops are not counted."
)


@dataclass(frozen=True, eq=False)
class StepMap:
    """A process as its step table draws it.

    Parameters
    ----------
    steps : pandas.DataFrame
        Every column of `steps.csv`, filled, and visits [passes/case], case_share (share of cases that
        pass at least once, from the flow where it is given) [share], minutes_per_case and repeat_minutes
        (of it, second and later passes) [minutes/case], time_share (of all touch time) [share].
    flows : pandas.DataFrame
        Columns source, target (step ids, "start" and "end"), probability (of the source's passes) [share],
        per_case (how often an average case goes this way) [passes/case].
    problems : tuple of MapProblem
        What the map leaves open, kind by kind; nothing of it stops a calculation.
    notes : tuple of str
        The same in sentences, by kind.
    touch_minutes : float
        Time at work on an average case. [minutes/case]
    touch_deviation : float or None
        Standard deviation of it between cases, as far as the route makes it; None without `next`.
        [minutes/case]
    handoffs_per_case : float
        Changes of actor from one step to the next on the way of an average case. [per case]
    unwritten_exception_share : float or None
        Of all passes of exceptional steps, those of steps without a written procedure; None where
        no case comes to an exception. [share]
    flow_given : bool
        Whether the table says where cases go; else the order of its rows stands for it.
    """

    steps: pd.DataFrame
    flows: pd.DataFrame
    problems: tuple[MapProblem, ...]
    notes: tuple[str, ...]
    touch_minutes: float
    touch_deviation: float | None
    handoffs_per_case: float
    unwritten_exception_share: float | None
    flow_given: bool

    @property
    def repeat_minutes(self) -> float | None:
        """Touch time of second and later passes; None where the flow is not given. [minutes/case]"""
        return float(self.steps["repeat_minutes"].sum()) if self.flow_given else None

    def cost_per_case(self, rate_per_hour: float) -> float:
        """Return what the touch time of an average case costs. [currency/case]

        Parameters
        ----------
        rate_per_hour : float
            Cost of one hour at work. [currency/hour]
        """
        return self.touch_minutes / _MINUTES * rate_per_hour


def step_map(steps: pd.DataFrame) -> StepMap:
    """Return what a case takes on its way through the steps of a process.

    Cases enter at the first row. A step without `next` in a table that has it ends the process. Where
    no row has it, each step is passed by its `case_share` and the order of the rows stands for the flow.

    Parameters
    ----------
    steps : pandas.DataFrame
        Columns of `steps.csv`: step, name, actor, minutes, and any other.

    Returns
    -------
    StepMap

    Raises
    ------
    InputError
        When a flow cannot be read, or cases may come to steps from which none leaves the process.
    """
    table = filled(steps)
    return _by_flow(table) if (table["next"] != "").any() else _by_order(table)


def written_flows(table: pd.DataFrame) -> pd.DataFrame:
    """Return the flows that the column `next` of a filled table names.

    Raises
    ------
    InputError
        When a cell cannot be read; every fault is named.
    """
    ids = set(table["step"])
    flows: list[tuple[str, str, float]] = [(START, table["step"].iloc[0], 1.0)]
    faults: list[str] = []
    for step, text in zip(table["step"], table["next"], strict=True):
        branches, problems = branches_of(text, ids)
        faults += [f"next of {step}: {problem.words}" for problem in problems]
        flows += [(step, branch.target, branch.probability) for branch in branches or [Branch(END, 1.0)]]
    if faults:
        raise InputError("; ".join(faults))
    return pd.DataFrame(flows, columns=list(FLOW_COLUMNS))


def steps_without_end(table: pd.DataFrame, flows: pd.DataFrame) -> list[str]:
    """Return the ids of steps in loops that cases may come to and that none leaves."""
    stuck = endless(*_chain(table, flows), start=0)
    return table.loc[stuck, "step"].tolist()


def visits_of(table: pd.DataFrame, flows: pd.DataFrame) -> Visits:
    """Return how often a case passes each step of a filled table on its written way.

    Raises
    ------
    InputError
        When cases may come to steps from which none leaves, or hardly ever does.
    """
    if stuck := steps_without_end(table, flows):
        names = listed(table.set_index("step").loc[stuck, "name"])
        raise InputError(f"cases that come to {names} never leave the process; lead one of them to the end")
    return absorbing_visits(*_chain(table, flows), start=0)


def _chain(table: pd.DataFrame, flows: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return the moves between steps and the shares that leave, in the order of the table."""
    place = {step: number for number, step in enumerate(table["step"])}
    moves, leaving = np.zeros((len(table), len(table))), np.zeros(len(table))
    for source, target, share in flows.loc[flows["source"] != START, list(FLOW_COLUMNS)].to_numpy():
        if target == END:
            leaving[place[source]] += share
        else:
            moves[place[source], place[target]] += share
    return moves, leaving


def _by_flow(table: pd.DataFrame) -> StepMap:
    flows = written_flows(table)
    visits = visits_of(table, flows)
    problems = (*flow_problems(table, flows, visits.passed), *row_problems(table))
    _, variance = visits.total(table["minutes"].to_numpy())
    shown = _timed(table.assign(case_share=visits.passed), visits.expected)
    flows = _with_traffic(flows, shown)
    actor = shown.set_index("step")["actor"]
    between = flows[(flows["source"] != START) & (flows["target"] != END)]
    changes = between["source"].map(actor).to_numpy() != between["target"].map(actor).to_numpy()
    return StepMap(
        steps=shown,
        flows=flows,
        problems=problems,
        notes=notes_of(problems),
        touch_minutes=float(shown["minutes_per_case"].sum()),
        touch_deviation=float(np.sqrt(variance)),
        handoffs_per_case=float(between["per_case"].to_numpy()[changes].sum()),
        unwritten_exception_share=_unwritten_share(shown),
        flow_given=True,
    )


def _by_order(table: pd.DataFrame) -> StepMap:
    problems = row_problems(table)
    shown = _timed(table, table["case_share"].to_numpy())
    return StepMap(
        steps=shown,
        flows=_with_traffic(flows_by_order(table), shown),
        problems=problems,
        notes=(_BY_ORDER, *notes_of(problems)),
        touch_minutes=float(shown["minutes_per_case"].sum()),
        touch_deviation=None,
        handoffs_per_case=_changes_by_order(table),
        unwritten_exception_share=_unwritten_share(shown),
        flow_given=False,
    )


def _timed(table: pd.DataFrame, visits: np.ndarray) -> pd.DataFrame:
    """Return the table with how often an average case passes each step and what that takes."""
    minutes = table["minutes"] * visits
    total = float(minutes.sum())
    return table.assign(
        visits=visits,
        minutes_per_case=minutes,
        repeat_minutes=table["minutes"] * np.maximum(visits - table["case_share"], 0),
        time_share=minutes / total if total else 0.0,
    )


def _with_traffic(flows: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    visits = {START: 1.0, **dict(zip(table["step"], table["visits"], strict=True))}
    return flows.assign(per_case=flows["source"].map(visits) * flows["probability"])


def _changes_by_order(table: pd.DataFrame) -> float:
    """Return how often the actor changes along the main path, each change as often as both steps happen."""
    path = table[table["kind"].isin(MAIN_PATH) & (table["exception_to"] == "")]
    changes = path["actor"] != path["actor"].shift()
    both = path["case_share"].clip(upper=path["case_share"].shift())
    return float(both[changes].iloc[1:].sum())


def _unwritten_share(table: pd.DataFrame) -> float | None:
    exceptions = table[is_exception(table)]
    passes = float(exceptions["visits"].sum())
    if not passes:
        return None
    return float(exceptions.loc[exceptions["document"] == "", "visits"].sum() / passes)
