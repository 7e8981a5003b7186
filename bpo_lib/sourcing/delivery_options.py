"""The parts of a delivery model one by one: each place, form of price and number of providers."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.sourcing.delivery_model import (
    FORM_LEVELS,
    FORM_SAYS,
    PLACE_LEVELS,
    PLACE_SAYS,
    PROVIDER_LEVELS,
    PROVIDER_SAYS,
    Judged,
    delivery_grounds,
    delivery_models,
    findings,
)
from bpo_lib.sourcing.places import OWN, PLACE_WORDS
from bpo_lib.sourcing.rules import Finding

COLUMNS = ["option", "kind", "status", "reason", "levels", "saving", "saving_words", "gate", "first"]
LOCATION, PROVIDER_COUNT, COMMERCIAL = "location", "vendor count", "commercial"


@lru_cache(maxsize=8)
def delivery_options(case: Engagement) -> pd.DataFrame:
    """Return every place, number of providers and form of price, as the ranked models have them.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    pandas.DataFrame
        option; kind (location, vendor count, commercial); status: recommended where the recommended model
        has it, stopped where every model with it is stopped, else possible; reason, without the levels it
        rests on, which are in `levels`, or the saving; saving of the offer to take, NaN where there is
        none [share], and the same in words; gate, the rules that stop it or hold it back; first, the
        share of draws in which the best model has it [share].
    """
    models, judged, grounds = delivery_models(case), findings(case), delivery_grounds(case)
    rows = [
        _row(LOCATION, PLACE_WORDS[place], models[models["place"] == place], judged.places[place])
        | {"words": PLACE_SAYS[place], "levels": grounds.says(*PLACE_LEVELS)}
        for place in PLACE_SAYS
    ]
    rows += [
        _row(
            PROVIDER_COUNT,
            providers,
            models[models["providers"] == providers],
            _shared(judged.providers, providers),
        )
        | {"words": PROVIDER_SAYS[providers], "levels": grounds.says(*PROVIDER_LEVELS)}
        for providers in PROVIDER_SAYS
    ]
    rows += [
        _row(
            COMMERCIAL,
            form,
            models[models["form"] == form],
            [*judged.forms[form], *_shared(judged.prices, form)],
        )
        | {"words": FORM_SAYS[form], "levels": grounds.says(*FORM_LEVELS)}
        | _money(models[models["form"] == form])
        for form in FORM_SAYS
    ]
    table = pd.DataFrame(rows)
    return table.assign(reason=[_reason(row, judged) for row in rows])[COLUMNS]


def _row(kind: str, option: str, models: pd.DataFrame, against: Sequence[Finding]) -> dict[str, Any]:
    statuses = set(models["status"])
    status = (
        "recommended" if "recommended" in statuses else "possible" if "possible" in statuses else "stopped"
    )
    own = [each for each in against if status != "stopped" or each.effect == "stops"]
    return {
        "option": option,
        "kind": kind,
        "status": status,
        "saving": np.nan,
        "saving_words": "",
        "against": "; ".join(each.words for each in own),
        "gate": ", ".join(dict.fromkeys(each.gate for each in own)),
        "first": float(models["first"].sum()),
    }


def _shared(by_place: dict[tuple[str, str], list[Finding]], name: str) -> list[Finding]:
    """Return what stands against an option in the hands of a provider, wherever that is."""
    return next(found for key, found in by_place.items() if name in key and OWN not in key)


def _money(models: pd.DataFrame) -> dict[str, Any]:
    """Return what the offer of a form saves, where a provider offered one."""
    saving = float(models.loc[models["place"] != OWN, "saving"].iloc[0])
    if np.isnan(saving):
        return {"saving": np.nan, "saving_words": "not priced"}
    words = f"saves {saving:.0%} against staying" if saving > 0 else f"costs {-saving:.0%} more than staying"
    return {"saving": saving, "saving_words": words}


def _reason(row: dict[str, Any], judged: Judged) -> str:
    """Return what speaks for an option, or what stands against it."""
    if row["against"]:
        return str(row["against"])
    if row["status"] == "stopped":  # not by anything of its own: no place is left for it
        stopping = (
            each.words for found in judged.places.values() for each in found if each.effect == "stops"
        )
        return next(stopping, str(row["words"]))
    return str(row["words"])
