"""What says where people are and when they work: countries, time zones, hours and languages."""

from collections.abc import Sequence
from functools import cache

from bpo_lib.errors import InputError
from bpo_lib.fit.residency import GROUPS
from bpo_lib.intake import cells
from bpo_lib.intake.cells import CellError, quoted
from bpo_lib.sourcing.hours import EXAMPLE, time_zones, working_hours

MOST_HOURS, MOST_LANGUAGES, LONGEST_LANGUAGE = 200, 20, 40


def country(text: str) -> str:
    """Return a country's code.

    Raises
    ------
    CellError
        When it is none.
    """
    code = text.strip()
    if code not in subdivisions():
        fix = f"Did you mean {code.upper()}?" if code.upper() in subdivisions() else ""
        raise CellError(
            f"{quoted(text)} is not a country code", fix or "Write two capital letters, such as DE"
        )
    return code


@cache
def subdivisions() -> dict[str, tuple[str, ...]]:
    """Return the codes of the countries whose holidays are known, and of their parts."""
    import holidays  # noqa: PLC0415 - only where a client names a country

    known = holidays.list_supported_countries().items()
    return {country: tuple(parts) for country, parts in known if len(country) == 2}  # DE, not DEU


def time_zone(text: str) -> str:
    """Return the name of a time zone.

    Raises
    ------
    CellError
        When it is none that follows the clock of a place; EST or +02:00 know no daylight saving.
    """
    name = text.strip()
    if name in time_zones():
        return name
    same = [each for each in time_zones() if each.casefold() == name.casefold()]
    by_city = sorted(each for each in time_zones() if each.endswith(f"/{name.replace(' ', '_')}"))
    fix = f"Did you mean {(same or by_city)[0]}?" if same or by_city else "Write such as America/New_York"
    raise CellError(f"{quoted(text)} is not the name of a time zone", fix)


def hours(text: str) -> str:
    """Return working hours as they were written.

    Raises
    ------
    CellError
        When they cannot be read.
    """
    found, fix = cells.printable(text).strip(), f"Write such as {EXAMPLE}"
    if len(found) > MOST_HOURS:
        raise CellError(f"the hours have more than {MOST_HOURS} characters", fix)
    try:
        working_hours(found)
    except InputError as error:
        raise CellError(str(error), fix) from None
    return found


def languages(names: Sequence[str]) -> tuple[str, ...]:
    """Return languages, each once.

    Raises
    ------
    CellError
        When one is empty, given twice or longer than a language's name.
    """
    found = tuple(cells.printable(name).strip() for name in names)
    if any(not name or len(name) > LONGEST_LANGUAGE for name in found):
        raise CellError("a language is empty or too long", "Write their names, such as English")
    if len({name.casefold() for name in found}) < len(found):
        raise CellError("a language is named twice", "Keep one of them")
    if len(found) > MOST_LANGUAGES:
        raise CellError(f"there are more than {MOST_LANGUAGES} languages", "Name those that matter")
    return found


def residency(names: Sequence[str]) -> tuple[str, ...]:
    """Return where data may be seen: codes of countries, and the groups EU and EEA.

    Raises
    ------
    CellError
        When one is neither.
    """
    for name in names:
        if name not in GROUPS and name not in subdivisions():
            upper = name.strip().upper()
            fix = f"Did you mean {upper}?" if upper in GROUPS or upper in subdivisions() else ""
            words = "Write codes of two capital letters, such as [DE, FR], or EU or EEA"
            raise CellError(f"{quoted(name)} is no country in residency", fix or words)
    return tuple(dict.fromkeys(names))
