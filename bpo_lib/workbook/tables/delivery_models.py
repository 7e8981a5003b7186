"""Tables of the delivery model: the ranking, what stops the rest, the places and what each offer comes to."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.sourcing.deal_choice import DealChoice
from bpo_lib.sourcing.places import PLACE_WORDS
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.tables.table import Column, empty, status, table

SHOWN = 8  # ranked models a page has room for; the rest differ from these in one part
_NO_LOCATIONS = (
    "locations.csv gives no places, so shared hours, languages and residency are not held against any."
)


def delivery_options(frame: pd.DataFrame) -> Html:
    """Return which places, contracts and numbers of providers come into question, and why."""
    columns = {
        "option": Column("Option", labels.readable),
        "kind": Column("Kind", labels.readable),
        "status": Column("Status", status),
        "reason": Column("Reason", labels.sentence),
        "saving_words": Column("Price", labels.sentence),
        "rests_on": Column("Rests on", labels.sentence, "levels of 5"),
    }
    said = frame["levels"].mask(frame["levels"].duplicated(), "")  # once for all options of a kind
    return table(frame.assign(rests_on=said), "Delivery options", columns)


def delivery_models(frame: pd.DataFrame) -> Html:
    """Return the best delivery models in order of rank, with what holds back those it does."""
    ranked = frame[frame["rank"].notna()].head(SHOWN)
    if ranked.empty:
        why = "Every delivery model is stopped; the table of what stops them says by what."
        return empty("Delivery models by rank", why)
    names = [_model(row) for row in ranked.to_dict("records")]
    shown = ranked.assign(model=names, points=100 * ranked["value"])
    columns = {
        "model": Column("Delivery model"),
        "rank": Column("Rank", numbers.count),
        "status": Column("Status", status),
        "points": Column("Value", numbers.score, "of 100"),
        "first": Column("Comes first", numbers.whole_percent, "of draws"),
        "saving": Column("Saves", numbers.percent),
        "lasting_saving": Column("At a price that lasts", numbers.percent),
    }
    left = int(frame["rank"].notna().sum()) - len(ranked)
    note = (
        "Value: how well place, form of price, saving and number of providers suit the work, on the levels "
        "and weights that fit draws. A model that something holds back ranks behind all others. "
        "A price that lasts is one at which the provider seldom loses money."
        + f" {left} more rank behind these."
        * bool(left)
    )
    return table(shown, "Delivery models by rank", columns, note)


def delivery_stops(options: pd.DataFrame) -> Html:
    """Return the options that a rule stops or holds back, with the rule and its reason."""
    held = options[options["gate"] != ""]
    if held.empty:
        return empty("What stops an option", "No rule stops any place, form of price or number of providers.")
    columns = {
        "option": Column("Option", labels.readable),
        "status": Column("Status", status),
        "gate": Column("Rule"),
        "reason": Column("Because", labels.sentence),
    }
    note = "Stopped: no score buys it off. Possible: it is not recommended before this is settled."
    return table(held, "What stops an option, or holds it back", columns, note)


def location_hours(frame: pd.DataFrame, case: Engagement) -> Html:
    """Return where a provider's people work, and what of the client's hours and languages they cover."""
    if frame.empty:
        return empty("Places of the provider", _NO_LOCATIONS)
    shown = frame.assign(
        kind=[PLACE_WORDS.get(place, "not told") for place in frame["place"]],
        data=[_data(case, allowed) for allowed in frame["data_allowed"]],
        lacks=frame["missing_languages"].where(frame["missing_languages"] != "", "none"),
    )
    columns = {
        "location": Column("Place"),
        "kind": Column("Kind", labels.sentence),
        "time_zone": Column("Time zone"),
        "hours": Column("Works"),
        "usual": Column("Shared hours, usual week", numbers.whole_percent),
        "worst": Column("Worst week", numbers.whole_percent),
        "lacks": Column("Languages it lacks", labels.sentence),
        "data": Column("May see the data"),
    }
    profile = case.profile
    hours = f"The client works {profile.hours} ({profile.time_zone}). " if profile.hours else ""
    note = (
        f"{hours}Shared hours: of the client's, those in which people there work too, week by week over the "
        "first year with every change of the clock."
    )
    return table(shown, "Places of the provider", columns, note)


def lasting_prices(choice: DealChoice | None, case: Engagement) -> Html:
    """Return every offer as it stands and at a price that lasts, the one to follow marked."""
    if choice is None:
        return empty("Offers at a price that lasts", "No pricing model has been offered.")
    offers = choice.offers
    shown = offers.assign(
        name=[labels.row(name) for name in offers.index],
        follow=["recommended" if name == choice.model and choice.suits else "" for name in offers.index],
    )
    currency = case.profile.currency
    columns = {
        "name": Column("Offer"),
        "follow": Column("To follow", status),
        "client_npv": Column("Cost as offered", numbers.amount, currency),
        "loss_probability": Column("Provider loses money", numbers.percent, "of courses"),
        "price_rise": Column("Price must rise by", numbers.percent),
        "lasting_npv": Column("Cost at a price that lasts", numbers.amount, currency),
        "lasting_saving_share": Column("Saves then", numbers.percent),
        "commitment_probability": Column("Minimum fee bites", numbers.percent, "of courses"),
    }
    note = (
        "A price that lasts: the least at which the provider loses money in no more of the courses than a "
        "sound relationship bears. Minimum fee bites: courses in which the client pays for work that never "
        "came."
    )
    return table(shown, "Offers at a price that lasts", columns, note)


def _model(row: dict[Hashable, Any]) -> str:
    return f"{labels.sentence(PLACE_WORDS[row['place']])}, {row['form']}, {row['providers']}"


def _data(case: Engagement, allowed: Any) -> str:
    if not case.profile.residency:
        return "yes, no limit is given"
    return "not known" if allowed is None else "yes" if allowed else "no"
