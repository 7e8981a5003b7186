"""What every delivery model is worth, draw by draw: place, form of price, saving and number of providers."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.fit import CRITERIA, HIGHEST, LOWEST, criteria_of
from bpo_lib.pricing import compare_pricing
from bpo_lib.pricing.risk.simulation import simulate
from bpo_lib.sourcing.fit_draws import DRAWS, FitDraws, fit_draws
from bpo_lib.sourcing.lasting_price import lasting_prices, lasting_savings
from bpo_lib.sourcing.model_terms import DeliveryModelTerms
from bpo_lib.sourcing.places import MODEL_PLACES, OWN, Supply, place_supply
from bpo_lib.sourcing.suiting import FAMILIES, FORM_SHAPES, PROVIDER_SHAPES, suits

_SEED = 3  # of what fit does not draw: weights of the parts, and what an unpriced form would save
_ORDER = [each.id for each in CRITERIA]


@dataclass(frozen=True, eq=False)
class ModelValues:
    """The worth of every delivery model on the same draws.

    Parameters
    ----------
    total : ndarray, shape (draws, places, forms, provider counts)
        In the order of `MODEL_PLACES`, `FAMILIES` and `PROVIDERS`. [value, 0 to 1]
    saving : mapping
        By place and form: what the best offer of it saves as it stands; None where there is none. [share]
    lasting : mapping
        The same at a price that lasts. [share]
    """

    total: np.ndarray
    saving: Mapping[tuple[str, str], float | None]
    lasting: Mapping[tuple[str, str], float | None]


@lru_cache(maxsize=8)
def model_values(case: Engagement) -> ModelValues:
    """Return what every delivery model is worth on each draw of levels and weights.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    ModelValues

    Notes
    -----
    A model is worth the weighted mean of four parts: the place as fit values it, less for hours that
    it should share with the client and does not; how well the form of price suits the
    work; the saving at a price that lasts, on the scale of fit's cost gap; and how well one provider or two
    suit it. What an unpriced form would save is drawn from the whole scale, as a missing answer is in
    fit. Every part rests on absolute levels, so no model is worth more or less for another being there.
    """
    drawn, supply = fit_draws(case), place_supply(case)
    terms = case.of(DeliveryModelTerms) if case.has(DeliveryModelTerms) else DeliveryModelTerms()
    rng = np.random.default_rng(_SEED)
    parts = _points(terms, rng)
    saving, lasting, courses = _savings(case)
    unknown = rng.random(DRAWS)
    hours = np.stack([_hours(supply[place], case, drawn, terms) for place in MODEL_PLACES], axis=1)
    place = drawn.places * hours
    form = suits(FORM_SHAPES, drawn.levels, drawn.weights)
    providers = suits(PROVIDER_SHAPES, drawn.levels, drawn.weights)
    price = np.stack(
        [
            [_cost_gap(case, courses.get((here, family)), unknown) for family in FAMILIES]
            for here in MODEL_PLACES
        ]
    ).transpose(2, 0, 1)
    total = (
        parts[:, 0, None, None, None] * place[:, :, None, None]
        + parts[:, 1, None, None, None] * form[:, None, :, None]
        + parts[:, 2, None, None, None] * price[:, :, :, None]
        + parts[:, 3, None, None, None] * providers[:, None, None, :]
    )
    return ModelValues(total, saving, lasting)


def family_deals(case: Engagement) -> dict[str, str]:
    """Return the offer to take in each family of forms that somebody offered.

    Returns
    -------
    dict of str to str
        By family: the cheapest offer whose provider is not at risk; where all are, the one that is
        cheapest at a price that lasts.
    """
    found = {}
    for family, offers in lasting_prices(case).groupby("family", sort=False):
        sound = offers[~offers["at_risk"].astype(bool)]
        found[str(family)] = str(
            offers["lasting_npv"].idxmin() if sound.empty else sound["client_npv"].idxmin()
        )
    return found


def _points(terms: DeliveryModelTerms, rng: np.random.Generator) -> np.ndarray:
    """Return the weights of the four parts, shape (draws, 4), summing to 1."""
    points = np.array(terms.points)
    spread = rng.triangular(-1, 0, 1, (DRAWS, points.size)) * terms.points_spread
    drawn = points * (1 + spread)
    total = drawn.sum(axis=1, keepdims=True)
    # A spread of all its value may leave nothing of the only part that weighs.
    return np.where(total > 0, drawn / np.where(total > 0, total, 1), points / points.sum())


def _hours(supply: Supply, case: Engagement, drawn: FitDraws, terms: DeliveryModelTerms) -> np.ndarray:
    """Return by what share of the hours it needs a place falls short, as a factor of its worth.

    Where hours are not told nothing is added to what fit says of distance.
    """
    if supply.hours is None:
        return np.ones(DRAWS)
    return np.asarray(1 - terms.hours_share * _oversight(case, drawn) * (1 - supply.hours.usual))


def _oversight(case: Engagement, drawn: FitDraws) -> np.ndarray:
    """Return how far the work needs people on both sides at once, from 0 to 1.

    Notes
    -----
    All of it where somebody waits for an answer; otherwise the mean of how far cases go back and forth
    (hand-offs) and how far they take judgement.
    """
    if case.profile.answers_live:
        return np.ones(DRAWS)
    back = (HIGHEST - drawn.levels[:, _ORDER.index("P6")]) / (HIGHEST - LOWEST)
    judged = (drawn.levels[:, _ORDER.index("S2")] - LOWEST) / (HIGHEST - LOWEST)
    return np.asarray((back + judged) / 2)


def _savings(
    case: Engagement,
) -> tuple[
    dict[tuple[str, str], float | None],
    dict[tuple[str, str], float | None],
    dict[tuple[str, str], np.ndarray],
]:
    """Return what each place and form saves as offered, at a price that lasts, and that on every draw."""
    offers, deals, own = lasting_prices(case), family_deals(case), _own_saving(case)
    saving: dict[tuple[str, str], float | None] = {}
    lasting: dict[tuple[str, str], float | None] = {}
    courses: dict[tuple[str, str], np.ndarray] = {}
    drawn = lasting_savings(case) if len(offers) else {}
    for place in MODEL_PLACES:
        for family in FAMILIES:
            key, deal = (place, family), deals.get(family)
            if place == OWN:
                saving[key] = lasting[key] = own[0] if own else None
                if own:
                    courses[key] = own[1]
            else:
                saving[key] = float(offers["saving_share"][deal]) if deal else None
                lasting[key] = float(offers["lasting_saving_share"][deal]) if deal else None
                if deal:
                    courses[key] = drawn[deal]
    return saving, lasting, courses


def _own_saving(case: Engagement) -> tuple[float, np.ndarray] | None:
    """Return what the client's own shared services save, expected and on every course."""
    try:
        table = compare_pricing(case)
    except InputError:
        return None
    if OWN not in table.index:
        return None
    found = simulate(case)
    return float(table["saving_share"][OWN]), 1 - found.alternative_npv[OWN] / found.in_house_npv


def _cost_gap(case: Engagement, courses: np.ndarray | None, unknown: np.ndarray) -> np.ndarray:
    """Return what a saving is worth on each draw, on the scale of fit's cost gap."""
    if courses is None:
        return unknown
    about = next(each for each in criteria_of(case) if each.id == "M1")
    assert about.cuts is not None, "the cost gap is measured"
    cuts = sorted(about.cuts)  # between them the level runs straight
    level = np.interp(np.resize(courses, DRAWS), cuts, [about.level_of(cut) for cut in cuts])
    return np.asarray((level - LOWEST) / (HIGHEST - LOWEST))
