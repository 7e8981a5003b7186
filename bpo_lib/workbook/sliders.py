"""From a declared assumption to a slider: its ends, its step and its label."""

import math
from dataclasses import dataclass

import ipywidgets
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import esc

MOST_SLIDERS = 8
_LARGEST = 1e5  # a limit above it only keeps slips out and says nothing of what is usual
_STEPS = 60  # about as many positions as a hand can tell apart on a slider


@dataclass(frozen=True)
class Scale:
    """Ends and step of a slider; the starting value lies on a step, or the browser would move it."""

    low: float
    high: float
    step: float


def ranged(case: Engagement) -> list[str]:
    """Return the assumptions to which the client gave a low and a high value, at most `MOST_SLIDERS`."""
    rows = case.register.dropna(subset=["value", "low", "high"])
    return list(rows.loc[rows["low"] < rows["high"], "name"])[:MOST_SLIDERS]


def scale_of(case: Engagement, name: str) -> Scale:
    """Return the ends and step of one assumption's slider.

    The client's range is widened by half on either side, a value without one may halve or grow
    by half; neither leaves the declared limits.

    Raises
    ------
    InputError
        When the engagement has no such assumption, or it has no value.
    """
    row = _row(case, name)
    value = float(row["value"])
    given = not (numbers.missing(row["low"]) or numbers.missing(row["high"])) and row["low"] < row["high"]
    least, most = _limits(case, name)
    low, high = (float(row["low"]), float(row["high"])) if given else _around(value, most)
    if given:
        low, high = low - (high - low) / 2, high + (high - low) / 2
    low, high = max(min(low, value), least), min(max(high, value), most)
    step = _round_step((high - low) / _STEPS)
    below, above = math.floor((value - low) / step + 1e-9), math.floor((high - value) / step + 1e-9)
    return Scale(round(value - below * step, 10), round(value + above * step, 10), step)


def _around(value: float, most: float) -> tuple[float, float]:
    """Return half and one and a half of a value; of 0, up to a tenth of what is allowed."""
    if value == 0:
        return 0.0, most / 10 if most <= _LARGEST else 1.0
    return min(value * 0.5, value * 1.5), max(value * 0.5, value * 1.5)


def _limits(case: Engagement, name: str) -> tuple[float, float]:
    declared = {each.name: each for kind in case.terms for each in kind.declarations()}[name]
    return (
        -math.inf if declared.ge is None else declared.ge,
        math.inf if declared.le is None else declared.le,
    )


def _round_step(raw: float) -> float:
    """Return the nearest larger of 1, 2, 5 times a power of ten."""
    if raw <= 0:
        return 1.0
    size = 10.0 ** math.floor(math.log10(raw))
    return round(next(factor * size for factor in (1, 2, 5, 10) if factor * size >= raw * 0.999), 12)


def _row(case: Engagement, name: str) -> pd.Series:
    rows = case.register[case.register["name"] == name]
    if rows.empty or numbers.missing(rows["value"].iloc[0]):
        raise InputError(f"{case.client} has no assumption '{name}' to move")
    return rows.iloc[0]


def slider(case: Engagement, name: str) -> ipywidgets.FloatSlider:
    """Return the slider of one assumption, at the engagement's value."""
    scale, row = scale_of(case, name), _row(case, name)
    return ipywidgets.FloatSlider(
        value=float(row["value"]),
        min=scale.low,
        max=scale.high,
        step=scale.step,
        readout_format=_readout(scale.step, str(row["unit"])),
        continuous_update=False,  # a model may take longer than the gap between two moves
        tooltip=f"{row['meaning']} ({name})",
        layout=ipywidgets.Layout(width="100%", flex="0 0 auto"),
    )


def _readout(step: float, unit: str) -> str:
    digits = max(0, -math.floor(math.log10(step) + 1e-9))
    return f".{max(0, digits - 2)}%" if unit.startswith("share") else f",.{digits}f"


def label(case: Engagement, name: str) -> str:
    """Return the markup of a slider's label: what it is, and where it starts, with its unit."""
    row = _row(case, name)
    whose = "house assumption" if row["origin"] == "default" else "client's value"
    start = numbers.with_unit(row["value"], str(row["unit"]), case.profile)
    return f"<span>{esc(labels.sentence(row['meaning']))} <small>({whose}: {esc(start)})</small></span>"
