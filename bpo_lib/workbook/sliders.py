"""From a declared assumption to what moves it: a slider with its ends and step, a list, a box."""

import math
import re
from dataclasses import dataclass, replace
from typing import TypeAlias

import ipywidgets
import pandas as pd

from bpo_lib.assumptions import Declaration, Terms
from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.profile import Profile
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import esc

Control: TypeAlias = ipywidgets.FloatSlider | ipywidgets.Dropdown | ipywidgets.Checkbox

MOST_SLIDERS = 8
CLIENTS, HOUSES = "client's value", "house assumption"
SHORT_WHOSE = {CLIENTS: "client", HOUSES: "house"}  # where there is little room
_LARGEST = 1e5  # a limit above it only keeps slips out and says nothing of what is usual
_STEPS = 60  # about as many positions as a hand can tell apart on a slider
_CHOICE = re.compile(r"(\d+) ([^;]+?)(?=, \d+ |;|$)")
_WHOLE_ROW = ipywidgets.Layout(width="100%", flex="0 0 auto")


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


@dataclass(frozen=True)
class Start:
    """Where one assumption stands before anybody moves it.

    Parameters
    ----------
    declared : Declaration
        What is known of it before any client gives it a value.
    value, low, high : float
        Its value and the client's range, NaN where there is none. [declared unit]
    whose : str
        Who stands behind the value, as a label says it.
    """

    declared: Declaration
    value: float
    low: float = math.nan
    high: float = math.nan
    whose: str = CLIENTS

    @property
    def name(self) -> str:
        """Full name, as in `assumptions.csv`."""
        return self.declared.name

    @property
    def words(self) -> dict[float, str]:
        """What each choice means, where the declaration says so: `what counts: 0 this, 1 that; a remark`."""
        _, _, choices = self.declared.meaning.partition(":")
        found = {float(number): said for number, said in _CHOICE.findall(choices)}
        return found if set(found) == set(self.declared.one_of) else {}

    @property
    def is_yes_or_no(self) -> bool:
        """Whether it is a choice between 0 and 1 that is a plain yes or no."""
        return set(self.declared.one_of) == {0, 1} and self.words in ({}, {0: "no", 1: "yes"})


def start_of(case: Engagement, name: str) -> Start:
    """Return where an engagement's assumption starts.

    Raises
    ------
    InputError
        When the engagement has no such assumption, or it has no value.
    """
    row = _row(case, name)
    declared = {each.name: each for kind in case.terms for each in kind.declarations()}[name]
    whose = HOUSES if row["origin"] == "default" else CLIENTS
    low, high = (math.nan if numbers.missing(row[end]) else float(row[end]) for end in ("low", "high"))
    return Start(declared, float(row["value"]), low, high, whose)


def starts_of(case: Engagement, terms: Terms, whose: str = CLIENTS) -> list[Start]:
    """Return where the assumptions of a group start: the engagement's own, or `terms` nobody gave it."""
    if case.has(type(terms)):
        return [start_of(case, each.name) for each in terms.declarations()]
    values = {each: float(getattr(terms, each.name.partition(".")[2])) for each in terms.declarations()}
    return [
        Start(each, value, whose=HOUSES if value == each.default else whose) for each, value in values.items()
    ]


def scale_of(case: Engagement, name: str) -> Scale:
    """Return the ends and step of one assumption's slider; see `scale`.

    Raises
    ------
    InputError
        When the engagement has no such assumption, or it has no value.
    """
    return scale(start_of(case, name))


def scale(start: Start) -> Scale:
    """Return the ends and step of a slider.

    The client's range is widened by half on either side, a value without one may halve or grow
    by half; neither leaves the declared limits.
    """
    value, low, high = start.value, start.low, start.high
    given = low < high  # not where one of them is missing
    least, most = _limits(start.declared)
    if given:
        low, high = low - (high - low) / 2, high + (high - low) / 2
    else:
        low, high = _around(value, most)
    low, high = max(min(low, value), least), min(max(high, value), most)
    step = _round_step((high - low) / _STEPS)
    below, above = math.floor((value - low) / step + 1e-9), math.floor((high - value) / step + 1e-9)
    return Scale(round(value - below * step, 10), round(value + above * step, 10), step)


