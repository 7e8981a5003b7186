"""`locations.csv`: where a provider's people work, and what one of them costs there."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, get_args

import pandas as pd

from bpo_lib.intake import place_words
from bpo_lib.intake.cells import CellError, nearest, plain, quoted
from bpo_lib.intake.currency_rows import currency_code
from bpo_lib.intake.declared_rows import declared_numbers
from bpo_lib.intake.layouts import CURRENCIES
from bpo_lib.intake.problem_list import Place, ProblemList
from bpo_lib.intake.text_tables import Table
from bpo_lib.pricing.provider import Location
from bpo_lib.pricing.provider.location import ALL_PLACES

COLUMNS = list(Location.model_fields)
SUM_OF_SHARES = 1e-6  # how far the shares may add up from 1
MOST_LOCATIONS = 20
LONGEST_NAME = 60


def locations_of(
    table: Table, own: str, rated: Collection[str] | None, problems: ProblemList
) -> pd.DataFrame:
    """Return the locations in the order of the file.

    Parameters
    ----------
    table : Table
    own : str
        The client's currency; empty where `client.yml` does not tell.
    rated : collection of str or None
        The currencies whose rate the client gives; None where that file could not be read.
    problems : ProblemList
        Gets what is wrong.

    Returns
    -------
    pandas.DataFrame
        Columns `COLUMNS`; empty after a problem.
    """
    before = problems.count
    seen: dict[str, int] = {}
    found: list[dict[str, Any]] = []
    for row, record in table.records():
        place, name = problems.place(table.file, row), record["location"].strip()
        _check_name(place, name, seen)
        seen.setdefault(name.casefold(), row)
        code = _currency(place, record["currency"], own, rated)
        numbers = declared_numbers(place, record, Location)
        source = record.get("source", "").strip()
        if not source:
            place.add(
                "source", "the row has no source", "Say where the figures come from: an offer, a survey"
            )
        words = {"location": name, "currency": code, "source": source, "note": record.get("note", "")}
        found.append({**numbers, **words, **_where(place, record)})
    _check_shares(table.file, [row.get("share") for row in found], problems)
    if len(found) > MOST_LOCATIONS:
        problems.add(table.file, f"there are more than {MOST_LOCATIONS} locations", "Join small ones")
    good = found if problems.count == before else []
    return pd.DataFrame([Location(**row).model_dump() for row in good], columns=COLUMNS)


def _check_name(place: Place, name: str, seen: Mapping[str, int]) -> None:
    if not name:
        place.add("location", "the cell is empty", "Name the place, such as Manila")
    elif len(name) > LONGEST_NAME:
        place.add("location", f"{quoted(name)} is longer than {LONGEST_NAME} characters", "Shorten it")
    elif name.casefold() == ALL_PLACES:
        place.add("location", f"{quoted(name)} is what the report calls their sum", "Name each place")
    elif name.casefold() in seen:
        words = f"{quoted(name)} is given twice, first in row {seen[name.casefold()]}"
        place.add("location", words, "Keep one of the rows")


def _currency(place: Place, text: str, own: str, rated: Collection[str] | None) -> str:
    """Return the currency of a location, after writing down one that is unknown or has no rate."""
    try:
        code = currency_code(text)
    except CellError as error:
        place.add_error("currency", error)
        return ""
    if own and rated is not None and code != own and code not in rated:
        fix = f"Add a row to {CURRENCIES.name}.csv: what one {code} costs in {own}"
        place.add("currency", f"{code} has no rate", fix)
    return code


def _where(place: Place, record: Mapping[str, str]) -> dict[str, str]:
    """Return what says where a location is and when people work there, faults written down."""
    found: dict[str, str] = {}
    for column, read in _WHERE.items():
        text = record.get(column, "").strip()
        try:
            found[column] = read(text) if text else ""
        except CellError as error:
            place.add_error(column, error)
    if found.get("hours") and not record.get("time_zone", "").strip():
        place.add("time_zone", "there are hours and no time zone", "Write such as America/New_York")
    return found


def _place(text: str) -> str:
    known = [name for name in get_args(Location.model_fields["place"].annotation) if name]
    if text not in known:
        raise CellError(f"{quoted(text)} is not a kind of place", nearest(text, known))
    return text


def _languages(text: str) -> str:
    return "; ".join(place_words.languages([part.strip() for part in text.split(";") if part.strip()]))


_WHERE: dict[str, Callable[[str], str]] = {
    "place": _place,
    "country": place_words.country,
    "time_zone": place_words.time_zone,
    "hours": place_words.hours,
    "languages": _languages,
}


def _check_shares(file: str, shares: list[object], problems: ProblemList) -> None:
    given = [share for share in shares if isinstance(share, float)]
    if len(given) == len(shares) and abs(sum(given) - 1) > SUM_OF_SHARES:
        words = f"the shares add up to {plain(float(f'{sum(given):.6g}'))}, not 1"
        problems.add(file, words, "Correct them; a place without people needs no row", column="share")
