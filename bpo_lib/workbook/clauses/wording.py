"""What a clause consists of, and how its numbers are written: plain text, escaped only where it is shown."""

from dataclasses import dataclass

from bpo_lib.profile import Profile
from bpo_lib.workbook import numbers

LARGE = 100.0  # a price of one from here on is shown with two decimals


@dataclass(frozen=True)
class Wording:
    """The words of one charge; defined terms begin with a capital letter.

    Parameters
    ----------
    title : str
        What the charge is called.
    definitions : tuple of (str, str)
        Each defined term and what it means.
    charge : tuple of str
        What is paid, one numbered paragraph each.
    calculation : tuple of str
        How and when it is worked out.
    open_points : tuple of str
        What is left for counsel to settle.
    checklist : tuple of str
        Entries of the contract checklist that belong to it.
    """

    title: str
    definitions: tuple[tuple[str, str], ...]
    charge: tuple[str, ...]
    calculation: tuple[str, ...] = ()
    open_points: tuple[str, ...] = ()
    checklist: tuple[str, ...] = ()


@dataclass(frozen=True)
class Article:
    """A numbered part of a contract: its heading and its paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Pen:
    """Writes numbers as a contract does, in a client's currency and word for a transaction."""

    profile: Profile

    @property
    def one(self) -> str:
        """The client's word for one transaction."""
        return self.profile.transaction

    def money(self, value: float) -> str:
        """Return a sum with its currency: EUR 232,200.00."""
        return f"{self.profile.currency}{numbers.SPACE}{numbers.price(value)}"

    def rate(self, value: float) -> str:
        """Return the price of one with its currency: EUR 5.40, EUR 0.3275."""
        return f"{self.profile.currency}{numbers.SPACE}{rate(value)}"


def rate(value: float) -> str:
    """Return the price of one: two decimals, four where two would change a small one."""
    return numbers.price(value) if _whole(value * 100) or abs(value) >= LARGE else numbers.decimal(value, 4)


def shown_in_full(value: float) -> bool:
    """Whether `rate` shows all digits of a price."""
    return _whole(value * (100 if abs(value) >= LARGE else 10_000))


def _whole(value: float) -> bool:
    return abs(value - float(f"{value:.0f}")) < 1e-6 * max(1.0, abs(value) / 100)


def quantity(value: float) -> str:
    """Return a quantity: whole, or with as many of two decimals as it has."""
    text = numbers.decimal(value, 2)
    return text.rstrip("0").rstrip(".") if "." in text else text


def share(value: float) -> str:
    """Return a share as percent, as given: 10%, 7.5%."""
    return numbers.plain(value * 100) + "%"
