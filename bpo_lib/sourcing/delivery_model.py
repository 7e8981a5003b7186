"""Which delivery model: where, by how many providers, paid how - and what stops the rest."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.fit import COST_GATE, reaches, score_fit, stays_at
from bpo_lib.forecast import volume_outlook
from bpo_lib.pricing import offers
from bpo_lib.pricing.forms.outcome import OutcomePricing

Status = Literal["recommended", "possible", "stopped"]
COLUMNS = ["option", "kind", "status", "reason"]

BASELINE_MONTHS = 12  # an outcome is priced against at least a year of it; house assumption
CONTROLLED_SHARE = 0.70  # of the outcome in the provider's hands; house assumption

# What is paid for: every priced form belongs to one of three, which carry the same risks to the client.
PAID_FOR = {
    "per FTE": (
        "per_fte",
        "per_seat",
        "per_paid_hour",
        "per_productive_hour",
        "per_handled_minute",
        "cost_plus",
        "target_cost",
    ),
    "per transaction": ("transaction", "tiered", "fixed_price"),
    "per outcome": ("outcome", "gain_share", "hybrid"),
}
FORMS = {model: paid_for for paid_for, models in PAID_FOR.items() for model in models}


class Advice(NamedTuple):
    """What is said of one option."""

    status: Status
    reason: str


@dataclass(frozen=True)
class Grounds:
    """What the advice rests on.

    Parameters
    ----------
    levels : mapping
        Level of each criterion, measured or the raters' mean; None where nobody answered. [level]
    labels : mapping
        Id and name of each criterion.
    baseline_months : int
        Complete months of history. [months]
    savings : mapping
        Saving against staying by pricing model, for those priced. [share]
    attribution : float or None
        Share of outcomes in the provider's hands, when the client states it. [share]
    """

    levels: Mapping[str, float | None]
    labels: Mapping[str, str]
    baseline_months: int
    savings: Mapping[str, float]
    attribution: float | None

    def at_least(self, criterion: str, level: float) -> bool:
        """Whether a criterion is known to reach a level, half a level counting as reached."""
        known = self.levels[criterion]
        return known is not None and reaches(known, level)

    def at_most(self, criterion: str, level: float) -> bool:
        """Whether a criterion is known to stay at a level or under it."""
        known = self.levels[criterion]
        return known is not None and stays_at(known, level)

    def says(self, *criteria: str) -> str:
        """Return the levels of some criteria for a sentence, the unanswered ones named as such."""
        parts = []
        for criterion in criteria:
            known = self.levels[criterion]
            words = "is not answered" if known is None else f"at level {known:.1f}".replace(".0", "")
            parts.append(f"{self.labels[criterion]} {words}")
        return ", ".join(parts)

    def best_saving(self, paid_for: str) -> float | None:
        """Return the largest saving among the priced forms of a kind; None where none is priced."""
        return max(
            (saving for model, saving in self.savings.items() if FORMS[model] == paid_for), default=None
        )

    def unknown(self, *criteria: str) -> tuple[str, ...]:
        """Return which of some criteria nobody answered."""
        return tuple(name for name in criteria if self.levels[name] is None)


@lru_cache(maxsize=8)
def delivery_options(case: Engagement) -> pd.DataFrame:
    """Return every delivery option with what speaks for it or stops it.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    pandas.DataFrame
        option, kind (location, vendor count, commercial), status (recommended, possible, stopped)
        and reason. At most one option of a kind is recommended, and none while a gate stops the move.

    References
    ----------
    The rules are house assumptions, made of the trade-offs that buyers' guides agree on.
    """
    fit = score_fit(case)
    grounds = _grounds(case, fit.criteria)
    stopped = fit.gates[fit.gates["status"] == "stopped"]
    barred = stopped.loc[stopped["gate"] != COST_GATE, "gate"].tolist()
    dearer = COST_GATE in set(stopped["gate"])
    rows = [
        (option, kind, *_gated(advice, barred, dearer=dearer))
        for kind, advise in _KINDS.items()
        for option, advice in advise(grounds).items()
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _gated(advice: Advice, barred: list[str], *, dearer: bool) -> Advice:
    """Return the advice as far as the gates let it through; cost alone only withholds a recommendation."""
    if barred:
        return Advice("stopped", f"gate {', '.join(barred)} stops any move; {advice.reason}")
    if dearer and advice.status == "recommended":
        return Advice("possible", f"gate {COST_GATE}: no offer is cheaper than staying; {advice.reason}")
    return advice


def _grounds(case: Engagement, criteria: pd.DataFrame) -> Grounds:
    table = criteria.set_index("criterion")
    levels = {str(name): None if pd.isna(level) else float(level) for name, level in table["level"].items()}
    try:
        months = len(volume_outlook(case).history_monthly)
        savings = offers(case)["saving_share"].to_dict()
    except InputError:  # a history too short to forecast: the options are advised on the answers alone
        months, savings = 0, {}
    return Grounds(
        levels=levels,
        labels={str(name): f"{name} {words}" for name, words in table["name"].items()},
        baseline_months=months,
        savings={str(model): float(share) for model, share in savings.items()},
        attribution=case.of(OutcomePricing).attribution_share if case.has(OutcomePricing) else None,
    )


def _locations(grounds: Grounds) -> dict[str, Advice]:
    """Advise on the place: the law and the data first, then how well the work travels."""
    sensitive = grounds.says("R1", "R2")
    missing = grounds.unknown("R1", "R2")
    if missing:
        hold = Advice(
            "possible", f"none can be recommended before the law and the data are known: {sensitive}"
        )
        return {"onshore": hold, "nearshore": hold, "offshore": hold}
    held_back = grounds.at_least("R1", 4) or grounds.at_least("R2", 4)
    judged = grounds.at_least("S2", 4) or grounds.at_least("R3", 5)
    travels = grounds.at_least("P1", 4) and grounds.at_least("P2", 4) and grounds.at_most("R3", 3)
    managed = grounds.at_least("G1", 4) and grounds.at_least("D4", 4) and grounds.at_most("R1", 2)
    best = "onshore" if held_back or judged else "offshore" if travels and managed else "nearshore"
    far = Advice("possible", "the deepest saving on pay and the most distance to manage; "
                 f"recommended only when the work is written and alike, runs long hours and carries little "
                 f"data: {grounds.says('P1', 'P2', 'D4', 'R1', 'G1')}")  # fmt: skip
    advice = {
        "onshore": Advice("possible", f"closest to customers and law, and the dearest; {sensitive}"),
        "nearshore": Advice("possible", f"shared hours at a lower price; {sensitive}"),
        "offshore": Advice("stopped", f"data or regulator hold the work back; {sensitive}")
        if held_back
        else far,
    }
    grounded = {
        "onshore": f"data, regulator or judgement keep it close: {grounds.says('R1', 'R2', 'S2', 'R3')}",
        "nearshore": f"shared hours at a lower price, and neither data nor regulator forbid it: {sensitive}",
        "offshore": "written, alike, long hours, little data, and a team to manage it: "
        + grounds.says("P1", "P2", "D4", "R1", "G1"),
    }
    return {**advice, best: Advice("recommended", grounded[best])}


def _vendor_counts(grounds: Grounds) -> dict[str, Advice]:
    """Advise on one or two providers: two need enough work, enough market and somebody to manage them."""
    said = grounds.says("D1", "M2", "R3", "R4", "G1")
    small, thin = grounds.at_most("D1", 2), grounds.at_most("M2", 1)
    if small or thin:
        why = "too little work to share" if small else "too few providers to choose from"
        return {
            "one provider": Advice("recommended", f"{why}; {said}"),
            "two providers": Advice("stopped", f"{why}; {said}"),
        }
    missing = grounds.unknown("D1", "M2", "G1")
    if missing:
        hold = Advice("possible", f"scale, market or management are not known: {said}")
        return {"one provider": hold, "two providers": hold}
    exposed = grounds.at_least("R3", 4) or grounds.at_least("R4", 4)
    if grounds.at_least("G1", 3) and (grounds.at_least("D1", 5) or (grounds.at_least("D1", 4) and exposed)):
        return {
            "one provider": Advice("possible", f"simpler, and everything depends on it; {said}"),
            "two providers": Advice("recommended", f"enough work to split, and a failure would hurt; {said}"),
        }
    return {
        "one provider": Advice("recommended", f"one team learns faster and is simpler to manage; {said}"),
        "two providers": Advice("possible", f"a second provider is insurance that costs scale; {said}"),
    }


def _commercial_forms(grounds: Grounds) -> dict[str, Advice]:
    """Advise on what is paid for: people, transactions or outcomes."""
    unmeasured, moving = grounds.at_most("P4", 2), grounds.at_most("P5", 2)
    countable = grounds.at_least("P4", 3) and grounds.at_least("P2", 3)
    foreseen = grounds.at_least("D2", 3)
    advice = {
        "per FTE": _per_fte(grounds, needed=unmeasured or moving),
        "per transaction": _per_transaction(grounds, countable=countable, foreseen=foreseen, moving=moving),
        "per outcome": _per_outcome(grounds, countable=countable and foreseen and not moving),
    }
    recommended = [name for name, one in advice.items() if one.status == "recommended"]
    for name in recommended[:-1]:  # the form that ties most of the fee to results wins
        advice[name] = Advice("possible", f"also sound; {advice[name].reason}")
    if recommended:
        advice[recommended[-1]] = _beside_cheaper(grounds, recommended[-1], advice[recommended[-1]])
    return advice


def _beside_cheaper(grounds: Grounds, form: str, advice: Advice) -> Advice:
    """Return the advice with the form that saves more, so that a board sees what fit costs."""
    savings = {name: saving for name in PAID_FOR if (saving := grounds.best_saving(name)) is not None}
    other = max(savings, key=lambda name: savings[name], default=form)
    if form not in savings or savings[other] <= savings[form]:
        return advice
    words = f"{other} is priced to save more, {savings[other]:.0%}, but fits less well"
    return Advice(advice.status, f"{advice.reason}; {words}")


def _per_fte(grounds: Grounds, *, needed: bool) -> Advice:
    said = grounds.says("P4", "P5")
    if needed:
        return _priced(
            grounds, "per FTE", Advice("recommended", f"little is measured or the scope moves: {said}")
        )
    reason = f"the client carries volume and handling time; meant for work that cannot be counted yet: {said}"
    return _priced(grounds, "per FTE", Advice("possible", reason))


def _per_transaction(grounds: Grounds, *, countable: bool, foreseen: bool, moving: bool) -> Advice:
    said = grounds.says("P2", "P4", "P5", "D2")
    if grounds.at_most("P4", 1):
        return Advice("stopped", f"nothing counts the units to be paid: {said}")
    if countable and foreseen and not moving:
        return _priced(
            grounds, "per transaction", Advice("recommended", f"the unit is clear and foreseen: {said}")
        )
    missing = grounds.unknown("P2", "P4", "D2")
    if missing:
        return _priced(
            grounds,
            "per transaction",
            Advice("possible", f"open until {', '.join(missing)} is answered: {said}"),
        )
    return _priced(
        grounds, "per transaction", Advice("possible", f"the unit or its volume is not firm enough: {said}")
    )


def _per_outcome(grounds: Grounds, *, countable: bool) -> Advice:
    said = f"{grounds.baseline_months} complete months of history, {grounds.says('P4')}"
    if grounds.baseline_months < BASELINE_MONTHS:
        return Advice("stopped", f"an outcome needs {BASELINE_MONTHS} months of baseline: {said}")
    if grounds.levels["P4"] is None:
        return Advice("possible", f"open until the measures are known: {said}")
    if not grounds.at_least("P4", 4):
        return Advice("stopped", f"the outcome is not measured well enough to be paid for: {said}")
    controlled = grounds.attribution is not None and grounds.attribution >= CONTROLLED_SHARE
    if controlled and countable and grounds.at_least("P4", 5):
        return _priced(
            grounds, "per outcome", Advice("recommended", f"measured, and in the provider's hands: {said}")
        )
    return _priced(
        grounds, "per outcome", Advice("possible", f"measurable; the definition decides everything: {said}")
    )


def _priced(grounds: Grounds, paid_for: str, advice: Advice) -> Advice:
    """Return the advice with what the best such offer saves; one that saves nothing is not recommended."""
    saving = grounds.best_saving(paid_for)
    if saving is None:
        return Advice(advice.status, f"{advice.reason}; not priced")
    words = f"saves {saving:.0%} against staying" if saving > 0 else f"costs {-saving:.0%} more than staying"
    status = "possible" if saving <= 0 and advice.status == "recommended" else advice.status
    return Advice(status, f"{advice.reason}; {words}")


_KINDS: dict[str, Callable[[Grounds], dict[str, Advice]]] = {
    "location": _locations,
    "vendor count": _vendor_counts,
    "commercial": _commercial_forms,
}
