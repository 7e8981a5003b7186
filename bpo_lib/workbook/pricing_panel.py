"""The pricing chapter's panel: the main drivers, two contracts side by side, what they come to."""

from collections.abc import Mapping
from pathlib import Path

import ipywidgets

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.pricing import IN_HOUSE, expected_costs
from bpo_lib.pricing.risk.simulation import simulate
from bpo_lib.pricing.risk.terms import RiskTerms
from bpo_lib.workbook import labels, pricing_answer, sliders, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.contract_side import ContractSide, Offer, offers_of
from bpo_lib.workbook.html import Html, esc
from bpo_lib.workbook.latest_move import LatestMove
from bpo_lib.workbook.scenario_bar import BASE, NOW, ScenarioBar
from bpo_lib.workbook.term_table import TermTable, side_by_side

MONTHS_OF_A_YEAR = 12
MOST_PATHS = 10_000  # more take longer than a hand waits and change no figure shown
FIRST_PATHS = 2_000  # shown while a driver moves, since every course has to be staffed anew
DRIVERS = (
    "demand.volume_growth_per_year",
    "demand.deflected_share",
    "work.handling_minutes",
    "work.outcome_share",
    "people.attrition_per_year",
    "provider_people.attrition_per_year",
    "in_house.wage_growth_per_year",
    "provider.wage_growth_per_year",
    "deal.wage_index_per_year",
    "deal.discount_rate_per_year",
)


