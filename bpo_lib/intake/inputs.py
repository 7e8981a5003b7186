"""Where a client's tables stand: in one CSV file each, or on the sheets of one workbook."""

from typing import Protocol

from bpo_lib.errors import InputError
from bpo_lib.intake.client_files import SCENARIOS, SETTINGS, WORKBOOK, ClientFiles
from bpo_lib.intake.client_id import check_scenario_name
from bpo_lib.intake.layouts import CLIENT_SHEET, SCENARIO, SCENARIOS_SHEET, Layout
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.settings import MOST_BYTES, Setting, settings_of_sheet, settings_of_yaml
from bpo_lib.intake.text_tables import Table, TableError, read_csv
from bpo_lib.intake.workbooks import MOST_BYTES as MOST_WORKBOOK_BYTES
from bpo_lib.intake.workbooks import Workbook

_NO_CLIENT = "Give the client's title, process, sector, currency, start, term_months and operation"


class Inputs(Protocol):
    """What both ways of giving inputs answer; what is wrong goes to the list of problems."""

    settings_file: str

    def file(self, layout: Layout) -> str:
        """Return the name by which problems call a table."""

    def has(self, layout: Layout) -> bool:
        """Whether the client gives a table."""

    def table(self, layout: Layout) -> Table | None:
        """Return a table, or None after writing down why it cannot be read."""

    def settings(self) -> dict[str, Setting] | None:
        """Return the settings of the client, or None after writing down why they cannot be read."""

    def scenarios(self) -> dict[str, Table]:
        """Return the tables of the scenarios that can be read, by name."""


class CsvInputs:
    """`client.yml` and one CSV file per table."""

    settings_file = SETTINGS

    def __init__(self, files: ClientFiles, problems: ProblemList) -> None:
        self._files = files
        self._problems = problems

    def file(self, layout: Layout) -> str:
        """Return the file name of a table."""
        return f"{layout.name}.csv"

    def has(self, layout: Layout) -> bool:
        """Whether the file is there."""
        return self._files.has(self.file(layout))

    def table(self, layout: Layout) -> Table | None:
        """Return the table of a file, or None after writing down why it cannot be read."""
        return csv_table(self._files, self.file(layout), layout, self._problems)

    def settings(self) -> dict[str, Setting] | None:
        """Return the settings in `client.yml`, or None after writing down why they cannot be read."""
        if not self._files.has(SETTINGS):
            self._problems.add(SETTINGS, "the file is missing", _NO_CLIENT)
            return None
        try:
            return settings_of_yaml(self._files.read(SETTINGS, MOST_BYTES))
        except TableError as error:
            add_table_error(SETTINGS, error, self._problems)
            return None

    def scenarios(self) -> dict[str, Table]:
        """Return the tables in `scenarios/` by name."""
        return scenario_files(self._files, self._problems)


class WorkbookInputs:
    """The sheets of `inputs.xlsx`, and scenarios saved beside it."""

    settings_file = f"{WORKBOOK}, sheet client"

    def __init__(self, files: ClientFiles, problems: ProblemList) -> None:
        self._files = files
        self._problems = problems
        self._book = Workbook(files.read(WORKBOOK, MOST_WORKBOOK_BYTES))

    def file(self, layout: Layout) -> str:
        """Return the place of a sheet."""
        return f"{WORKBOOK}, sheet {layout.name}"

    def has(self, layout: Layout) -> bool:
        """Whether the sheet is there."""
        return layout.name in self._book.sheets

    def table(self, layout: Layout) -> Table | None:
        """Return the table of a sheet, or None after writing down why it cannot be read."""
        try:
            return self._book.table(self.file(layout), layout.name, layout)
        except TableError as error:
            add_table_error(self.file(layout), error, self._problems)
            return None

    def settings(self) -> dict[str, Setting] | None:
        """Return the settings on the sheet `client`, or None after writing down why they cannot be read."""
        if not self.has(CLIENT_SHEET):
            self._problems.add(self.settings_file, "the sheet is missing", _NO_CLIENT)
            return None
        table = self.table(CLIENT_SHEET)
        if table is None:
            return None
        try:
            return settings_of_sheet(table)
        except TableError as error:
            add_table_error(self.settings_file, error, self._problems)
            return None

    def scenarios(self) -> dict[str, Table]:
        """Return the scenarios of the sheet and those saved as files, by name."""
        table = self.table(SCENARIOS_SHEET) if self.has(SCENARIOS_SHEET) else None
        found = {} if table is None else self._by_scenario(table)
        for name, saved in scenario_files(self._files, self._problems).items():
            if name in found:
                self._problems.add(
                    saved.file, f"the scenario {name} is on a sheet of {WORKBOOK} too", "Keep one of them"
                )
            found.setdefault(name, saved)
        return found

    def _by_scenario(self, table: Table) -> dict[str, Table]:
        cells = table.cells
        found = {}
        for name, rows in cells.groupby(cells["scenario"].str.strip(), sort=False):
            try:
                check_scenario_name(str(name))
            except InputError as error:
                row = int(rows.index[0])
                self._problems.add(table.file, str(error), "Rename the scenario", row=row, column="scenario")
            else:
                found[str(name)] = Table(table.file, rows.drop(columns="scenario"))
        return found


def scenario_files(files: ClientFiles, problems: ProblemList) -> dict[str, Table]:
    """Return the tables in `scenarios/` that can be read, by name; the others are written down."""
    found: dict[str, Table] = {}
    try:
        names = files.scenario_names()
    except TableError as error:
        add_table_error(SCENARIOS, error, problems)
        return found
    for name in names:
        file = f"{SCENARIOS}/{name}.csv"
        try:
            check_scenario_name(name)
        except InputError as error:
            problems.add(ascii(file)[1:-1], str(error), "Rename the file")
        else:
            table = csv_table(files, file, SCENARIO, problems)
            if table is not None:
                found[name] = table
    return found


def csv_table(files: ClientFiles, file: str, layout: Layout, problems: ProblemList) -> Table | None:
    """Return the table of a file, or None after writing down why it cannot be read."""
    try:
        return read_csv(file, files.read(file, layout.max_bytes), layout)
    except TableError as error:
        add_table_error(file, error, problems)
        return None


def add_table_error(file: str, error: TableError, problems: ProblemList) -> None:
    """Write down why a whole file cannot be read."""
    for part in error.parts:
        problems.place(file, part.row).add_error(part.column, part)
