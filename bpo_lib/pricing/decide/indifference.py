"""At which volume, handling time or occupancy two pricing models cost the client the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

import numpy as np

from bpo_lib.errors import InputError
from bpo_lib.pricing.decide.crossings import CELLS, Crossings, crossings
from bpo_lib.pricing.models import PricingModel
from bpo_lib.pricing.workload import Workload

VOLUME, HANDLING, OCCUPANCY = "volume", "handling_minutes", "occupancy"
DRIVERS = (VOLUME, HANDLING, OCCUPANCY)
REACH = 10.0  # how many times its own value a driver is searched up to, unless the caller says otherwise

_QUANTITIES = tuple(field.name for field in fields(Workload))
_STAFF = ("fte", "productive_fte", "paid_hours", "productive_hours", "provider_cost")
_FOLLOWS: dict[str, tuple[str, ...]] = {
    VOLUME: _QUANTITIES,
    HANDLING: ("handling_hours", "in_house_cost", *_STAFF),
    OCCUPANCY: _STAFF,  # these fall as it rises
}
_MEANS = {VOLUME: "volume", HANDLING: "handling time", OCCUPANCY: "productive hours"}
_AT_ONCE = 20_000  # numbers of a quantity that are priced together: they stay in the processor's cache
_OWN_CURVE_CELLS = 512  # a workload of the caller's is made point by point


def indifference(
    model_a: PricingModel,
    model_b: PricingModel,
    workload: Workload,
    driver: str,
    *,
    low: float | None = None,
    high: float | None = None,
    at: Callable[[float], Workload] | None = None,
) -> np.ndarray:
    """Return every value of a driver at which two pricing models cost the same over the whole workload.

    Parameters
    ----------
    model_a, model_b : PricingModel
        Terms of the two models.
    workload : Workload
        The work of each month, shape (months,) or (paths, months), at today's value of the driver.
    driver : str
        `volume`: average a month [transactions/month]; `handling_minutes`: average of a transaction
        [minutes]; `occupancy`: handling time over the time people are available [share].
    low, high : float, optional
        Range to search, in the unit of the driver. When left out: volume and handling time from 0 to ten
        times the workload's own, occupancy from a tenth of its own to 1 (or to its own, where that is more).
    at : callable, optional
        A value of the driver to the workload there, for a staffing curve of one's own such as that of
        Erlang. When left out staff follows in proportion.

    Returns
    -------
    ndarray, shape (n,)
        Roots in rising order, empty when there is none: crossings, points that touch, and both edges of
        each stretch along which the models cost the same, as inside dead bands. At each the totals of
        `monthly_fee` differ by at most 1e-9 of the larger. Where a fee leaps over the other (the edge of a
        band that goes back to the baseline, one more agent) there is no value at which both are equal,
        hence no root; nor is there one where both cost nothing, as at a volume of 0.

    Raises
    ------
    InputError
        When the driver is unknown, the workload says nothing of it, or the range holds nothing.

    Notes
    -----
    With volume go all quantities of the workload; with handling time its hours, its staff and both
    costs; occupancy divides the provider's staff, hours and cost. How roots are looked for: `crossings`.
    For example tau = p H (1 - s) o / R is the handling time at which a rate R per FTE costs as much as
    a price p per transaction.
    """
    return scan(model_a, model_b, workload, driver, low=low, high=high, at=at).roots


def scan(
    model_a: PricingModel,
    model_b: PricingModel,
    workload: Workload,
    driver: str,
    *,
    low: float | None = None,
    high: float | None = None,
    at: Callable[[float], Workload] | None = None,
) -> Crossings:
    """Return what `indifference` does, and beside it where one model leaps over the other.

    Parameters
    ----------
    model_a, model_b, workload, driver, low, high, at
        As for `indifference`.

    Returns
    -------
    Crossings
    """
    first, last = _range(workload, driver, low, high)
    line = DriverLine(workload, driver) if at is None else _OwnCurve(at)

    def costs(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        first_total, second_total = line.totals((model_a, model_b), points)
        return first_total, second_total

    cells = CELLS if at is None else _OWN_CURVE_CELLS
    return crossings(costs, first, last, cells)


def _range(workload: Workload, driver: str, low: float | None, high: float | None) -> tuple[float, float]:
    """Return the range to search, the caller's where it is given."""
    first, last = reach(workload, driver)
    first, last = first if low is None else low, last if high is None else high
    least = "above 0" if driver == OCCUPANCY else "0 or more"
    if first < 0 or (driver == OCCUPANCY and first == 0) or not first < last < np.inf:
        raise InputError(
            f"{driver} cannot be searched from {first:g} to {last:g}; begin {least} and end higher up"
        )
    return first, last


