"""Results in sentences: every number in one comes from a call, so text cannot disagree with its table."""

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import Missing
from bpo_lib.fit import score_fit
from bpo_lib.forecast import volume_outlook
from bpo_lib.pricing import IN_HOUSE, compare_pricing, leading_deal
from bpo_lib.process import process_evidence
from bpo_lib.recommendation import Recommendation, recommend
from bpo_lib.scenarios import sensitivity
from bpo_lib.sourcing import delivery_options, score_providers
from bpo_lib.staffing import staffing_plan
from bpo_lib.workbook import numbers

MODEL_WORDS = {
    IN_HOUSE: "staying in-house",
    "per_fte": "a price per FTE",
    "transaction": "a price per transaction",
    "outcome": "an outcome-based price",
}
MODEL_LABELS = {
    IN_HOUSE: "In-house",
    "per_fte": "Per FTE",
    "transaction": "Per transaction",
    "outcome": "Outcome-based",
}
VERDICT_WORDS = {
    "pass": "The process fits: no gate stops it and none is left open.",
    "conditional": "The process fits on conditions: no gate stops it, but some are not settled.",
    "fail": "The process does not fit yet: a gate stops it, whatever the score.",
}

Sentences = tuple[str, ...]


def process(case: Engagement) -> Sentences:
    """Say what the step table and the event log show."""
    evidence = process_evidence(case)
    said = []
    if not case.steps.empty:
        said.append(
            f"A case takes {numbers.minutes(evidence.touch_minutes)} minutes of work "
            f"over {len(case.steps)} steps, with {numbers.ratio(evidence.handoffs_per_case)} hand-offs."
        )
        said.append(
            f"{numbers.percent(evidence.unwritten_exception_share)} of exceptions follow a path "
            "that is not written down."
        )
    log = evidence.profile
    if log is not None:
        half, tail = (log.duration_quantile(q) / 86_400 for q in (0.5, 0.9))
        said.append(
            f"The log holds {numbers.count(log.cases)} cases in {numbers.count(log.variants)} variants; "
            f"half of them finish within {numbers.one_decimal_under_100(half)} days, "
            f"nine in ten within {numbers.one_decimal_under_100(tail)}."
        )
        said.append(
            f"{numbers.percent(log.rework_cases / log.cases)} of cases repeat a step that was already done."
        )
    return (*said, *evidence.notes)


def fit(case: Engagement) -> Sentences:
    """Say what the verdict is, what carries it and what would settle it."""
    result = score_fit(case)
    said = [VERDICT_WORDS[result.verdict]]
    spread = f"between {numbers.score(result.score_low)} and {numbers.score(result.score_high)}"
    if result.missing:
        said.append(
            f"The score is {numbers.score(result.score)} of 100; it will lie {spread} once the "
            f"{_counted(len(result.missing), 'missing answer')} are given ({', '.join(result.missing)})."
        )
    else:
        said.append(f"The score is {numbers.score(result.score)} of 100, with every criterion answered.")
    known = result.criteria[result.criteria["basis"] != "missing"]
    strongest = known.nlargest(3, "contribution")["name"]
    lost = (known["weight"] - known["weight"] * known["value"]).nlargest(2).index
    said.append(f"Most in favour: {_listed(strongest)}. Most against: {_listed(known.loc[lost, 'name'])}.")
    if not result.disagreements.empty:
        said.append(
            f"Raters differ by two levels or more on {_listed(result.disagreements['name'])}; "
            "settle these in one short meeting."
        )
    return (*said, *result.notes)


def forecast(case: Engagement) -> Sentences:
    """Say how much work is expected, how sure that is and what it was compared with."""
    outlook = volume_outlook(case)
    year = [float(line.iloc[:12].sum()) for line in (outlook.mean, outlook.low, outlook.high)]
    noun = case.profile.transaction
    return (
        (
            f"The first year of the term is expected to bring {numbers.count(year[0])} {noun}s; "
            f"its months lie within their 80% ranges between {numbers.count(year[1])} and "
            f"{numbers.count(year[2])} in sum."
        ),
        (
            f"Chosen by back-test: {outlook.forecast.method}. It missed "
            f"{numbers.percent(outlook.wape)} of the volume it had to predict."
        ),
        f"The busiest month carries {numbers.ratio(outlook.peak_to_mean)} times the average one.",
        *outlook.notes,
    )


