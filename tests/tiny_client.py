"""A client without inputs, for chapters that only test how a report is made."""

import datetime as dt

import pandas as pd

from bpo_lib.engagement import REGISTER_COLUMNS, Engagement
from bpo_lib.profile import Profile

SETTINGS = {
    "title": "Harbour Bank",
    "process": "Customer calls",
    "sector": "Banking",
    "currency": "EUR",
    "start": dt.date(2026, 1, 1),
    "term_months": 36,
    "operation": "voice",
}


def tiny_case(client="harbour", scenario="base", **settings):
    nothing = pd.DataFrame()
    return Engagement(
        client=client,
        scenario=scenario,
        profile=Profile(**(SETTINGS | settings)),
        terms={},
        register=pd.DataFrame(columns=REGISTER_COLUMNS),
        history=None,
        answers=nothing,
        steps=nothing,
        events=nothing,
        vendors=nothing,
        input_hashes={"volumes.csv": "ab" * 32, "client.yml": "cd" * 32},
    )
