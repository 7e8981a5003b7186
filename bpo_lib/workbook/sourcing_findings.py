"""The delivery model in sentences: what fits best, what stops the rest, and which offer to follow."""

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import Missing
from bpo_lib.pricing.risk.terms import RiskTerms
from bpo_lib.sourcing import score_providers
from bpo_lib.sourcing.deal_choice import DealChoice, deal_choice
from bpo_lib.sourcing.delivery_model import (
    FORM_SAYS,
    PLACE_SAYS,
    PROVIDER_SAYS,
    DeliveryModel,
    delivery_models,
    model_of,
    recommended_model,
)
from bpo_lib.sourcing.delivery_options import LOCATION, delivery_options
from bpo_lib.sourcing.places import PLACE_WORDS, location_hours
from bpo_lib.workbook import labels, numbers

_NOTICED = 0.01  # share of the client's hours from which a difference is worth a word (house assumption)

Sentences = tuple[str, ...]


def way_sentences(case: Engagement) -> Sentences:
    """Say which delivery model fits best, why, how firmly, and what stops the rest.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    tuple of str
        The first sentence stands alone: a summary may repeat it.
    """
    chosen = recommended_model(case)
    if chosen is None:
        return (_nothing(case), *_stopped(case))
    said = [_way(chosen), _why(chosen), _firm(case, chosen), *_hours(case), *_stopped(case)]
    return tuple(filter(None, said))


def way_sentence(case: Engagement) -> Sentences:
    """Return the way and the leading provider for a summary; nothing where no model is recommended."""
    chosen = recommended_model(case)
    if chosen is None:
        return ()
    scores = score_providers(case)
    leads = (
        "" if isinstance(scores, Missing) or not scores.winner else f" {scores.winner} leads the providers."
    )
    return (_way(chosen) + leads,)


def deal_choice_sentences(case: Engagement) -> Sentences:
    """Say which offer the report follows, and why it is not simply the cheapest.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    tuple of str
        Empty where nothing was offered. The first sentence stands alone.
    """
    choice = deal_choice(case)
    if choice is None:
        return ()
    said = [_follow(choice), _cheapest(case, choice), _at_risk(case, choice), _commitment(case, choice)]
    return tuple(filter(None, said))


def _way(chosen: DeliveryModel) -> str:
    return f"What fits best: {PLACE_WORDS[chosen.place]}, {_paid(chosen.form)}, with {chosen.providers}."


def _paid(form: str) -> str:
    return "with a hybrid price" if form == "hybrid" else f"paid {form}"


def _why(chosen: DeliveryModel) -> str:
    return f"Why: {PLACE_SAYS[chosen.place]}; {FORM_SAYS[chosen.form]}; {PROVIDER_SAYS[chosen.providers]}."


def _firm(case: Engagement, chosen: DeliveryModel) -> str:
    """Return how often it comes first, and what comes first where it does not."""
    table = delivery_models(case)
    next_best = model_of(table[table["status"] != "recommended"].sort_values("first", ascending=False))
    often = numbers.whole_percent(chosen.first)
    said = f"Over all levels and weights that may be true it comes first in {often}"
    if not next_best.first > 0:
        return f"{said}."
    parts = {
        PLACE_WORDS[next_best.place]: next_best.place != chosen.place,
        _paid(next_best.form): next_best.form != chosen.form,
        f"with {next_best.providers}": next_best.providers != chosen.providers,
    }
    differs = labels.listed([words for words, other in parts.items() if other])
    share = numbers.whole_percent(next_best.first)
    return f"{said}; most often before it, in {share}, comes the same work {differs}."


def _hours(case: Engagement) -> Sentences:
    """Return what of the client's hours each place works, where that changes over the year."""
    said = []
    for row in location_hours(case).to_dict("records"):
        usual, worst, best = (float(row[name]) for name in ("usual", "worst", "best"))
        text = f"{row['location']} works {numbers.percent(usual)} of the client's hours in a usual week"
        if worst < usual - _NOTICED:
            said.append(
                f"{text} and {numbers.percent(worst)} in the worst, from {labels.date(row['worst_week'])}."
            )
        elif best > usual + _NOTICED:
            said.append(f"{text}, and {numbers.percent(best)} while the clocks stand better.")
        elif usual < 1 - _NOTICED:
            said.append(f"{text}.")
    return tuple(said)


