"""How well each form of price, and one provider or two, suits work of given levels.

The same levels and weights as in fit, read for a narrower question. Shapes are house assumptions.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from bpo_lib.fit import CRITERIA, HIGHEST, LOWEST

# What is paid for: every priced form belongs to one of four, which carry the same risks to the client.
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
    "per outcome": ("outcome", "gain_share"),
    "hybrid": ("hybrid",),
}
FORMS = {model: paid_for for paid_for, models in PAID_FOR.items() for model in models}
FAMILIES = tuple(PAID_FOR)
PROVIDERS = ("one provider", "two providers")


class Shape(NamedTuple):
    """A value from 0 to 1 on straight lines between some levels."""

    levels: tuple[float, ...]
    values: tuple[float, ...]

    def __call__(self, level: np.ndarray) -> np.ndarray:
        """Return the value at each level."""
        return np.interp(level, self.levels, self.values)


def ramp(worst: float, best: float) -> Shape:
    """Return a value that runs from 0 at the worst level to 1 at the best, and stays there beyond."""
    return Shape((worst, best), (0, 1)) if worst < best else Shape((best, worst), (1, 0))


def peak(best: float) -> Shape:
    """Return a value of 1 at one level, falling to 0 at the end of the scale that is farther away."""
    slope = 1 / max(best - LOWEST, HIGHEST - best)
    return Shape((LOWEST, best, HIGHEST), (1 - slope * (best - LOWEST), 1, 1 - slope * (HIGHEST - best)))


UP, DOWN = ramp(LOWEST, HIGHEST), ramp(HIGHEST, LOWEST)
FLAT = Shape((LOWEST, HIGHEST), (0.5, 0.5))

# Read a row as: the more of this property, the better it is to pay ... . People are paid while work is
# unlike and moving, a unit once it is alike, counted, stable and foreseen. A result asks for the same at a
# higher level, and for somebody who manages it; what automation saves stays with whoever the price says.
# Swings of volume speak for a price that follows them, and their absence for none.
_MUCH = ramp(2, 5)
_FOLLOWS, _FIXED = Shape((LOWEST, HIGHEST), (0.5, 1)), Shape((LOWEST, HIGHEST), (0.5, 0))
FORM_SHAPES: Mapping[str, tuple[Shape, ...]] = {
    #      per FTE  per transaction  per outcome  hybrid
    "S2": (UP,      DOWN,            DOWN,        peak(3)),
    "P2": (DOWN,    UP,              _MUCH,       peak(3)),
    "P3": (DOWN,    UP,              _MUCH,       peak(3)),
    "P4": (DOWN,    peak(4),         ramp(3, 5),  peak(4)),
    "P5": (DOWN,    UP,              _MUCH,       peak(3)),
    "P6": (DOWN,    UP,              _MUCH,       peak(3)),
    "D2": (DOWN,    UP,              UP,          peak(3)),
    "D3": (_FIXED,  _FOLLOWS,        FLAT,        FLAT),
    "M4": (DOWN,    DOWN,            UP,          peak(4)),
    "G1": (UP,      FLAT,            _MUCH,       _MUCH),
}  # fmt: skip

# Two providers are insurance that costs scale: worth it for large work whose failure would hurt, with
# providers to choose from and somebody to manage both.
_TWO: Mapping[str, Shape] = {
    "D1": ramp(3, 5),
    "M2": ramp(2, 5),
    "R3": ramp(3, 5),
    "R4": ramp(3, 5),
    "G1": ramp(2, 5),
}
PROVIDER_SHAPES: Mapping[str, tuple[Shape, ...]] = {
    name: (Shape(two.levels, tuple(1 - value for value in two.values)), two) for name, two in _TWO.items()
}


def suits(shapes: Mapping[str, tuple[Shape, ...]], levels: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return how well each option of a table suits the work.

    Parameters
    ----------
    shapes : mapping
        By criterion id, one shape for each option.
    levels, weights : ndarray, shape (draws, criteria)
        As fit draws them, in the order of `CRITERIA`. [level], [share]

    Returns
    -------
    ndarray, shape (draws, options)
        From 0 to 1: the mean of the shapes' values, weighted by what their criteria weigh in fit. Where
        none of them weighs anything all options are worth the middle.

    Notes
    -----
    Values come from absolute levels, so an option's value never depends on which others are there.
    """
    order = [each.id for each in CRITERIA]
    columns = [order.index(name) for name in shapes]
    weight = weights[:, columns]
    total = weight.sum(axis=1, keepdims=True)
    # Draws in which none of these criteria counts say nothing about the options.
    share = np.divide(weight, total, out=np.zeros_like(weight), where=total > 0)
    values = np.stack(
        [
            np.stack([shape(levels[:, column]) for shape in row], axis=1)
            for column, row in zip(columns, shapes.values(), strict=True)
        ],
        axis=1,
    )  # (draws, criteria, options)
    found = np.einsum("dc,dco->do", share, values)
    return np.where(total > 0, found, 0.5)
