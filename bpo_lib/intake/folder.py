"""A client folder becomes one frozen engagement, or one list of everything that is wrong with it."""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import pandas as pd

from bpo_lib.assumptions import Terms
from bpo_lib.engagement import Engagement, History, SpecialDays
from bpo_lib.errors import InputError, InputProblems, Problem
from bpo_lib.fit.scales.client_table import TABLE_COLUMNS
from bpo_lib.intake import answer_rows, step_rows, vendor_rows, weight_rows
from bpo_lib.intake.assumption_rows import Assumptions, Given, assumptions_of
from bpo_lib.intake.calendar_rows import special_days_of
from bpo_lib.intake.cells import quoted
from bpo_lib.intake.client_files import SCENARIOS, SETTINGS, TABLES, WORKBOOK, ClientFiles
from bpo_lib.intake.client_id import check_client_id
from bpo_lib.intake.criteria_rows import criteria_of
from bpo_lib.intake.currency_rows import currencies_of
from bpo_lib.intake.driver_rows import drivers_of
from bpo_lib.intake.event_rows import empty_events, events_of
from bpo_lib.intake.inputs import CsvInputs, Inputs, WorkbookInputs, add_table_error
from bpo_lib.intake.layouts import (
    ANSWERS,
    ASSUMPTIONS,
    CALENDAR,
    CRITERIA,
    CURRENCIES,
    DRIVERS,
    EVENTS,
    LOCATIONS,
    PRICE_TIERS,
    SERVICE_MEASURES,
    STEPS,
    VENDORS,
    VOLUMES,
    WEIGHTS,
    Layout,
)
from bpo_lib.intake.location_rows import locations_of
from bpo_lib.intake.log_settings import check_log_settings
from bpo_lib.intake.logo import MOST_BYTES as MOST_LOGO_BYTES
from bpo_lib.intake.logo import logo_address
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.scenario_rows import Change, changes_of
from bpo_lib.intake.service_rows import measures_of
from bpo_lib.intake.settings import Setting, profile_of
from bpo_lib.intake.text_tables import Table, TableError
from bpo_lib.intake.tier_rows import tiers_of
from bpo_lib.intake.volume_rows import check_reach, history_of
from bpo_lib.pricing.deal.service_measure import MEASURE_COLUMNS
from bpo_lib.pricing.forms import PriceTier, TieredPricing
from bpo_lib.pricing.provider.sites import built_up_cost, places_of
from bpo_lib.profile import Profile

R = TypeVar("R")


def open_client(folder: str | os.PathLike[str], scenario: str = "base") -> Engagement:
    """Return a client folder, checked and frozen, under one of its scenarios.

    Parameters
    ----------
    folder : path
        The client folder: `client.yml` with its CSV files, or `inputs.xlsx`.
    scenario : str
        `base`, or the name of a file in `scenarios/`. Every scenario is checked, one is applied.

    Returns
    -------
    Engagement

    Raises
    ------
    InputProblems
        With every problem of every file: where it is, what is wrong, how to mend it.
    """
    path = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow a link to another folder
    _check_folder(path)
    problems = ProblemList()
    files = ClientFiles(path)
    inputs = _inputs(files, problems)
    if inputs is None:
        raise InputProblems(path.name, problems.all())
    return _Reader(path.name, files, inputs, problems).engagement(scenario)


def _check_folder(path: Path) -> None:
    name = quoted(path.name)[1:-1]
    try:
        check_client_id(path.name)
    except InputError as error:
        raise InputProblems(name, [Problem(name, None, None, str(error), "Rename the folder")]) from None
    if path.is_symlink() or not path.is_dir():
        fix = "Give the path of a client folder; `bpo new` makes one"
        raise InputProblems(name, [Problem(name, None, None, "there is no such client folder", fix)])
    if not os.access(path, os.R_OK | os.X_OK):
        fix = "Check who may read it"
        raise InputProblems(name, [Problem(name, None, None, "the client folder may not be read", fix)])


def _inputs(files: ClientFiles, problems: ProblemList) -> Inputs | None:
    for name, fix in files.misspelt():
        problems.add(quoted(name)[1:-1], "this is not the name of an input", fix)
    if not files.has(WORKBOOK):
        return CsvInputs(files, problems)
    if others := [name for name in (SETTINGS, *TABLES) if files.has(name)]:
        fix = "Keep the workbook or the other files, not both"
        problems.add(WORKBOOK, f"{', '.join(others)} beside the workbook", fix)
    try:
        return WorkbookInputs(files, problems)
    except TableError as error:
        add_table_error(WORKBOOK, error, problems)
        return None


