"""What machines leave over: cost to the client and margin of the provider under each form."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.forecast import DemandTerms
from bpo_lib.pricing.comparison import offered_models
from bpo_lib.pricing.deal import DealTerms, World
from bpo_lib.pricing.deal.cash_flow import deal_factors
from bpo_lib.pricing.deal.quality import repeat_factor
from bpo_lib.pricing.models import IN_HOUSE, PricingModel
from bpo_lib.pricing.risk.courses import Courses
from bpo_lib.pricing.risk.priced_courses import CLIENT, MARGIN_SHARE, PROVIDER, PricedCourses
from bpo_lib.pricing.work import at_the_provider, expected_work, work_parts
from bpo_lib.pricing.workload import Workload
from bpo_lib.staffing import handling_growth, own_team, provider_team

SHARES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)
DEFLECTION_COLUMNS = ["model", "share", "client_npv", "change", "provider_npv", "provider_margin_share"]


def deflected_work(
    case: Engagement, shares: Sequence[float], shorter: Sequence[float] | None = None
) -> PricedCourses:
    """Return a case's work with part of it gone to machines, a row for each share, ready to be priced.

    Parameters
    ----------
    case : Engagement
    shares : sequence of float
        Of the volume expected in each month, what machines settle alone. [share]
    shorter : sequence of float, optional
        Of the handling time, what machines save on the contacts that stay; none when left out. [share]

    Returns
    -------
    PricedCourses
        Both teams are staffed anew in each row; the machines themselves cost nothing here.

    Notes
    -----
    V (1 - theta) contacts of tau (1 + kappa theta) minutes: the easy ones leave first. kappa is
    `demand.residual_handling_effect`.
    """
    gone = np.asarray(shares, dtype=float)[:, None]
    saved = np.zeros_like(gone) if shorter is None else np.asarray(shorter, dtype=float)[:, None]
    longer = (1 + case.of(DemandTerms).residual_handling_effect * gone) * (1 - saved)
    volume = expected_work(case).volume * (1 - gone)
    own, handled = own_team(case, volume * longer), volume * longer * repeat_factor(case)
    theirs = provider_team(at_the_provider(case), handled, case.of(DealTerms).transition_months)
    parts = work_parts(case, volume, own, theirs, handling=handling_growth(case) * longer)
    work = Workload(**{name: part() for name, part in parts.items()})
    factors = deal_factors(case, work.in_house_cost, volume=volume)
    block = Courses(work, work.in_house_cost, factors, World.expected(), own, theirs, {}, {})
    return PricedCourses.of(case, block, len(gone))


@lru_cache(maxsize=8)
def deflection(case: Engagement, shares: tuple[float, ...] = SHARES) -> pd.DataFrame:
    """Return what each form costs and earns when machines settle part of the expected volume.

    Parameters
    ----------
    case : Engagement
    shares : tuple of float
        Beyond what the forecast already counts as deflected; 0 first. [share]

    Returns
    -------
    pandas.DataFrame
        `DEFLECTION_COLUMNS`, in-house first, a row for each model and share: client_npv and
        provider_npv [currency, present value of the term], change of client_npv against no deflection,
        provider_margin_share [share]. What the machines cost is left out on both sides. The
        provider's columns are NaN where its cost is not known.
    """
    block = deflected_work(case, shares)
    stay = np.full((4, len(shares)), np.nan)
    stay[CLIENT] = block.in_house_npv
    found = {IN_HOUSE: stay} | priced(block, offered_models(case))
    frames = [_frame(model, shares, each) for model, each in found.items()]
    return pd.concat(frames, ignore_index=True)[DEFLECTION_COLUMNS]


def priced(block: PricedCourses, models: Mapping[str, PricingModel]) -> dict[str, np.ndarray]:
    """Return what each model costs and earns on each row of a block, as `PricedCourses.of_model` does."""
    return {name: block.of_model(model) for name, model in models.items()}


def _frame(model: str, shares: Sequence[float], found: np.ndarray) -> pd.DataFrame:
    cost = found[CLIENT]
    return pd.DataFrame(
        {
            "model": model,
            "share": shares,
            "client_npv": cost,
            "change": cost / cost[0] - 1 if cost[0] else np.nan,
            "provider_npv": found[PROVIDER],
            "provider_margin_share": found[MARGIN_SHARE],
        }
    )
