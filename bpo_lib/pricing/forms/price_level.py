"""The level of a price: the same terms in another currency, or priced to a sum."""

from collections.abc import Callable
from typing import Any, Protocol, Self, TypeVar

import numpy as np

from bpo_lib.assumptions import Terms
from bpo_lib.errors import InputError
from bpo_lib.pricing.workload import Workload

T = TypeVar("T", bound=Terms)
CLOSE = 1e-10  # of the sum aimed at
MOST_STEPS = 60


class Repriced(Protocol):
    """Whatever charges a fee and can be had at another price."""

    def monthly_fee(self, workload: Workload) -> np.ndarray:
        """Return the fee. [currency/month]."""
        ...

    def repriced(self, factor: float) -> Self:
        """Return the same terms at another price."""
        ...


F = TypeVar("F", bound=Repriced)


def scaled(terms: T, factor: float) -> T:
    """Return the same terms in another currency.

    Parameters
    ----------
    terms : Terms
        A commercial form, or any other group.
    factor : float
        Units of the new currency for one of the old. [ratio]

    Returns
    -------
    Terms
        Every amount of money times `factor`, those in a table of prices too; the rest as it was.
    """
    units = {each.name.partition(".")[2]: each.unit for each in terms.declarations()}
    values = {name: getattr(terms, name) for name in type(terms).model_fields}
    return type(terms)(
        **{name: _converted(value, units.get(name, ""), factor) for name, value in values.items()}
    )


def _converted(value: Any, unit: str, factor: float) -> Any:
    if isinstance(value, tuple):
        return tuple(scaled(row, factor) for row in value)
    return value * factor if unit.startswith("currency") else value


def expected_cost(workload: Workload) -> float:
    """Return what the work is expected to cost the provider in all, 1 a month where that is not known.

    Returns
    -------
    float
        Mean over the paths of the sum over the months, not discounted. [currency]
    """
    return expected_sum(workload.provider_cost) or float(workload.months)


def expected_sum(monthly: np.ndarray) -> float:
    """Return the sum over the months, as the mean over the paths where there are some."""
    return float(np.mean(monthly.sum(axis=-1)))


def at_cost(form: F, workload: Workload) -> F:
    """Return the same terms at the price that brings the provider its expected cost and no more.

    Raises
    ------
    InputError
        When the form charges nothing for this work whatever its price.
    """
    return priced_to(form, lambda one: expected_sum(one.monthly_fee(workload)), expected_cost(workload))


def priced_to(form: F, worth: Callable[[F], float], target: float) -> F:
    """Return the same terms at the price at which they are worth a given sum.

    Parameters
    ----------
    form : Form
        Terms at any price above nothing.
    worth : callable
        What terms are worth; rises with the price. [currency]
    target : float
        What they shall be worth. [currency]

    Returns
    -------
    Form

    Raises
    ------
    InputError
        When no allowed price brings that sum.

    Notes
    -----
    Where the worth is proportional to the price, as it is unless cost is passed on, the first step
    of the secant rule hits; elsewhere it is repeated.
    """
    before, level = 1.0, 1.0
    found = worth_before = worth(form)
    for _ in range(MOST_STEPS):
        if abs(found - target) <= CLOSE * abs(target):
            return form.repriced(level)
        slope = (found - worth_before) / (level - before) if level != before else found
        if not slope > 0:
            break
        before, worth_before = level, found
        level -= (found - target) / slope
        found = worth(form.repriced(level))
    message = (
        f"no price of {type(form).__name__} brings {target:,.10g}: at the last one tried it is {found:,.10g}"
    )
    raise InputError(message)
