"""Which offer to follow: of the form that suits the work, the cheapest that will last."""

from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.sourcing.delivery_model import delivery_models
from bpo_lib.sourcing.lasting_price import lasting_prices
from bpo_lib.sourcing.model_values import family_deals
from bpo_lib.sourcing.places import OWN
from bpo_lib.sourcing.suiting import FORMS


class DealChoice(NamedTuple):
    """The offer to follow, beside the cheapest.

    Parameters
    ----------
    model : str
        The offer to follow.
    family : str
        What it pays for: per FTE, per transaction, per outcome or hybrid.
    suits : bool
        Whether its form is that of a delivery model nothing holds back; otherwise it is shown because
        some offer has to be, and nothing is recommended.
    cheapest : str
        The offer that costs least as it stands.
    offers : pandas.DataFrame
        Every offer as it stands and at a price that lasts, as from `lasting_prices`.
    """

    model: str
    family: str
    suits: bool
    cheapest: str
    offers: pd.DataFrame

    @property
    def chosen(self) -> pd.Series:
        """Return the row of the offer to follow."""
        return self.offer(self.model)

    def offer(self, model: str) -> pd.Series:
        """Return the row of one offer."""
        return self.offers.loc[[model]].iloc[0]


@lru_cache(maxsize=16)
def deal_choice(case: Engagement) -> DealChoice | None:
    """Return which offer the report follows, and what it is held against.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    DealChoice or None
        None where nothing was offered.

    Notes
    -----
    The form comes from the ranked delivery models, whose value holds a saving only at a price that lasts: a
    price at which the provider loses money too often is renegotiated, served badly or given up. Of that
    form the cheapest offer whose provider is not at risk is taken; where all are at risk, the one that is
    cheapest once its price has risen so far that its provider is not. The cheapest offer of all stands in
    where every model is stopped.
    """
    offers = lasting_prices(case)
    if offers.empty:
        return None
    cheapest = str(offers["client_npv"].astype(float).idxmin())
    deals, models = family_deals(case), delivery_models(case)
    standing = models[models["rank"].notna() & (models["place"] != OWN) & models["form"].isin(list(deals))]
    if standing.empty:
        return DealChoice(cheapest, FORMS[cheapest], suits=False, cheapest=cheapest, offers=offers)
    best = standing.iloc[0]
    family = str(best["form"])
    return DealChoice(deals[family], family, suits=not best["gate"], cheapest=cheapest, offers=offers)


def recommended_deal(case: Engagement) -> str | None:
    """Return the offer that the report follows.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    str or None
        An offered form; None where nothing was offered.
    """
    choice = deal_choice(case)
    return None if choice is None else choice.model
