"""Results in sentences: every number in one comes from a call, so text cannot disagree with its table."""

import re

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.fit import NAMES, carve_outs, score_fit
from bpo_lib.forecast import volume_outlook
from bpo_lib.pricing import (
    IN_HOUSE,
    automation_triage,
    compare_pricing,
    deal_figures,
    deal_notes,
    deal_risk,
    leading_deal,
    offered_models,
    offers,
    reserve_cost,
    risk_transfer,
    variance_shares,
)
from bpo_lib.pricing.alternatives import alternative_notes
from bpo_lib.recommendation import Recommendation, recommend
from bpo_lib.scenarios import sensitivity
from bpo_lib.sourcing import recommended_deal
from bpo_lib.staffing.what_if import NAIVE, USED
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.bid_findings import bid_findings
from bpo_lib.workbook.fit_findings import carve_out_findings, fit_findings
from bpo_lib.workbook.forecast_findings import forecast_findings, low_confidence
from bpo_lib.workbook.form_findings import form_findings
from bpo_lib.workbook.log_findings import log_findings
from bpo_lib.workbook.map_findings import map_findings
from bpo_lib.workbook.provider_findings import provider_findings
from bpo_lib.workbook.risk_findings import risk_findings
from bpo_lib.workbook.sourcing_findings import deal_choice_sentences, way_sentence, way_sentences
from bpo_lib.workbook.staff_findings import staff_findings
from bpo_lib.workbook.triage_findings import triage_findings
from bpo_lib.workbook.weight_findings import weight_findings

LEVEL = 0.01  # difference of cost up to which two offers are as good as level (house assumption)
_PLACES = ("Most of all,", "Next,")
_STAYS = ("not_yet", "other_way")  # answers after which nobody asks where to and how paid

Sentences = tuple[str, ...]


def process(case: Engagement) -> Sentences:
    """Say what the step table and the event log show."""
    return (*map_findings(case), *log_findings(case))


def fit(case: Engagement) -> Sentences:
    """Say which way of doing the work is best, how firmly, what carries it and what would change it."""
    return (*fit_findings(score_fit(case)), *carve_out_findings(carve_outs(case)))


def automation(case: Engagement) -> Sentences:
    """Say what software could take over, and what that saves beside outsourcing."""
    return triage_findings(automation_triage(case), case)


def forecast(case: Engagement) -> Sentences:
    """Say how much work is expected, how sure that is and what it was compared with."""
    outlook = volume_outlook(case)
    said = forecast_findings(outlook, case.profile.transaction)
    return (*said, *_reserve_sentence(case), *low_confidence(outlook))


def _reserve_sentence(case: Engagement) -> Sentences:
    """Return what not knowing the volume takes in people and money, and what a plainer forecast would."""
    reserve = reserve_cost(case).set_index("forecast")
    fte, cost = (reserve[name].to_dict() for name in ("reserve_fte", "cost_per_month"))
    if not fte[USED] > 0:
        return ()
    currency = case.profile.currency
    said = (
        f"Staff for nine months in ten is {numbers.fte(fte[USED])} FTE more than the expected volume takes, "
        f"{numbers.money(cost[USED], currency)} a month"
    )
    more = cost.get(NAIVE, cost[USED]) - cost[USED]
    if more <= 0:
        return (f"{said}.",)
    return (f"{said}; with the last season repeated, {numbers.money(more, currency)} a month more.",)


def staffing(case: Engagement) -> Sentences:
    """Say how many people the work takes, and why that many."""
    return staff_findings(case)


