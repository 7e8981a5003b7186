"""Where cases go after each step: the column `next`, or the order of the rows where it is not given."""

import re
from collections.abc import Collection
from typing import NamedTuple

import pandas as pd

START, END = "start", "end"  # not steps: where cases come from and go to
MAIN_PATH = ("task", "decision", "check")
FLOW_COLUMNS = ("source", "target", "probability")

_SHARE = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_ROUNDED = 0.002  # three thirds written with three decimals add up to 0.999
_EXAMPLE = "such as A3 0.8; A7 0.2"


class Branch(NamedTuple):
    """One way out of a step, and the share of its passes that takes it."""

    target: str
    probability: float


class FlowProblem(NamedTuple):
    """What is wrong with a cell of `next`; `unknown` is a name that is no step, where that is the fault."""

    words: str
    mend: str
    unknown: str | None = None


def branches_of(text: str, ids: Collection[str]) -> tuple[list[Branch], list[FlowProblem]]:
    """Return the ways out of a step, and everything wrong with how they are written.

    Parameters
    ----------
    text : str
        A cell such as "A3 0.8; A7 0.2; end 0.05"; one name alone means every case.
    ids : collection of str
        Ids of the steps; `end` leaves the process.

    Returns
    -------
    list of Branch
        Adding up to 1 exactly; empty when the cell is empty or faulty.
    list of FlowProblem
    """
    pieces = [piece.strip() for piece in re.split(r"[;\n]", text) if piece.strip()]
    if len(pieces) == 1 and (only := _target(pieces[0], ids)):
        return [Branch(only, 1.0)], []
    found: list[Branch] = []
    problems: list[FlowProblem] = []
    for piece in pieces:
        branch = _branch(piece, ids)
        if isinstance(branch, FlowProblem):
            problems.append(branch)
        elif any(branch.target == earlier.target for earlier in found):
            problems.append(FlowProblem(f"{branch.target} is named twice", "Add the two shares up"))
        else:
            found.append(branch)
    total = sum(branch.probability for branch in found)
    if pieces and not problems and abs(total - 1) > _ROUNDED:
        words = f"the shares add up to {float(f'{total:.6g}'):g}, not to 1"
        problems.append(FlowProblem(words, "Say where every case goes; end is for those that leave here"))
    if problems:
        return [], problems
    return [Branch(target, share / total) for target, share in found if share > 0], []


def _target(name: str, ids: Collection[str]) -> str | None:
    """Return the step a name stands for, END for the way out, None for anything else."""
    if name in ids:
        return name
    return END if name.casefold() == END else None


def _branch(piece: str, ids: Collection[str]) -> Branch | FlowProblem:
    if name := _target(piece, ids):
        return FlowProblem(f"{name} has no share", f"Write the share of cases behind it, {_EXAMPLE}")
    name, number = ["", *piece.rsplit(maxsplit=1)][-2:]
    target = _target(name, ids)
    if _SHARE.fullmatch(number) and name:
        if target is None:
            return FlowProblem(f"{_shown(name)} is not a step", "Use the id of a step", name)
        share = float(number)
        if 0 <= share <= 1:
            return Branch(target, share)
        return FlowProblem(f"{_shown(number)} is not a share", "Write a number from 0 to 1")
    if target is not None:
        mend = f"Write a number from 0 to 1 with a point, {_EXAMPLE}"
        return FlowProblem(f"{_shown(number)} is not a share", mend)
    if re.search(r"[,:=%]", piece):
        mend = f"Write a step, a space and a share, with semicolons between, {_EXAMPLE}"
        return FlowProblem(f"{_shown(piece)} cannot be read", mend)
    return FlowProblem(f"{_shown(piece)} is not a step", "Use the id of a step", piece)


def _shown(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:57]}...")


def flows_by_order(table: pd.DataFrame) -> pd.DataFrame:
    """Return flows where nobody wrote any: the order of the rows, exceptions off it and back to it.

    Parameters
    ----------
    table : pandas.DataFrame
        Columns step, kind, exception_to and case_share, all filled.

    Returns
    -------
    pandas.DataFrame
        Columns source, target and probability. An exception that leaves from no step has no flow.
    """
    is_main = table["kind"].isin(MAIN_PATH) & (table["exception_to"] == "")
    main = table.loc[is_main, "step"].tolist()
    after = dict(zip(main, [*main[1:], END], strict=True))
    share = dict(zip(table["step"], table["case_share"], strict=True))
    flows: list[tuple[str, str, float]] = []
    for step, origin in zip(table["step"], table["exception_to"], strict=True):
        if step in after or origin not in share:
            continue
        flows.append((origin, step, min(share[step] / share[origin], 1.0) if share[origin] else 0.0))
    leaves = pd.DataFrame(flows, columns=list(FLOW_COLUMNS)).groupby("source")["probability"].sum()
    origins = dict(zip(table["step"], table["exception_to"], strict=True))
    returns = [(step, _back(step, origins, after)) for _, step, _ in flows]
    onward = [*after.items(), *returns]
    rest = [(source, target, max(1 - leaves.get(source, 0.0), 0.0)) for source, target in onward]
    entry = [(START, main[0], 1.0)] if main else []
    return pd.DataFrame([*entry, *rest, *flows], columns=list(FLOW_COLUMNS))


def _back(step: str, origins: dict[str, str], after: dict[str, str]) -> str:
    """Return where an exception comes back to the main path: the step after the one it left."""
    seen: set[str] = set()
    while step not in after and step in origins and step not in seen:
        seen.add(step)
        step = origins[step]
    return after.get(step, END)
