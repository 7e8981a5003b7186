"""Automation triage: which steps software could take over, by which technology, and what that would save."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Final

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import Missing
from bpo_lib.pricing.alternatives.progress import progress
from bpo_lib.pricing.alternatives.technologies import TECHNOLOGIES, Reach, Technology, TriageTerms
from bpo_lib.pricing.deal import DealTerms, InHouseTerms
from bpo_lib.pricing.deal.present_value import discount_factors, payback_month
from bpo_lib.pricing.deal.transition import one_off
from bpo_lib.pricing.provider import team_cost
from bpo_lib.pricing.work import expected_work
from bpo_lib.process import process_evidence
from bpo_lib.staffing import own_team

YEAR = 12
RIVALS: Final = ("workflow", "robot")  # two ways to do the same work; at most one of them is chosen
ASSESSED = ("rule_based", "digital", "stable")
NO_ASSESSMENT = Missing(
    "steps.csv",
    "Which steps software could take over, and what that would save.",
    "Add to each step which share of its time follows rules, has digital input and rests on stable systems "
    "(columns rule_based, digital, stable), and its input_kind.",
)


@dataclass(frozen=True, eq=False)
class Triage:
    """What could be automated, and what it would bring.

    Parameters
    ----------
    steps : pandas.DataFrame
        One row per step: step, name, input_kind, time_share, rule_based, digital, stable, reachable
        (rule-based times digital times stable), technology (key of the one that takes most of it, empty
        for none), saved_share (of all touch time, by the technologies chosen). [share]
    technologies : pandas.DataFrame
        Index technology; reachable_share and saved_share of touch time [share], fte (people it frees once
        it does all it can) [FTE], investment [currency], run_per_month [currency/month], saving_npv
        against staying [currency], payback_month [month, NaN for never], chosen.
    potential : float
        Share of touch time that is rule-based, digital and stable. [share]
    assessed_share : float
        Share of touch time in steps that were assessed. [share]
    chosen : tuple of str
        The technologies that bring most together, none of them where staying is best.
    saved_share : float
        Share of touch time they take over together. [share]
    saving_npv : float
        What they save together against staying, present value. [currency]
    """

    steps: pd.DataFrame
    technologies: pd.DataFrame
    potential: float
    assessed_share: float
    chosen: tuple[Technology, ...]
    saved_share: float
    saving_npv: float


def automation_potential(steps: pd.DataFrame) -> float:
    """Return which share of touch time is rule-based, digital and stable all at once.

    Parameters
    ----------
    steps : pandas.DataFrame
        Columns time_share, rule_based, digital, stable of each step; what was not assessed counts as 0.

    Returns
    -------
    float
        NaN where no step was assessed. [share]
    """
    if not _assessed(steps).any():
        return float("nan")
    return float((steps["time_share"] * _product(steps, ASSESSED)).sum())


@lru_cache(maxsize=16)
def automation_triage(case: Engagement) -> Triage | Missing:
    """Return which steps software could take over, by which technology, and what that would save.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    Triage or Missing
        Missing where the step table does not say what follows rules, is digital and stable.

    Raises
    ------
    InputError
        When the client gives no past volumes.

    Notes
    -----
    Of a step's touch time a technology that follows rules reaches r d s, reading documents r s (it makes
    the input digital), assisting people (1 - r) d s, with r rule-based, d digital, s stable. Of that it
    takes its success share; what fails goes back to people. The months are priced as staying is: the same
    volume, team, wages and discount rate, so that its saving stands beside that of outsourcing.
    Source: house practice.
    """
    found = process_evidence(case).map
    if found is None or not _assessed(found.steps).any():
        return NO_ASSESSMENT
    terms = case.of(TriageTerms)
    reach = {name: _reachable(found.steps, about) for name, about in TECHNOLOGIES.items()}
    saved = {name: float(part.sum()) * terms.success_share(name) for name, part in reach.items()}
    alone = {name: _worth(case, {name: share}) for name, share in saved.items()}
    chosen, together = _best_together(case, saved)
    rows = [
        {
            "technology": name,
            "reachable_share": float(reach[name].sum()),
            "saved_share": saved[name],
            **vars(alone[name]),
            "chosen": name in chosen,
        }
        for name in TECHNOLOGIES
    ]
    return Triage(
        steps=_step_rows(found.steps, reach, terms, chosen),
        technologies=pd.DataFrame(rows).set_index("technology"),
        potential=automation_potential(found.steps),
        assessed_share=float(found.steps.loc[_assessed(found.steps), "time_share"].sum()),
        chosen=chosen,
        saved_share=sum(saved[name] for name in chosen),
        saving_npv=together.saving_npv,
    )


@dataclass(frozen=True)
class _Worth:
    """What some technologies bring against staying."""

    fte: float
    investment: float
    run_per_month: float
    saving_npv: float
    payback_month: float


def _worth(case: Engagement, saved: Mapping[Technology, float]) -> _Worth:
    """Return what technologies that take over these shares of touch time bring against staying."""
    work, terms, own = expected_work(case), case.of(TriageTerms), case.of(InHouseTerms)
    months = work.volume.size
    live = progress(months, terms.months_to_go_live, terms.ramp_months)
    share = sum(saved.values())
    people = own_team(case, work.volume * (1 - share * live))
    person = own.cost_per_fte_month
    investment = person * sum(terms.investment(name) for name in saved)
    running = person * sum(terms.run(name) for name in saved)
    upkeep = investment * terms.maintenance_share_per_year / YEAR
    cost = team_cost(people, own) + one_off(months, investment, terms.months_to_go_live)
    cost = cost + (running + upkeep) * progress(months, terms.months_to_go_live, 0)
    saving = work.in_house - cost
    worth = discount_factors(months, case.of(DealTerms).discount_rate_per_year)
    required = own_team(case, work.volume).required[-YEAR:].mean()
    return _Worth(
        fte=float(required - people.required[-YEAR:].mean()) if share else 0.0,
        investment=investment,
        run_per_month=running + upkeep,
        saving_npv=float(saving @ worth),
        payback_month=payback_month(saving) if share else float("nan"),
    )


def _best_together(
    case: Engagement, saved: Mapping[Technology, float]
) -> tuple[tuple[Technology, ...], _Worth]:
    """Return the technologies that bring most together; none where staying is best.

    Every set is tried: people who are no longer needed leave slowly, so a second technology often
    finds fewer people to free than it would alone.
    """
    sets = [
        tuple(name for name in saved if name in members)
        for size in range(len(saved) + 1)
        for members in combinations(saved, size)
        if not set(RIVALS) <= set(members)
    ]
    worth = {names: _worth(case, {name: saved[name] for name in names}) for names in sets}
    best = max(worth, key=lambda names: worth[names].saving_npv)
    return best, worth[best]


def _reachable(steps: pd.DataFrame, about: Reach) -> pd.Series:
    """Return which share of all touch time a technology reaches in each step. [share]"""
    needed = ["stable", *(["digital"] if about.needs_digital else [])]
    rules = steps["rule_based"].fillna(0.0 if about.by_rules else 1.0)
    part = (rules if about.by_rules else 1 - rules) * _product(steps, needed)
    return steps["time_share"] * part.where(_kind(steps).isin(about.inputs), 0.0)


def _kind(steps: pd.DataFrame) -> pd.Series:
    return steps["input_kind"].replace("", "structured")


def _product(steps: pd.DataFrame, names: Iterable[str]) -> pd.Series:
    return steps[list(names)].astype(float).fillna(0.0).prod(axis=1)


def _assessed(steps: pd.DataFrame) -> pd.Series:
    return steps[list(ASSESSED)].astype(float).notna().all(axis=1)


def _step_rows(
    steps: pd.DataFrame,
    reach: Mapping[Technology, pd.Series],
    terms: TriageTerms,
    chosen: tuple[Technology, ...],
) -> pd.DataFrame:
    saved = pd.DataFrame(
        {name: reach[name] * terms.success_share(name) for name in chosen}, index=steps.index
    )
    most = saved.idxmax(axis=1).where(saved.max(axis=1) > 0, "") if chosen else ""
    shown = steps[["step", "name", "time_share", *ASSESSED]].assign(input_kind=_kind(steps))
    return shown.assign(
        reachable=_product(steps, ASSESSED),
        technology=most,
        saved_share=saved.sum(axis=1) if chosen else 0.0,
    ).reset_index(drop=True)
