"""The provider scorecard: must-haves first, then a weighted sum on absolute anchors."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError, Missing
from bpo_lib.forecast import volume_outlook
from bpo_lib.pricing.deal import DealTerms
from bpo_lib.pricing.work import in_house_cost
from bpo_lib.sourcing.answers import (
    CHEAPEST,
    Reading,
    checked_answers,
    price_of,
    read_level,
    read_must_have,
    read_price,
)
from bpo_lib.sourcing.criteria import VENDOR_CRITERIA, VendorCriterion
from bpo_lib.staffing import own_team

TABLE_COLUMNS = [
    "vendor", "score", "score_low", "score_high", "quality_score", "must_haves", "failed", "open",
    "price", "price_against_in_house", "red_flags", "rank",
]  # fmt: skip
DETAIL_COLUMNS = [
    "vendor", "criterion", "name", "kind", "weight", "answer", "evidence", "status",
    "value", "low", "high", "contribution", "note",
]  # fmt: skip

MUST_HAVE_ORDER = ("met", "open", "failed")

NO_VENDORS = Missing(
    "vendors.csv",
    "a scorecard of the providers: must-haves, evidence, price against staying, winner and runner-up",
    "Ask each provider the questions of the template and note who or what confirmed every answer.",
)


@dataclass(frozen=True, eq=False)
class ProviderScores:
    """How the providers stand, and why one leads.

    Parameters
    ----------
    table : pandas.DataFrame
        One row per provider, must-haves first and then score: score with its range [points of 100],
        the score of quality alone [points of 100], must_haves (met, open, failed) with the names of
        those failed and open, price [currency/transaction], how far it is above or below staying once
        tax and managing the contract are added [share], red flags and rank; a provider that fails a
        must-have has no rank.
    detail : pandas.DataFrame
        One row per provider and criterion; contributions add up to the score. [points]
    winner, runner_up : str or None
        Best provider with every must-have met, and the next one that fails none.
    reason : str
        Why the winner leads, or why there is none.
    notes : tuple of str
        What a reader should know about the evidence.
    """

    table: pd.DataFrame
    detail: pd.DataFrame
    winner: str | None
    runner_up: str | None
    reason: str
    notes: tuple[str, ...]


@lru_cache(maxsize=8)
def score_providers(case: Engagement) -> ProviderScores | Missing:
    """Score the providers that answered, must-haves first.

    Parameters
    ----------
    case : Engagement
        The client; its `vendors` hold the answers.

    Returns
    -------
    ProviderScores or Missing
        Missing when no provider has answered yet.

    Raises
    ------
    InputError
        When an answer cannot be read.

    Notes
    -----
    score = 100 * sum of weight * value. Every value is read from an absolute anchor and the price
    from the cost of staying, so that another bidder, serious or not, never reorders the others.

    References
    ----------
    Source: house practice; weights and anchors are house assumptions.
    """
    if case.vendors.empty:
        return NO_VENDORS
    answers = checked_answers(case.vendors)
    stay, stay_note = in_house_unit_cost(case)
    rows = [
        _provider_rows(str(vendor), given, stay, _price_load(case))
        for vendor, given in answers.groupby("vendor", sort=False)
    ]
    detail = pd.concat([lines for lines, _ in rows], ignore_index=True)
    table = _ranked(pd.DataFrame([line for _, line in rows]))
    winner, runner_up = _winner(table)
    return ProviderScores(
        table=table[TABLE_COLUMNS],
        detail=detail[DETAIL_COLUMNS],
        winner=winner,
        runner_up=runner_up,
        reason=_reason(table, detail, winner, runner_up),
        notes=(*stay_note, *_notes(table, detail)),
    )


def in_house_unit_cost(case: Engagement) -> tuple[float, tuple[str, ...]]:
    """Return what one transaction costs in-house in the first year, or why that is not known.

    Returns
    -------
    float
        NaN when it is not known. [currency/transaction]
    tuple of str
        The reason, when it is not known.
    """
    try:
        volume = volume_outlook(case).mean.to_numpy()
        cost = in_house_cost(case, own_team(case, volume))[:12].sum()
    except InputError as error:
        return float("nan"), (f"Prices are shown but not scored: {error}.",)
    if not volume[:12].any():
        return float("nan"), ("Prices are shown but not scored: no volume is expected in the first year.",)
    return float(cost / volume[:12].sum()), ()


def _price_load(case: Engagement) -> float:
    """Return what the client pays on top of a price: tax it cannot recover and managing the contract."""
    deal = case.of(DealTerms)
    return 1 + deal.irrecoverable_tax_share + deal.governance_share


def _provider_rows(
    vendor: str, answers: pd.DataFrame, stay: float, load: float
) -> tuple[pd.DataFrame, dict[str, object]]:
    """Return the lines of one provider's detail, and its line of the table."""
    price = price_of(vendor, answers)
    against = price * load / stay
    given = answers.set_index("criterion")
    lines = []
    for criterion in VENDOR_CRITERIA:
        here = given.loc[criterion.id] if criterion.id in given.index else None
        answer, evidence, note = (
            "" if here is None else str(here[column]) for column in ("answer", "evidence", "note")
        )
        reading = _read(vendor, criterion, answer, evidence, against)
        weight = 0.0 if criterion.kind == "price" and np.isnan(stay) else criterion.weight
        lines.append(
            {
                "vendor": vendor,
                "criterion": criterion.id,
                "name": criterion.name,
                "kind": criterion.kind,
                "weight": weight,
                "answer": answer,
                "evidence": evidence,
                "note": note,
                **reading._asdict(),
            }
        )
    detail = pd.DataFrame(lines)
    detail["weight"] /= detail["weight"].sum()
    detail["contribution"] = 100 * detail["weight"] * detail["value"].fillna(0.0)
    return detail, _provider_line(vendor, detail, price, against)


