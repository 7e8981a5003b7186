"""Courses a deal may take: from uniform draws to the work, its cost either side and the deal around it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache

import numpy as np

from bpo_lib.engagement import Engagement
from bpo_lib.forecast import DemandTerms, VolumeOutlook, volume_outlook
from bpo_lib.forecast.term.changes import deflected_share
from bpo_lib.pricing.alternatives import Staffing, alternatives
from bpo_lib.pricing.alternatives.choice import MonthlyCost
from bpo_lib.pricing.deal import DealTerms, World
from bpo_lib.pricing.deal.cash_flow import DealFactors, deal_factors
from bpo_lib.pricing.deal.quality import repeat_factor
from bpo_lib.pricing.risk import drivers
from bpo_lib.pricing.risk.drivers import DRIVERS, Range
from bpo_lib.pricing.risk.path_work import PathWork
from bpo_lib.pricing.risk.setting import Setting, setting_of
from bpo_lib.pricing.risk.staffed_paths import (
    ATTRITION_KNOTS,
    StaffedPaths,
    StaffingCurve,
    TeamByAttrition,
)
from bpo_lib.pricing.work import at_the_provider, work_parts
from bpo_lib.pricing.workload import Workload
from bpo_lib.staffing import (
    PeopleTerms,
    ProviderPeopleTerms,
    Team,
    own_team,
    provider_team,
    staffed_volume,
)

YEAR = 12


@dataclass(frozen=True, eq=False)
class Courses:
    """What happens on many paths; every array broadcasts to (paths, months).

    Parameters
    ----------
    work : Workload
        The work as the provider does it; all its parts have one shape.
    in_house : ndarray
        Cost of staying. [currency/month]
    factors : DealFactors
        What the deal makes of any fee.
    world : World
        Wages, currency and quality against what the terms expect.
    own, theirs : Team
        The client's people and the provider's; who leaves is not simulated.
    cut : mapping
        By assumption: in how many paths its value was set to a declared limit.
    alternatives : mapping
        By name, what a way to do without a provider costs. [currency/month]
    """

    work: Workload
    in_house: np.ndarray
    factors: DealFactors
    world: World
    own: Team
    theirs: Team
    cut: Mapping[str, int]
    alternatives: Mapping[str, np.ndarray]


def courses(case: Engagement, u: np.ndarray, moving: Collection[str] = DRIVERS) -> Courses:
    """Return the courses that a set of draws leads to.

    Parameters
    ----------
    case : Engagement
    u : ndarray, shape (paths, drivers)
        Uniform numbers above 0 and below 1, a column for each of `DRIVERS`.
    moving : collection of str
        Drivers that move; all others stay as expected, so that none gives the figures without risk.

    Returns
    -------
    Courses
        One row where nothing moves, else one for each path.

    Notes
    -----
    A course is staffed with as many newcomers as the expected one of the same attrition takes, so that
    a plan does not chase ups and downs which nobody foresees; longer calls count as more of them.
    """
    frame = _frame(setting_of(case))
    values, cut = drivers.drawn(frame.ranges, u, moving)
    world = frame.world(u, values, moving)
    volume, handling = frame.demand(u, values, moving)
    load = volume * (frame.load * handling)
    own, theirs = frame.teams(load, values, world)
    parts = work_parts(frame.case, volume, own, theirs, world=world, handling=frame.longer * handling)
    known = [parts[name]() for name in ("volume", "fte", "provider_cost", "in_house_cost")]
    work = PathWork(parts, np.broadcast_shapes(world.quality.shape, *(part.shape for part in known)))
    factors = deal_factors(frame.case, work.in_house_cost, world, volume)
    others = frame.alternatives(volume, handling, values, world)
    return Courses(work, work.in_house_cost, factors, world, own, theirs, cut, others)


@dataclass(frozen=True, eq=False)
class _Frame:
    """What all courses of a case share."""

    case: Engagement
    ranges: Mapping[str, tuple[Range, ...]]
    volatility: float
    outlook: VolumeOutlook
    longer: np.ndarray  # handling time expected of a month against today's
    load: np.ndarray  # what a month's volume is staffed for, per transaction
    own: StaffedPaths
    theirs: StaffedPaths
    others: Mapping[str, StaffedPaths]

    def world(self, u: np.ndarray, values: Mapping[str, np.ndarray], moving: Collection[str]) -> World:
        """Return wages, currency and quality; one number where they do not move."""
        still, parts = World.expected(), {}
        if drivers.WAGES[0] in values:
            parts["wages"] = values[drivers.WAGES[0]] - self._expected("wages")
        if drivers.OUTCOMES in values:
            parts["quality"] = values[drivers.OUTCOMES] - self._expected("quality")
        if "currency" in moving and self.volatility > 0:
            years = (np.arange(len(self.load)) + 0.5) / YEAR
            parts["currency"] = np.expm1(
                drivers.normal_of(u, "currency") * (self.volatility * np.sqrt(years))
            )
        return World(**{each.name: parts.get(each.name, getattr(still, each.name)) for each in fields(World)})

    def demand(
        self, u: np.ndarray, values: Mapping[str, np.ndarray], moving: Collection[str]
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return volume [transactions/month] and handling time against the expected [ratio]."""
        volume, handling = self.outlook.mean.to_numpy()[None], np.ones((1, 1))
        if "volume" in moving:
            ordered = _by_total(self.outlook)
            rank = (u[:, DRIVERS.index("volume")] * len(ordered)).astype(np.intp)
            volume = ordered[rank]
        if drivers.GROWTH in values:
            faster = (1 + values[drivers.GROWTH]) / (1 + self._expected("growth"))
            months = np.bincount(self.outlook.growth_years)  # of each year's growth, which never falls
            volume = volume * np.repeat(faster ** np.arange(months.size), months, axis=-1)
        if drivers.DEFLECTED in values:
            left, longer = self._deflected(values[drivers.DEFLECTED])
            volume, handling = volume * left, handling * longer
        if drivers.HANDLING in values:
            handling = handling * (values[drivers.HANDLING] / self._expected("handling"))
        return volume, handling

    def teams(self, load: np.ndarray, values: Mapping[str, np.ndarray], world: World) -> tuple[Team, Team]:
        """Return the client's people and the provider's, for volumes as staffed for."""
        again = repeat_factor(self.case, world)
        own, theirs = values.get(drivers.OWN_ATTRITION), values.get(drivers.THEIR_ATTRITION)
        return self.own.team(load, own), self.theirs.team(
            load if np.all(again == 1) else load * again, theirs
        )

    def alternatives(
        self, volume: np.ndarray, handling: np.ndarray, values: Mapping[str, np.ndarray], world: World
    ) -> dict[str, np.ndarray]:
        """Return what the client's other ways cost, staffed as staying is."""

        def staffed_by(people: StaffedPaths) -> Staffing:
            attrition = values.get(drivers.OWN_ATTRITION)
            return lambda _, left: people.team(left * (self.load * handling), attrition)

        costs = alternatives(self.case)
        return {name: costs[name](volume, world, staffed_by(people)) for name, people in self.others.items()}

    def _deflected(self, share: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the volume left, and its handling time, against those at the expected deflection."""
        terms = self.case.of(DemandTerms)
        whole = terms.model_copy(update={"deflected_share": 1.0})
        done = deflected_share(whole, len(self.load)) * self.outlook.ahead
        before, effect = terms.deflected_share, terms.residual_handling_effect
        left = (1 - share * done) / (1 - before * done)
        return left, (1 + effect * share * done) / (1 + effect * before * done)

    def _expected(self, driver: str) -> float:
        return self.ranges[driver][0].value


@lru_cache(maxsize=8)
def _frame(setting: Setting) -> _Frame:
    case, outlook = setting.case, volume_outlook(setting.case)
    mean, at_theirs = outlook.mean.to_numpy(), at_the_provider(case)
    load = staffed_volume(case, np.ones(len(mean)))
    loads = np.concatenate([outlook.paths, mean[None]]) * load
    found = drivers.ranges(case)
    curve = StaffingCurve.of(case, loads)
    their_curve = curve if at_theirs is case else StaffingCurve.of(at_theirs, loads)
    ready, again = case.of(DealTerms).transition_months, repeat_factor(case).item()

    def ours(volume: np.ndarray) -> StaffedPaths:
        teams = TeamByAttrition.of(
            _knots(found, drivers.OWN_ATTRITION),
            case.of(PeopleTerms).attrition_per_year,
            lambda attrition: own_team(case, _repeated(volume, attrition), attrition),
        )
        return StaffedPaths.of(curve, teams, volume * load)

    theirs = TeamByAttrition.of(
        _knots(found, drivers.THEIR_ATTRITION),
        case.of(ProviderPeopleTerms).attrition_per_year,
        lambda attrition: provider_team(at_theirs, _repeated(mean * again, attrition), ready, attrition),
    )
    return _Frame(
        case,
        found,
        drivers.volatility(case),
        outlook,
        outlook.handling_factor.to_numpy(),
        load,
        ours(mean),
        StaffedPaths.of(their_curve, theirs, mean * again * load),
        {name: ours(_staffed_volume(cost, mean)) for name, cost in alternatives(case).items()},
    )


def _repeated(volume: np.ndarray, attrition: np.ndarray) -> np.ndarray:
    return np.broadcast_to(volume, (len(attrition), volume.size))


def _staffed_volume(cost: MonthlyCost, volume: np.ndarray) -> np.ndarray:
    """Return the volume that an alternative still staffs people for."""
    asked: list[np.ndarray] = []

    def noted(case: Engagement, left: np.ndarray) -> Team:
        asked.append(left)
        return own_team(case, left)

    cost(volume, staffed=noted)
    return asked[0]


def _knots(found: Mapping[str, tuple[Range, ...]], name: str) -> np.ndarray:
    """Return attritions from the least to the most that may be drawn; none where it does not move."""
    mine = [each for each in found.get("attrition", ()) if each.declared.name == name]
    return np.concatenate([each.kept(each.at(ATTRITION_KNOTS)) for each in mine] or [np.empty(0)])


@lru_cache(maxsize=8)
def _by_total(outlook: VolumeOutlook) -> np.ndarray:
    """Return the forecast's paths from the smallest volume over the term to the largest."""
    return outlook.paths[np.argsort(outlook.paths.sum(axis=1), kind="stable")]
