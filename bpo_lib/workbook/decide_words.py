"""How the drivers of an indifference point are named and their values written."""

from functools import partial
from typing import Any

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.decide.indifference import HANDLING, OCCUPANCY, VOLUME
from bpo_lib.workbook import labels, numbers

_SHOWN: dict[str, tuple[numbers.Show, numbers.Show]] = {
    VOLUME: (numbers.three_digits, numbers.count),
    HANDLING: (numbers.minutes, numbers.ratio),
    OCCUPANCY: (numbers.percent, partial(numbers.percent, digits=2)),
}


def value(number: Any, driver: str, case: Engagement, beside: Any = None) -> str:
    """Return a value of a driver with its unit: 44,500 calls a month, 7.9 minutes, 81.2%."""
    unit = {VOLUME: f" {case.profile.transaction}s a month", HANDLING: f"{numbers.SPACE}minutes"}
    return bare(number, driver, beside) + unit.get(driver, "")


def bare(number: Any, driver: str, beside: Any = None) -> str:
    """Return a value of a driver without its unit; with more digits where `beside` would read the same."""
    short, fine = _SHOWN[driver]
    shown = short(number)
    return fine(number) if beside is not None and shown == short(beside) else shown


def name(driver: str, case: Engagement) -> str:
    """Return what a driver is called, with its unit, as a row or an axis begins."""
    return {
        VOLUME: f"{labels.sentence(case.profile.transaction)}s a month",
        HANDLING: "Handling time at the provider, minutes",
        OCCUPANCY: "Share of available time that people are busy",
    }[driver]


def noun(driver: str) -> str:
    """Return what a driver is called inside a sentence."""
    return {VOLUME: "volume", HANDLING: "handling time", OCCUPANCY: "occupancy"}[driver]


def condition(driver: str, case: Engagement, *, more: bool) -> str:
    """Return how a sentence on a move of the driver begins: If each call took more than."""
    unit = case.profile.transaction
    side = "more" if more else "less"
    return {
        VOLUME: f"If volume came to {side} than",
        HANDLING: f"If each {unit} took {side} than",
        OCCUPANCY: f"If the share of available time in which people are busy were {side} than",
    }[driver]


def model(identifier: Any) -> str:
    """Return a model as it stands inside a sentence: a price per FTE."""
    return labels.PRICE_WORDS.get(str(identifier), labels.inside(labels.readable(identifier)) + " pricing")
