"""Criteria measured from the client's own data: event log, forecast, staffing plan and prices."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import NamedTuple

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.fit.criteria import criterion_named
from bpo_lib.forecast import VolumeForecast, volume_outlook
from bpo_lib.forecast.methods.plain import SEASONAL_NAIVE
from bpo_lib.forecast.variability import variability_of
from bpo_lib.pricing import offers
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
    detail : str
        What else it showed that helps to judge the figure; empty where there is nothing.
    """

    criterion: str
    value: float
    unit: str
    level: float
    source: str
    detail: str = ""

    @property
    def figure(self) -> str:
        """Return the figure with its unit, for a sentence."""
        if self.unit.startswith("share"):
            return _percent(self.value) + self.unit.removeprefix("share")
        return f"{self.value:.3g} {self.unit}"


class _Found(NamedTuple):
    """What a source says of a criterion."""

    value: float
    detail: str = ""


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
        for name, figure in figures.items():
            if isfinite(figure.value):
                found[name] = _measurement(name, figure, source)
            else:
                notes.append(
                    f"{criterion_named(name).label} is not measured: the {source} gives no figure for it."
                )
    return found, tuple(notes)


def _measurement(name: str, figure: _Found, source: str) -> Measurement:
    about = criterion_named(name)
    return Measurement(name, figure.value, about.unit, about.level_of(figure.value), source, figure.detail)


def _from_log(case: Engagement) -> Mapping[str, _Found]:
    profile = process_evidence(case).profile
    if profile is None:
        raise InputError("there is no events.csv")
    if profile.cases < MIN_CASES:
        raise InputError(f"it holds {profile.cases} cases, and fewer than {MIN_CASES} prove little")
    figures = {
        "P2": _Found(profile.coverage(TOP_VARIANTS)),
        "P9": _Found(profile.rework_cases / profile.cases),
    }
    if profile.handoffs is not None:
        figures["P6"] = _Found(profile.handoffs / profile.cases)
    return figures


def _from_forecast(case: Engagement) -> Mapping[str, _Found]:
    _check_history(case)
    outlook = volume_outlook(case)
    return {"D2": _Found(float(outlook.wape), _beside(outlook.forecast))}


def _beside(forecast: VolumeForecast) -> str:
    """Return the error of single periods beside that of seasonal naive and the one left to chance."""
    errors = forecast.accuracy.set_index("method")["wape"]
    used = forecast.accuracy.loc[forecast.accuracy["chosen"].astype(bool), "method"]
    if used.empty or not isfinite(errors[used.iloc[0]]):
        return ""
    beside = {"last season repeated": errors.get(SEASONAL_NAIVE), "chance alone": forecast.poisson_floor}
    told = ", ".join(f"{name} {_percent(error)}" for name, error in beside.items() if error is not None)
    return f"single periods {_percent(errors[used.iloc[0]])} ({told})"


def _from_history(case: Engagement) -> Mapping[str, _Found]:
    _check_history(case)
    # As it was, not as forecast: a forecast is smoother than what it forecasts, and often flat.
    months = volume_outlook(case).history_monthly
    if len(months) < MIN_MONTHS or months.iloc[-12:].mean() <= 0:
        raise InputError(f"it holds {len(months)} complete months, and fewer than {MIN_MONTHS} prove little")
    swing = variability_of(months)
    if not isfinite(swing.growth_per_year):
        return {"D3": _Found(swing.peak_to_mean, "under two years, so growth is not taken out")}
    detail = (
        f"growth {_percent(swing.growth_per_year)} a year taken out, "
        f"{_percent(swing.unexplained)} of a month neither season nor growth"
    )
    return {"D3": _Found(swing.peak_to_mean, detail)}


def _from_staffing(case: Engagement) -> Mapping[str, _Found]:
    _check_history(case)
    return {"D1": _Found(float(staffing_plan(case).monthly["paid_fte"].mean()))}


def _from_pricing(case: Engagement) -> Mapping[str, _Found]:
    _check_history(case)
    deals = offers(case)
    if deals.empty:
        raise InputError("no pricing model has its assumptions")
    return {"M1": _Found(float(deals["saving_share"].max()))}


def _percent(share: float) -> str:
    return f"{share:.1%}".replace("-", "\u2212")


def _check_history(case: Engagement) -> None:
    if case.history is None:
        raise InputError("there is no volumes.csv")


_SOURCES: tuple[tuple[str, str, Callable[[Engagement], Mapping[str, _Found]]], ...] = (
    ("event log", "P2, P6 and P9", _from_log),
    ("forecast", "D2", _from_forecast),
    ("volume history", "D3", _from_history),
    ("staffing plan", "D1", _from_staffing),
    ("pricing comparison", "M1", _from_pricing),
)
