"""What the same work would cost under the forms that nobody offered, at the same expected worth."""

from collections.abc import Callable, Mapping

from bpo_lib.errors import InputError
from bpo_lib.pricing.forms.form import Form
from bpo_lib.pricing.forms.price_level import priced_to
from bpo_lib.pricing.models import PRICING_MODELS, PricingModel
from bpo_lib.pricing.workload import Workload


def indicative_models(
    offered: Mapping[str, PricingModel],
    workload: Workload,
    worth: Callable[[PricingModel], float],
    target: float,
) -> dict[str, PricingModel]:
    """Return usual terms of every form that nobody offered, priced to be worth the same.

    As all are worth the same in expectation, what differs between them is who bears which risk.

    Parameters
    ----------
    offered : mapping of str to pricing model
        What the client was offered, by the names of `PRICING_MODELS`.
    workload : Workload
        The expected work, on which the terms are sized.
    worth : callable
        Expected present value of what the client pays the provider under a model. [currency]
    target : float
        What each shall be worth, such as the worth of the leading offer. [currency]

    Returns
    -------
    dict of str to pricing model
        In the order of `PRICING_MODELS`. A form is left out where the work has nothing of what it
        counts, or where no price that it allows brings the target, such as a cost-plus price for
        less than half the cost.
    """
    found: dict[str, PricingModel] = {}
    for name, kind in PRICING_MODELS.items():
        if name in offered:
            continue
        try:
            found[name] = _worth_the_same(kind.typical(workload), worth, target)
        except InputError:  # said above: such a form is left out
            continue
    return found


def _worth_the_same(form: Form, worth: Callable[[PricingModel], float], target: float) -> Form:
    return priced_to(form, worth, target)
