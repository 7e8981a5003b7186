"""Which delivery model: where, paid how, by how many providers - ranked, and what stops the rest."""

from functools import lru_cache
from itertools import product
from typing import Literal, NamedTuple

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.fit import COST_GATE, score_fit
from bpo_lib.forecast import volume_outlook
from bpo_lib.pricing.forms.outcome import OutcomePricing
from bpo_lib.sourcing.model_terms import DeliveryModelTerms
from bpo_lib.sourcing.model_values import ModelValues, model_values
from bpo_lib.sourcing.places import MODEL_PLACES, OWN, place_supply
from bpo_lib.sourcing.rules import (
    Finding,
    Grounds,
    form_findings,
    place_findings,
    price_findings,
    provider_findings,
    stops,
)
from bpo_lib.sourcing.suiting import FAMILIES, PROVIDERS

Status = Literal["recommended", "possible", "stopped"]
COLUMNS = [
    "place", "form", "providers", "rank", "value", "first", "status", "gate", "reason", "levels", "saving",
    "lasting_saving", "hours_overlap",
]  # fmt: skip
_BEFORE_ANY_PLACE = ("G-LAW", "G-RES")  # open, they hold back a place; other open gates are conditions
_TIE = 1e-12  # difference of value under which two models come first together

PLACE_SAYS = {
    "shared_services": "the work stays in the firm and shares its people and systems",
    "onshore": "closest to customers and law, and the dearest",
    "nearshore": "shared hours at a lower price",
    "offshore": "the deepest saving on pay and the most distance to manage",
    "specialist": "expert judgement, bought where the firm lacks it",
}
FORM_SAYS = {
    "per FTE": "the client pays for people and carries volume and handling time",
    "per transaction": "the unit is clear, counted and foreseen",
    "per outcome": "results are paid for, and their definition decides everything",
    "hybrid": "part of the price is fixed, part follows the work and part the results",
}
PROVIDER_SAYS = {
    "one provider": "one team learns faster and is simpler to manage",
    "two providers": "a second provider is insurance that costs scale",
}
PLACE_LEVELS = ("R1", "R2", "S2", "P6")
FORM_LEVELS = ("P2", "P4", "P5", "D2")
PROVIDER_LEVELS = ("D1", "M2", "R3", "R4", "G1")


class Judged(NamedTuple):
    """What stands against every part of a delivery model.

    Parameters
    ----------
    places, forms : mapping
        By place and by form.
    providers, prices : mapping
        By place and number of providers, and by place and form.
    """

    places: dict[str, list[Finding]]
    forms: dict[str, list[Finding]]
    providers: dict[tuple[str, str], list[Finding]]
    prices: dict[tuple[str, str], list[Finding]]

    def of(self, place: str, form: str, providers: str) -> list[Finding]:
        """Return everything that stands against one model, what stops it first."""
        found = [
            *self.places[place],
            *self.forms[form],
            *self.providers[place, providers],
            *self.prices[place, form],
        ]
        return sorted(found, key=lambda each: each.effect != "stops")


@lru_cache(maxsize=8)
def delivery_models(case: Engagement) -> pd.DataFrame:
    """Return every delivery model in order of rank, those that a rule stops last, with their reasons.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    pandas.DataFrame
        place, form, providers; rank (Int64, missing where stopped); value, the mean over all draws
        [0 to 1]; first, the share of draws in which it is worth most among those nothing holds back (among
        all that are not stopped where something holds back every one); status: recommended (at most one),
        possible or stopped; gate, the rules that stop it or hold it back; reason, in words; levels, what
        it rests on; saving of the offer to take and lasting_saving, the same at a price that lasts, NaN
        where nobody offered one [share]; hours_overlap, the client's hours its people work in the usual
        week, NaN where not told [share].

    Notes
    -----
    Rules come before value: a model that one stops has no rank, and one that is held back, by something
    not known or by a price that does not pay, ranks behind all that are not and is never recommended.

    References
    ----------
    The rules are house assumptions, made of the trade-offs that buyers' guides agree on.
    """
    worth, judged, grounds = model_values(case), findings(case), delivery_grounds(case)
    supply = place_supply(case)
    keys = list(product(MODEL_PLACES, FAMILIES, PROVIDERS))
    against = [judged.of(*key) for key in keys]
    free = np.array([not found for found in against])
    standing = np.array([not stops(found) for found in against])
    values = worth.total.reshape(len(worth.total), -1)
    mean, first = values.mean(axis=0), _first(values, free if free.any() else standing)
    order = ranking(mean, standing, free)
    rows = []
    for rank, at in enumerate(order, 1):
        place, form, providers = keys[at]
        hours = supply[place].hours
        rows.append(
            {
                "place": place,
                "form": form,
                "providers": providers,
                "rank": rank if standing[at] else pd.NA,
                "value": mean[at],
                "first": first[at],
                "status": _status(rank, free=free[at], standing=standing[at]),
                "gate": ", ".join(dict.fromkeys(each.gate for each in against[at])),
                "reason": _reason(keys[at], against[at]),
                "levels": grounds.says(*dict.fromkeys((*PLACE_LEVELS, *FORM_LEVELS, *PROVIDER_LEVELS))),
                **_money(worth, place, form),
                "hours_overlap": np.nan if hours is None else hours.usual,
            }
        )
    return pd.DataFrame(rows, columns=COLUMNS).astype({"rank": "Int64"})


