"""The risk register: every line is there because an answer, a gate, a figure or a gap put it there."""

from collections.abc import Iterator
from functools import lru_cache
from math import isnan
from typing import Any

import pandas as pd

from bpo_lib.delivery.risk_rules import ANSWER_RULES, Risk
from bpo_lib.engagement import Engagement
from bpo_lib.errors import Missing
from bpo_lib.fit import GATES, FitResult, JudgementTerms, score_fit
from bpo_lib.forecast import volume_outlook
from bpo_lib.pricing import compare_pricing, offers
from bpo_lib.pricing.deal import DealTerms
from bpo_lib.pricing.models import FORM_WORDS
from bpo_lib.process import process_evidence
from bpo_lib.sourcing import score_providers

SEVERITIES = ("high", "medium", "low")

# House assumptions: where a figure starts to be a risk.
THIN_MARGIN, FAT_MARGIN = 0.10, 0.35  # of the provider's revenue
MANY_MISSING = 5  # answers


@lru_cache(maxsize=8)
def risk_register(case: Engagement) -> pd.DataFrame:
    """Return the risks that this client's own answers and figures bring up, the severest first.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    pandas.DataFrame
        risk, category, evidence (what put it there), severity (high, medium, low), control,
        owner and trigger (what to watch).

    References
    ----------
    Source: house practice. Severity is a rule per risk, not a product of two guesses.
    """
    fit = score_fit(case)
    found = [*_from_gates(fit), *_from_answers(fit), *_from_process(case), *_from_volume(case)]
    found += [*_from_prices(case), *_from_providers(case), *_from_gaps(case, fit)]
    table = pd.DataFrame(found, columns=list(Risk._fields))
    order = table["severity"].map(SEVERITIES.index)
    return table.loc[order.sort_values(kind="stable").index].reset_index(drop=True)


def _from_gates(fit: FitResult) -> Iterator[Risk]:
    """Return one risk per gate that the best way of outsourcing has not passed."""
    for gate in fit.route_gates.itertuples():
        yield Risk(
            risk=f"The move goes ahead before this holds: {str(gate.rule).rstrip('.')}",
            category="governance",
            evidence=f"gate {gate.gate} is {gate.status}: {gate.evidence}",
            severity="high" if gate.status == "stopped" or gate.gate == "G-OWN" else "medium",
            control=str(gate.lifts).rstrip("."),
            owner="client's sponsor",
            trigger="contract signed while the gate is not clear",
        )


def _from_answers(fit: FitResult) -> Iterator[Risk]:
    """Return the risks of single answers, save those a gate already stands for."""
    unclear = set(fit.route_gates["gate"])
    gated = {limit.criterion for gate in GATES if gate.id in unclear for limit in gate.limits}
    lines = {str(line["criterion"]): line for line in fit.criteria.to_dict("records")}
    for rule in ANSWER_RULES:
        line = lines[rule.criterion]
        level = float(line["level"])
        if rule.criterion in gated or isnan(level) or (severity := rule.severity(level)) is None:
            continue
        evidence = f"{rule.criterion} {line['name']} at level {level:.1f} of 5, {line['basis']}"
        yield Risk(rule.risk, rule.category, evidence, severity, rule.control, rule.owner, rule.trigger)


def _from_process(case: Engagement) -> Iterator[Risk]:
    share = process_evidence(case).unwritten_exception_share
    limit = case.of(JudgementTerms).unwritten_exceptions
    if share:
        yield Risk(
            "An exception without a written path is decided differently on each side",
            "process",
            f"{share:.0%} of exceptional cases have no written path (step table)",
            "high" if share > limit else "medium",
            "write the path, or keep these cases with the client until it is written",
            "client's process owner",
            "such a case met during knowledge transfer",
        )


def _from_volume(case: Engagement) -> Iterator[Risk]:
    outlook = volume_outlook(case)
    first = slice(0, 12)
    expected, low = outlook.mean.iloc[first].sum(), outlook.low.iloc[first].sum()
    months = len(outlook.history_monthly)
    if months < 24:
        yield Risk(
            "The forecast has not seen every season twice, so a season may be mistaken for a trend",
            "demand",
            f"{months} complete months of history; months at the low edge of their 80% range would bring "
            f"{1 - low / expected if expected else 0:.0%} less than expected",
            "medium" if months >= 12 else "high",
            "bands around the baseline volume, reset after the first year",
            "provider's planning",
            "month outside the forecast range",
        )


def _from_prices(case: Engagement) -> Iterator[Risk]:
    deals = offers(case)
    saving = deals[deals["saving_npv"] > 0]
    for model, line in saving[saving["saving_low_volume"] <= 0].iterrows():
        yield Risk(
            f"The saving of {FORM_WORDS[str(model)]} is gone when volume comes in low",
            "cost",
            f"saving of {line['saving_share']:.0%} at the expected volume, "
            f"none at the low end of the forecast",
            "high",
            "lower minimum charge, or a reduced charge that follows volume further down",
            "client's purchasing",
            "volume under the band for two months",
        )
    for model, margin in deals["provider_margin_share"].dropna().items():
        yield from _margin_risk(str(model), float(margin))
    for model, line in compare_pricing(case).loc[deals.index].iterrows():
        yield from _loss_risk(str(model), line)
    yield from _overlap_risk(case, deals)


