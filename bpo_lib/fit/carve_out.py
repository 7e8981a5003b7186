"""Carve-outs: which steps of a process could leave on their own, and where the cuts would run."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import Missing
from bpo_lib.fit.answers import Standing
from bpo_lib.fit.gates import Facts
from bpo_lib.fit.inputs import FitInputs, expected_utilities, fit_inputs, judged
from bpo_lib.fit.measured import Measurement
from bpo_lib.fit.scales.criteria import CRITERIA
from bpo_lib.fit.verdict import KEYS, field_of
from bpo_lib.process import process_evidence

PROVIDERS: Final = ("onshore", "nearshore", "offshore", "specialist")
STAY: Final = ("keep", "automate")
STEP_COLUMNS = ["step", "name", "answer", "because", "time_share", *STAY, "leave"]
GROUP_COLUMNS = ["answer", "steps", "time_share"]
ESCALATED: Final = "escalation to the client"
NOTHING_TO_CUT = Missing(
    "steps.csv",
    "Which steps could leave on their own, where the whole process should not.",
    "Add to each step its data_class, its document and which share of it follows rules (rule_based).",
)

_DATA_LEVELS = {"public": 1.0, "internal": 2.0, "personal": 3.0, "special": 4.0, "secret": 5.0}
# Share of a step that no rule decides, and the level of hidden judgement its anchors put there.
_JUDGED_SHARES, _JUDGED_LEVELS = (0.0, 0.01, 0.05, 0.15, 0.40, 1.0), (1.0, 1.5, 2.5, 3.5, 4.5, 5.0)
_OFF_PATH = ("exception", "escalation")


@dataclass(frozen=True, eq=False)
class CarveOut:
    """The answer for every step, and what it makes of the process.

    Parameters
    ----------
    steps : pandas.DataFrame
        Columns `STEP_COLUMNS`: answer is `keep`, `automate` or the place of `place`; because names the
        gate that holds a step back, empty where its value decides; keep, automate and leave are values.
    groups : pandas.DataFrame
        Columns `GROUP_COLUMNS`: steps that follow one another with the same answer, as one.
    place : str
        The alternative to which steps could be handed: the best of those with one provider.
    leaving_share : float
        Touch time of the steps that leave. [share]
    crossings_per_case : float
        Times an average case would cross between the client and the provider. [crossings/case]
    """

    steps: pd.DataFrame
    groups: pd.DataFrame
    place: str
    leaving_share: float
    crossings_per_case: float


@lru_cache(maxsize=8)
def carve_outs(case: Engagement) -> CarveOut | Missing:
    """Return for every step whether it should stay, be automated or leave.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    CarveOut or Missing
        Missing where the step table says nothing that tells its steps apart.

    Notes
    -----
    A step is judged as the process is, with the same weights, values and gates, but with its own levels of
    hidden judgement (1 - rule_based), data sensitivity (data_class), documentation (document), exceptions
    (kind) and automation potential (rule_based times digital times stable). What its row does not say
    it takes from the process. Source: house practice.
    """
    found = process_evidence(case).map
    if found is None or not _tells_apart(found.steps):
        return NOTHING_TO_CUT
    inputs = fit_inputs(case)
    place = _best_place(inputs)
    documented = bool((found.steps["document"] != "").any())
    rows = [_judged_step(row, inputs, place, documented=documented) for _, row in found.steps.iterrows()]
    steps = pd.DataFrame(rows, columns=STEP_COLUMNS)
    leaving = steps["answer"] == place
    return CarveOut(
        steps=steps,
        groups=_groups(steps),
        place=place,
        leaving_share=float(steps.loc[leaving, "time_share"].sum()),
        crossings_per_case=_crossings(found.flows, dict(zip(steps["step"], leaving, strict=True))),
    )


def _tells_apart(steps: pd.DataFrame) -> bool:
    return bool((steps["data_class"] != "").any() or steps["rule_based"].notna().any())


def _best_place(inputs: FitInputs) -> str:
    """Return the best alternative with one provider, of those the gates leave where they leave any."""
    values = dict(zip(KEYS, inputs.utilities @ inputs.weights, strict=True))
    states = field_of(inputs.judgements).states
    left = [key for key in PROVIDERS if states[key] != "stopped"] or list(PROVIDERS)
    return max(left, key=lambda key: values[key])


def _judged_step(row: pd.Series, inputs: FitInputs, place: str, *, documented: bool) -> tuple[object, ...]:
    levels = _levels(row, documented=documented)
    known = tuple(_with_level(each, levels.get(each.criterion.id)) for each in inputs.known)
    off_path = row["kind"] in _OFF_PATH or row["exception_to"] != ""
    unwritten = float(off_path and row["document"] == "") if documented else None
    facts = Facts(unwritten, inputs.facts.saving_chance, inputs.facts.places)
    judgements = judged(known, facts, inputs.terms)
    field = field_of(judgements)
    values = dict(zip(KEYS, expected_utilities(known, inputs.table) @ inputs.weights, strict=True))
    held = ", ".join(each.gate.id for each in judgements if place in each.removes)
    if row["kind"] == "escalation":  # what is referred to the client is the client's to decide
        held = ESCALATED
    left = [key for key in (*STAY, place) if field.states[key] != "stopped" and not (held and key == place)]
    best = max(left, key=lambda key: values[key])
    return (row["step"], row["name"], best, held, row["time_share"], *(values[key] for key in (*STAY, place)))


def _levels(row: pd.Series, *, documented: bool) -> dict[str, float]:
    """Return the levels that a row of the step table tells by itself. [level]"""
    levels = {}
    if row["data_class"] in _DATA_LEVELS:
        levels["R1"] = _DATA_LEVELS[row["data_class"]]
    if not pd.isna(row["rule_based"]):
        levels["S2"] = float(np.interp(1 - row["rule_based"], _JUDGED_SHARES, _JUDGED_LEVELS))
    shares = np.array([row[name] for name in ("rule_based", "digital", "stable")], dtype=float)
    if not np.isnan(shares).any():
        potential = next(each for each in CRITERIA if each.id == "M4")
        levels["M4"] = potential.level_of(float(np.prod(shares)))
    if documented and row["document"] == "":
        levels["P1"] = 1.0
    if row["kind"] in _OFF_PATH:
        levels["P3"] = 1.0
    return levels


def _with_level(standing: Standing, level: float | None) -> Standing:
    """Return a standing as the step table tells it, unchanged where it says nothing."""
    if level is None:
        return standing
    told = Measurement(standing.criterion.id, level, "level", level, "step table")
    return replace(standing, measured=told)


def _groups(steps: pd.DataFrame) -> pd.DataFrame:
    """Return steps that follow one another with the same answer, as one row each."""
    run = (steps["answer"] != steps["answer"].shift()).cumsum()
    rows = [
        (part["answer"].iloc[0], tuple(part["name"]), float(part["time_share"].sum()))
        for _, part in steps.groupby(run, sort=False)
    ]
    return pd.DataFrame(rows, columns=GROUP_COLUMNS)


def _crossings(flows: pd.DataFrame, leaves: dict[str, bool]) -> float:
    """Return how often a case goes from a step that leaves to one that stays, or back."""
    inner = flows[flows["source"].isin(leaves) & flows["target"].isin(leaves)]
    crosses = inner["source"].map(leaves) != inner["target"].map(leaves)
    return float(inner.loc[crosses, "per_case"].sum())
