"""What moves the answer: one assumption at a time, from its low to its high value."""

from collections.abc import Hashable
from functools import lru_cache
from typing import Any

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.pricing import deal_figures, leading_deal

COLUMNS = ["name", "meaning", "unit", "low", "high", "saving_low", "saving_high", "swing", "fault"]


@lru_cache(maxsize=8)
def sensitivity(case: Engagement, deal: str | None = None) -> pd.DataFrame:
    """Return how far each assumption's range moves the saving of a deal.

    Every assumption to which the client gave a low and a high value is set to each in turn,
    all others unchanged. The volume forecast moves along the edges of its 80% range.

    Parameters
    ----------
    case : Engagement
    deal : str, optional
        An offered form; the cheapest when left out.

    Returns
    -------
    pandas.DataFrame
        name, meaning, unit, low, high [unit], saving_low, saving_high [currency: present value
        of the saving at the low and the high value], swing [currency], fault (why a value
        could not be priced, else empty); widest swing first. Empty when no model is offered.
    """
    model = deal or leading_deal(case)
    if model is None:
        return pd.DataFrame(columns=COLUMNS)
    ranged = case.register.dropna(subset=["low", "high"])
    rows = [_moved(case, model, row) for row in ranged.to_dict("records") if row["low"] < row["high"]]
    rows.append(_volume_row(case, model))
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return frame.sort_values("swing", ascending=False, kind="stable").reset_index(drop=True)


def _moved(case: Engagement, model: str, row: dict[Hashable, Any]) -> dict[str, Any]:
    savings, fault = {}, ""
    for end in ("low", "high"):
        try:
            moved = case.with_values({row["name"]: float(row[end])})
            savings[end] = deal_figures(moved, model)["saving_npv"]
        except InputError as error:  # a low cap under the floor, say: legal alone, not together
            savings[end], fault = float("nan"), str(error)
    return _swing({key: row[key] for key in ("name", "meaning", "unit", "low", "high")}, savings, fault)


def _volume_row(case: Engagement, model: str) -> dict[str, Any]:
    deal = deal_figures(case, model)
    savings = {"low": deal["saving_low_volume"], "high": deal["saving_high_volume"]}
    facts = {"name": "forecast.volume", "meaning": "volume, along the edges of its 80% range", "unit": ""}
    return _swing({**facts, "low": float("nan"), "high": float("nan")}, savings, "")


def _swing(facts: dict[str, Any], savings: dict[str, float], fault: str) -> dict[str, Any]:
    return {
        **facts,
        "saving_low": savings["low"],
        "saving_high": savings["high"],
        "swing": abs(savings["high"] - savings["low"]),
        "fault": fault,
    }
