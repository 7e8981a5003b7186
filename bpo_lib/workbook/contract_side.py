"""One of the two contracts a panel compares: which form it has, and its terms."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import cast

import ipywidgets

from bpo_lib.assumptions import Terms
from bpo_lib.engagement import Engagement
from bpo_lib.pricing import offered_models
from bpo_lib.pricing.compared import indicative
from bpo_lib.pricing.forms import TieredPricing
from bpo_lib.pricing.models import PricingModel
from bpo_lib.profile import Profile
from bpo_lib.workbook import labels, numbers, sliders
from bpo_lib.workbook.html import esc
from bpo_lib.workbook.term_table import TermTable

INDICATIVE = "worked out"


@dataclass(frozen=True)
class Offer:
    """A form that can be chosen, with the terms it starts from.

    Parameters
    ----------
    terms : Terms
        One of `PRICING_MODELS`.
    offered : bool
        Whether the client gave these terms; else they are worked out.
    """

    terms: Terms
    offered: bool = True


def offers_of(case: Engagement) -> dict[str, Offer]:
    """Return every form that a side can take, those the client was offered first; empty where none was."""
    offered = {name: Offer(cast("Terms", model)) for name, model in offered_models(case).items()}
    extra = {name: Offer(cast("Terms", model), offered=False) for name, model in indicative(case).items()}
    return offered | extra


class ContractSide:
    """A choice of form and the controls of its terms.

    Parameters
    ----------
    letter : str
        `A` or `B`.
    colour : str
        Its colour in the picture.
    case : Engagement
        Whose client's values the terms start from.
    offers : mapping
        Form name to `Offer`.
    chosen : str
        The form to begin with.
    monthly_cost : float
        What the work costs today, so that a floor or a fixed fee of 0 has room to move. [currency/month]
    changed : callable
        Called without arguments when another form has been chosen and its controls stand.
    moved : callable
        Called without arguments when a term has moved.
    """

    def __init__(
        self,
        letter: str,
        colour: str,
        case: Engagement,
        offers: Mapping[str, Offer],
        *,
        chosen: str,
        monthly_cost: float,
        changed: Callable[[], None],
        moved: Callable[[], None],
    ) -> None:
        self.letter, self.case, self.offers, self._room = letter, case, offers, monthly_cost
        self._changed, self._moved = changed, moved
        listed = [(_listed(name, offer), name) for name, offer in offers.items()]
        self.choice = ipywidgets.Dropdown(
            options=listed,
            value=chosen,
            description=f"Contract {letter}",
            layout=ipywidgets.Layout(width="100%", min_width="0"),
        )
        rule = f'<div class="bpo-side" style="border-top:3px solid {esc(colour)}"></div>'
        self.head = ipywidgets.VBox([ipywidgets.HTML(rule), self.choice])
        self.loaded: Mapping[str, float] = {}
        self._show()
        self.choice.observe(lambda _: self._chosen(), names="value")

    @property
    def form(self) -> str:
        """Name of the chosen form, a key of `PRICING_MODELS`."""
        return str(self.choice.value)

    @property
    def name(self) -> str:
        """What the answer calls this side: `Per FTE (A)`."""
        return f"{labels.readable(self.form)} ({self.letter})"

    @property
    def is_offered(self) -> bool:
        """Whether the client gave the terms this side starts from."""
        return self.offers[self.form].offered

    @property
    def changes(self) -> dict[str, float]:
        """Terms that differ from those it starts from. [declared units]."""
        return self.terms.changes

    def model(self) -> PricingModel:
        """Return the contract as it stands.

        Raises
        ------
        InputError
            When two terms contradict one another, such as a cap under its floor.
        """
        given = {name.partition(".")[2]: value for name, value in self.changes.items()}
        start = self.offers[self.form].terms
        return cast("PricingModel", start.with_values(**given) if given else start)

    def put(self, values: Mapping[str, float]) -> None:
        """Set every term to its value, and to its start where none is given; keep them for other forms."""
        self.loaded = dict(values)
        self.terms.put(self.loaded)

    def _chosen(self) -> None:
        self._show()
        self._changed()

    def _show(self) -> None:
        terms = self.offers[self.form].terms
        starts = [
            replace(start, low=0.0, high=self._room)
            if start.value == 0 and start.declared.unit == "currency/month"
            else start
            for start in sliders.starts_of(self.case, terms, whose=INDICATIVE)
        ]
        self.terms = TermTable(starts, self.case.profile, self._moved, self.loaded)

    def cells(self, *, everything: bool) -> list[ipywidgets.Widget]:
        """Return the choice of form and the cells of its terms below it, those at their default if asked."""
        terms = self.terms.cells if everything else self.terms.main_cells()
        listed = price_list(self.offers[self.form].terms, self.case.profile)
        return [self.head, *([ipywidgets.HTML(listed)] if listed else []), *terms]


def price_list(terms: Terms, profile: Profile) -> str:
    """Return the markup of a price list by volume; empty for a form without one."""
    if not isinstance(terms, TieredPricing):
        return ""
    price, volume = profile.unit("currency/transaction"), profile.unit("transactions/month")
    lines = "".join(
        f"<br>from {esc(numbers.count(tier.from_volume))}: {esc(numbers.price(tier.unit_price))}"
        for tier in terms.tiers
    )
    return f'<span class="bpo-term">Price list, {esc(price)} by {esc(volume)}{lines}</span>'


def _listed(name: str, offer: Offer) -> str:
    return labels.readable(name) if offer.offered else f"{labels.readable(name)} (not offered)"