def _stopped(case: Engagement) -> Sentences:
    """Return what stops an option, options with the same reason together."""
    options = delivery_options(case)
    stopped = options[options["status"] == "stopped"]
    if (options["status"] == "stopped").all():  # by what stops every place, which is said already
        stopped = stopped[(stopped["kind"] != LOCATION) & (stopped["gate"] != "")]
    return tuple(
        f"Stopped: {labels.listed([str(name) for name in same['option']])}, since {reason}."
        for reason, same in stopped.groupby("reason", sort=False)
    )


def _nothing(case: Engagement) -> str:
    models = delivery_models(case)
    if models["rank"].isna().all():
        options = delivery_options(case)
        first = options.loc[options["kind"] == LOCATION, "reason"].iloc[0]
        return f"No delivery model is recommended, since something stops every one: {first}."
    best, waits = model_of(models), str(models["reason"].iloc[0])
    way = f"{PLACE_WORDS[best.place]} and {_paid(best.form)}"
    return f"No delivery model is recommended yet. The best of them, {way}, waits: {waits}."


def _follow(choice: DealChoice) -> str:
    name = labels.sentence(labels.way(choice.model))
    saving = float(choice.chosen["saving_share"])
    share = numbers.percent(abs(saving))
    money = f"saves {share} against staying" if saving > 0 else f"costs {share} more than staying"
    if not choice.suits:
        return f"{name} is shown as the deal to look at, and not recommended; it {money}."
    if choice.model == choice.cheapest:
        return f"{name} is the deal to follow: it suits the work, {money} and is the cheapest offer."
    return f"{name} is the deal to follow: it suits the work and {money}."


def _cheapest(case: Engagement, choice: DealChoice) -> str:
    """Return why the cheapest offer is not the one to follow."""
    if choice.model == choice.cheapest:
        return ""
    cheap, chosen = choice.offer(choice.cheapest), choice.chosen
    saving, lost, rise, then, mine = (
        numbers.percent(share)
        for share in (
            *cheap[["saving_share", "loss_probability", "price_rise", "lasting_saving_share"]],
            chosen["lasting_saving_share"],
        )
    )
    said = f"The cheapest offer is {labels.way(choice.cheapest)}, which saves {saving}"
    if not cheap["at_risk"]:
        return f"{said}, but its form suits the work less well."
    said += f", but its provider loses money in {lost} of the courses"
    if pd.isna(cheap["price_rise"]):
        return f"{said}, and no higher price would mend that."
    said += f"; at the price that brings this down to {_limit(case)}, {rise} higher, it would save {then}"
    if chosen["lasting_npv"] < cheap["lasting_npv"]:
        return f"{said}, and {labels.way(choice.model)} at such a price {mine}."
    return f"{said}."


def _at_risk(case: Engagement, choice: DealChoice) -> str:
    """Return what has to happen to the price before signing."""
    chosen = choice.chosen
    if not chosen["at_risk"]:
        return ""
    lost = numbers.percent(chosen["loss_probability"])
    said = f"Before signing, make the price one that lasts: its provider loses money in {lost} of the courses"
    if pd.isna(chosen["price_rise"]):
        return f"{said}, and no higher price would bring that down to {_limit(case)}."
    rise, saving = numbers.percent(chosen["price_rise"]), float(chosen["lasting_saving_share"])
    left = f"still saves {numbers.percent(saving)}" if saving > 0 else "saves nothing any more"
    return f"{said}; {rise} more brings that down to {_limit(case)} and {left}."


def _commitment(case: Engagement, choice: DealChoice) -> str:
    chosen = choice.chosen
    if not chosen["commitment_probability"]:
        return ""
    cost = numbers.money(chosen["commitment_cost"], case.profile.currency)
    often = numbers.percent(chosen["commitment_probability"])
    return f"In {often} of the courses its minimum fee is paid for work that never came: {cost} on average."


def _limit(case: Engagement) -> str:
    return f"{numbers.plain(100 * case.of(RiskTerms).at_risk_loss_probability)}%"
