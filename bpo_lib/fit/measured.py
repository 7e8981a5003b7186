"""Criteria measured from the client's own data: event log, forecast, staffing plan and prices."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import isfinite, nan
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.fit.scales.client_table import criteria_of
from bpo_lib.fit.scales.criterion import Criterion
from bpo_lib.forecast import VolumeForecast, volume_outlook
from bpo_lib.forecast.methods.plain import SEASONAL_NAIVE
from bpo_lib.forecast.variability import variability_of
from bpo_lib.pricing import automation_potential, compare_pricing
from bpo_lib.pricing.comparison import OFFER
from bpo_lib.pricing.models import IN_HOUSE
from bpo_lib.process import process_evidence
from bpo_lib.staffing import staffing_plan

MIN_CASES = 50  # house assumption: fewer cases say little about routes, hand-offs and rework
MIN_MONTHS = 6  # house assumption: fewer complete months show no peak
MIN_ORIGINS = 3  # house assumption: errors of fewer origins do not tell how far errors differ
TOP_VARIANTS = 10  # the anchors of P2 speak of ten routes
DRAWS = 1_000

_TAILS = (0.1, 0.9)
_EDGE = 1.2815515655446004  # standard deviations from the middle to the edge of the outer tenth
_QUANTILES = np.array([NormalDist().inv_cdf((place + 0.5) / DRAWS) for place in range(DRAWS)])


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
    level_draws : ndarray or None
        Levels the figure may stand for, each as likely, from the weakest to the strongest case; None
        where nothing tells how sure the figure is. [level]
    """

    criterion: str
    value: float
    unit: str
    level: float
    source: str
    detail: str = ""
    level_draws: np.ndarray | None = field(default=None, compare=False)

    @property
    def level_range(self) -> tuple[float, float]:
        """Return the levels that one draw in ten stays under and one in ten exceeds; NaN when unknown."""
        if self.level_draws is None:
            return nan, nan
        low, high = np.quantile(self.level_draws, _TAILS)
        return min(float(low), self.level), max(float(high), self.level)

    @property
    def figure(self) -> str:
        """Return the figure with its unit, for a sentence."""
        if self.unit.startswith("share"):
            return _percent(self.value) + self.unit.removeprefix("share")
        return f"{self.value:.3g} {self.unit}"


class _Found(NamedTuple):
    """What a source says of a criterion, with figures that may be the true one, each as likely."""

    value: float
    detail: str = ""
    draws: np.ndarray | None = None


def _between(low: float, value: float, high: float) -> np.ndarray | None:
    """Return figures around a value, of which one in ten lies under `low` and one in ten above `high`.

    Two halves of normal curves, which meet at the value; None where an end is not known.
    """
    if not (isfinite(low) and isfinite(high)):
        return None
    spread = np.where(_QUANTILES < 0, value - low, high - value) / _EDGE
    return value + _QUANTILES * np.maximum(spread, 0)


class _Source(NamedTuple):
    """One part of the workbook that measures criteria."""

    name: str
    answers: str
    measure: Callable[[Engagement], Mapping[str, _Found]]


def measured_criteria(case: Engagement) -> tuple[Mapping[str, Measurement], tuple[str, ...]]:
    """Return every criterion that the client's data can answer, and what could not be measured.

    Parameters
    ----------
    case : Engagement
        The client.

    Returns
    -------
    dict of str to Measurement
        By criterion id: D1, D2, D3, M1, M4, P2, P3, P6 and P9 as far as their data is there.
    tuple of str
        Why the others are missing, in plain sentences.
    """
    found: dict[str, Measurement] = {}
    notes: list[str] = []
    criteria = {each.id: each for each in criteria_of(case)}
    for source in _SOURCES:
        try:
            figures = source.measure(case)
        except InputError as error:
            notes.append(f"{source.answers} not measured from the {source.name}: {error}.")
            continue
        for name, figure in figures.items():
            if isfinite(figure.value):
                found[name] = _measurement(criteria[name], figure, source.name)
            else:
                notes.append(
                    f"{criteria[name].label} is not measured: the {source.name} gives no figure for it."
                )
    return found, tuple(notes)


def _measurement(about: Criterion, found: _Found, source: str) -> Measurement:
    draws = None if found.draws is None else np.sort(about.levels_of(found.draws))
    return Measurement(
        about.id, found.value, about.unit, about.level_of(found.value), source, found.detail, draws
    )


