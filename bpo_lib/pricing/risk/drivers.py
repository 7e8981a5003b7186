"""What may turn out otherwise than expected, and how far: the drivers of cost on either side."""

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from bpo_lib.assumptions import Declaration
from bpo_lib.engagement import Engagement
from bpo_lib.forecast.methods.library import NORMAL_80
from bpo_lib.pricing.deal.currency import CurrencyTerms
from bpo_lib.pricing.provider import currency_volatility
from bpo_lib.pricing.risk.terms import RiskTerms

DRIVERS: Final = (
    "volume",
    "growth",
    "handling",
    "attrition",
    "wages",
    "currency",
    "quality",
    "deflection",
)
GROWTH, HANDLING, OUTCOMES, DEFLECTED = (
    "demand.volume_growth_per_year",
    "work.handling_minutes",
    "work.outcome_share",
    "demand.deflected_share",
)
OWN_ATTRITION, THEIR_ATTRITION = "people.attrition_per_year", "provider_people.attrition_per_year"
# The first of these that has a range says how far wages may depart from what is expected, for all.
WAGES: Final = (
    "in_house.wage_growth_per_year",
    "deal.wage_index_per_year",
    "provider.wage_growth_per_year",
)
MOVES: Final[Mapping[str, tuple[str, ...]]] = {
    "growth": (GROWTH,),
    "handling": (HANDLING,),
    "attrition": (OWN_ATTRITION, THEIR_ATTRITION),
    "wages": (WAGES[0],),
    "quality": (OUTCOMES,),
    "deflection": (DEFLECTED,),
}
RANGED: Final = frozenset({GROWTH, HANDLING, OUTCOMES, DEFLECTED, OWN_ATTRITION, THEIR_ATTRITION, *WAGES})


@dataclass(frozen=True)
class Range:
    """How far one assumption may lie from its value.

    Parameters
    ----------
    declared : Declaration
        Its name, unit and limits.
    value : float
        What is expected: the middle of all cases.
    low, high : float
        What one case in ten stays under, and one in ten exceeds.
    given : bool
        Whether the client gave them.
    """

    declared: Declaration
    value: float
    low: float
    high: float
    given: bool

    @property
    def still(self) -> bool:
        """Whether it never departs from its value."""
        return self.low == self.high

    def at(self, normal: np.ndarray) -> np.ndarray:
        """Return the value at a number of standard deviations, a split normal; not kept within limits."""
        side = np.where(normal < 0, self.value - self.low, self.high - self.value)
        return self.value + normal * (side / NORMAL_80)

    def kept(self, values: np.ndarray) -> np.ndarray:
        """Return values within the limits the assumption is declared with."""
        return np.clip(values, self.declared.ge, self.declared.le)


def ranges(case: Engagement) -> dict[str, tuple[Range, ...]]:
    """Return the assumptions that each driver moves, with their ranges.

    Parameters
    ----------
    case : Engagement
        Its register tells the client's low and high values; `RiskTerms` stands in where there are none.

    Returns
    -------
    dict of str to tuple of Range
        By driver but volume, whose courses the forecast draws, and currency, which is no assumption.
        A driver whose assumptions stay as they are, or are not given at all, is left out.

    Notes
    -----
    Growth moves only where the client gives a range. A what-if beyond the client's range is itself the
    end of it.
    """
    ends = given_ends(case.register)
    found = {driver: tuple(_ranges_of(case, names, ends)) for driver, names in MOVES.items()}
    moved = {driver: tuple(each for each in mine if not each.still) for driver, mine in found.items()}
    return {driver: mine for driver, mine in moved.items() if mine}


def given_ends(register: pd.DataFrame) -> dict[str, tuple[float, float]]:
    """Return the client's low and high value of each assumption that a driver moves, by its name."""
    columns = (register[column].tolist() for column in ("name", "low", "high"))
    found = {name: (low, high) for name, low, high in zip(*columns, strict=True) if name in RANGED}
    return {name: ends for name, ends in found.items() if not any(math.isnan(end) for end in ends)}


def drawn(
    moved: Mapping[str, tuple[Range, ...]], u: np.ndarray, moving: Collection[str]
) -> tuple[dict[str, np.ndarray], dict[str, int]]:
    """Return the value of each assumption that moves, path by path.

    Parameters
    ----------
    moved : mapping
        From `ranges`.
    u : ndarray, shape (paths, drivers)
        Uniform numbers, a column for each of `DRIVERS`.
    moving : collection of str
        Drivers that move; all others stay as expected.

    Returns
    -------
    values : dict of str to ndarray, shape (paths, 1)
        By name of the assumption, within its declared limits. [declared unit]
    cut : dict of str to int
        In how many paths a value lay outside the limits and was set to the nearest.
    """
    values, cut = {}, {}
    for driver in moved:
        if driver in moving:
            normal = normal_of(u, driver)
            for each in moved[driver]:
                free = each.at(normal)
                values[each.declared.name] = each.kept(free)
                cut[each.declared.name] = int((values[each.declared.name] != free).sum())
    return values, cut


def normal_of(u: np.ndarray, driver: str) -> np.ndarray:
    """Return a driver's draws as standard deviations, shape (paths, 1)."""
    from scipy.special import ndtri  # noqa: PLC0415 - only a simulation needs it

    column = DRIVERS.index(driver)
    return np.asarray(ndtri(u[:, column : column + 1]))


def volatility(case: Engagement) -> float:
    """Return how far the provider's currency may move in a year, where its cost or a clause feels it.

    Returns
    -------
    float
        Standard deviation; 0 where nobody feels it. [share/year]
    """
    if own := currency_volatility(case):
        return own
    clause = case.of(CurrencyTerms) if case.has(CurrencyTerms) else CurrencyTerms()
    felt = clause.client_share * clause.local_share > 0
    return case.of(RiskTerms).currency_volatility_per_year if felt else 0.0


def _ranges_of(
    case: Engagement, names: Collection[str], ends: Mapping[str, tuple[float, float]]
) -> Iterator[Range]:
    for name in names:
        declared, value = _declared(case, name)
        if declared is None:
            continue
        source = next((each for each in (WAGES if name in WAGES else (name,)) if each in ends), None)
        if source is None:
            spread = _assumed_spread(case.of(RiskTerms), name, value)
            yield Range(declared, value, value - spread, value + spread, given=False)
        else:
            # Another wage's range counts by its points above and below that wage.
            low, high = (end + value - _declared(case, source)[1] for end in ends[source])
            yield Range(declared, value, min(low, value), max(high, value), given=True)


def _assumed_spread(risk: RiskTerms, name: str, value: float) -> float:
    """Return how far a value may lie from the expected one where the client does not say."""
    points = {OUTCOMES: risk.outcome_spread, WAGES[0]: risk.wage_spread_per_year}
    shares = {
        HANDLING: risk.handling_spread,
        OWN_ATTRITION: risk.attrition_spread,
        THEIR_ATTRITION: risk.attrition_spread,
        DEFLECTED: risk.deflection_spread,
    }
    return points.get(name, shares.get(name, 0.0) * value)


def _declared(case: Engagement, name: str) -> tuple[Declaration | None, float]:
    """Return the declaration of an assumption and its value; None where its group is not given."""
    group, _, own = name.partition(".")
    kind = next((each for each in case.terms if each.group == group), None)
    if kind is None:
        return None, float("nan")
    found = next(each for each in kind.declarations() if each.name == name)
    return found, float(getattr(case.terms[kind], own))
