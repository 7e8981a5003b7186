"""Both sides of every deal on thousands of courses: the same draws for all forms of price."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.pricing.alternatives import alternatives
from bpo_lib.pricing.models import PricingModel, offered_models
from bpo_lib.pricing.risk.courses import courses
from bpo_lib.pricing.risk.draws import sobol_draws
from bpo_lib.pricing.risk.drivers import DRIVERS
from bpo_lib.pricing.risk.priced_courses import AT_CLIENT_RATE, CLIENT, MARGIN_SHARE, PROVIDER, PricedCourses
from bpo_lib.pricing.risk.setting import Setting, setting_of
from bpo_lib.pricing.risk.spread_notes import spread_notes
from bpo_lib.pricing.risk.terms import RiskTerms

CHUNK = 1_000  # paths priced at once, so that their arrays stay in the processor's cache
MOST_KEPT = 20_000  # paths whose courses are kept for the next price; more are priced as they come
MOST_PRICED = 64  # results of forms on kept courses that are remembered


@dataclass(frozen=True, eq=False)
class Simulation:
    """What each deal costs the client and earns the provider, path by path.

    Parameters
    ----------
    models : tuple of str
        Names of the forms.
    client_npv : ndarray, shape (models, paths)
        All the client pays, at its discount rate. [currency]
    provider_npv : ndarray, shape (models, paths)
        What the provider keeps, at its own rate; NaN where its cost is not known. [currency]
    provider_npv_client_rate : ndarray, shape (models, paths)
        The same at the client's rate. [currency]
    provider_margin_share : ndarray, shape (models, paths)
        What it keeps over what it is paid, not discounted; NaN where that is nothing. [share]
    in_house_npv : ndarray, shape (paths,)
        Cost of staying. [currency]
    alternative_npv : mapping of str to ndarray, shape (paths,)
        Cost of the ways to do without a provider. [currency]
    notes : tuple of str
        What a reader should know.
    """

    models: tuple[str, ...]
    client_npv: np.ndarray
    provider_npv: np.ndarray
    provider_npv_client_rate: np.ndarray
    provider_margin_share: np.ndarray
    in_house_npv: np.ndarray
    alternative_npv: Mapping[str, np.ndarray] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def simulate(
    case: Engagement,
    paths: int | None = None,
    seed: int = 0,
    models: Mapping[str, PricingModel] | None = None,
) -> Simulation:
    """Return what each deal costs and earns on thousands of courses, the same for all of them.

    Parameters
    ----------
    case : Engagement
    paths : int, optional
        Courses to simulate, those of `RiskTerms` when left out; more of them add to the others.
    seed : int
        Of the draws.
    models : mapping of str to PricingModel, optional
        Forms by name; those the client gave terms of when left out.

    Returns
    -------
    Simulation

    Raises
    ------
    InputError
        When no path is asked for.

    Notes
    -----
    The courses are kept as long as nothing but prices changes. Scrambled Sobol draws; each driver's
    spread as `risk/drivers.py` says, independent of the others.
    """
    wanted = int(case.of(RiskTerms).paths) if paths is None else paths
    forms = offered_models(case) if models is None else models
    if wanted > MOST_KEPT:
        return _simulation(case, forms, wanted, _streamed(case, wanted, seed, forms))
    return _simulation(case, forms, wanted, _kept(setting_of(case), wanted, seed).of_models(forms))


def outcomes(
    case: Engagement,
    u: np.ndarray,
    models: Mapping[str, PricingModel] | None = None,
    moving: Collection[str] = DRIVERS,
) -> Simulation:
    """Return what each deal costs and earns at given draws; `simulate` with draws of one's own.

    Parameters
    ----------
    case : Engagement
    u : ndarray, shape (paths, drivers)
        Uniform numbers above 0 and below 1, a column for each of `DRIVERS`.
    models : mapping of str to PricingModel, optional
        As for `simulate`.
    moving : collection of str
        Drivers that move; all others stay as expected.

    Returns
    -------
    Simulation

    Raises
    ------
    InputError
        When the draws are not uniform numbers of all drivers, or there is no such driver.
    """
    draws = _checked(u, moving)
    forms = offered_models(case) if models is None else models
    blocks = (draws[first : first + CHUNK] for first in range(0, len(draws), CHUNK))
    return _simulation(case, forms, len(draws), (_priced(case, block, forms, moving) for block in blocks))


class _Part(NamedTuple):
    """Some of the paths of a simulation."""

    found: np.ndarray  # (4, models, paths), rows as `PricedCourses.of_model` has them
    in_house: np.ndarray
    alternatives: Mapping[str, np.ndarray]
    cut: Mapping[str, int]


@dataclass(frozen=True, eq=False)
class _Kept:
    """All courses of a case, to be priced again and again, and what forms were found to cost on them."""

    blocks: list[PricedCourses]
    cut: Counter[str]
    found: dict[PricingModel, np.ndarray] = field(default_factory=dict)

    def of_models(self, models: Mapping[str, PricingModel]) -> Iterator[_Part]:
        """Yield the results of all paths at once, as one part."""
        new = [model for model in dict.fromkeys(models.values()) if model not in self.found]
        priced = [[block.of_model(model) for model in new] for block in self.blocks]
        for model, parts in zip(new, zip(*priced, strict=True), strict=True):
            self.found[model] = np.concatenate(parts, axis=1)
        yield self._part([self.found[model] for model in models.values()])
        while len(self.found) > MOST_PRICED:
            del self.found[next(iter(self.found))]

    def _part(self, found: list[np.ndarray]) -> _Part:
        in_house = np.concatenate([block.in_house_npv for block in self.blocks])
        others = {
            name: np.concatenate([block.alternative_npv[name] for block in self.blocks])
            for name in self.blocks[0].alternative_npv
        }
        return _Part(_stacked(found, in_house.size), in_house, others, self.cut)


@lru_cache(maxsize=2)
def _kept(setting: Setting, paths: int, seed: int) -> _Kept:
    blocks, cut = [], Counter[str]()
    for u in _blocks_of_draws(paths, seed):
        block = courses(setting.case, u)
        blocks.append(PricedCourses.of(setting.case, block, len(u)))
        cut.update(block.cut)
    return _Kept(blocks, cut)


def _streamed(case: Engagement, paths: int, seed: int, models: Mapping[str, PricingModel]) -> Iterator[_Part]:
    return (_priced(case, u, models, DRIVERS) for u in _blocks_of_draws(paths, seed))


def _priced(
    case: Engagement, u: np.ndarray, models: Mapping[str, PricingModel], moving: Collection[str]
) -> _Part:
    block = courses(case, u, moving)
    ready = PricedCourses.of(case, block, len(u))
    found = _stacked([ready.of_model(model) for model in models.values()], len(u))
    return _Part(found, ready.in_house_npv, ready.alternative_npv, block.cut)


def _blocks_of_draws(paths: int, seed: int) -> Iterator[np.ndarray]:
    draws = sobol_draws(paths, seed)
    return (draws[first : first + CHUNK] for first in range(0, paths, CHUNK))


def _stacked(found: list[np.ndarray], paths: int) -> np.ndarray:
    return np.stack(found, axis=1) if found else np.empty((4, 0, paths))


def _simulation(
    case: Engagement, models: Mapping[str, PricingModel], paths: int, parts: Iterable[_Part]
) -> Simulation:
    """Return the parts as one, each written where it belongs so that no path is held twice."""
    found, in_house, cut, first = np.empty((4, len(models), paths)), np.empty(paths), Counter[str](), 0
    others = {name: np.empty(paths) for name in alternatives(case)}
    for part in parts:
        place = slice(first, first + part.in_house.size)
        found[:, :, place], in_house[place] = part.found, part.in_house
        for name, cost in part.alternatives.items():
            others[name][place] = cost
        cut.update(part.cut)
        first = place.stop
    return Simulation(
        models=tuple(models),
        client_npv=found[CLIENT],
        provider_npv=found[PROVIDER],
        provider_npv_client_rate=found[AT_CLIENT_RATE],
        provider_margin_share=found[MARGIN_SHARE],
        in_house_npv=in_house,
        alternative_npv=others,
        notes=spread_notes(case, cut, paths),
    )


def _checked(u: np.ndarray, moving: Collection[str]) -> np.ndarray:
    draws = np.atleast_2d(np.asarray(u, dtype=float))
    if draws.ndim != 2 or draws.shape[1] != len(DRIVERS) or not len(draws):
        raise InputError(f"draws have shape {draws.shape}; give one row a path, a column each for {DRIVERS}")
    if not np.all((draws > 0) & (draws < 1)):
        raise InputError("draws must be above 0 and below 1")
    if unknown := sorted(set(moving) - set(DRIVERS)):
        raise InputError(f"there is no driver {', '.join(unknown)}; there are {', '.join(DRIVERS)}")
    return draws