class PricingPanel(ipywidgets.VBox):
    """Main drivers and the terms of two contracts, what they come to, and a way to keep it.

    Parameters
    ----------
    case : Engagement
        Where the panel starts and what "Reset" returns to.
    folder : path, optional
        The client's folder; without it no scenario can be saved or loaded.
    """

    def __init__(self, case: Engagement, folder: str | Path | None = None) -> None:
        self.case, self.folder = case, folder
        self.loaded: dict[str, float] = {}
        self._moved_case: tuple[dict[str, float], Engagement] = ({}, case)
        self._paused = False
        self._paths = int(min(case.of(RiskTerms).paths, MOST_PATHS))
        self._simulated: Engagement | None = None  # the case of which all paths are kept
        self._later = LatestMove(self._answer_first, self.update)
        self.drivers = TermTable(_driver_starts(case), case.profile, self._moved)
        self.sides = self._sides()
        self.bar = ScenarioBar(case.scenarios, can_save=folder is not None)
        self.all_terms = ipywidgets.Checkbox(description="Show the terms at their default too", indent=False)
        self._connect()
        self.result, self.compared, self.status = (ipywidgets.HTML() for _ in range(3))
        self._terms = ipywidgets.GridBox()
        self._lay_out_terms()
        super().__init__([self._columns(), self.bar, self.compared])
        self.add_class("bpo-panel")
        self.update()

    @property
    def changes(self) -> dict[str, float]:
        """Assumptions of the client that differ from its own values. [declared units].

        Raises
        ------
        InputError
            When both sides have one form with different terms, so that neither is the scenario's.
        """
        first, second = (side.changes if side.is_offered else {} for side in self.sides)
        if self.sides[0].form == self.sides[1].form and first != second:
            form = labels.readable(self.sides[0].form)
            raise InputError(
                f"both sides are {form} with different terms and a scenario holds one set; "
                "choose another form on one side, or the same terms"
            )
        return self._around_the_terms() | first | second

    def _around_the_terms(self) -> dict[str, float]:
        """Return the drivers that moved, and what a loaded scenario changes beyond the controls."""
        shown = {name for table in self._tables for name in table.controls}
        beyond = {name: value for name, value in self.loaded.items() if name not in shown}
        return beyond | self.drivers.changes

    @property
    def _tables(self) -> tuple[TermTable, ...]:
        return self.drivers, *(side.terms for side in self.sides)

    def update(self) -> None:
        """Price both contracts again on all paths."""
        self._show(self._paths)

    def _answer_first(self) -> bool:
        """Price on few paths while a driver moves, and on all of them where only terms do."""
        try:
            known = self._case() is self._simulated
        except InputError:
            known = True  # there is nothing to simulate; `_show` says why
        few = self._paths if known else min(FIRST_PATHS, self._paths)
        self._show(few)
        return few < self._paths

    def _show(self, paths: int) -> None:
        """Show the answer; when a value cannot be used, say why and keep the last answer."""
        try:
            answer = self._answer(paths)
        except InputError as error:
            self._say(f"This cannot be computed: {error}. The last result is still shown.")
            return
        except Exception as error:
            self._say(f"Something went wrong: {error}. The last result is still shown.")
            raise
        stamp = f'data-changes="{esc(self._stamp())}" data-paths="{paths}"'
        self.result.value = f"<div {stamp}>{answer.markup}</div>"
        self._say(sliders.changed_in_words(len(self._moves())) + self._worked_out())

    def _worked_out(self) -> str:
        """Return which terms nobody offered, as a sentence after another; empty where all were."""
        names = [side.name for side in self.sides if not side.is_offered]
        if not names:
            return ""
        return (
            f" {' and '.join(names)}: not offered; at the price that costs as much as the leading offer "
            "at the expected volume, unless moved."
        )

    def _answer(self, paths: int) -> Html:
        names = [*(side.name for side in self.sides), labels.readable(IN_HOUSE)]
        models = {side.letter: side.model() for side in self.sides}
        case = self._case()
        found = simulate(case, paths=paths, models=models)
        if paths == self._paths:
            self._simulated = case
        standing = pricing_answer.standings(found, names, self.case)
        return pricing_answer.answer(standing, paths, found.notes, self.case)

    def _case(self) -> Engagement:
        """Return the case under the drivers; the same one while only terms move, so it stays simulated."""
        changes = self._around_the_terms()
        if changes != self._moved_case[0]:
            self._moved_case = changes, self.case.with_values(changes)
        return self._moved_case[1]

    def _moves(self) -> list[tuple[str, float]]:
        """Return every move, those of both sides one after the other."""
        changes = [self._around_the_terms(), *(side.changes for side in self.sides)]
        return [pair for each in changes for pair in each.items()]

    def _stamp(self) -> str:
        return ";".join(f"{name}={value:g}" for name, value in self._moves())

    def apply(self, values: Mapping[str, float]) -> None:
        """Set what is named, return the rest to the client's values, and price once."""
        self._paused = True
        try:
            self.loaded = dict(values)
            self.drivers.put(self.loaded)
            for side in self.sides:
                side.put(self.loaded)
        finally:
            self._paused = False
        self._lay_out_terms()  # a scenario may move a term that stood at its default
        self.update()

    def reset(self) -> None:
        """Return everything to the client's values."""
        self.apply({})

    def load(self, name: str) -> None:
        """Put a scenario of the client into the panel."""
        try:
            changes = self._scenario(name)
        except (InputError, OSError) as error:
            self._say(f"Not loaded: {error}")
            return
        self.apply(changes)
        self._say(f"Loaded {name}. {sliders.changed_in_words(len(changes))}")

    def save(self, name: str, *, overwrite: bool = False) -> None:
        """Write what changed as a scenario of the client."""
        from bpo_lib.workbook.scenario_files import save_scenario  # noqa: PLC0415 - few panels are saved

        assert self.folder is not None, "a panel without a folder shows no button that leads here"
        try:
            path = save_scenario(self.folder, name, self.changes, overwrite=overwrite)
        except (InputError, OSError) as error:
            self._say(f"Not saved: {error}")
            return
        self.bar.list_scenarios([*self.bar.load_box.options, path.stem])
        self._say(f"Saved as {path.name}. Open it with scenario = '{path.stem}'.{self._left_out()}")

    def _left_out(self) -> str:
        """Return what a scenario cannot hold, as a sentence to follow another; empty where it holds all."""
        forms = [labels.readable(side.form) for side in self.sides if side.changes and not side.is_offered]
        if not forms:
            return ""
        return (
            f" The terms of {' and '.join(dict.fromkeys(forms))} are not in it, since nobody offered them: "
            "give them in assumptions.csv first."
        )

    def compare(self, names: list[str]) -> None:
        """Show the base and other scenarios beside one another; `NOW` is what the panel holds."""
        self._say("Comparing; each scenario is priced under every form.")
        try:
            cases = {name: self.case.with_values(self._changes_under(name)) for name in [BASE, *names]}
            self.compared.value = tables.scenarios(cases).markup
        except (InputError, OSError) as error:
            self._say(f"Not compared: {error}")
            return
        self._say(f"Compared below: {', '.join(cases)}.")

    def _changes_under(self, name: str) -> dict[str, float]:
        return self.changes if name == NOW else self._scenario(name)

    def _scenario(self, name: str) -> dict[str, float]:
        if name == BASE:
            return {}
        from bpo_lib.workbook.scenario_files import changes_under  # noqa: PLC0415 - few panels load

        assert self.folder is not None, "a panel without a folder lists no scenario"
        return changes_under(self.folder, name)

    def _sides(self) -> tuple[ContractSide, ContractSide]:
        offers, colours = offers_of(self.case), theme.palette(self.case).series
        today = float(expected_costs(self.case)["first_year_cost"][IN_HOUSE]) / MONTHS_OF_A_YEAR
        first, second = (
            ContractSide(
                letter,
                colour,
                self.case,
                offers,
                chosen=form,
                monthly_cost=today,
                changed=self._chosen,
                moved=self._moved,
            )
            for letter, colour, form in zip("AB", colours[:2], _first_choices(self.case, offers), strict=True)
        )
        return first, second

    def _connect(self) -> None:
        self.all_terms.observe(lambda _: self._lay_out_terms(), names="value")
        self.bar.on_reset(self.reset)
        self.bar.on_load(self.load)
        self.bar.on_save(lambda name, replace: self.save(name, overwrite=replace))
        self.bar.on_compare(self.compare)

    def _moved(self) -> None:
        if not self._paused:
            self._later.ask()

    def _chosen(self) -> None:
        self._lay_out_terms()
        self._moved()

    def _columns(self) -> ipywidgets.HBox:
        """Put the drivers on the left, the contracts and what they come to on the right of them."""
        head = ipywidgets.HTML('<p class="bpo-head">What may come</p>')
        drivers = ipywidgets.VBox([head, ipywidgets.GridBox(self.drivers.cells, layout=side_by_side())])
        drivers.layout = ipywidgets.Layout(flex="1 1 15rem", min_width="0", margin="0 1.5rem 0 0")
        answer = ipywidgets.VBox([self._terms, self.all_terms, self.status, self.result])
        answer.layout = ipywidgets.Layout(flex="2.5 1 30rem", min_width="0")
        return ipywidgets.HBox([drivers, answer], layout=ipywidgets.Layout(flex_flow="row wrap"))

    def _lay_out_terms(self) -> None:
        """Put the two contracts beside one another, row by row; down each side for the keyboard."""
        columns = [side.cells(everything=self.all_terms.value) for side in self.sides]
        rows = max(len(column) for column in columns)
        self._terms.layout = _two(rows)
        self._terms.children = [
            cell for column in columns for cell in [*column, *_blanks(rows - len(column))]
        ]

    def _say(self, words: str) -> None:
        self.status.value = f'<div role="status" class="bpo-said">{esc(words)}</div>'


