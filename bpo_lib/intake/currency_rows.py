"""`currencies.csv`: what one unit of each foreign currency costs in the client's own."""

import pandas as pd

from bpo_lib.intake import cells
from bpo_lib.intake.cells import CellError, quoted
from bpo_lib.intake.currency_codes import CURRENCY_CODES
from bpo_lib.intake.declared_rows import declared_numbers
from bpo_lib.intake.problem_list import Place, ProblemList
from bpo_lib.intake.text_tables import Table
from bpo_lib.pricing.provider import ExchangeRate

COLUMNS = list(ExchangeRate.model_fields)


def currency_code(text: str) -> str:
    """Return the code of a currency that exists.

    Raises
    ------
    CellError
        When it is not three letters of ISO 4217.
    """
    code = text.strip().upper()
    if not code:
        raise CellError("the cell is empty", "Write the three letters of the currency, such as EUR")
    if code not in CURRENCY_CODES:
        # No guess: three letters are near too many others.
        raise CellError(
            f"{quoted(text)} is not the code of a currency", "Write its three letters, such as EUR or PHP"
        )
    return code


def currencies_of(table: Table, own: str, problems: ProblemList) -> pd.DataFrame:
    """Return the rates by currency, in the order of the file.

    Parameters
    ----------
    table : Table
    own : str
        The client's currency, whose rate is 1; empty where `client.yml` does not tell.
    problems : ProblemList
        Gets what is wrong.

    Returns
    -------
    pandas.DataFrame
        Columns `COLUMNS`.
    """
    seen: dict[str, int] = {}
    rates: list[dict[str, object]] = []
    for row, record in table.records():
        place, before = problems.place(table.file, row), problems.count
        try:
            code = currency_code(record["currency"])
        except CellError as error:
            place.add_error("currency", error)
            code = ""
        if code in seen:
            place.add("currency", f"{code} has a rate already, in row {seen[code]}", "Keep one of the rows")
        elif code:
            seen[code] = row
        numbers = declared_numbers(place, record, ExchangeRate)
        if code and code == own and numbers.get("rate", 1.0) != 1:
            place.add("rate", f"{own} is the client's own currency, its rate is 1", "Delete the row")
        texts = {"currency": code, "source": _source(place, record), "date": _date(place, record)}
        if problems.count == before:
            rates.append(ExchangeRate(**numbers, **texts).model_dump())
    return pd.DataFrame(rates, columns=COLUMNS)


def _source(place: Place, record: dict[str, str]) -> str:
    source = record.get("source", "").strip()
    if not source:
        place.add("source", "the rate has no source", "Say who quotes it: a bank, the treasury")
    return source


def _date(place: Place, record: dict[str, str]) -> str:
    text = record.get("date", "").strip()
    try:
        return cells.date(text).isoformat() if text else ""
    except CellError as error:
        place.add_error("date", error)
        return ""