def _read(vendor: str, criterion: VendorCriterion, answer: str, evidence: str, against: float) -> Reading:
    if criterion.kind == "must_have":
        return read_must_have(vendor, criterion, answer, evidence)
    if criterion.kind == "price":
        return read_price(against)
    return read_level(vendor, criterion, answer, evidence)


def _provider_line(vendor: str, detail: pd.DataFrame, price: float, against: float) -> dict[str, object]:
    must = detail[detail["kind"] == "must_have"]
    scored = detail[detail["kind"] == "scored"]
    failed = must.loc[must["status"] == "failed", "name"]
    still_open = must.loc[must["status"] == "open", "name"]
    return {
        "vendor": vendor,
        "score": detail["contribution"].sum(),
        "score_low": 100 * (detail["weight"] * detail["low"].fillna(0.0)).sum(),
        "score_high": 100 * (detail["weight"] * detail["high"].fillna(0.0)).sum(),
        "quality_score": scored["contribution"].sum() / scored["weight"].sum(),
        "must_haves": "failed" if len(failed) else "open" if len(still_open) else "met",
        "failed": "; ".join(failed),
        "open": "; ".join(still_open),
        "price": price,
        "price_against_in_house": against - 1,
        "red_flags": "; ".join(_red_flags(detail.set_index("criterion"), against)),
    }


def _red_flags(detail: pd.DataFrame, against: float) -> list[str]:
    """Return what an experienced buyer would ask about, whatever the score."""
    flags = []
    if detail.loc["quality_system", "value"] == 0:
        flags.append("cannot say how the result will be achieved")
    if detail.loc["references_with_data", "evidence"] == "claim":
        flags.append("testimonials without figures")
    if detail.loc["continuity", "value"] == 0:
        flags.append("a single site without a plan")
    if against < CHEAPEST:
        flags.append("price under half of the cost of staying: ask what is left out")
    return flags


def _ranked(table: pd.DataFrame) -> pd.DataFrame:
    """Return the providers by must-haves, then by score; one that fails a must-have has no rank."""
    standing = table["must_haves"].map(MUST_HAVE_ORDER.index)
    ordered = table.assign(standing=standing).sort_values(
        ["standing", "score"], ascending=[True, False], kind="stable", ignore_index=True
    )
    rank = pd.Series(range(1, len(ordered) + 1), dtype="Int64")
    return ordered.assign(rank=rank.mask(ordered["must_haves"] == "failed"))


def _winner(table: pd.DataFrame) -> tuple[str | None, str | None]:
    if table["must_haves"].iloc[0] != "met":
        return None, None
    standing = table.loc[table["must_haves"] != "failed", "vendor"].astype(str).tolist()
    return standing[0], standing[1] if len(standing) > 1 else None


def _reason(table: pd.DataFrame, detail: pd.DataFrame, winner: str | None, runner_up: str | None) -> str:
    """Return why the winner leads, in figures that add up to its lead."""
    if winner is None:
        return "No provider has shown every must-have yet, so none can be named."
    if runner_up is None:
        return f"{winner} is the only provider that fails no must-have."
    lines = table.set_index("vendor")
    first, second = lines.loc[winner], lines.loc[runner_up]
    lead = first["score"] - second["score"]
    by_criterion = detail.pivot_table(index="name", columns="vendor", values="contribution", sort=False)
    gaps = (by_criterion[winner] - by_criterion[runner_up]).sort_values(ascending=False)
    most = "; ".join(f"{name} {gap:+.1f}" for name, gap in gaps[gaps > 0].head(2).items())
    if lead < 0:
        return (
            f"{runner_up} scores {-lead:.1f} points more than {winner} "
            f"but has yet to show: {second['open']}. Until then {winner} leads."
        )
    firm = first["score_low"] > second["score_high"]
    words = "the lead holds whatever is still open" if firm else "the ranges overlap, so the lead is open"
    gained = f", most of it from {most}" if most else ""
    return f"{winner} leads {runner_up} by {lead:.1f} points{gained}; {words}."


def _notes(table: pd.DataFrame, detail: pd.DataFrame) -> tuple[str, ...]:
    failed, still_open = (table[table["must_haves"] == standing] for standing in ("failed", "open"))
    notes = [f"{line.vendor} is out: {line.failed}." for line in failed.itertuples()]
    notes += [f"{line.vendor} has yet to show: {line.open}." for line in still_open.itertuples()]
    scored = detail[detail["kind"] == "scored"]
    unproven = scored["evidence"].isin(["claim", ""]) & (scored["status"] == "answered")
    if unproven.any():
        notes.append(
            f"{int(unproven.sum())} of {len(scored)} scored answers rest on a claim; "
            "they widen the range and leave the score where it is."
        )
    missing = int((detail["status"].eq("open") & detail["kind"].ne("must_have")).sum())
    if missing:
        notes.append(
            f"Scored answers missing: {missing}; each counts as the middle of its scale, with the full range."
        )
    return tuple(notes)
