"""Tables of commercial forms: a provider's price list, and what each form is priced at."""

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from bpo_lib.assumptions import Declaration
from bpo_lib.engagement import Engagement
from bpo_lib.pricing.forms import Form, TieredPricing
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.tables.table import Column, empty, table

# The term that is a form's price and what it is a part of; where none is named, its first amount of money.
PRICES = {
    "cost_plus": ("markup_share", " on the cost"),
    "gain_share": ("provider_share", " of the saving"),
    "outcome": ("fee_per_outcome", ""),
}


def price_list(case: Engagement) -> Html:
    """Return the price list a provider offers; nothing where there is none."""
    return _tiers(case.of(TieredPricing), case) if case.has(TieredPricing) else Html("")


def _tiers(terms: TieredPricing, case: Engagement) -> Html:
    shown = pd.DataFrame(
        [
            {
                "volume": f"above {numbers.count(tier.from_volume)}"
                if tier.to_volume is None
                else f"{numbers.count(tier.from_volume)} to {numbers.count(tier.to_volume)}",
                "price": tier.unit_price,
            }
            for tier in terms.tiers
        ]
    )
    columns = {
        "volume": Column("Volume", unit=case.profile.unit("transactions/month")),
        "price": Column("Price", numbers.price, case.profile.unit("currency/transaction")),
    }
    holds = (
        "The price of the tier that is reached holds for all of the month's volume."
        if terms.price_for_all_volume
        else "Each price holds for the slice of the month's volume within its tier."
    )
    return table(shown, "Price list by volume", columns, holds)


def form_prices(models: Mapping[str, Form], case: Engagement, indicative: Collection[str] = ()) -> Html:
    """Return what each form is priced at, with the terms beside the price that are not left at their default.

    Parameters
    ----------
    models : mapping of str to form
        By the names of `PRICING_MODELS`: what was offered and, if wanted, what nobody offered.
    case : Engagement
        Gives currency and the client's words.
    indicative : collection of str
        The names of those that nobody offered.

    Returns
    -------
    Html
    """
    caption = "Price under each form"
    if not models:
        return empty(caption, "no price has been offered.")
    shown = pd.DataFrame(
        [
            {"form": labels.row(name, indicative), **_words(name, model, case)}
            for name, model in models.items()
        ]
    )
    columns = {"form": Column("Form"), "price": Column("Price"), "terms": Column("Other terms")}
    return table(shown, caption, columns, _note(models, indicative))


def _note(models: Mapping[str, Form], indicative: Collection[str]) -> str:
    if not set(indicative) & set(models):
        return "Before indexation. Terms that are not named stand at their default."
    return (
        "Before indexation. What nobody offered stands at usual terms and at the price at which the client "
        "is expected to pay as much as under the leading offer: a price to start a talk from, not an offer."
    )


def _words(name: str, model: Form, case: Engagement) -> dict[str, str]:
    """Return the price of a form, and the rest of its terms, as text."""
    declared = {each.name.partition(".")[2]: each for each in model.declarations()}
    if isinstance(model, TieredPricing):
        first, last = (numbers.price(model.tiers[end].unit_price) for end in (0, -1))
        price, own = f"{first} down to {last} {case.profile.unit('currency/transaction')}", ""
    else:
        money = next(field for field, each in declared.items() if each.unit.startswith("currency"))
        own, of_what = PRICES.get(name, (money, ""))
        price = _term(declared[own], getattr(model, own), case) + of_what
    rest = (
        f"{labels.inside(labels.short(each.meaning))}: {_term(each, getattr(model, field), case)}"
        for field, each in declared.items()
        if field != own and not each.one_of and getattr(model, field) != each.default
    )
    return {"price": price, "terms": "; ".join(rest)}


def _term(declared: Declaration, value: Any, case: Engagement) -> str:
    """Return one term with its unit: money as money, the rest as it was given."""
    unit = declared.unit
    if unit.startswith("currency"):
        shown = numbers.price(value) if abs(value) < 1_000 else numbers.count(value)
        return f"{shown} {case.profile.unit(unit)}"
    if unit.startswith("share"):
        return numbers.percent(value)
    return f"{numbers.count(value) if value >= 100 else numbers.plain(value)} {case.profile.unit(unit)}"
