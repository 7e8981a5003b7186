"""What an offer would cost at a price that lasts: one at which its provider seldom loses money."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.pricing import PRICING_MODELS, compare_pricing
from bpo_lib.pricing.comparison import OFFER
from bpo_lib.pricing.forms.form import Form
from bpo_lib.pricing.risk.simulation import simulate
from bpo_lib.pricing.risk.tails import loss_probability
from bpo_lib.pricing.risk.terms import RiskTerms
from bpo_lib.sourcing.suiting import FORMS

_ROUNDS = 6  # each puts the price where the last one's courses ask for it; two are enough without charges
_NEAR = 1e-6  # relative step of the price under which it stands
_COMMITMENTS = ("minimum_commitment_share", "minimum_commitment_per_month", "floor_per_month")
COLUMNS = [
    "family", "client_npv", "saving_share", "loss_probability", "at_risk", "price_rise", "lasting_npv",
    "lasting_saving_share", "commitment_probability", "commitment_cost",
]  # fmt: skip


class _Lasting(NamedTuple):
    """A form at the price that lasts, and what it then costs on every course."""

    rise: float  # [share of the price]
    client_npv: np.ndarray


@lru_cache(maxsize=16)
def lasting_prices(case: Engagement) -> pd.DataFrame:
    """Return every offer as it stands and at a price that lasts.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    pandas.DataFrame
        Index `model`; `family` is what is paid for. client_npv [currency], saving_share,
        loss_probability and at_risk as `compare_pricing` has them. `price_rise` is by how much the price
        must rise for its provider's chance of a loss to come down to `risk.at_risk_loss_probability`:
        0 where it is there, NaN where no rise helps or its cost is not known [share];
        `lasting_npv` and `lasting_saving_share` are what the client then pays and saves, those of the
        offer where `price_rise` is NaN. `commitment_probability` is the share of courses in which a
        minimum fee is paid for work that never came, `commitment_cost` what it costs on average
        [currency]. Empty without offers.
    """
    try:
        table = compare_pricing(case)
    except InputError:  # a history too short to forecast: nothing is priced
        return pd.DataFrame(columns=COLUMNS)
    offers, stay = table[table["basis"] == OFFER], float(table["client_npv"].iloc[0])
    rows = {str(name): _row(case, str(name), offers.loc[name], stay) for name in offers.index}
    return pd.DataFrame.from_dict(rows, orient="index", columns=COLUMNS).rename_axis("model")


@lru_cache(maxsize=16)
def lasting_savings(case: Engagement) -> dict[str, np.ndarray]:
    """Return what each offer saves against staying on every course, at the price that lasts.

    Returns
    -------
    dict of str to ndarray, shape (paths,)
        By model, the courses the same for all. [share]
    """
    stay = simulate(case).in_house_npv
    return {name: 1 - _lasting(case, name).client_npv / stay for name in lasting_prices(case).index}


def _row(case: Engagement, name: str, offer: pd.Series, stay: float) -> dict[str, object]:
    npv, lasting = float(offer["client_npv"]), _lasting(case, name)
    # The expected cost moves as the mean of the courses does.
    before = simulate(case).client_npv[simulate(case).models.index(name)]
    after = npv * float(lasting.client_npv.mean() / before.mean())
    chance, cost = _commitment(case, _form(case, name))
    return {
        "family": FORMS[name],
        "client_npv": npv,
        "saving_share": float(offer["saving_share"]),
        "loss_probability": float(offer["provider_loss_probability"]),
        "at_risk": bool(offer["at_risk"]),
        "price_rise": lasting.rise,
        "lasting_npv": after,
        "lasting_saving_share": 1 - after / stay if stay else 0.0,
        "commitment_probability": chance,
        "commitment_cost": cost,
    }


def _form(case: Engagement, name: str) -> Form:
    form = case.of(PRICING_MODELS[name])
    assert isinstance(form, Form)
    return form


@lru_cache(maxsize=64)
def _lasting(case: Engagement, name: str) -> _Lasting:
    """Return an offer at the least price whose provider loses money in no more of the courses than allowed.

    Notes
    -----
    At f times the price a course whose margin was m is a loss where f < 1 - m, as far as revenue follows
    the price, so f is the quantile of 1 - m at 1 less the limit. What does not follow it, such as charges
    besides the fee, takes a few rounds.
    """
    form, limit, factor = _form(case, name), case.of(RiskTerms).at_risk_loss_probability, 1.0
    as_offered = simulate(case, models={name: form})
    for _ in range(_ROUNDS):
        try:
            found = simulate(case, models={name: form.repriced(factor)})
        except InputError:  # the form allows no such price
            break
        if np.isnan(found.provider_margin_share).any():
            break
        if loss_probability(found.provider_margin_share, found.provider_npv)[0] <= limit:
            return _Lasting(factor - 1, found.client_npv[0])
        step = float(np.quantile(1 - found.provider_margin_share[0], 1 - limit, method="higher"))
        factor *= max(step, 1) * (1 + _NEAR)
    return _Lasting(np.nan, as_offered.client_npv[0])


def _commitment(case: Engagement, form: Form) -> tuple[float, float]:
    """Return in what share of the courses a minimum fee is paid for work that never came, and its cost."""
    free = {name: 0.0 for name in _COMMITMENTS if getattr(form, name, 0.0)}
    if not free:
        return 0.0, 0.0
    found = simulate(case, models={"bound": form, "free": form.with_values(**free)}).client_npv
    extra = found[0] - found[1]
    return float((extra > _NEAR * np.abs(found[1])).mean()), float(extra.mean())