def _two(rows: int) -> ipywidgets.Layout:
    return ipywidgets.Layout(
        grid_template_columns="repeat(2, minmax(0, 1fr))",
        grid_template_rows=f"repeat({rows}, auto)",
        grid_auto_flow="column",
        grid_gap="0 1.5rem",
    )


def _blanks(count: int) -> list[ipywidgets.Box]:
    return [ipywidgets.Box() for _ in range(count)]


def _driver_starts(case: Engagement) -> list[sliders.Start]:
    known = set(case.register.loc[case.register["value"].notna(), "name"])
    return [sliders.start_of(case, name) for name in DRIVERS if name in known]


def _first_choices(case: Engagement, offers: Mapping[str, Offer]) -> list[str]:
    """Return the two cheapest offers; where there is one form alone, it stands on both sides."""
    ranked = [name for name in expected_costs(case)["client_npv"].sort_values().index if name in offers]
    return [*ranked, *(name for name in offers if name not in ranked), *offers][:2]


def pricing_panel(case: Engagement, folder: str | Path | None = None) -> PricingPanel | Html:
    """Return the panel in which two contracts are compared live.

    Parameters
    ----------
    case : Engagement
    folder : path, optional
        The client's folder, to keep and load scenarios in.

    Returns
    -------
    PricingPanel or Html
        A sentence that says what is missing, where the client was offered nothing.
    """
    if not offers_of(case):
        return tables.empty("Contracts side by side", "needs the terms of an offer among the assumptions.")
    return PricingPanel(case, folder)