def pricing(case: Engagement) -> Sentences:
    """Say which contract costs least, by how much, and when it pays back."""
    model, currency = leading_deal(case), case.profile.currency
    stay_npv = numbers.money(deal_figures(case, IN_HOUSE)["client_npv"], currency)
    stay = f"Staying in-house costs {stay_npv} in present value."
    if model is None:
        return (stay, "No pricing model has its terms yet: add those of per_fte, transaction or outcome.")
    deal = compare_pricing(case).loc[model]
    low, high = (numbers.money(deal[f"saving_npv_{end}"], currency) for end in ("p10", "p90"))
    said = [
        stay,
        _saving_sentence(case, model),
        (
            f"In eight of ten simulated courses the saving lies between {low} and {high}; "
            f"{_how_many(float(deal['saving_probability']))} bring one."
        ),
        "It does not pay back within the term."
        if pd.isna(deal["payback_month"])
        else f"It pays back in month {numbers.count(deal['payback_month'])} of the term.",
    ]
    said.extend(_level_with(case, model))
    margin = deal["provider_margin_share"]
    if pd.notna(margin):
        warning = " A provider that loses money will not keep the service up." if margin < 0 else ""
        said.append(f"The provider would earn a margin of {numbers.percent(margin)} of its fee.{warning}")
    return tuple(said)


def _level_with(case: Engagement, model: str) -> Sentences:
    """Return which other offers cost practically as much, so that a board does not take a tie for a win."""
    table = compare_pricing(case)
    own = table.loc[model]
    beside = offers(case).drop(index=model).join(table["cheapest_probability"])
    dearer = beside["client_npv"] / own["client_npv"] - 1
    near = [
        f"{labels.PRICE_WORDS[str(name)]} ({numbers.percent(dearer[name])} more, cheapest in "
        f"{numbers.percent(beside.loc[name, 'cheapest_probability'])} of courses)"
        for name in beside.index[dearer < LEVEL]
    ]
    if not near:
        return ()
    mine = numbers.percent(own["cheapest_probability"])
    return (f"Practically level with it, cheapest in {mine} of courses: {labels.listed(near)}.",)


def _how_many(share: float) -> str:
    """Return how many of the courses a share is; what a sample cannot tell from all or none is named so."""
    if share < 0.0005:
        return "hardly any"
    return "practically all" if share > 0.9995 else f"{numbers.percent(share)} of them"


def contract(case: Engagement) -> Sentences:
    """Say how the deal to follow holds when things turn out otherwise than expected, for both sides."""
    model = recommended_deal(case)
    if model is None:
        return ("No pricing model is priced yet, so there is no contract to judge.",)
    return risk_findings(case, model, deal_risk(case), risk_transfer(case), variance_shares(case))


def price_notes(case: Engagement) -> Sentences:
    """Say what a reader should know of the terms: prices that jump, inflation paid twice, costs abroad."""
    forms = form_findings(offered_models(case), case.profile)
    return (*forms, *deal_notes(case), *alternative_notes(case))


def provider(case: Engagement) -> Sentences:
    """Say what the provider keeps of the best offer, and what its cost hangs on."""
    return provider_findings(case)


def _saving_sentence(case: Engagement, model: str) -> str:
    deal = deal_figures(case, model)
    size = numbers.money(abs(deal["saving_npv"]), case.profile.currency)
    share = numbers.percent(abs(deal["saving_share"]))
    rivals = len(offered_models(case)) - 1
    if not rivals:
        rank = ", the only deal priced,"
    else:
        rank = f", the cheapest of {rivals + 1} deals priced," if model == leading_deal(case) else ""
    words = labels.sentence(labels.PRICE_WORDS[model])
    if deal["saving_npv"] <= 0:
        return f"{words}{rank} costs {size} ({share}) more than staying in-house, in present value."
    return (
        f"{words}{rank} saves {size} in present value over the term, {share} of the cost of staying in-house."
    )


def levers(case: Engagement) -> Sentences:
    """Say which assumptions move the saving most, and which of them could undo it."""
    if sensitivity(case).empty:
        return ("No model is priced yet, so nothing can be varied.",)
    model = str(leading_deal(case))
    return (*(labels.sentence(move) for move in _moves(case, model, 3)), *_undoing(case, model))


