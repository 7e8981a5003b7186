"""What each kind of place brings: hours shared with the client, languages, and leave to see its data."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.fit.residency import PLACES, may_hold, places_allowed
from bpo_lib.sourcing.hours import SharedHours, shared_hours

OWN, KNOWLEDGE = "shared_services", "specialist"
MODEL_PLACES = (OWN, *PLACES, KNOWLEDGE)
PLACE_WORDS = {name: name.replace("_", " ") for name in MODEL_PLACES}
COLUMNS = [
    "location", "place", "country", "data_allowed", "time_zone", "hours", "usual", "worst", "best",
    "worst_week", "languages", "missing_languages",
]  # fmt: skip


@dataclass(frozen=True, eq=False)
class Supply:
    """What one kind of place can do for the client.

    Parameters
    ----------
    names : tuple of str
        Its locations, as the client names them; empty where none is given.
    hours : SharedHours or None
        All its locations together; None where the client's hours or all of theirs are not told.
    missing_languages : tuple of str
        Languages of the client that none of its locations works in; empty where none of them tells.
    data_allowed : bool or None
        Whether the client's data may be seen there; None where its countries are not known.
    """

    names: tuple[str, ...]
    hours: SharedHours | None
    missing_languages: tuple[str, ...]
    data_allowed: bool | None


@lru_cache(maxsize=16)
def place_supply(case: Engagement) -> dict[str, Supply]:
    """Return what each kind of place can do for the client.

    Parameters
    ----------
    case : Engagement
        Its hours, languages and residency, and the provider's locations.

    Returns
    -------
    dict of str to Supply
        By the names of `MODEL_PLACES`. The own shared services and a specialist have no locations in
        `locations.csv`, so nothing is known of them here and nothing forbidden.
    """
    allowed, rows = places_allowed(case), _rows(case)
    found = {}
    for place in MODEL_PLACES:
        mine = [row for row in rows if row["place"] == place]
        found[place] = Supply(
            names=tuple(row["location"] for row in mine),
            hours=_shared(case, mine),
            missing_languages=_missing(case, mine),
            data_allowed=allowed.get(place, True),
        )
    return found


def location_hours(case: Engagement) -> pd.DataFrame:
    """Return every location with the hours it shares with the client, its languages and its leave.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    pandas.DataFrame
        Columns `COLUMNS`, in the order of the file. `usual`, `worst` and `best` are shares of the client's
        hours in the middle, worst and best week of the first year, NaN where hours are not told;
        worst_week is when the first such week begins. `data_allowed` is None where residency is limited and
        the country is not known.
    """
    rows = [
        {
            **row,
            "data_allowed": may_hold(row["country"], case.profile.residency),
            "usual": hours.usual if (hours := _shared(case, [row])) else float("nan"),
            "worst": hours.worst if hours else float("nan"),
            "best": hours.best if hours else float("nan"),
            "worst_week": hours.worst_week if hours else None,
            "missing_languages": "; ".join(_missing(case, [row])),
        }
        for row in _rows(case)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _rows(case: Engagement) -> list[dict[str, str]]:
    """Return the locations as texts; one in the client's own country is onshore where nobody says."""
    names = ("location", "place", "country", "time_zone", "hours", "languages")
    rows = [{name: str(row.get(name, "")) for name in names} for row in case.locations.to_dict("records")]
    own = case.profile.country
    return [
        {**row, "place": "onshore"} if own and not row["place"] and row["country"] == own else row
        for row in rows
    ]


def _shared(case: Engagement, rows: Iterable[dict[str, str]]) -> SharedHours | None:
    others = tuple((row["hours"], row["time_zone"]) for row in rows if row["hours"] and row["time_zone"])
    profile = case.profile
    if not others or not profile.hours or not profile.time_zone:
        return None
    return shared_hours(profile.hours, profile.time_zone, others, profile.start)


def _missing(case: Engagement, rows: Iterable[dict[str, str]]) -> tuple[str, ...]:
    """Return the client's languages that nobody there works in; none where nobody tells."""
    spoken = {part.strip().casefold() for row in rows for part in row["languages"].split(";") if part.strip()}
    if not spoken:
        return ()
    return tuple(name for name in case.profile.languages if name.casefold() not in spoken)