def _around(value: float, most: float) -> tuple[float, float]:
    """Return half and one and a half of a value; of 0, up to a tenth of what is allowed."""
    if value == 0:
        return 0.0, most / 10 if most <= _LARGEST else 1.0
    return min(value * 0.5, value * 1.5), max(value * 0.5, value * 1.5)


def _limits(declared: Declaration) -> tuple[float, float]:
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


def slider(case: Engagement, name: str) -> Control:
    """Return the control of one assumption, at the engagement's value; see `control`."""
    return control(start_of(case, name), case.profile)


def control(start: Start, profile: Profile) -> Control:
    """Return what moves an assumption: a slider, a list where it is a choice, a box for yes or no."""
    tooltip = f"{start.declared.meaning} ({start.name})"
    if start.is_yes_or_no:
        return ipywidgets.Checkbox(
            value=bool(start.value),
            description=labels.short(start.declared.meaning),
            tooltip=tooltip,
            indent=False,
            layout=_WHOLE_ROW,
        )
    if start.declared.one_of:
        choices = [(in_words(value, start, profile), float(value)) for value in start.declared.one_of]
        return ipywidgets.Dropdown(options=choices, value=start.value, tooltip=tooltip, layout=_WHOLE_ROW)
    ends = scale(start)
    return ipywidgets.FloatSlider(
        value=start.value,
        min=ends.low,
        max=ends.high,
        step=ends.step,
        readout_format=_readout(ends.step, start.declared.unit),
        continuous_update=False,  # a model may take longer than the gap between two moves
        tooltip=tooltip,
        layout=_WHOLE_ROW,
    )


def put(moved: Control, start: Start, value: float) -> None:
    """Set a control to a value, which may lie between two steps or beyond the slider's ends."""
    if not isinstance(moved, ipywidgets.FloatSlider):
        moved.value = bool(value) if start.is_yes_or_no else float(value)
        return
    ends = scale(replace(start, value=value))
    reached = {"min": min(ends.low, value), "max": max(ends.high, value), "step": ends.step}
    with moved.hold_trait_notifications():  # or the old ends would hold the new value back
        for name, bound in reached.items():
            setattr(moved, name, bound)
        moved.value = value


def _readout(step: float, unit: str) -> str:
    digits = max(0, -math.floor(math.log10(step) + 1e-9))
    return f".{max(0, digits - 2)}%" if unit.startswith("share") else f",.{digits}f"


def in_words(value: float, start: Start, profile: Profile) -> str:
    """Return a value as a reader would say it: yes, only beyond its edge, 3 months, 8% a year."""
    if start.is_yes_or_no:
        return "yes" if value else "no"
    if value in start.words:
        return start.words[value]
    if start.declared.unit == "months":
        return numbers.months(value) if float(value).is_integer() else f"{numbers.plain(value)} months"
    return numbers.with_unit(value, start.declared.unit, profile)


def label(case: Engagement, name: str) -> str:
    """Return the markup of a control's label: what it is, and where it starts, with its unit."""
    start = start_of(case, name)
    told = f"({start.whose}: {esc(in_words(start.value, start, case.profile))})"
    return f"<span>{esc(labels.sentence(start.declared.meaning))} <small>{told}</small></span>"


def short_label(start: Start, profile: Profile) -> str:
    """Return the markup of a label where there is little room; a box for yes or no says the rest itself."""
    whose = SHORT_WHOSE.get(start.whose, start.whose)
    told = f"{whose}: {in_words(start.value, start, profile)}"
    what = "" if start.is_yes_or_no else f"{esc(labels.short(start.declared.meaning))} "
    return f'<span class="bpo-term">{what}<small>{esc(told)}</small></span>'


def changed_in_words(count: int) -> str:
    """Return how many assumptions a panel has changed, as a sentence."""
    if count == 0:
        return "The client's own values."
    return "1 assumption changed." if count == 1 else f"{count} assumptions changed."