class _Reader:
    """Reads table after table; what is wrong with one never keeps the next from being read."""

    def __init__(self, client: str, files: ClientFiles, inputs: Inputs, problems: ProblemList) -> None:
        self._client = client
        self._files = files
        self._inputs = inputs
        self._problems = problems
        self._rows: dict[str, int] = {}  # of the settings, where one is held against another input

    def engagement(self, scenario: str) -> Engagement:
        """Return the engagement under a scenario, or raise every problem found on the way."""
        problems = self._problems
        profile = self._profile()
        locations, currencies = self._provider_tables(profile)
        told = self._told(_built_up(locations, currencies, profile))
        tables = self._tables_of_terms()
        assumptions = self._required(
            ASSUMPTIONS, lambda table: assumptions_of(table, profile, problems, told, tables)
        )
        history = self._history(profile)
        answers = self._required(ANSWERS, lambda table: answer_rows.answers_of(table, problems))
        steps, events, vendors = self._process_and_vendors(profile)
        days = self._optional(CALENDAR, lambda table: special_days_of(table, problems), SpecialDays())
        drivers = self._optional(DRIVERS, lambda table: drivers_of(table, problems), None)
        measures, weights, criteria = self._measures(), self._weights(), self._criteria()
        changes = self._changes(scenario, assumptions)
        if problems or profile is None or assumptions is None or answers is None:
            raise InputProblems(self._client, problems.all())
        base = Engagement(
            client=self._client,
            scenario="base",
            profile=profile,
            terms=assumptions.terms,
            register=assumptions.register,
            history=history,
            answers=answers,
            steps=steps,
            events=events,
            vendors=vendors,
            input_hashes=dict(self._files.hashes),
            scenarios=("base", *changes),
            special_days=days,
            drivers=drivers,
            locations=locations,
            currencies=currencies,
            service_measures=measures,
            weights=weights,
            criteria=criteria,
        )
        return base if scenario == "base" else _under(base, scenario, changes[scenario])

    def _history(self, profile: Profile | None) -> History | None:
        history = self._required(VOLUMES, lambda table: history_of(table, self._problems))
        if history and profile:
            check_reach(self._inputs.file(VOLUMES), history, profile, self._problems)
        return history

    def _process_and_vendors(
        self, profile: Profile | None
    ) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
        problems = self._problems
        no_steps, no_vendors = (pd.DataFrame(columns=rows.COLUMNS) for rows in (step_rows, vendor_rows))
        steps = self._optional(STEPS, lambda table: step_rows.steps_of(table, problems), no_steps)
        events = self._events(profile)
        vendors = self._optional(VENDORS, lambda table: vendor_rows.vendors_of(table, problems), no_vendors)
        return steps, events, vendors

    def _events(self, profile: Profile | None) -> pd.DataFrame:
        """Return the event log; the settings of how to read it are checked against it."""
        problems = self._problems
        events = self._optional(EVENTS, lambda table: events_of(table, problems), empty_events())
        if profile is not None:
            check_log_settings(self._inputs.settings_file, self._rows, profile.log, events, problems)
        return events

    def _measures(self) -> pd.DataFrame:
        none = pd.DataFrame(columns=list(MEASURE_COLUMNS))
        return self._optional(SERVICE_MEASURES, lambda table: measures_of(table, self._problems), none)

    def _criteria(self) -> pd.DataFrame:
        none = pd.DataFrame(columns=TABLE_COLUMNS)
        return self._optional(CRITERIA, lambda table: criteria_of(table, self._problems), none)

    def _weights(self) -> pd.DataFrame:
        none = pd.DataFrame(columns=weight_rows.COLUMNS)
        return self._optional(WEIGHTS, lambda table: weight_rows.weights_of(table, self._problems), none)

    def _required(self, layout: Layout, read: Callable[[Table], R | None]) -> R | None:
        file = self._inputs.file(layout)
        if not self._inputs.has(layout):
            self._problems.add(file, "it is missing", layout.how_to)
            return None
        table = self._inputs.table(layout)
        if table is not None and table.cells.empty:
            self._problems.add(file, "there is a header and no row", layout.how_to)
            return None
        return None if table is None else read(table)

    def _optional(self, layout: Layout, read: Callable[[Table], R], without: R) -> R:
        table = self._inputs.table(layout) if self._inputs.has(layout) else None
        return without if table is None or table.cells.empty else read(table)

    def _provider_tables(self, profile: Profile | None) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Return locations and currencies; a location is not blamed for rates that cannot be read."""
        own, before = profile.currency if profile else "", self._problems.count
        currencies = self._optional(
            CURRENCIES, lambda table: currencies_of(table, own, self._problems), pd.DataFrame()
        )
        rated = set(currencies.get("currency", [])) if self._problems.count == before else None
        locations = self._optional(
            LOCATIONS, lambda table: locations_of(table, own, rated, self._problems), pd.DataFrame()
        )
        return locations, currencies

    def _tables_of_terms(self) -> dict[type[Terms], dict[str, object] | None]:
        """Return what files of their own add to groups of assumptions; None where such a file is faulty."""
        none: tuple[PriceTier, ...] | None = ()
        tiers = self._optional(PRICE_TIERS, lambda table: tiers_of(table, self._problems), none)
        if tiers is None:
            return {TieredPricing: None}
        return {TieredPricing: {"tiers": tiers}} if tiers else {}

    def _told(self, cost: Given | None) -> dict[str, Given | None]:
        """Return what the provider's tables tell; one that is broken is no reason to ask for its figure."""
        broken = bool(self._problems) and self._inputs.has(LOCATIONS)
        return {"provider.cost_per_fte_month": cost} if cost or broken else {}

    def _profile(self) -> Profile | None:
        settings = self._inputs.settings()
        if settings is None:
            return None
        self._rows = {name: setting.row for name, setting in settings.items()}
        logo = settings.get("brand.logo")
        if logo and isinstance(logo.value, str) and logo.value:
            settings = {**settings, "brand.logo": replace(logo, value=self._logo(logo))}
        return profile_of(self._inputs.settings_file, settings, self._problems)

    def _logo(self, setting: Setting) -> str:
        """Return the logo as a `data:` address, or nothing after writing down what is wrong with it."""
        try:
            return logo_address(self._files.read(_name_inside(str(setting.value)), MOST_LOGO_BYTES))
        except TableError as error:
            place = self._problems.place(self._inputs.settings_file, setting.row)
            place.add_error("brand.logo", error)
            return ""

    def _changes(self, scenario: str, base: Assumptions | None) -> dict[str, dict[str, Change]]:
        """Return the changes of every scenario; asking for one that is not there is a problem too."""
        changes = {
            name: changes_of(table, base, self._problems) for name, table in self._inputs.scenarios().items()
        }
        if scenario not in ("base", *changes):
            fix = f"Ask for one of: {', '.join(['base', *changes])}"
            self._problems.add(SCENARIOS, f"there is no scenario {quoted(scenario)}", fix)
        return changes


def _built_up(locations: pd.DataFrame, currencies: pd.DataFrame, profile: Profile | None) -> Given | None:
    """Return the cost of an FTE that the locations make, as if a row gave it; None where they make none."""
    known = {profile.currency, *currencies.get("currency", [])} if profile else set()
    if profile is None or locations.empty or not set(locations["currency"]) <= known:
        return None
    value = built_up_cost(places_of(locations, currencies, profile.currency))
    return Given(None, value, np.nan, np.nan, f"{LOCATIONS.name}.csv", "", "")


def _name_inside(name: str) -> str:
    if Path(name).name != name or set(name) & set("/\\:\0"):
        words = "Put the picture beside the other files and write its name alone"
        raise TableError(f"{quoted(name)} is not the name of a file in the folder", words)
    return name


def _under(base: Engagement, scenario: str, changes: Mapping[str, Change]) -> Engagement:
    """Return the engagement under a scenario; the register takes its notes with its values."""
    values = {name: change.value for name, change in changes.items()}
    case = base.with_values(values, origin=f"scenario {scenario}")
    register = case.register.copy()
    for name, change in changes.items():
        if change.note.strip():
            register.loc[register["name"] == name, "note"] = change.note
    return replace(case, scenario=scenario, register=register)