def _moves(case: Engagement, model: str, most: int) -> list[str]:
    """Return what the widest levers do to the saving of a deal, each as it stands inside a sentence."""
    currency = case.profile.currency
    return [
        f"{_name(row['meaning'])} moves the saving from "
        f"{numbers.money(row['saving_low'], currency)} at the low end of its range to "
        f"{numbers.money(row['saving_high'], currency)} at the high end."
        for row in sensitivity(case, model).head(most).to_dict("records")
    ]


def _undoing(case: Engagement, model: str) -> Sentences:
    """Return which levers could each undo the saving of a deal; nothing where there is none to undo."""
    table = sensitivity(case, model)
    turning = table[table[["saving_low", "saving_high"]].min(axis=1) < 0]
    if turning.empty or deal_figures(case, model)["saving_npv"] <= 0:
        return ()
    alone = _listed(turning["meaning"].map(_name))
    return (f"Within its own range, each of these alone would undo the saving: {alone}.",)


def delivery(case: Engagement) -> Sentences:
    """Say which delivery model, which offer and which provider lead, and why."""
    advice = recommend(case)
    said = (*way_sentences(case), *deal_choice_sentences(case))
    if advice.answer != "other_way":
        return said
    return (
        f"Better than to outsource it is to {NAMES[advice.way]}; all below is for the case that it leaves.",
        *said,
    )


def bids(case: Engagement) -> Sentences:
    """Say which provider leads, why, and what stands against it."""
    return bid_findings(case)


def weights(case: Engagement) -> Sentences:
    """Say where the weights come from and how far they can be relied upon."""
    return weight_findings(score_fit(case).weighting)


def summary(case: Engagement) -> Sentences:
    """Say what to do, what it brings and what stands in the way."""
    advice = recommend(case)
    said = [_advice_sentence(case, advice)]
    if advice.answer not in _STAYS:
        said.extend(way_sentence(case))
    said.append(staffing(case)[0])
    if advice.model:
        said.extend(_other_deal(case, advice.model))
        said.extend(_lasting(case, advice.model))
        moves = _moves(case, advice.model, len(_PLACES))
        said.extend(f"{place} {move}" for place, move in zip(_PLACES, moves, strict=False))
        said.extend(_undoing(case, advice.model))
    return tuple(said)


def _other_deal(case: Engagement, model: str) -> Sentences:
    """Return why the cheapest offer is not the one to follow; nothing where it is."""
    if model == leading_deal(case):
        return ()
    return deal_choice_sentences(case)[1:2]


def _lasting(case: Engagement, model: str) -> Sentences:
    """Return a warning where the provider of the deal loses money too often for it to last."""
    deal = compare_pricing(case).loc[model]
    if not deal["at_risk"]:
        return ()
    lost = numbers.percent(deal["provider_loss_probability"])
    return (
        f"Before signing, make the price one that lasts: its provider loses money in {lost} of the courses.",
    )


def _advice_sentence(case: Engagement, advice: Recommendation) -> str:
    saving = _saving_sentence(case, advice.model) if advice.model else ""
    match advice.answer:
        case "outsource":
            return f"Outsource. {saving}"
        case "outsource_if":
            return f"Outsource, once {_settled(len(advice.conditions))}. {saving}"
        case "not_on_cost":
            return f"The process could leave the house, but not on cost. {saving}"
        case "other_way":
            return f"Rather than outsource it, {NAMES[advice.way]}. {saving}"
        case "price_first":
            return "The process could leave the house; price at least one model before deciding."
        case "not_yet":
            return f"Not yet: lift what stops it first, then assess again. {saving}"


def _settled(conditions: int) -> str:
    return "one condition is met" if conditions == 1 else f"{conditions} conditions are met"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _name(meaning: str) -> str:
    """Return what an assumption is called, without what it is made of."""
    return labels.inside(re.split(r"[:,]", str(meaning))[0])


def _listed(names: pd.Series) -> str:
    return labels.listed(list(dict.fromkeys(str(name) for name in names)))
