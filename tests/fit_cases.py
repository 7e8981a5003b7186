"""Engagements built by hand for process and fit: answers, steps and events, and nothing else."""

import datetime as dt

import pandas as pd

from bpo_lib.engagement import REGISTER_COLUMNS, Engagement
from bpo_lib.fit import CRITERIA, FitWeights, JudgementTerms
from bpo_lib.profile import Profile
from bpo_lib.staffing.terms import WorkTerms

PROFILE = Profile(
    title="Harbour Bank",
    process="Claims intake",
    sector="banking",
    currency="EUR",
    start=dt.date(2026, 1, 1),
    term_months=36,
    operation="back_office",
)
ANSWER_COLUMNS = ["criterion", "level", "source", "date", "rater", "note"]

# Levels at which no gate trips but that on cost, which asks for prices.
HARMLESS = {each.id: 3 for each in CRITERIA} | {"P1": 4, "R1": 2}


def answers(levels, rater="Anna", source="opinion"):
    rows = [(name, level, source, "2025-11-03", rater, "") for name, level in levels.items()]
    return pd.DataFrame(rows, columns=ANSWER_COLUMNS)


def case(given=None, steps=None, events=None, *, weights=None, criteria=None, judgement=None):
    terms = {
        WorkTerms: WorkTerms(handling_minutes=6),
        FitWeights: weights or FitWeights(),
        JudgementTerms: judgement or JudgementTerms(),
    }
    rows = [
        {"name": each.name, "value": getattr(terms[kind], each.name.split(".")[1]), "origin": "client"}
        for kind in terms
        for each in kind.declarations()
    ]
    return Engagement(
        client="harbour",
        scenario="base",
        profile=PROFILE,
        terms=terms,
        register=pd.DataFrame(rows, columns=REGISTER_COLUMNS),
        history=None,
        answers=answers({}) if given is None else given,
        steps=pd.DataFrame() if steps is None else steps,
        events=pd.DataFrame() if events is None else events,
        vendors=pd.DataFrame(),
        input_hashes={},
        criteria=pd.DataFrame() if criteria is None else criteria,
    )
