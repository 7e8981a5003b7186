"""Criteria measured from the client's own data: event log, forecast, staffing plan and prices."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import isfinite

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.fit.criteria import criterion_named
from bpo_lib.forecast import volume_outlook
from bpo_lib.pricing import IN_HOUSE, compare_pricing
from bpo_lib.process import process_evidence
from bpo_lib.staffing import staffing_plan

MIN_CASES = 50  # house assumption: fewer cases say little about routes, hand-offs and rework
MIN_MONTHS = 6  # house assumption: fewer complete months show no peak
TOP_VARIANTS = 10  # the anchors of P2 speak of ten routes


@dataclass(frozen=True)
class Measurement:
    """A criterion's figure and the level it stands for.

    Parameters
    ----------
    criterion : str
        Id of the criterion.
    value : float
        The figure. [unit]
    unit : str
        Its unit.
    level : float
        The level it stands for, from 1 to 5, not rounded. [level]
    source : str
        Which part of the workbook measured it.
    """

    criterion: str
    value: float
    unit: str
    level: float
    source: str

    @property
    def figure(self) -> str:
        """Return the figure with its unit, for a sentence."""
        if self.unit.startswith("share"):
            return f"{self.value:.1%}".replace("-", "\u2212") + self.unit.removeprefix("share")
        return f"{self.value:.3g} {self.unit}"


def measured_criteria(case: Engagement) -> tuple[dict[str, Measurement], tuple[str, ...]]:
    """Return every criterion that the client's data can answer, and what could not be measured.

    Parameters
    ----------
    case : Engagement
        The client.

    Returns
    -------
    dict of str to Measurement
        By criterion id: D1, D2, D3, M1, P2, P6 and P9 as far as their data is there.
    tuple of str
        Why the others are missing, in plain sentences.
    """
    found: dict[str, Measurement] = {}
    notes: list[str] = []
    for source, names, measure in _SOURCES:
        try:
            figures = measure(case)
        except InputError as error:
            notes.append(f"{names} not measured from the {source}: {error}.")
            continue
        for name, value in figures.items():
            if isfinite(value):
                found[name] = _measurement(name, value, source)
            else:
                notes.append(
                    f"{criterion_named(name).label} is not measured: the {source} gives no figure for it."
                )
    return found, tuple(notes)


def _measurement(name: str, value: float, source: str) -> Measurement:
    about = criterion_named(name)
    return Measurement(name, value, about.unit, about.level_of(value), source)


def _from_log(case: Engagement) -> Mapping[str, float]:
    profile = process_evidence(case).profile
    if profile is None:
        raise InputError("there is no events.csv")
    if profile.cases < MIN_CASES:
        raise InputError(f"it holds {profile.cases} cases, and fewer than {MIN_CASES} prove little")
    figures = {"P2": profile.coverage(TOP_VARIANTS), "P9": profile.rework_cases / profile.cases}
    if profile.handoffs is not None:
        figures["P6"] = profile.handoffs / profile.cases
    return figures


def _from_forecast(case: Engagement) -> Mapping[str, float]:
    _check_history(case)
    return {"D2": float(volume_outlook(case).wape)}


def _from_history(case: Engagement) -> Mapping[str, float]:
    _check_history(case)
    # As it was, not as forecast: a forecast is smoother than what it forecasts, and often flat.
    year = volume_outlook(case).history_monthly.iloc[-12:]
    if len(year) < MIN_MONTHS or year.mean() <= 0:
        raise InputError(f"it holds {len(year)} complete months, and fewer than {MIN_MONTHS} prove little")
    return {"D3": float(year.max() / year.mean())}


def _from_staffing(case: Engagement) -> Mapping[str, float]:
    _check_history(case)
    return {"D1": float(staffing_plan(case).monthly["paid_fte"].mean())}


def _from_pricing(case: Engagement) -> Mapping[str, float]:
    _check_history(case)
    offers = compare_pricing(case).drop(index=IN_HOUSE)
    if offers.empty:
        raise InputError("no pricing model has its assumptions")
    return {"M1": float(offers["saving_share"].max())}


def _check_history(case: Engagement) -> None:
    if case.history is None:
        raise InputError("there is no volumes.csv")


_SOURCES: tuple[tuple[str, str, Callable[[Engagement], Mapping[str, float]]], ...] = (
    ("event log", "P2, P6 and P9", _from_log),
    ("forecast", "D2", _from_forecast),
    ("volume history", "D3", _from_history),
    ("staffing plan", "D1", _from_staffing),
    ("pricing comparison", "M1", _from_pricing),
)
