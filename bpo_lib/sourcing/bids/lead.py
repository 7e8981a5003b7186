"""Who leads, who comes next, what the lead is made of and which weight would turn it."""

from typing import Final

import pandas as pd

from bpo_lib.fit import tipping_weights
from bpo_lib.sourcing.bids.terms import WEIGHED

TIE: Final = 1e-9  # points under which a lead is what is left of adding up in another order
LEAD_COLUMNS = ["criterion", "name", "winner", "runner_up", "gap"]
TIP_COLUMNS = ["criterion", "name", "weight", "tip", "to", "distance"]


def winner_of(table: pd.DataFrame) -> tuple[str | None, str | None]:
    """Return the best provider with every must-have met, and the next one that fails none.

    Parameters
    ----------
    table : pandas.DataFrame
        Ranked providers with their `must_haves`.
    """
    if table["must_haves"].iloc[0] != "met":
        return None, None
    standing = table.loc[table["must_haves"] != "failed", "vendor"].astype(str).tolist()
    return standing[0], standing[1] if len(standing) > 1 else None


def lead_of(detail: pd.DataFrame, winner: str | None, runner_up: str | None) -> pd.DataFrame:
    """Return what each criterion adds to the winner's lead; the gaps sum to it.

    Parameters
    ----------
    detail : pandas.DataFrame
        One row per provider and criterion with its contribution. [points of 100]
    winner, runner_up : str or None

    Returns
    -------
    pandas.DataFrame
        Columns `LEAD_COLUMNS`, the largest gain first; empty without two providers. [points of 100]
    """
    if winner is None or runner_up is None:
        return pd.DataFrame(columns=LEAD_COLUMNS)
    weighed = detail[detail["criterion"].isin(WEIGHED)].set_index("criterion")
    first, second = (weighed.loc[weighed["vendor"] == name] for name in (winner, runner_up))
    frame = pd.DataFrame(
        {
            "name": first["name"],
            "winner": first["contribution"],
            "runner_up": second["contribution"],
            "gap": first["contribution"] - second["contribution"],
        }
    )
    ordered = frame.sort_values("gap", ascending=False, kind="stable")
    return ordered.rename_axis("criterion").reset_index()[LEAD_COLUMNS]


def reason_of(table: pd.DataFrame, lead: pd.DataFrame, winner: str | None, runner_up: str | None) -> str:
    """Return why the winner leads, in figures that add up to its lead."""
    if winner is None:
        return "No provider has shown every must-have yet, so none can be named."
    if runner_up is None:
        return f"{winner} is the only provider that fails no must-have."
    lines = table.set_index("vendor")
    first, second = lines.loc[winner], lines.loc[runner_up]
    points = first["score"] - second["score"]
    if abs(points) < TIE:
        also = f" {runner_up} has yet to show: {second['open']}." if second["open"] else ""
        return f"{winner} and {runner_up} score alike, so the choice between them is open.{also}"
    if points < 0:
        return (
            f"{runner_up} scores {-points:.1f} points more than {winner} "
            f"but has yet to show: {second['open']}. Until then {winner} leads."
        )
    most = "; ".join(f"{row.name} {row.gap:+.1f}" for row in _top(lead).itertuples(index=False))
    firm = first["score_low"] > second["score_high"]
    words = "the lead holds whatever is still open" if firm else "the ranges overlap, so the lead is open"
    gained = f", most of it from {most}" if most else ""
    return f"{winner} leads {runner_up} by {points:.1f} points{gained}; {words}."


def _top(lead: pd.DataFrame) -> pd.DataFrame:
    return lead[lead["gap"] > 0].head(2)


def tips_of(table: pd.DataFrame, detail: pd.DataFrame, winner: str | None) -> pd.DataFrame:
    """Return at which weight of one criterion another provider would lead, the nearest first.

    Parameters
    ----------
    table, detail : pandas.DataFrame
        Ranked providers, and their answers with value and weight.
    winner : str or None

    Returns
    -------
    pandas.DataFrame
        Columns `TIP_COLUMNS`: today's weight, the weight at which the lead goes `to` another, and how
        far that is, the other weights keeping their proportions. Empty where no single weight turns
        the lead. Providers that a must-have keeps behind the winner whatever they score are left out. [share]
    """
    if winner is None:
        return pd.DataFrame(columns=TIP_COLUMNS)
    lines = table.set_index("vendor")
    behind = lines[(lines["must_haves"] != "failed") & (lines["score"] <= lines.loc[winner, "score"])]
    names = [str(name) for name in behind.index]
    values = detail.pivot_table(index="vendor", columns="criterion", values="value")
    values = values.reindex(index=names, columns=list(WEIGHED))
    weights = detail.drop_duplicates("criterion").set_index("criterion")["weight"].reindex(list(WEIGHED))
    found = tipping_weights(values.fillna(0.0).to_numpy(), weights.to_numpy(dtype=float))
    title = detail.drop_duplicates("criterion").set_index("criterion")["name"]
    tips = found[found["tip"].notna()].assign(
        name=lambda each: [title[WEIGHED[place]] for place in each["criterion"]],
        to=lambda each: [names[place] for place in each["to"]],
        criterion=lambda each: [WEIGHED[place] for place in each["criterion"]],
    )
    return tips.sort_values("distance", kind="stable", ignore_index=True)[TIP_COLUMNS]