def _loss_risk(model: str, line: "pd.Series[Any]") -> Iterator[Risk]:
    """Return the risk that a margin enough on average is none when things turn out otherwise."""
    if line["at_risk"] and line["provider_margin_share"] >= THIN_MARGIN:
        yield Risk(
            f"Under {FORM_WORDS[model]} the provider may lose money and then save on service or leave",
            "dependency",
            f"it loses money over the term in {line['provider_loss_probability']:.0%} of simulated courses",
            "medium",
            "share the driver it cannot carry, or agree a price that lasts; open books once a year",
            "client's purchasing",
            "provider's margin under half of what it was priced at",
        )


def _first(words: str) -> str:
    return words[:1].upper() + words[1:]


def _margin_risk(model: str, margin: float) -> Iterator[Risk]:
    if margin < THIN_MARGIN:
        yield Risk(
            f"{_first(FORM_WORDS[model])} leaves the provider little: it will save on people or ask for more",
            "dependency",
            f"provider's margin {margin:.0%} of revenue, computed from its estimated cost",
            "high" if margin < 0 else "medium",
            "ask how the price is made; agree open books or a price that can last",
            "client's purchasing",
            "attrition at the provider above its plan, or a claim for a higher price",
        )
    if margin > FAT_MARGIN:
        yield Risk(
            f"{_first(FORM_WORDS[model])} is well above the provider's cost",
            "cost",
            f"provider's margin {margin:.0%} of revenue, computed from its estimated cost",
            "low",
            "negotiate, or tie part of the margin to results",
            "client's purchasing",
            "benchmark below the price",
        )


def _overlap_risk(case: Engagement, deals: pd.DataFrame) -> Iterator[Risk]:
    deal = case.of(DealTerms)
    savings = deals.loc[deals["saving_npv"] > 0, "saving_npv"]
    if savings.empty or deal.transition_months <= 0:
        return
    best = float(savings.max())
    if deal.transition_cost > 0.25 * best:
        yield Risk(
            "A late transition eats the saving: both teams are paid meanwhile",
            "cost",
            f"the transition alone costs {deal.transition_cost / best:.0%} of the best deal's saving",
            "high" if deal.transition_cost > 0.75 * best else "medium",
            "the provider pays its own delay; stages end by test, with a date to stop",
            "client's contract owner",
            "a stage more than two weeks late",
        )


def _from_providers(case: Engagement) -> Iterator[Risk]:
    scores = score_providers(case)
    if isinstance(scores, Missing):
        return
    table = scores.table
    failed = table[table["must_haves"] == "failed"]
    if len(failed) and not table["price"].isna().all():
        cheapest = table.loc[table["price"].idxmin()]
        if cheapest["vendor"] in set(failed["vendor"]):
            yield Risk(
                "The cheapest offer is pushed through against a must-have",
                "security and law",
                f"{cheapest['vendor']} is cheapest and fails: {cheapest['failed']}",
                "high",
                "must-haves are decided before prices are opened",
                "client's purchasing",
                "an exception to a must-have asked for",
            )
    if scores.winner is None or scores.runner_up is None:
        yield Risk(
            "No second provider to turn to if the first one falls away",
            "dependency",
            scores.reason,
            "medium",
            "settle what is open with the others before negotiating",
            "client's purchasing",
            "negotiation with one provider only",
        )
    elif "open" in scores.reason:
        yield Risk(
            "The choice of provider rests on answers that nobody has checked",
            "evidence",
            scores.reason,
            "medium",
            "reference calls and a demonstration on the client's own cases before the choice",
            "client's purchasing",
            "a score changed by more than a level at the reference call",
        )


def _from_gaps(case: Engagement, fit: FitResult) -> Iterator[Risk]:
    """Return what is risky because it is not known."""
    yield from _unanswered(fit)
    for missing in _absent(case):
        yield Risk(
            f"Decided without {missing}",
            "evidence",
            f"not given: {missing}",
            "medium",
            "collect it during due diligence, before prices are fixed",
            "client's process owner",
            "price agreed without it",
        )
    if offers(case)["provider_margin_share"].isna().all():
        yield Risk(
            "A price too low to last is not recognised",
            "evidence",
            "the provider's cost is not given, so its margin cannot be computed",
            "low",
            "estimate the provider's cost of an FTE from pay in its location",
            "consultant",
            "offer under half of the cost of staying",
        )


def _unanswered(fit: FitResult) -> Iterator[Risk]:
    """Return the risks of answers that are missing or that raters do not agree on."""
    if fit.missing:
        yield Risk(
            "The judgement changes once the missing answers come in",
            "evidence",
            f"{len(fit.missing)} answers missing; the score may be "
            f"{fit.score_low:.0f} to {fit.score_high:.0f} of 100",
            "high" if len(fit.missing) >= MANY_MISSING else "medium",
            f"ask first for {', '.join(fit.missing[:3])}",
            "consultant",
            "decision meeting before the answers",
        )
    if len(fit.disagreements):
        lines = fit.disagreements.to_dict("records")
        yield Risk(
            "The client's own people see the process differently, so the provider hears two briefs",
            "evidence",
            "; ".join(f"{line['criterion']} {line['name']}: {line['raters']}" for line in lines),
            "medium",
            "half an hour with the raters over one case of each",
            "consultant",
            "no common level after the talk",
        )


def _absent(case: Engagement) -> Iterator[str]:
    for name, frame in (
        ("a step table", case.steps),
        ("an event log", case.events),
        ("providers' answers", case.vendors),
    ):
        if frame.empty and not (name == "an event log" and case.profile.answers_live):
            yield name
