"""The indifference points of a client's own offers: every pair of models, along every driver."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Any

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.pricing.comparison import offered_models
from bpo_lib.pricing.deal.cash_flow import DealFactors, deal_factors
from bpo_lib.pricing.decide.crossings import Crossings, crossings
from bpo_lib.pricing.decide.indifference import DRIVERS, OCCUPANCY, VOLUME, DriverLine, own_value
from bpo_lib.pricing.models import PricingModel
from bpo_lib.pricing.work import expected_work, work_at
from bpo_lib.pricing.workload import Workload

REACH = 4.0  # a client's drivers are searched from a quarter of their value to four times it
SAME_COST = "same"
POINT_COLUMNS = [
    "driver",
    "model_a",
    "model_b",
    "own",
    "at",
    "at_last",
    "change",
    "cheaper_below",
    "cheaper_above",
]
RANGE_COLUMNS = ["model", "first", "last", "holds"]
DRAWN = 2.0  # costs are drawn from half a driver's value to twice it
_CELLS = 1024
_ONE_PLACE = 0.02  # crossings no farther apart than this share are one place, as on a staircase of agents


@dataclass(frozen=True, eq=False)
class CaseLine(DriverLine):
    """A client's work along one driver, and what the client pays for it in present value.

    Along volume both teams are staffed anew at each point, with the economies of scale of a larger
    team; along handling time and occupancy staff follows in proportion.
    """

    case: Engagement
    arriving: np.ndarray  # expected volume, before contacts that come back to the provider
    factors: DealFactors

    @classmethod
    def of(cls, case: Engagement, driver: str) -> "CaseLine":
        """Return the line of a case through its expected work."""
        found = expected_work(case)
        factors = deal_factors(case, found.in_house, volume=found.volume)
        return cls(found.work, driver, case, found.volume, factors)

    def at(self, points: np.ndarray) -> Workload:
        """Return the work at each point, shape (points, months)."""
        if self.driver != VOLUME:
            return super().at(points)
        ratio = points / own_value(self.workload, VOLUME)
        return work_at(self.case, self.arriving * ratio[:, None]).work

    def charged(self, model: PricingModel, work: Workload) -> np.ndarray:
        """Return what a model's fee costs the client by month, tax and governance included, discounted."""
        return np.asarray(model.monthly_fee(work) * self.factors.client_weight(model.follows_cost))

    def ends(self) -> tuple[float, float]:
        """Return the range of the driver that is searched."""
        own = own_value(self.workload, self.driver)
        return own / REACH, max(1.0, own) if self.driver == OCCUPANCY else own * REACH


@lru_cache(maxsize=8)
def indifference_points(case: Engagement) -> pd.DataFrame:
    """Return where one offered model becomes cheaper than another, for every pair and every driver.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    pandas.DataFrame
        With `POINT_COLUMNS`: driver; model_a, model_b; own, the driver's value in this case; at, where
        the cheaper one changes, and at_last, the end of the place where it changes several times within
        2%, as on a staircase of agents (else equal to at) [transactions/month, minutes or share]; change,
        at against own [share]; cheaper_below and cheaper_above, the cheaper model on either side, or
        `same`. A pair without such a place has one row without `at`. Compared is what the client pays
        for the fee in present value, indexation, tax and governance included. A driver of which the work
        says nothing has no rows; without two offers the table is empty.
    """
    models = offered_models(case)
    rows: list[dict[str, Any]] = []
    for driver in DRIVERS if len(models) > 1 else ():
        try:
            rows.extend(_driver_rows(CaseLine.of(case, driver), models))
        except InputError:  # no productive hours, say: then there is no occupancy to speak of
            continue
    return pd.DataFrame(rows, columns=POINT_COLUMNS)


def cost_lines(case: Engagement, driver: str, points: int = 121) -> pd.DataFrame:
    """Return what each offered model costs the client from half of a driver's value to twice it.

    Parameters
    ----------
    case : Engagement
    driver : str
        As for `indifference`.
    points : int
        How many values of the driver.

    Returns
    -------
    pandas.DataFrame
        Index the values of the driver, named as it is [unit of the driver]; one column per model
        [currency, present value of what is paid for the fee over the term]. Without rows where the
        work says nothing of the driver.
    """
    models, line = offered_models(case), CaseLine.of(case, driver)
    try:
        own, (low, high) = own_value(line.workload, driver), line.ends()
    except InputError:
        return pd.DataFrame(index=pd.Index([], name=driver), columns=list(models), dtype=float)
    values = np.linspace(max(own / DRAWN, low), min(own * DRAWN, high), points)
    costs = line.totals(list(models.values()), values)
    return pd.DataFrame(costs.T, index=pd.Index(values, name=driver), columns=list(models))