def _from_log(case: Engagement) -> Mapping[str, _Found]:
    evidence = process_evidence(case)
    profile = evidence.profile
    if profile is None:
        raise InputError("there is no events.csv")
    if profile.cases < MIN_CASES:
        raise InputError(f"it holds {profile.cases} cases, and fewer than {MIN_CASES} prove little")
    drawn = profile.bootstrap()
    figures = {
        "P2": _Found(profile.coverage(TOP_VARIANTS), draws=drawn["top10_coverage"].to_numpy()),
        "P9": _Found(profile.rework_cases / profile.cases, draws=drawn["rework_share"].to_numpy()),
    }
    if evidence.exception_case_share is not None:
        figures["P3"] = _Found(evidence.exception_case_share, draws=drawn["exception_share"].to_numpy())
    if profile.handoffs is not None:
        handoffs = drawn["handoffs_per_case"].to_numpy()
        figures["P6"] = _Found(profile.handoffs / profile.cases, draws=handoffs)
    return figures


def _from_forecast(case: Engagement) -> Mapping[str, _Found]:
    _check_history(case)
    outlook = volume_outlook(case)
    error = float(outlook.wape)
    return {"D2": _Found(error, _beside(outlook.forecast), _error_draws(outlook.forecast, error))}


def _error_draws(forecast: VolumeForecast, error: float) -> np.ndarray | None:
    """Return errors that other origins of the back-test might have shown: their mean, drawn again.

    Errors of single periods differ from origin to origin; that of a whole month is taken to differ
    by the same proportion.
    """
    tested = forecast.backtest
    used = forecast.accuracy.loc[forecast.accuracy["chosen"].astype(bool), "method"]
    if used.empty or tested.empty:
        return None
    errors = tested.loc[tested["method"] == used.iloc[0], "wape"].dropna().to_numpy()
    if len(errors) < MIN_ORIGINS or errors.mean() <= 0:
        return None
    drawn = np.random.default_rng(0).choice(errors, size=(DRAWS, len(errors)))
    return np.asarray(error * drawn.mean(axis=1) / errors.mean())


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
    # The peak is one month, as unsure as any month that neither season nor growth explains.
    wide = _EDGE * swing.unexplained * swing.peak_to_mean
    draws = _between(max(swing.peak_to_mean - wide, 1.0), swing.peak_to_mean, swing.peak_to_mean + wide)
    detail = (
        f"growth {_percent(swing.growth_per_year)} a year taken out, "
        f"{_percent(swing.unexplained)} of a month neither season nor growth"
    )
    return {"D3": _Found(swing.peak_to_mean, detail, draws)}


def _from_staffing(case: Engagement) -> Mapping[str, _Found]:
    _check_history(case)
    monthly = staffing_plan(case).monthly
    low, value, high = (float(monthly[name].mean()) for name in ("paid_fte_low", "paid_fte", "paid_fte_high"))
    return {"D1": _Found(value, draws=_between(low, value, high))}


def _from_pricing(case: Engagement) -> Mapping[str, _Found]:
    priced = _priced(case)
    best = priced.deals.loc[priced.deals["saving_share"].idxmax()]
    ends = (best["saving_npv_p10"], best["saving_npv_p90"])
    low, high = (float(end) / priced.in_house if priced.in_house else nan for end in ends)
    return {"M1": _Found(float(best["saving_share"]), draws=_between(low, float(best["saving_share"]), high))}


def _from_steps(case: Engagement) -> Mapping[str, _Found]:
    step_map = process_evidence(case).map
    if step_map is None:
        raise InputError("there is no steps.csv")
    return {"M4": _Found(automation_potential(step_map.steps))}


class _Deals(NamedTuple):
    """The offers under risk, and the present value of staying."""

    deals: pd.DataFrame
    in_house: float


def _priced(case: Engagement) -> _Deals:
    _check_history(case)
    table = compare_pricing(case)
    deals = table[table["basis"] == OFFER]
    if deals.empty:
        raise InputError("no pricing model has its assumptions")
    return _Deals(deals, float(table["client_npv"][IN_HOUSE]))


def saving_chance(case: Engagement) -> float | None:
    """Return the chance that the likeliest offer saves money over the term; None when nothing is priced.

    Returns
    -------
    float or None
        Share of simulated courses. [share]
    """
    try:
        return float(_priced(case).deals["saving_probability"].max())
    except InputError:
        return None


def _percent(share: float) -> str:
    return f"{share:.1%}".replace("-", "\u2212")


def _check_history(case: Engagement) -> None:
    if case.history is None:
        raise InputError("there is no volumes.csv")


_SOURCES = (
    _Source("event log", "P2, P3, P6 and P9", _from_log),
    _Source("forecast", "D2", _from_forecast),
    _Source("volume history", "D3", _from_history),
    _Source("staffing plan", "D1", _from_staffing),
    _Source("pricing comparison", "M1", _from_pricing),
    _Source("step table", "M4", _from_steps),
)
