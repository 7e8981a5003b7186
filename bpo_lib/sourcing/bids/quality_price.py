"""Quality against price: which bids no other beats on both, and what a point of quality costs."""

import numpy as np
import pandas as pd

FRONTIER_COLUMNS = [
    "vendor", "quality", "price", "all_in", "cost_per_point", "in_contention", "efficient", "beaten_by",
    "extra_per_point",
]  # fmt: skip


def quality_price(table: pd.DataFrame, load: float) -> pd.DataFrame:
    """Hold the quality of every priced bid against what it costs the client.

    Parameters
    ----------
    table : pandas.DataFrame
        Columns vendor, quality_score [points of 100], price [currency/transaction] and must_haves.
    load : float
        What the client pays for one unit of price. [ratio]

    Returns
    -------
    pandas.DataFrame
        Columns `FRONTIER_COLUMNS`, the cheapest first: price with all that comes on top of it, that
        price for each point of quality, whether the provider is still in contention, whether no other
        in contention is at least as good at no higher price, who beats it, and what each point costs
        that it has more than the next cheaper one that nobody beats. [currency/transaction]

    Notes
    -----
    A provider that fails a must-have is shown and beats nobody. Bids alike in both are both efficient.
    """
    priced = table[table["price"].notna()].sort_values(["price", "quality_score"], ascending=[True, False])
    frame = pd.DataFrame(
        {
            "vendor": priced["vendor"].astype(str),
            "quality": priced["quality_score"].astype(float),
            "price": priced["price"].astype(float),
            "all_in": priced["price"].astype(float) * load,
            "in_contention": priced["must_haves"] != "failed",
        }
    ).reset_index(drop=True)
    frame["cost_per_point"] = frame["all_in"] / frame["quality"].where(frame["quality"] > 0)
    frame["beaten_by"] = [_beater(frame, place) for place in frame.index]
    frame["efficient"] = frame["in_contention"] & (frame["beaten_by"] == "")
    return frame.assign(extra_per_point=_extra(frame))[FRONTIER_COLUMNS]


def _beater(frame: pd.DataFrame, place: int) -> str:
    """Return the best provider in contention that is nowhere worse and somewhere better, if any."""
    mine = frame.loc[place]
    no_worse = (frame["quality"] >= mine["quality"]) & (frame["all_in"] <= mine["all_in"])
    better = (frame["quality"] > mine["quality"]) | (frame["all_in"] < mine["all_in"])
    others = frame[frame["in_contention"] & no_worse & better]
    return "" if others.empty else str(others.loc[others["quality"].idxmax(), "vendor"])


def _extra(frame: pd.DataFrame) -> np.ndarray:
    """Return what a further point of quality costs along the bids that nobody beats."""
    best = frame[frame["efficient"]]
    steps = best[["all_in", "quality"]].diff()
    extra = steps["all_in"] / steps["quality"].where(steps["quality"] > 0)
    return extra.reindex(frame.index).to_numpy(dtype=float)