def cheapest_ranges(case: Engagement, driver: str) -> pd.DataFrame:
    """Return which offered model is cheapest in which range of a driver.

    Parameters
    ----------
    case : Engagement
    driver : str
        As for `indifference`.

    Returns
    -------
    pandas.DataFrame
        model, first, last [unit of the driver], in rising order; `first` of the first and `last` of the
        last row are the ends of the range searched. holds: whether the driver's own value lies in it.
        Empty without two offers, or where the work says nothing of the driver.
    """
    points = indifference_points(case)
    mine = points[points["driver"] == driver]
    if mine.empty:
        return pd.DataFrame(columns=RANGE_COLUMNS)
    models, line = offered_models(case), CaseLine.of(case, driver)
    changes = np.unique(mine[["at", "at_last"]].dropna().to_numpy())
    edges = np.concatenate([line.ends()[:1], changes, line.ends()[1:]])
    costs = line.totals(list(models.values()), (edges[:-1] + edges[1:]) / 2)
    best = costs.argmin(axis=0)
    starts = np.concatenate([[0], np.flatnonzero(np.diff(best)) + 1])
    first, last = edges[starts], np.concatenate([edges[starts[1:]], edges[-1:]])
    own, names = float(mine["own"].iloc[0]), list(models)
    holds = (first <= own) & (own < last)
    found = {"model": [names[best[start]] for start in starts], "first": first, "last": last, "holds": holds}
    return pd.DataFrame(found, columns=RANGE_COLUMNS)


def _driver_rows(line: CaseLine, models: dict[str, PricingModel]) -> list[dict[str, Any]]:
    low, high = line.ends()
    grid = np.linspace(low, high, _CELLS + 1)
    priced = dict(zip(models, line.totals(list(models.values()), grid), strict=True))
    rows: list[dict[str, Any]] = []
    for first, second in combinations(models, 2):
        pair = (models[first], models[second])

        def costs(points: np.ndarray, pair: tuple[PricingModel, PricingModel] = pair) -> np.ndarray:
            return line.totals(pair, points)

        found = crossings(costs, low, high, _CELLS, on_grid=(priced[first], priced[second]))
        places = _places(costs, found, low, high)
        own = own_value(line.workload, line.driver)
        rows.extend(_row(line.driver, first, second, own, place) for place in places)
    return rows


@dataclass(frozen=True)
class _Place:
    """Where the cheaper of two models changes: -1 the first is cheaper, 1 the second, 0 neither."""

    at: float
    last: float
    below: int
    above: int


def _places(costs: Any, found: Crossings, low: float, high: float) -> list[_Place]:
    """Return where the cheaper model changes for good, or one place without a value where it never does."""
    points = np.union1d(found.roots, found.jumps)
    edges = np.concatenate([[low], points, [high]])
    cheaper = _cheaper(costs, (edges[:-1] + edges[1:]) / 2)
    apart = points[1:] > points[:-1] * (1 + _ONE_PLACE)
    bounds = [0, *(np.flatnonzero(apart) + 1).tolist(), points.size] if points.size else []
    places = []
    for start, after in pairwise(bounds):
        below, above = int(cheaper[start]), int(cheaper[after])
        if below != above:
            places.append(_Place(float(points[start]), float(points[after - 1]), below, above))
    return places or [_Place(np.nan, np.nan, int(cheaper[0]), int(cheaper[-1]))]


def _cheaper(costs: Any, points: np.ndarray) -> np.ndarray:
    first, second = costs(points)
    apart = first - second
    return np.sign(np.where(np.abs(apart) <= 1e-9 * np.maximum(first, second), 0, apart)).astype(int)


def _row(driver: str, first: str, second: str, own: float, place: _Place) -> dict[str, Any]:
    names = {-1: first, 0: SAME_COST, 1: second}
    return {
        "driver": driver,
        "model_a": first,
        "model_b": second,
        "own": own,
        "at": place.at,
        "at_last": place.last,
        "change": place.at / own - 1,
        "cheaper_below": names[place.below],
        "cheaper_above": names[place.above],
    }