def own_value(workload: Workload, driver: str) -> float:
    """Return the workload's own average of a driver, in the unit of the driver.

    Raises
    ------
    InputError
        When the driver is unknown, or the workload says nothing of it.
    """
    if driver not in DRIVERS:
        raise InputError(f"{driver!r} is no driver of indifference; use one of {', '.join(DRIVERS)}")
    volume, hours, available = (
        float(part.sum()) for part in (workload.volume, workload.handling_hours, workload.productive_hours)
    )
    over, under = {
        VOLUME: (volume, float(workload.volume.size)),
        HANDLING: (hours * 60, volume),
        OCCUPANCY: (hours, available),
    }[driver]
    if not over > 0 or not under > 0:
        lacks = _MEANS[driver] if driver != OCCUPANCY or hours > 0 else "handling time"
        raise InputError(f"the workload has no {lacks}, so nothing can be said of its {driver}")
    return over / under


def reach(workload: Workload, driver: str) -> tuple[float, float]:
    """Return the range in which a driver is searched unless the caller gives one."""
    own = own_value(workload, driver)
    return (own / REACH, max(1.0, own)) if driver == OCCUPANCY else (0.0, own * REACH)


@dataclass(frozen=True, eq=False)
class DriverLine:
    """A workload along one driver, staff following in proportion.

    Parameters
    ----------
    workload : Workload
        At the driver's own value.
    driver : str
    """

    workload: Workload
    driver: str

    def charged(self, model: PricingModel, work: Workload) -> np.ndarray:
        """Return what is summed for a model: its fee, unless a kind of line counts months otherwise."""
        return model.monthly_fee(work)

    def at(self, points: np.ndarray) -> Workload:
        """Return the work at each point, shape (points, months) or (points * paths, months)."""
        ratio = points / own_value(self.workload, self.driver)
        factor = (1 / ratio if self.driver == OCCUPANCY else ratio).reshape(-1, 1, 1)
        months = self.workload.months
        moved = _FOLLOWS[self.driver]

        def part(name: str) -> np.ndarray:
            base = np.atleast_2d(getattr(self.workload, name))
            values = base * factor if name in moved else np.broadcast_to(base, (points.size, *base.shape))
            return values.reshape(-1, months)

        return Workload(**{name: part(name) for name in _QUANTITIES})

    def totals(self, models: Sequence[PricingModel], points: np.ndarray) -> np.ndarray:
        """Return what each model charges over all months, shape (models, points). [currency]"""
        size = max(_AT_ONCE // self.workload.volume.size, 1)
        parts = [points[start : start + size] for start in range(0, points.size, size)]
        return np.concatenate([self._totals(models, part) for part in parts], axis=1)

    def _totals(self, models: Sequence[PricingModel], points: np.ndarray) -> np.ndarray:
        work = self.at(points)
        sums = [self.charged(model, work).reshape(points.size, -1).sum(axis=1) for model in models]
        return np.array(sums).reshape(len(models), points.size)


@dataclass(frozen=True, eq=False)
class _OwnCurve:
    """The caller's own workload at each value of a driver."""

    at: Callable[[float], Workload]

    def totals(self, models: Sequence[PricingModel], points: np.ndarray) -> np.ndarray:
        """Return what each model charges over all months, shape (models, points). [currency]"""
        works = [self.at(float(point)) for point in points]
        return np.array([[model.monthly_fee(work).sum() for work in works] for model in models])