class DeliveryModel(NamedTuple):
    """One delivery model, and how often it is worth most.

    `place`, `form` and `providers` are as in `delivery_models`; `first` is a share of the draws.
    """

    place: str
    form: str
    providers: str
    first: float


def recommended_model(case: Engagement) -> DeliveryModel | None:
    """Return the delivery model that is recommended; None where none is."""
    table = delivery_models(case)
    chosen = table[table["status"] == "recommended"]
    return None if chosen.empty else model_of(chosen)


def model_of(rows: pd.DataFrame) -> DeliveryModel:
    """Return the model of the first of some rows of `delivery_models`."""
    row = rows.iloc[0]
    return DeliveryModel(str(row["place"]), str(row["form"]), str(row["providers"]), float(row["first"]))


def ranking(value: np.ndarray, standing: np.ndarray, free: np.ndarray) -> list[int]:
    """Return models from first to last: rules before value, and their own order among equals.

    Parameters
    ----------
    value : ndarray, shape (models,)
    standing : ndarray of bool, shape (models,)
        Whether nothing stops it.
    free : ndarray of bool, shape (models,)
        Whether nothing holds it back either.

    Returns
    -------
    list of int
        Positions in the arrays.
    """
    return sorted(range(len(value)), key=lambda at: (not standing[at], not free[at], -value[at], at))


def _status(rank: int, *, free: bool, standing: bool) -> Status:
    if not standing:
        return "stopped"
    return "recommended" if rank == 1 and free else "possible"


def _first(values: np.ndarray, admissible: np.ndarray) -> np.ndarray:
    """Return in what share of the draws each model is worth most among some; 0 for the others."""
    if not admissible.any():
        return np.zeros(values.shape[1])
    best = values[:, admissible].max(axis=1, keepdims=True)
    return np.where(admissible, (values >= best - _TIE).mean(axis=0), 0.0)


def _money(worth: ModelValues, place: str, form: str) -> dict[str, float]:
    found = {"saving": worth.saving[place, form], "lasting_saving": worth.lasting[place, form]}
    return {name: np.nan if value is None else value for name, value in found.items()}


def _reason(key: tuple[str, str, str], against: list[Finding]) -> str:
    """Return why a model comes into question, or what stops it or holds it back."""
    if against:
        effect = against[0].effect
        return "; ".join(dict.fromkeys(each.words for each in against if each.effect == effect))
    place, form, providers = key
    return "; ".join((PLACE_SAYS[place], FORM_SAYS[form], PROVIDER_SAYS[providers]))


@lru_cache(maxsize=8)
def findings(case: Engagement) -> Judged:
    """Return what stands against every place, form, number of providers and price.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    Judged
        The gates of fit are among those of the places they bear on.
    """
    grounds, supply, worth = delivery_grounds(case), place_supply(case), model_values(case)
    by_fit = _fit_findings(case)
    any_priced = any(saving is not None for saving in worth.saving.values())
    return Judged(
        places={
            place: _once([*place_findings(case, place, supply[place], grounds), *by_fit[place]])
            for place in MODEL_PLACES
        },
        forms={form: form_findings(form, grounds) for form in FAMILIES},
        providers={
            (place, providers): provider_findings(providers, place, grounds)
            for place in MODEL_PLACES
            for providers in PROVIDERS
        },
        prices={
            key: price_findings(lasting, own=key[0] == OWN, any_priced=any_priced)
            for key, lasting in worth.lasting.items()
        },
    )


def _once(found: list[Finding]) -> list[Finding]:
    """Return findings without a second one of the same gate, which fit and a place may both raise."""
    by_weight = sorted(found, key=lambda each: each.effect != "stops")  # of equals the first comes first
    first: dict[str, Finding] = {}
    for each in by_weight:
        first.setdefault(each.gate, each)
    return [each for each in found if first[each.gate] is each]


def _fit_findings(case: Engagement) -> dict[str, list[Finding]]:
    """Return what the gates of fit say of each place; cost alone only holds back a recommendation."""
    found: dict[str, list[Finding]] = {place: [] for place in MODEL_PLACES}
    for gate in score_fit(case).gates.to_dict("records"):
        on_cost = gate["gate"] == COST_GATE
        rule = str(gate["rule"]).rstrip(".")
        words = f"it does not hold that {rule[:1].lower()}{rule[1:]} ({gate['because']})"
        for place in set(gate["removes"]) & set(found):
            found[place].append(Finding(str(gate["gate"]), "holds back" if on_cost else "stops", words))
        if gate["gate"] in _BEFORE_ANY_PLACE:
            for place in set(gate["holds"]) & set(found):
                words = f"it is not settled whether {rule[:1].lower()}{rule[1:]} ({gate['because']})"
                found[place].append(Finding(str(gate["gate"]), "holds back", words))
    return found


@lru_cache(maxsize=8)
def delivery_grounds(case: Engagement) -> Grounds:
    """Return what the rules of a delivery model rest on.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    Grounds
    """
    table = score_fit(case).criteria.set_index("criterion")
    try:
        months = len(volume_outlook(case).history_monthly)
    except InputError:  # a history too short to forecast: advice rests on the answers alone
        months = 0
    return Grounds(
        levels={
            str(name): None if pd.isna(level) else float(level) for name, level in table["level"].items()
        },
        baseline_months=months,
        attribution=case.of(OutcomePricing).attribution_share if case.has(OutcomePricing) else None,
        answers_live=case.profile.answers_live,
        terms=case.of(DeliveryModelTerms) if case.has(DeliveryModelTerms) else DeliveryModelTerms(),
    )
