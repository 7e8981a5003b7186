"""The bids in sentences: who leads and why, how firmly, what would turn it, what is still missing."""

from collections.abc import Iterator

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import Missing
from bpo_lib.sourcing import ProviderScores, score_providers
from bpo_lib.sourcing.bids.draws import DRAWS
from bpo_lib.sourcing.bids.lead import TIE
from bpo_lib.workbook import labels, numbers

_SEVERE = 2.0  # standard errors from which an evaluator is called severe or mild (house assumption)


def bid_findings(case: Engagement) -> tuple[str, ...]:
    """Return what a board should know of the bids.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    tuple of str
        Empty where no provider has answered.
    """
    scores = score_providers(case)
    if isinstance(scores, Missing):
        return ()
    return (
        *_lead(scores),
        *_draws(scores),
        *_tip(scores),
        *_without_price(scores),
        *_further_points(scores, case),
        *_left(scores),
        *_flags(scores),
        *_panel(scores),
        *_record(scores),
    )


def _lead(scores: ProviderScores) -> Iterator[str]:
    """Say what the lead is made of, in parts that add up to it."""
    points = scores.table.set_index("vendor")["score"]
    ahead = 0.0
    if scores.winner is not None and scores.runner_up is not None:
        ahead = points[scores.winner] - points[scores.runner_up]
    if ahead < TIE:
        yield scores.reason
        return
    lead = scores.lead
    gains, losses = lead[lead["gap"] > 0].head(2), lead[lead["gap"] < 0].tail(1)
    named = pd.concat([gains, losses])
    rest = lead["gap"].sum() - named["gap"].sum()
    parts = numbers.summing([*named["gap"], rest])
    total = numbers.score(sum(parts))
    said = [
        f"{labels.inside(str(name))} {numbers.signed_score(part)}"
        for name, part in zip([*named["name"], "all others together"], parts, strict=True)
    ]
    yield f"{scores.winner} leads {scores.runner_up} by {total} points: {'; '.join(said)}."


def _draws(scores: ProviderScores) -> Iterator[str]:
    if scores.ranks is None or len(scores.ranks.acceptability) < 2:
        return
    first = scores.ranks.acceptability[1].sort_values(ascending=False, kind="stable")
    top, second = (str(name) for name in first.index[:2])
    shares = [numbers.whole_percent(share) for share in first.iloc[:2]]
    yield (
        f"With weights and evidence drawn {numbers.count(DRAWS)} times within what they leave open, {top} "
        f"scores most in {shares[0]} of the draws and {second} in {shares[1]}."
    )


def _tip(scores: ProviderScores) -> Iterator[str]:
    if scores.winner is None or scores.runner_up is None:
        return
    if scores.tips.empty:
        yield f"No weight of a single criterion would put another provider before {scores.winner} on points."
        return
    tip = scores.tips.iloc[0]
    now, then = numbers.percent(tip["weight"]), numbers.percent(tip["tip"])
    yield (
        f"{tip['to']} would score most if {labels.inside(str(tip['name']))} weighed {then} in place of "
        f"{now}: no other single weight is nearer to turning the lead."
    )


def _without_price(scores: ProviderScores) -> Iterator[str]:
    standing = scores.table[scores.table["rank_without_price"].notna()]
    if len(standing) < 2 or standing["price"].isna().all():
        return
    if standing["rank"].equals(standing["rank_without_price"]):
        yield "Without price the providers stand in the same order."
        return
    best = standing.loc[standing["rank_without_price"].idxmin(), "vendor"]
    yield f"Without price the order changes: {best} would be first."


def _further_points(scores: ProviderScores, case: Engagement) -> Iterator[str]:
    steps = scores.frontier[scores.frontier["extra_per_point"].notna()]
    for row in steps.to_dict("records"):
        extra = numbers.money(row["extra_per_point"], case.profile.currency)
        yield (
            f"With {row['vendor']} each point of quality beyond the next cheaper bid costs {extra} more per "
            f"{case.profile.transaction}."
        )


def _left(scores: ProviderScores) -> Iterator[str]:
    """Say who is out, and what would bring in those who are not in yet."""
    gates = scores.gates
    for vendor in scores.table.loc[scores.table["must_haves"] == "failed", "vendor"]:
        why = gates[(gates["vendor"] == vendor) & (gates["status"] == "failed")]
        yield f"{vendor} is out: {_reasons(why)}."
    for vendor in scores.table.loc[scores.table["must_haves"] == "open", "vendor"]:
        why = gates[(gates["vendor"] == vendor) & (gates["status"] == "open")]
        yield f"{vendor} is in only with {'; '.join(why['lifts'])}."


def _reasons(gates: pd.DataFrame) -> str:
    rows = gates.to_dict("records")
    return "; ".join(f"{labels.inside(str(row['name']))} ({row['because']})" for row in rows)


def _flags(scores: ProviderScores) -> Iterator[str]:
    counts = scores.flags["vendor"].value_counts(sort=False)
    if len(counts):
        said = ", ".join(f"{vendor} {numbers.count(many)}" for vendor, many in counts.items())
        yield f"Red flags to settle before signing: {said}."


def _panel(scores: ProviderScores) -> Iterator[str]:
    panel = scores.panel
    if panel is None:
        return
    if panel.words == "undefined":
        yield "How far the evaluators agree cannot be said: their marks do not vary where they meet."
    else:
        alpha, low, high = (numbers.ratio(each) for each in (panel.alpha, panel.alpha_low, panel.alpha_high))
        yield (
            f"The evaluators {labels.AGREEMENT[panel.words]} (Krippendorff's alpha {alpha}, from {low} to "
            f"{high})."
        )
    if len(panel.agenda):
        many = len(panel.agenda)
        what = "1 answer" if many == 1 else f"{numbers.count(many)} answers"
        yield f"Before deciding, the evaluators should talk about {what} with marks two levels or more apart."
    if not panel.severity.connected:
        groups = "; ".join(" and ".join(group) for group in panel.severity.groups)
        yield (
            f"Severe and mild evaluators cannot be told apart, since some marked nothing in common: "
            f"{groups}. Let one of each side mark the same bid."
        )
        return
    yield from _severe(scores)


def _severe(scores: ProviderScores) -> Iterator[str]:
    """Name who marks unlike the panel, and whether that would change the order of quality."""
    assert scores.panel is not None
    effects = scores.panel.severity.evaluators
    for name, row in effects[effects["effect"].abs() > _SEVERE * effects["error"]].iterrows():
        word = "lower" if row["effect"] < 0 else "higher"
        levels = numbers.ratio(abs(row["effect"]))
        yield f"For the same answer {name} marks {levels} levels {word} than the panel."
    quality = scores.panel.quality
    plain, adjusted = (quality[column].sort_values(ascending=False, kind="stable") for column in quality)
    if list(plain.index) != list(adjusted.index):
        yield f"Adjusted for who marked what, {adjusted.index[0]} has the best quality."


def _record(scores: ProviderScores) -> Iterator[str]:
    yield scores.sealed.words
    bare = scores.calls[(scores.calls["note"] == "") | (scores.calls["date"] == "")]
    if len(bare):
        yield (
            f"{numbers.count(len(bare))} of {numbers.count(len(scores.calls))} answers confirmed by a "
            "reference have no date or no note of what was said."
        )
