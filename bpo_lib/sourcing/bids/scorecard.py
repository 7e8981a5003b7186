"""The provider scorecard: must-haves first, then a weighted sum on absolute anchors."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import Missing
from bpo_lib.sourcing.bids.answers import (
    UNPROVEN,
    Reading,
    checked_answers,
    price_of,
    read_disclosure,
    read_levels,
    read_must_have,
    read_price,
)
from bpo_lib.sourcing.bids.criteria import VENDOR_CRITERIA, VendorCriterion
from bpo_lib.sourcing.bids.draws import BidRanks, bid_ranks
from bpo_lib.sourcing.bids.evaluators import EvaluatorPanel, evaluator_panel
from bpo_lib.sourcing.bids.lead import lead_of, reason_of, tips_of, winner_of
from bpo_lib.sourcing.bids.needs import Needs, client_needs
from bpo_lib.sourcing.bids.quality_price import quality_price
from bpo_lib.sourcing.bids.record import SealedWeights, reference_calls, sealed_weights
from bpo_lib.sourcing.bids.red_flags import FLAG_COLUMNS, red_flags
from bpo_lib.sourcing.bids.terms import ScorecardTerms

TABLE_COLUMNS = [
    "vendor", "score", "score_low", "score_high", "quality_score", "must_haves", "failed", "open",
    "price", "price_against_in_house", "red_flags", "rank", "rank_without_price", "first",
]  # fmt: skip
DETAIL_COLUMNS = [
    "vendor", "criterion", "name", "kind", "weight", "answer", "evidence", "status",
    "value", "low", "high", "contribution", "note", "because", "evaluators",
]  # fmt: skip
MUST_HAVE_COLUMNS = ["vendor", "criterion", "name", "status", "because", "note", "lifts"]

MUST_HAVE_ORDER = ("met", "open", "failed")

NO_VENDORS = Missing(
    "vendors.csv",
    "a scorecard of the providers: must-haves, evidence, price against staying, winner and runner-up",
    "Ask each provider what `bpo questions` writes and note who or what confirmed every answer.",
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
        tax and managing the contract are added [share], red flags, rank with price and without it, and
        in which share of all draws it scores most [share]; a provider that fails a must-have has no rank.
    detail : pandas.DataFrame
        One row per provider and criterion; contributions add up to the score. [points]
    winner, runner_up : str or None
        Best provider with every must-have met, and the next one that fails none.
    reason : str
        Why the winner leads, or why there is none.
    notes : tuple of str
        What a reader should know about the evidence.
    gates : pandas.DataFrame
        Columns `MUST_HAVE_COLUMNS`: each must-have of each provider, what it rests on and what lifts it.
    lead : pandas.DataFrame
        What each criterion adds to the winner's lead over the runner-up; sums to it. [points of 100]
    tips : pandas.DataFrame
        The weight of one criterion at which another would lead, the nearest first. [share]
    ranks : BidRanks or None
        Shares of draws in each rank; None when every provider fails a must-have.
    frontier : pandas.DataFrame
        Quality against price, from `quality_price`.
    flags : pandas.DataFrame
        Columns `FLAG_COLUMNS`: each red flag, what it rests on and what to ask.
    panel : EvaluatorPanel or None
        Agreement and severity where several evaluators marked the bids.
    calls : pandas.DataFrame
        The log of reference calls.
    sealed : SealedWeights
        Whether the weights stood before the bids were opened.
    """

    table: pd.DataFrame
    detail: pd.DataFrame
    winner: str | None
    runner_up: str | None
    reason: str
    notes: tuple[str, ...]
    gates: pd.DataFrame
    lead: pd.DataFrame
    tips: pd.DataFrame
    ranks: BidRanks | None
    frontier: pd.DataFrame
    flags: pd.DataFrame
    panel: EvaluatorPanel | None
    calls: pd.DataFrame
    sealed: SealedWeights


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
    answers, needs, terms = checked_answers(case.vendors), client_needs(case), case.of(ScorecardTerms)
    bids = [_Bid(str(vendor), given, needs, terms) for vendor, given in answers.groupby("vendor", sort=False)]
    detail = pd.concat([bid.detail for bid in bids], ignore_index=True)
    ranks = _ranks(bids, terms, needs)
    table = _ranked(pd.DataFrame([bid.line for bid in bids]), ranks)
    winner, runner_up = winner_of(table)
    lead = lead_of(detail, winner, runner_up)
    sealed = sealed_weights(case.register, answers)
    flags = pd.concat([bid.flags for bid in bids], ignore_index=True)
    return ProviderScores(
        table=table[TABLE_COLUMNS],
        detail=detail[DETAIL_COLUMNS],
        winner=winner,
        runner_up=runner_up,
        reason=reason_of(table, lead, winner, runner_up),
        notes=(*needs.notes, *_notes(table, detail, sealed)),
        gates=_gates(table, detail),
        lead=lead,
        tips=tips_of(table, detail, winner),
        ranks=ranks,
        frontier=quality_price(table, needs.load),
        flags=flags,
        panel=evaluator_panel(answers, terms.weights()),
        calls=reference_calls(answers),
        sealed=sealed,
    )


