"""`drivers.csv`: what the volume hangs on, a figure for every month."""

import datetime as dt
from typing import Annotated

import pandas as pd
from pydantic import BeforeValidator

from bpo_lib.engagement import Drivers
from bpo_lib.intake import cells
from bpo_lib.intake.cells import CellError, quoted
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.row_models import Row, checked_rows, needed
from bpo_lib.intake.text_tables import Table

MOST_DRIVERS = 5
LARGEST = 1e12


def _value(text: str) -> float:
    value = cells.number(needed(text))
    if value <= 0:
        raise CellError(
            f"the value {text.strip()} is not above 0", "Write the level of the driver in that month"
        )
    if value > LARGEST:
        raise CellError(f"the value {value:g} is too large to be one", "Check the number")
    return value


class DriverRow(Row):
    """The level of one driver in one month."""

    month: Annotated[dt.date, BeforeValidator(lambda text: cells.month(needed(text)))]
    driver: Annotated[str, BeforeValidator(lambda text: needed(text).strip())]
    value: Annotated[float, BeforeValidator(_value)]


def drivers_of(table: Table, problems: ProblemList) -> Drivers | None:
    """Return the drivers by month; every driver has each month from its first to its last once."""
    before = problems.count
    seen: dict[tuple[str, pd.Period], tuple[int | None, float]] = {}
    for place, good in checked_rows(table, DriverRow, problems):
        key = (good.driver, pd.Period(good.month, "M"))
        if key in seen:
            words = f"{quoted(good.driver)} of {key[1]} is given twice, first in row {seen[key][0]}"
            place.add("month", words, "Keep one of the rows")
        seen.setdefault(key, (place.row, good.value))
    drivers = list(dict.fromkeys(driver for driver, _ in seen))
    for driver in drivers:
        _check_months(table.file, driver, [month for name, month in seen if name == driver], problems)
    if len(drivers) > MOST_DRIVERS:
        words = f"there are more than {MOST_DRIVERS} drivers"
        problems.add(table.file, words, "Keep those the volume follows", column="driver")
    if problems.count > before or not drivers:
        return None
    by_driver = {
        driver: pd.Series({month: value for (name, month), (_, value) in seen.items() if name == driver})
        for driver in drivers
    }
    return Drivers(pd.DataFrame(by_driver).sort_index())


def _check_months(file: str, driver: str, months: list[pd.Period], problems: ProblemList) -> None:
    expected = pd.period_range(min(months), max(months), freq="M")
    if absent := [str(month) for month in expected if month not in set(months)]:
        rest = f" and {len(absent) - 1} more" if len(absent) > 1 else ""
        words = f"{quoted(driver)} has no value for {absent[0]}{rest}"
        problems.add(file, words, "Give every month from the first to the last", column="month")
