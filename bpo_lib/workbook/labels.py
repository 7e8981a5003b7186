"""How identifiers, dates and times of day are written for a reader."""

import calendar
import datetime as dt
import re
from collections.abc import Collection
from typing import Any

import pandas as pd

from bpo_lib.pricing.models import FORM_WORDS

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_AS_WRITTEN = {
    "in_house": "In-house",
    "wape": "WAPE",
    "mase": "MASE",
    "mae": "MAE",
    "ets": "ETS",
    "raci": "RACI",
    "tiered": "Price list by volume",
    "keep": "Keep in-house",
    "redesign": "Redesign first",
}
# What the plain methods do, in words; each forecast is compared with them.
PLAIN_METHODS = {
    "seasonal naive": "repeats the last season",
    "Naive2": "repeats the last period, with its season",
    "average of the last 4 same seasons": "the mean of the same period in four seasons",
}
# A method where a chart has no room for its name.
SHORT_METHODS = {"average of the last 4 same seasons": "Average of last 4"}
# A pricing model in the middle of a sentence.
PRICE_WORDS = {"in_house": "staying in-house", **FORM_WORDS}
# What may turn out otherwise than expected, as a chart names it.
DRIVERS = {
    "volume": "Volume",
    "growth": "Growth",
    "handling": "Handling time",
    "attrition": "Attrition",
    "wages": "Wages",
    "currency": "Currency",
    "quality": "Quality",
    "deflection": "Deflection",
}
# The nine alternatives of the fit, as a table or a chart names them.
ALTERNATIVES = {
    "keep": "Keep in-house",
    "redesign": "Redesign first",
    "automate": "Automate",
    "shared_services": "Shared services",
    "onshore": "Onshore provider",
    "nearshore": "Nearshore provider",
    "offshore": "Offshore provider",
    "specialist": "KPO or LPO specialist",
    "hybrid": "Hybrid, split by step",
}
# How far raters agree, as a sentence goes on after "Raters".
AGREEMENT = {
    "firm": "agree firmly",
    "tentative": "agree well enough to go on",
    "discuss": "agree too little to rely on their mean",
    "undefined": "all gave the same level",
}
_INITIALS = {"fte": "FTE", "npv": "NPV", "sla": "SLA", "kpi": "KPI", "it": "IT"}


def readable(identifier: Any) -> str:
    """Return an identifier as words: `per_fte` is Per FTE, `seasonal_naive` is Seasonal naive."""
    text = str(identifier)
    if text in _AS_WRITTEN:
        return _AS_WRITTEN[text]
    words = [_INITIALS.get(word, word) for word in text.replace("_", " ").split()]
    return sentence(" ".join(words))


def way(identifier: Any) -> str:
    """Return a way to have the work done as it stands inside a sentence: `per_fte` is a price per FTE."""
    return PRICE_WORDS.get(str(identifier), inside(readable(identifier)))


def row(identifier: Any, indicative: Collection[str] = ()) -> str:
    """Return the name of a way to have the work done in a row of its own, marked where nobody offered it."""
    return readable(identifier) + (" (not offered)" if identifier in indicative else "")


def sentence(text: Any) -> str:
    """Return text with a capital first letter, the rest as it is; empty where there is none."""
    shown = "" if text is None or (not isinstance(text, str) and pd.isna(text)) else str(text)
    return shown[:1].upper() + shown[1:]


def short(meaning: Any) -> str:
    """Return what an assumption is without its explanation, as a sentence begins."""
    return sentence(re.split("[:,;]", str(meaning), maxsplit=1)[0])


def listed(names: list[str]) -> str:
    """Return names in a sentence: a, b and c."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def inside(text: str) -> str:
    """Return text as it stands inside a sentence: Transaction is transaction, A word a word, SLA as it is."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[:2] == "A " else text


def month(value: Any) -> str:
    """Return a month as Jan 2026."""
    return pd.Period(value, "M").strftime("%b %Y")


def date(value: Any) -> str:
    """Return a month for a period, a day for a date or its ISO text, otherwise the text given."""
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        value = dt.date.fromisoformat(value)
    match value:
        case pd.Period():
            return month(value)
        case dt.date() if not pd.isna(value):
            return f"{value.day} {value.strftime('%b %Y')}"
        case _:
            return "" if value is None or (not isinstance(value, str) and pd.isna(value)) else str(value)


def weekday(value: Any) -> str:
    """Return the short name of a weekday given as 0 (Monday) to 6 or as a name."""
    return calendar.day_abbr[int(value)] if not isinstance(value, str) else value[:3].capitalize()


def clock(value: Any) -> str:
    """Return a time of day as 08:30, from minutes after midnight, a time or text."""
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    return value[:5] if isinstance(value, str) else f"{int(value) // 60:02d}:{int(value) % 60:02d}"


def reach(first: Any, last: Any) -> str:
    """Return how far ahead, in periods: 1 to 7, or 3 where first and last are the same."""
    return f"{int(first)}" if first == last else f"{int(first)} to {int(last)}"


def spacing(starts: pd.Series) -> str:
    """Return what lies between the starts of periods: day, week or month."""
    if len(starts) < 2:
        return "month"
    days = (starts.iloc[-1] - starts.iloc[0]).days / (len(starts) - 1)
    return "day" if days < 3 else "week" if days < 15 else "month"