class _Bid:
    """One provider's answers, read."""

    def __init__(self, vendor: str, answers: pd.DataFrame, needs: Needs, terms: ScorecardTerms) -> None:
        self.vendor, self.answers, self.needs, self.terms = vendor, answers, needs, terms
        self.price = price_of(vendor, answers)
        self.against = self.price * needs.load / needs.stay
        self.detail = self._detail()
        found = red_flags(answers, self.price, needs, terms)
        self.flags = pd.DataFrame([(vendor, *flag) for flag in found], columns=FLAG_COLUMNS)
        self.line = self._line()

    @property
    def failed(self) -> bool:
        """Whether a must-have is failed, so that no score helps."""
        return self.line["must_haves"] == "failed"

    @property
    def price_value(self) -> float:
        """What the price is worth, 0 to 1; NaN where none was quoted."""
        return float("nan") if np.isnan(self.price) else read_price(self.against, self.terms).value

    def _detail(self) -> pd.DataFrame:
        weights = self.terms.weights(with_price=not np.isnan(self.needs.stay))
        frame = pd.DataFrame([self._row(criterion, weights) for criterion in VENDOR_CRITERIA])
        frame["contribution"] = 100 * frame["weight"] * frame["value"].fillna(0.0)
        return frame

    def _row(self, criterion: VendorCriterion, weights: dict[str, float]) -> dict[str, object]:
        given = self.answers[self.answers["criterion"] == criterion.id]
        said = given[given["answer"] != ""]
        return {
            "vendor": self.vendor,
            "criterion": criterion.id,
            "name": criterion.name,
            "kind": criterion.kind,
            "weight": weights.get(criterion.id, 0.0),
            "answer": ", ".join(said["answer"]),
            "evidence": _weakest(said if len(said) else given),
            "note": "; ".join(dict.fromkeys(note for note in given["note"] if note)),
            "evaluators": int((said["evaluator"] != "").sum()),
            **self._read(criterion, given)._asdict(),
        }

    def _read(self, criterion: VendorCriterion, given: pd.DataFrame) -> Reading:
        marks = list(zip(given["answer"], given["evidence"], strict=True))
        if criterion.kind == "scored":
            return read_levels(self.vendor, criterion, marks)
        if criterion.kind == "price":
            return read_price(self.against, self.terms)
        answer, evidence = marks[0] if marks else ("", "")
        if criterion.kind == "disclosure":
            return read_disclosure(self.vendor, criterion, answer)
        day = given["date"].iloc[0] if marks else ""
        known_at = dt.date.fromisoformat(day) if day else None
        return read_must_have(self.vendor, criterion, answer, evidence, needs=self.needs, known_at=known_at)

    def _line(self) -> dict[str, object]:
        detail = self.detail
        must, scored = (detail[detail["kind"] == kind] for kind in ("must_have", "scored"))
        failed, still_open = (must.loc[must["status"] == status, "name"] for status in ("failed", "open"))
        quality = scored["weight"].sum()
        return {
            "vendor": self.vendor,
            "score": detail["contribution"].sum(),
            "score_low": 100 * (detail["weight"] * detail["low"].fillna(0.0)).sum(),
            "score_high": 100 * (detail["weight"] * detail["high"].fillna(0.0)).sum(),
            "quality_score": scored["contribution"].sum() / quality if quality else np.nan,
            "must_haves": "failed" if len(failed) else "open" if len(still_open) else "met",
            "failed": "; ".join(failed),
            "open": "; ".join(still_open),
            "price": self.price,
            "price_against_in_house": self.against - 1,
            "red_flags": "; ".join(self.flags["flag"]),
        }


