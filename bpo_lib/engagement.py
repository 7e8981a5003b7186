"""One client, one scenario: everything a chapter may ask for, checked and frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, Self, TypeVar

import pandas as pd

from bpo_lib.assumptions import Terms
from bpo_lib.errors import InputError
from bpo_lib.profile import Profile

T = TypeVar("T", bound=Terms)
Frequency = Literal["intraday", "daily", "weekly", "monthly"]

EVENT_COLUMNS = ("date", "name", "effect", "ignore", "yearly")
REGISTER_COLUMNS = ["name", "meaning", "value", "low", "high", "unit", "source", "as_of", "note", "origin"]


@dataclass(frozen=True, eq=False)
class History:
    """The client's past volumes on a regular grid.

    Compared by identity, so a forecast made from it can be remembered while assumptions change.

    Parameters
    ----------
    counts : pandas.Series
        Volume of each period, indexed by its start (local time); NaN where it is missing. [transactions]
    frequency : str
        `intraday`, `daily`, `weekly` or `monthly`.
    step_minutes : int
        Length of a period when intraday, else 0. [minutes]
    queues : pandas.DataFrame or None
        The same volumes by queue, a column each, in the order of the file; None where the client
        counts all work together. [transactions]
    """

    counts: pd.Series
    frequency: Frequency
    step_minutes: int = 0
    queues: pd.DataFrame | None = None


@dataclass(frozen=True, eq=False)
class SpecialDays:
    """Days a client knows to differ from others; compared by identity, as `History` is.

    Parameters
    ----------
    closed : frozenset of Timestamp
        Days, past and future, on which nothing is open.
    events : pandas.DataFrame
        Columns `EVENT_COLUMNS`. effect: by which share the day's volume differs from a usual day's,
        0.3 for 30% more; NaN where the past has to tell [share]. ignore: a past day whose count
        says nothing of the future. yearly: a day that comes again every year on its date.
    """

    closed: frozenset[pd.Timestamp] = frozenset()
    events: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(EVENT_COLUMNS)))


@dataclass(frozen=True, eq=False)
class Drivers:
    """What the volume hangs on, month by month, past and planned; compared by identity.

    Parameters
    ----------
    monthly : pandas.DataFrame
        By month, a column for each driver (customers, policies); NaN outside the months given.
    """

    monthly: pd.DataFrame


@dataclass(frozen=True, eq=False)
class Engagement:
    """A validated client folder under one scenario; made by `open_client`.

    Parameters
    ----------
    client : str
        Name of the client folder.
    scenario : str
        `base` or the name of one of the client's scenarios.
    profile : Profile
        The settings of `client.yml`.
    terms : mapping
        Each group of assumptions the client gave or needs, by its class.
    register : pandas.DataFrame
        One row per assumption with `REGISTER_COLUMNS`: value, range, declared unit, source and
        origin; `Profile.unit` puts the unit into the client's words.
    history : History or None
        Past volumes.
    answers : pandas.DataFrame
        Columns criterion, level (1-5), source, date, rater, note; empty when not given.
    steps, events, vendors : pandas.DataFrame
        As described in `data/README.md`; empty when not given.
    input_hashes : mapping
        File name to SHA-256 of every input read.
    scenarios : tuple of str
        Names a run may ask for, `base` first.
    special_days : SpecialDays
        Closed days and events the client knows.
    drivers : Drivers or None
        What the volume hangs on, where the client says so.
    locations, currencies : pandas.DataFrame
        Where a provider's people work and what they cost there, and the rates of their currencies;
        empty when not given.
    service_measures : pandas.DataFrame
        Targets of service, how likely each is missed and what a miss weighs; empty when not given.
    weights : pandas.DataFrame
        What raters said of the weight of criteria: points, ranks or comparisons; empty when not given.
    criteria : pandas.DataFrame
        Where the client's firm reads criteria otherwise than the house; empty when not given.
    """

    client: str
    scenario: str
    profile: Profile
    terms: Mapping[type[Terms], Terms]
    register: pd.DataFrame
    history: History | None
    answers: pd.DataFrame
    steps: pd.DataFrame
    events: pd.DataFrame
    vendors: pd.DataFrame
    input_hashes: Mapping[str, str]
    scenarios: tuple[str, ...] = ("base",)
    special_days: SpecialDays = SpecialDays()
    drivers: Drivers | None = None
    locations: pd.DataFrame = field(default_factory=pd.DataFrame)
    currencies: pd.DataFrame = field(default_factory=pd.DataFrame)
    service_measures: pd.DataFrame = field(default_factory=pd.DataFrame)
    weights: pd.DataFrame = field(default_factory=pd.DataFrame)
    criteria: pd.DataFrame = field(default_factory=pd.DataFrame)

    def of(self, kind: type[T]) -> T:
        """Return one group of assumptions.

        Raises
        ------
        InputError
            When the client left this optional group out.
        """
        if kind not in self.terms:
            raise InputError(f"{self.client} gives no '{kind.group}' assumptions")
        found = self.terms[kind]
        assert isinstance(found, kind)
        return found

    def has(self, kind: type[Terms]) -> bool:
        """Whether the client gave this optional group of assumptions."""
        return kind in self.terms

    def with_values(self, changes: Mapping[str, float], origin: str = "what-if") -> Self:
        """Return the same engagement with some assumptions changed, checked again.

        Parameters
        ----------
        changes : mapping
            Full name (`deal.discount_rate_per_year`) to value, in the declared unit.
        origin : str
            What the register says the new values come from.

        Raises
        ------
        InputError
            When a name is unknown or a value is outside its range.
        """
        terms, register = dict(self.terms), self.register.copy()
        for kind in self.terms:
            mine = _changes_of(kind, changes)
            if mine:
                terms[kind] = terms[kind].with_values(**mine)
        unknown = set(changes) - set(register["name"])
        if unknown:
            raise InputError(f"unknown assumption: {', '.join(sorted(unknown))}")
        changed = register["name"].isin(list(changes))
        register.loc[changed, "value"] = register.loc[changed, "name"].map(dict(changes))
        register.loc[changed, "origin"] = origin
        return replace(self, terms=terms, register=register)


def _changes_of(kind: type[Terms], changes: Mapping[str, float]) -> dict[str, float]:
    prefix = f"{kind.group}."
    return {name.removeprefix(prefix): value for name, value in changes.items() if name.startswith(prefix)}
