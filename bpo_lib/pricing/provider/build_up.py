"""What a provider has to charge: the cost of one FTE, place by place and item by item, and its margin."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.deal import ProviderTerms
from bpo_lib.pricing.provider.location import ALL_PLACES, ITEMS
from bpo_lib.pricing.provider.margin import mark_up
from bpo_lib.pricing.provider.sites import level, provider_sites
from bpo_lib.pricing.work import expected_work
from bpo_lib.staffing import Team, WorkTerms, productive_hours

FULL_COST, TRAINING, HIRING, MARGIN = "full_cost", "training", "hiring", "margin"
BUILD_UP_ITEMS: Final = (FULL_COST, *ITEMS, TRAINING, HIRING, MARGIN)
BUILD_UP_COLUMNS: Final = ["location", "people_share", "currency", "item", "per_fte_month", "rate_share"]


def cost_build_up(case: Engagement, margin: float | None = None) -> pd.DataFrame:
    """Return what one FTE on a provider's roster costs it, and the rate that leaves it a margin.

    Parameters
    ----------
    case : Engagement
    margin : float, optional
        Share of the rate; `provider.target_margin_share` when left out. [share of price]

    Returns
    -------
    pandas.DataFrame
        One row per place and item: location, people_share, currency, item, per_fte_month (in the
        client's currency, first year) and rate_share, its share of the rate. Items are those of
        `BUILD_UP_ITEMS` that the client tells; with their last, the margin, they sum to the rate. More
        places than one end with `ALL_PLACES` together. Empty where the provider's cost is not known.
        [currency/FTE/month, share]

    Raises
    ------
    InputError
        When the client gives no past volumes, or the margin leaves no price.

    Notes
    -----
    An FTE on the roster also carries the people in training and the hires of an average month of the
    term, at the prices of the first year. Currencies are taken at the rate given.
    """
    if not case.has(ProviderTerms):
        return pd.DataFrame(columns=BUILD_UP_COLUMNS)
    return built_up(case, expected_work(case).theirs, margin)


def built_up(case: Engagement, team: Team, margin: float | None = None) -> pd.DataFrame:
    """Return the build-up for a team already known; as `cost_build_up`."""
    terms = case.of(ProviderTerms)
    added = mark_up(terms.target_margin_share if margin is None else margin)
    roster = (team.paid - team.training).sum()
    training, hires = (part.sum() / roster if roster else 0.0 for part in (team.training, team.hires))
    frames = [_priced(place, training, hires, added) for place in _places(case)]
    if len(frames) > 1:
        frames.append(_together(frames))
    return pd.concat(frames, ignore_index=True)[BUILD_UP_COLUMNS]


def bill_rates(build_up: pd.DataFrame, work: WorkTerms) -> pd.DataFrame:
    """Return cost and rate by place, and what the rate is for an hour.

    Parameters
    ----------
    build_up : pandas.DataFrame
        From `cost_build_up`.
    work : WorkTerms
        The hours an FTE is paid for, and its shrinkage.

    Returns
    -------
    pandas.DataFrame
        Index location: people_share, cost_per_fte_month and rate_per_fte_month [currency/FTE/month],
        rate_per_paid_hour and rate_per_productive_hour [currency/hour], margin_share [share of price]
        and mark_up_share [share of cost].

    References
    ----------
    "Cost and Revenue, how WFM affects it", parts 2 and 3, wewfm, 2019.
    """
    by_place = build_up.groupby("location", sort=False)
    rate = by_place["per_fte_month"].sum()
    kept = build_up[build_up["item"] == MARGIN].set_index("location")["per_fte_month"]
    cost = rate - kept
    return pd.DataFrame(
        {
            "people_share": by_place["people_share"].first(),
            "cost_per_fte_month": cost,
            "rate_per_fte_month": rate,
            "rate_per_paid_hour": rate / work.paid_hours_per_month,
            "rate_per_productive_hour": rate / productive_hours(work),
            "margin_share": kept / rate,
            "mark_up_share": kept / cost,
        }
    )


@dataclass(frozen=True, eq=False)
class _Place:
    """One place with its monthly items and its hire, in the client's currency."""

    name: str
    share: float
    currency: str
    items: dict[str, float]
    per_hire: float


def _places(case: Engagement) -> list[_Place]:
    """Return the places the client describes, or one where all that is known is the full cost."""
    terms, sites = case.of(ProviderTerms), provider_sites(case)
    if not sites:
        whole = {FULL_COST: terms.cost_per_fte_month}
        return [_Place("provider", 1.0, case.profile.currency, whole, terms.cost_per_hire)]
    scale = level(case)
    return [
        _Place(
            site.location.location,
            site.location.share,
            site.location.currency,
            {item: value * scale for item, value in site.items.items()},
            site.location.cost_per_hire * site.rate or terms.cost_per_hire,
        )
        for site in sites
    ]


def _priced(place: _Place, training: float, hires: float, added: float) -> pd.DataFrame:
    """Return the items of one place with what newcomers and the margin add to them."""
    items = dict(place.items)
    items |= {TRAINING: sum(place.items.values()) * training, HIRING: place.per_hire * hires}
    items[MARGIN] = sum(items.values()) * added
    frame = pd.DataFrame({"item": list(items), "per_fte_month": list(items.values())})
    return frame.assign(
        location=place.name,
        people_share=place.share,
        currency=place.currency,
        rate_share=frame["per_fte_month"] / frame["per_fte_month"].sum(),
    )


def _together(frames: list[pd.DataFrame]) -> pd.DataFrame:
    """Return the items of the average FTE over all places."""
    whole = frames[0].assign(location=ALL_PLACES, people_share=1.0, currency="")
    whole["per_fte_month"] = sum(frame["per_fte_month"] * frame["people_share"] for frame in frames)
    return whole.assign(rate_share=whole["per_fte_month"] / whole["per_fte_month"].sum())