def staffing(case: Engagement) -> Sentences:
    """Say how many people the work takes and when it takes most."""
    plan = staffing_plan(case)
    first = plan.monthly.iloc[:12]
    peak = plan.monthly["paid_fte"].idxmax()
    return (
        (
            f"The first year takes {numbers.fte(first['paid_fte'].mean())} paid FTE on average, "
            f"{numbers.fte(first['paid_fte_low'].mean())} to {numbers.fte(first['paid_fte_high'].mean())} "
            "over the 80% range of volume."
        ),
        f"{_month(peak)} takes most: {numbers.fte(plan.monthly.loc[peak, 'paid_fte'])} paid FTE.",
        f"At work, people are busy {numbers.percent(first['occupancy'].mean())} of their available time.",
        *plan.notes,
    )


def pricing(case: Engagement) -> Sentences:
    """Say which contract costs least, by how much, and when it pays back."""
    table, deal = compare_pricing(case), leading_deal(case)
    currency = case.profile.currency
    stay_npv = numbers.money(table.loc[IN_HOUSE, "client_npv"], currency)
    stay = f"Staying in-house costs {stay_npv} in present value."
    if deal is None:
        return (stay, "No pricing model has its terms yet: add those of per_fte, transaction or outcome.")
    row = table.loc[deal]
    said = [stay, _saving_sentence(case, deal)]
    ends = sorted([row["saving_low_volume"], row["saving_high_volume"]])
    said.append(
        f"Along the edges of the volume range the saving runs from {numbers.money(ends[0], currency)} "
        f"to {numbers.money(ends[1], currency)}."
    )
    if pd.isna(row["payback_month"]):
        said.append("It does not pay back within the term.")
    else:
        said.append(f"It pays back in month {numbers.count(row['payback_month'])} of the term.")
    if pd.notna(row["provider_margin_share"]):
        margin = row["provider_margin_share"]
        warning = " A provider that loses money will not keep the service up." if margin < 0 else ""
        said.append(f"The provider would earn a margin of {numbers.percent(margin)} of its fee.{warning}")
    return tuple(said)


def _saving_sentence(case: Engagement, deal: str) -> str:
    row, currency = compare_pricing(case).loc[deal], case.profile.currency
    size = numbers.money(abs(row["saving_npv"]), currency)
    share = numbers.percent(abs(row["saving_share"]))
    verb = "saves" if row["saving_npv"] > 0 else "costs"
    end = "" if row["saving_npv"] > 0 else " more than staying"
    return f"The cheapest deal, {MODEL_WORDS[deal]}, {verb} {size}{end} over the term ({share})."


def levers(case: Engagement) -> Sentences:
    """Say which assumptions move the saving most, and which of them could undo it."""
    table = sensitivity(case)
    if table.empty:
        return ("No model is priced yet, so nothing can be varied.",)
    currency = case.profile.currency
    said = [
        f"{_capital(row['meaning'])}: the saving runs from {numbers.money(row['saving_low'], currency)} "
        f"to {numbers.money(row['saving_high'], currency)}."
        for row in table.head(3).to_dict("records")
    ]
    turning = table[(table[["saving_low", "saving_high"]].min(axis=1) < 0)]
    deal = leading_deal(case)
    if len(turning) and compare_pricing(case).loc[deal, "saving_npv"] > 0:
        said.append(f"Within its own range, this alone would undo the saving: {_listed(turning['meaning'])}.")
    return tuple(said)


def delivery(case: Engagement) -> Sentences:
    """Say which delivery model and which provider lead, and why."""
    options = delivery_options(case)
    chosen = options[options["status"] == "recommended"]
    said = [f"{_capital(str(row['option']))}: {row['reason']}." for row in chosen.to_dict("records")]
    scores = score_providers(case)
    return tuple(said) if isinstance(scores, Missing) else (*said, *scores.notes)


def summary(case: Engagement) -> Sentences:
    """Say what to do, what it brings and what stands in the way."""
    advice = recommend(case)
    said = [_advice_sentence(case, advice)]
    said.extend(f"Condition: {condition}" for condition in advice.conditions)
    said.append(staffing(case)[0])
    return (*said, *levers(case)[:2])


def _advice_sentence(case: Engagement, advice: Recommendation) -> str:
    saving = _saving_sentence(case, advice.model) if advice.model else ""
    match advice.answer:
        case "outsource":
            return f"Outsource, with {MODEL_WORDS[str(advice.model)]}. {saving}"
        case "outsource_if":
            count = _counted(len(advice.conditions), "condition")
            return f"Outsource, with {MODEL_WORDS[str(advice.model)]}, once {count} are settled. {saving}"
        case "not_on_cost":
            return f"The process could leave the house, but not on cost. {saving}"
        case "price_first":
            return "The process could leave the house; price at least one model before deciding."
        case "not_yet":
            return f"Not yet: lift what stops it first, then assess again. {saving}"


def _month(period: pd.Period) -> str:
    return period.strftime("%B %Y")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _listed(names: pd.Series) -> str:
    parts = list(dict.fromkeys(str(name) for name in names))
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
