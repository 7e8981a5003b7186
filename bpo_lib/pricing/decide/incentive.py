"""Whether automating the work pays the provider: what each form leaves it of what a machine saves."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.comparison import offered_models
from bpo_lib.pricing.deal import ProviderTerms
from bpo_lib.pricing.decide.deflection import deflected_work, priced
from bpo_lib.pricing.decide.terms import IncentiveTerms
from bpo_lib.pricing.forms import OutcomePricing, TransactionPricing
from bpo_lib.pricing.risk.priced_courses import CLIENT, PROVIDER, PricedCourses
from bpo_lib.pricing.work import expected_work

DEFLECTS, ASSISTS = "deflects", "assists"  # machines settle contacts alone, or make people faster
INCENTIVE_COLUMNS = [
    "model",
    "way",
    "fee_lost",
    "cost_saved",
    "investment",
    "provider_change",
    "pays",
    "client_change",
    "least_gain_share",
    "closed_gain_share",
    "least_bot_price",
]
_ONE_EACH = TransactionPricing(baseline_volume=1, unit_price=1, dead_band=0, arc_share=1, rrc_share=1)
_FREE = OutcomePricing(base_fee_per_month=0, fee_per_outcome=0, cap_per_month=0)


def least_gain_share(margin: float, investment: float, saving: float) -> float:
    """Return the share of a client's saving that makes automating pay under a price per FTE: m + I / S.

    Parameters
    ----------
    margin : float
        Provider's margin on its fee. [share]
    investment : float
        What automating takes. [currency]
    saving : float
        What the client pays less, dN x R. [currency]

    Returns
    -------
    float
        Above 1 no gain share is enough. [share]

    Notes
    -----
    Without it the provider's result changes by -dN R m - I: it never automates of its own accord.
    """
    return margin + investment / saving


def least_bot_price(
    bot_cost: float, unit_price: float, unit_cost: float, investment: float, deflected: float
) -> float:
    """Return the price of a machine's contact from which deflecting pays under a price per contact.

    Parameters
    ----------
    bot_cost : float
        What a contact settled by a machine costs to run. [currency/transaction]
    unit_price, unit_cost : float
        What a contact settled by people brings and costs. [currency/transaction]
    investment : float
        [currency]
    deflected : float
        Contacts that machines settle. [transactions]

    Returns
    -------
    float
        c_b + (p - c_v) + I / V. [currency/transaction]
    """
    return bot_cost + (unit_price - unit_cost) + investment / deflected


@dataclass(frozen=True)
class Automating:
    """What automating does to a provider; present values over the term. [currency].

    Parameters
    ----------
    fee_lost : float
        What it is paid less.
    cost_saved : float
        What its people cost less.
    investment : float
        What automating takes, running the machines included.
    """

    fee_lost: float
    cost_saved: float
    investment: float

    @property
    def provider_change(self) -> float:
        """What the provider gains by it. [currency]."""
        return self.cost_saved - self.fee_lost - self.investment

    @property
    def least_gain_share(self) -> float:
        """Share of the fee lost that it must be given back; 0 where it gains anyway, NaN without a loss."""
        if self.provider_change >= 0:
            return 0.0
        return -self.provider_change / self.fee_lost if self.fee_lost > 0 else np.nan


@lru_cache(maxsize=8)
def incentive(case: Engagement) -> pd.DataFrame:
    """Return for each offered form whether automating pays the provider, and what would make it pay.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    pandas.DataFrame
        `INCENTIVE_COLUMNS`, a row for each model and way: machines that settle a share of the contacts
        alone (`deflects`), or that take the same share off the handling time (`assists`). fee_lost,
        cost_saved, investment (running costs of machines included), provider_change, client_change
        [currency, present value of the term]; pays, whether the provider gains; least_gain_share, the
        share of the fee it loses that would make it gain, measured, and closed_gain_share, m + I / S of a
        price per FTE, NaN for other forms [share]; least_bot_price, from which a contact settled by a
        machine leaves the provider no worse off [currency/transaction before indexation and discount].
        Empty where the provider's cost is not known, or there is no work.
    """
    if not case.has(ProviderTerms) or not expected_work(case).work.provider_cost.any():
        return pd.DataFrame(columns=INCENTIVE_COLUMNS)
    share = case.of(IncentiveTerms).automated_share
    rows: list[dict[str, Any]] = []
    for way, gone, saved in ((DEFLECTS, share, 0.0), (ASSISTS, 0.0, share)):
        block = deflected_work(case, (0.0, gone), (0.0, saved))
        found = priced(block, offered_models(case))
        rows.extend(_row(case, block, name, way, found[name]) for name in found)
    return pd.DataFrame(rows, columns=INCENTIVE_COLUMNS)


def _row(case: Engagement, block: PricedCourses, model: str, way: str, found: np.ndarray) -> dict[str, Any]:
    spent = -block.of_model(_FREE)[PROVIDER]  # a fee of nothing leaves the provider its cost
    paid = found[PROVIDER] + spent
    done = _automating(case, paid, spent, way)
    closed = np.nan
    if model == "per_fte" and done.fee_lost > 0:
        closed = least_gain_share(1 - spent[0] / paid[0], done.investment, done.fee_lost)
    return {
        "model": model,
        "way": way,
        "fee_lost": done.fee_lost,
        "cost_saved": done.cost_saved,
        "investment": done.investment,
        "provider_change": done.provider_change,
        "pays": done.provider_change >= 0,
        "client_change": found[CLIENT, 1] - found[CLIENT, 0],
        "least_gain_share": done.least_gain_share,
        "closed_gain_share": closed,
        "least_bot_price": _bot_price(block, done) if way == DEFLECTS else np.nan,
    }


def _automating(case: Engagement, paid: np.ndarray, spent: np.ndarray, way: str) -> Automating:
    terms, saved = case.of(IncentiveTerms), float(spent[0] - spent[1])
    running = terms.running_share * terms.automated_share * float(spent[0]) if way == DEFLECTS else 0.0
    investment = terms.investment_share * saved + running
    return Automating(float(paid[0] - paid[1]), saved, investment)


def _bot_price(block: PricedCourses, done: Automating) -> float:
    """Return the price of a machine's contact at which the provider is no worse off, before indexation."""
    spent, one_each = block.of_model(_FREE)[PROVIDER], block.of_model(_ONE_EACH)[PROVIDER]
    paid = one_each - spent
    worth = float(paid[0] - paid[1])  # of one a contact, for those that machines settle
    return max(-done.provider_change, 0.0) / worth if worth > 0 else np.nan