def _weakest(given: pd.DataFrame) -> str:
    """Return the weakest evidence among an answer's rows, so that one claim is not hidden by a demo."""
    order = ("", "claim", "demo", "certificate", "reference")
    return min(given["evidence"], key=order.index, default="")


def _ranks(bids: list[_Bid], terms: ScorecardTerms, needs: Needs) -> BidRanks | None:
    standing = [bid for bid in bids if not bid.failed]
    if not standing:
        return None
    answers = pd.concat([bid.answers for bid in standing])
    prices = {bid.vendor: bid.price_value for bid in standing}
    return bid_ranks(answers, prices, terms, with_price=not np.isnan(needs.stay))


def _ranked(table: pd.DataFrame, ranks: BidRanks | None) -> pd.DataFrame:
    """Return the providers by must-haves, then by score; one that fails a must-have has no rank."""
    first = {} if ranks is None else ranks.acceptability[1].to_dict()
    known = table.assign(
        standing=table["must_haves"].map(MUST_HAVE_ORDER.index),
        first=table["vendor"].map(first).astype(float),
    )
    plain = known.sort_values(["standing", "quality_score"], ascending=[True, False], kind="stable")
    known["rank_without_price"] = pd.Series(range(1, len(plain) + 1), index=plain.index, dtype="Int64")
    ordered = known.sort_values(
        ["standing", "score"], ascending=[True, False], kind="stable", ignore_index=True
    )
    failed, unmarked = ordered["must_haves"] == "failed", ordered["quality_score"].isna()
    rank = pd.Series(range(1, len(ordered) + 1), dtype="Int64")
    return ordered.assign(
        rank=rank.mask(failed), rank_without_price=ordered["rank_without_price"].mask(failed | unmarked)
    )


def _gates(table: pd.DataFrame, detail: pd.DataFrame) -> pd.DataFrame:
    """Return every must-have in the order of the table, the failed ones of a provider first."""
    lifts = {each.id: each.lifts for each in VENDOR_CRITERIA}
    must = detail[detail["kind"] == "must_have"]
    place = must["vendor"].map({name: row for row, name in enumerate(table["vendor"])})
    worst = must["status"].map({"failed": 0, "open": 1, "met": 2})
    frame = must.assign(
        lifts=must["criterion"].map(lifts).mask(must["status"] == "met", ""), place=place, worst=worst
    )
    return frame.sort_values(["place", "worst"], kind="stable", ignore_index=True)[MUST_HAVE_COLUMNS]


def _notes(table: pd.DataFrame, detail: pd.DataFrame, sealed: SealedWeights) -> tuple[str, ...]:
    failed, still_open = (table[table["must_haves"] == standing] for standing in ("failed", "open"))
    notes = [f"{line.vendor} is out: {line.failed}." for line in failed.itertuples()]
    notes += [f"{line.vendor} has yet to show: {line.open}." for line in still_open.itertuples()]
    scored = detail[detail["kind"] == "scored"]
    unproven = scored["evidence"].isin(UNPROVEN) & (scored["status"] == "answered")
    if unproven.any():
        notes.append(
            f"{int(unproven.sum())} of {len(scored)} scored answers rest on a claim; "
            "they widen the range and leave the score where it is."
        )
    missing = int((detail["status"].eq("open") & detail["kind"].isin(["scored", "price"])).sum())
    if missing:
        notes.append(
            f"Scored answers missing: {missing}; each counts as the middle of its scale, with the full range."
        )
    return (*notes, sealed.words) if sealed.status == "late" else tuple(notes)
