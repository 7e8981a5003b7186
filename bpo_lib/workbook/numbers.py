"""The only place that rounds: a number goes in, the text a reader sees comes out.

The rule. In sentences, cards and chart labels money has three significant digits and a scale
(`EUR 1.24m`); in tables it is in whole units with the currency in the header. Shares become percent
with one decimal. Counts are whole; FTE, minutes and scores have one decimal under 100 and none from
there. Halves round to even on the binary value, as Python's `format` does. A number that is missing
shows as `n/a`, never as blank or zero; minus is the true minus sign, and what must not be torn apart
by a line break is joined by a non-breaking space.
"""

import math
from collections.abc import Callable, Sequence
from typing import Any

from bpo_lib.profile import Profile

NOT_AVAILABLE = "n/a"
MINUS = "\u2212"
SPACE = "\u00a0"  # does not break
HYPHEN = "\u2011"  # does not break either
Show = Callable[[Any], str]  # a value in, the text a reader sees out
_SCALES = ((1e9, "bn"), (1e6, "m"))


def missing(value: Any) -> bool:
    """Whether there is no number to show: None, NaN, NaT or infinity."""
    if value is None:
        return True
    try:
        return not math.isfinite(value)
    except (TypeError, ValueError):
        return True


def decimal(value: Any, digits: int = 1) -> str:
    """Return a number with thousands separators and a fixed number of decimals."""
    if missing(value):
        return NOT_AVAILABLE
    text = f"{value:,.{digits}f}"
    if text.startswith("-"):
        magnitude = text[1:]
        return magnitude if not magnitude.strip("0.,") else MINUS + magnitude
    return text


def count(value: Any) -> str:
    """Return a whole number: 12,346."""
    return decimal(value, 0)


def amount(value: Any) -> str:
    """Return money for a table, in whole units of the currency in the header: 1,237,899."""
    return decimal(value, 0)


def price(value: Any) -> str:
    """Return a small amount of money, such as a unit price, with two decimals: 3.42."""
    return decimal(value, 2)


def one_decimal_under_100(value: Any) -> str:
    """Return a number with one decimal under 100 and none from there: 14.2 but 148."""
    if missing(value):
        return NOT_AVAILABLE
    return decimal(value, 0 if abs(value) >= 99.95 else 1)


fte = one_decimal_under_100
minutes = one_decimal_under_100
score = one_decimal_under_100


def ratio(value: Any) -> str:
    """Return a ratio such as MASE or peak to mean, with two decimals."""
    return decimal(value, 2)


def three_decimals(value: Any) -> str:
    """Return a small ratio, such as the consistency of judgements, with three decimals."""
    return decimal(value, 3)


def percent(share: Any, digits: int = 1) -> str:
    """Return a share (0 to 1) as percent: 0.124 is 12.4%."""
    if missing(share):
        return NOT_AVAILABLE
    return decimal(share * 100, digits) + "%"


def percent_if_known(share: Any) -> str:
    """Return a share as percent, and a dash where it does not apply."""
    return "\u2013" if missing(share) else percent(share)


def points(value: Any) -> str:
    """Return a value between 0 and 1 as points of 100, with one decimal: 0.684 is 68.4."""
    return decimal(value if missing(value) else 100 * value)


def whole_percent(share: Any) -> str:
    """Return a share as percent without decimals, where a chart has no room for them."""
    return percent(share, 0)


def three_digits(value: Any) -> str:
    """Return a number rounded to three significant digits, without a scale: 12,346 is 12,300."""
    if missing(value):
        return NOT_AVAILABLE
    if value == 0:
        return "0"
    rounded = float(f"{value:.2e}")  # first, so that 99.97 is 100 and not 100.0
    digits = 2 - math.floor(math.log10(abs(rounded)))
    return decimal(rounded, min(max(digits, 0), 6))


