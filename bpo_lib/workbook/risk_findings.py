"""The risk of a deal in sentences: how dear it may become, who bears what, whether the provider lasts."""

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing import IN_HOUSE
from bpo_lib.pricing.risk.terms import RiskTerms
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.charts.risk_matrix import transfer_cells

_ALL, _NONE = 0.90, 0.10  # shares from which a party bears as good as all, or as good as nothing
_WORTH_SAYING = 0.10  # share of what is uncertain under which a driver is not named

Sentences = tuple[str, ...]


def risk_findings(
    case: Engagement, model: str, table: pd.DataFrame, transfer: pd.DataFrame, shares: pd.DataFrame
) -> Sentences:
    """Say how one deal may turn out for both sides, against all others.

    Parameters
    ----------
    case : Engagement
    model : str
        The deal, such as `leading_deal(case)`.
    table : pandas.DataFrame
        From `deal_risk`.
    transfer : pandas.DataFrame
        From `risk_transfer`.
    shares : pandas.DataFrame
        From `variance_shares`.

    Returns
    -------
    tuple of str
        The first sentence stands alone: a summary may repeat it.
    """
    row = {str(name): float(table[name][model]) for name in table}
    said = (
        _range(row, model, case),
        _cheapest(table, model),
        _uncertain(shares, model),
        _loss(row, case),
        _others_at_risk(table, model),
        _surest(table, model, case),
        _widest(transfer, model, case),
        _split(transfer, model),
    )
    return tuple(filter(None, said))


def _range(row: dict[str, float], model: str, case: Engagement) -> str:
    currency = case.profile.currency
    low, middle, high, worst = (
        numbers.money(row[f"client_npv_{name}"], currency) for name in ("p10", "p50", "p90", "cvar")
    )
    return (
        f"{labels.sentence(labels.way(model))} costs {low} to {high} in eight of ten courses, {middle} in "
        f"the middle; the dearest one in twenty cost {worst} on average."
    )


def _cheapest(table: pd.DataFrame, model: str) -> str:
    """Say how often the deal costs least, how often staying does, and which other way does most often."""
    chance = table["cheapest_probability"]
    own, stay = (numbers.percent(chance[name]) for name in (model, IN_HOUSE))
    others = chance.drop(index=[model, IN_HOUSE])
    said = f"It costs least of all ways in {own} of courses, staying in-house in {stay}"
    if others.empty or not others.max() > 0:
        return f"{said}."
    return f"{said}, {labels.way(others.idxmax())} in {numbers.percent(others.max())}."


def _uncertain(shares: pd.DataFrame, model: str) -> str:
    mine = shares[shares["model"] == model].set_index("driver")["client_total"].dropna()
    named = mine[mine >= _WORTH_SAYING].sort_values(ascending=False)
    if named.empty:
        return ""
    parts = [f"{_driver(driver)} ({numbers.whole_percent(share)})" for driver, share in named.items()]
    return f"What is uncertain in its cost comes from {labels.listed(parts)}."


def _loss(row: dict[str, float], case: Engagement) -> str:
    share = row["provider_loss_probability"]
    if numbers.missing(share):
        return "Whether its provider earns anything cannot be said without the provider's cost: ask for it."
    limit = numbers.percent(case.of(RiskTerms).at_risk_loss_probability)
    if not row["at_risk"]:
        often = "in no course" if share == 0 else f"in {numbers.percent(share)} of courses"
        return f"Its provider loses money {often}; up to {limit} a relationship counts as sound."
    return (
        f"Its provider loses money in {numbers.percent(share)} of courses, more than the {limit} up to which "
        "a relationship counts as sound: expect it to renegotiate, to save on service or to leave."
    )


def _others_at_risk(table: pd.DataFrame, model: str) -> str:
    risky = table[table["at_risk"]].drop(index=model, errors="ignore")
    if risky.empty:
        return ""
    named = [
        f"{labels.way(name)} ({numbers.percent(share)})"
        for name, share in risky["provider_loss_probability"].items()
    ]
    return f"At risk, since the provider loses money too often: {labels.listed(named)}."


def _surest(table: pd.DataFrame, model: str, case: Engagement) -> str:
    """Say which deal's cost is surest, where it is another one, and what its provider makes of it."""
    width = table["client_npv_p90"] - table["client_npv_p10"]
    deals = width[table["cheapest_probability"].notna() & (width.index != IN_HOUSE)]
    surest = str(deals.idxmin())
    if len(deals) < 2:
        return ""
    if surest == model or not deals[surest] < deals[model]:
        return "No other deal's cost is surer."
    narrow, wide = (numbers.money(deals[name], case.profile.currency) for name in (surest, model))
    low = numbers.money(table.loc[surest, "client_npv_p10"], case.profile.currency)
    return (
        f"The surest cost is that of {labels.way(surest)}: {narrow} lie between its low and its high course, "
        f"where this deal has {wide}; its low end is {low}."
    )


def _widest(transfer: pd.DataFrame, model: str, case: Engagement) -> str:
    """Say what moves the cost of the work most, and which part of that the client bears."""
    mine = transfer[transfer["model"] == model].set_index("driver")
    if mine["joint_swing"].isna().all() or not mine["joint_swing"].max() > 0:
        return ""
    top = str(mine["joint_swing"].idxmax())
    moved = numbers.money(mine["joint_swing"][top], case.profile.currency)
    return (
        f"The cost of the work hangs most on {_driver(top)}: typically {moved} either way; "
        f"{_borne(float(mine['client_share'][top]))}."
    )


def _borne(share: float) -> str:
    shown = numbers.whole_percent(share)
    if share > 2 - _ALL:
        return f"the client bears {shown} of that, so the provider gains when the work gets dearer"
    if share < -_NONE:
        return "the client gains when the work gets dearer, and the provider bears more than all of it"
    if share >= _ALL:
        return "the client bears all of that"
    return "the provider bears all of that" if share <= _NONE else f"the client bears {shown} of that"


def _split(transfer: pd.DataFrame, model: str) -> str:
    """Say which drivers besides the widest are the client's, which the provider's, which set them at odds."""
    mine = transfer[transfer["model"] == model]
    if mine["client_share"].isna().all():
        return ""
    widest = mine["driver"][mine["joint_swing"].idxmax()]
    cells = transfer_cells(mine).loc[model].dropna().drop(widest, errors="ignore")
    groups = {
        "the client bears more than all of {}": (2 - _ALL, np.inf),
        "the client bears nearly all of {}": (_ALL, 2 - _ALL),
        "the provider bears nearly all of {}": (-_NONE, _NONE),
        "the client pays more when {} makes the work cheaper for both together": (-np.inf, -_NONE),
    }
    said = []
    for words, (low, high) in groups.items():
        named = [_driver(name) for name, share in cells.items() if low < share <= high and np.isfinite(share)]
        said += [words.format(labels.listed(named))] if named else []
    between = [_driver(name) for name in cells.index[np.isinf(cells)]]
    said += [f"with {labels.listed(between)} money only passes from one to the other"] if between else []
    return labels.sentence("; ".join(said) + ".") if said else ""


def _driver(name: object) -> str:
    return labels.inside(labels.DRIVERS[str(name)])