def money(value: Any, currency: str) -> str:
    """Return money for a sentence: EUR 1.24m, EUR 12,300, EUR 3.42."""
    if missing(value):
        return NOT_AVAILABLE
    # 999,500 already reads as 1.00m, so the scale is chosen after rounding to three digits.
    for size, letter in _SCALES:
        if abs(value) >= size * 0.9995:
            return f"{currency}{SPACE}{_fixed_three_digits(value / size)}{letter}"
    text = decimal(value, 2) if 0 < abs(value) < 9.995 else three_digits(value)
    return f"{currency}{SPACE}{text}"


def _fixed_three_digits(value: float) -> str:
    """Return 1.24, 12.4, 124 or 1,240: trailing zeros stay, so that figures line up."""
    size = abs(value)
    return decimal(value, 2 if size < 9.995 else 1 if size < 99.95 else 0)


def months(value: Any) -> str:
    """Return a number of months: 17 months, 1 month."""
    if missing(value):
        return NOT_AVAILABLE
    text = count(value)
    return f"{text}{SPACE}month{'' if text == '1' else 's'}"


def duration(value: Any) -> str:
    """Return minutes in the unit a reader would use: 14.5 min, 3.2 hours, 12 days."""
    if missing(value):
        return NOT_AVAILABLE
    for size, unit in ((1_440, "days"), (60, "hours")):
        if value >= 2 * size:
            return f"{one_decimal_under_100(value / size)}{SPACE}{unit}"
    return f"{one_decimal_under_100(value)}{SPACE}min"


def signed(value: Any, show: Show) -> str:
    """Return a difference with its sign, shown by another function: +1.2% and 0.0%."""
    text = show(value)
    if missing(value) or value <= 0 or not any(digit in text for digit in "123456789"):
        return text
    return f"+{text}"


def signed_percent(share: Any) -> str:
    """Return a relative difference as percent with its sign."""
    return signed(share, percent)


def signed_score(value: Any) -> str:
    """Return a difference of scores with its sign: +7.8."""
    return signed(value, score)


def signed_ratio(value: Any) -> str:
    """Return a difference of levels or ratios with its sign and two decimals: +0.31."""
    return signed(value, ratio)


def summing(values: Sequence[float], digits: int = 1) -> list[float]:
    """Return numbers rounded so that what a reader adds up is their sum, rounded: none is off by a digit.

    The largest remainders are rounded up until the sum is reached.
    """
    scale = 10**digits
    scaled = [value * scale for value in values]
    whole = [math.floor(value) for value in scaled]
    order = sorted(range(len(whole)), key=lambda place: whole[place] - scaled[place])
    for place in order[: round(sum(scaled)) - sum(whole)]:
        whole[place] += 1
    return [value / scale for value in whole]


def as_text(text: Any) -> str:
    """Return a number that is text already, so that its column is aligned as numbers are."""
    return str(text)


def plain(value: Any) -> str:
    """Return an assumption as it was given: up to six significant digits, no trailing zeros."""
    if missing(value):
        return NOT_AVAILABLE
    if float(value) == int(value):
        return count(value)
    digits = max(0, min(6, 5 - math.floor(math.log10(abs(value)))))
    text = decimal(value, digits)
    return text.rstrip("0").rstrip(".") if "." in text else text


def with_unit(value: Any, unit: str, profile: Profile) -> str:
    """Return an assumption with its declared unit in the client's words: 8% a year, 3.1 EUR/call."""
    if missing(value):
        return NOT_AVAILABLE
    if unit == "share" or unit.startswith("share/"):
        rest = unit.removeprefix("share").removeprefix("/")
        return plain(value * 100) + "%" + (f"{SPACE}a{SPACE}{rest}" if rest else "")
    return f"{plain(value)}{SPACE}{profile.unit(unit)}"


def between(low: Any, high: Any, unit: str, profile: Profile) -> str:
    """Return a range with its unit said once: 5.6 to 6.8 minutes/call, 2% to 6% a year."""
    if missing(low) or missing(high):
        return NOT_AVAILABLE
    start = f"{plain(low * 100)}%" if unit.startswith("share") else plain(low)
    return f"{start} to {with_unit(high, unit, profile)}"
