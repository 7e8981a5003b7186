"""What-if panels for JupyterLab: move an assumption, see the answer, keep it as a scenario.

The answer is an `HTML` widget and never an `Output`, which swallows errors and flickers
(ipywidgets issues 3608 and 1582). Everything works without a browser: tests set the values.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import ipywidgets

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.workbook import sliders, tables
from bpo_lib.workbook.fit_panel import FitPanel, fit_panel
from bpo_lib.workbook.html import Html, esc
from bpo_lib.workbook.pricing_panel import PricingPanel, pricing_panel
from bpo_lib.workbook.questions import Question

__all__ = ["FitPanel", "PricingPanel", "WhatIf", "compare_scenarios", "fit_panel", "pricing_panel", "what_if"]

_FIXED = ipywidgets.Layout(flex="0 0 auto", width="auto")  # or a narrow page squeezes it to nothing


class WhatIf(ipywidgets.VBox):
    """A panel of sliders, the answer they lead to, and a way to keep them.

    Parameters
    ----------
    case : Engagement
        Where the panel starts and what "Reset" returns to.
    question : callable
        Engagement to `Html`; one of `bpo_lib.workbook.questions`.
    names : sequence of str
        Assumptions to move.
    folder : path, optional
        The client's folder; without it a scenario cannot be saved and the panel does not offer it.
    """

    def __init__(
        self,
        case: Engagement,
        question: Callable[[Engagement], Html],
        names: Sequence[str],
        folder: str | Path | None = None,
    ) -> None:
        self.case, self.question, self.folder = case, question, folder
        self.sliders = {name: sliders.slider(case, name) for name in names}
        self.result = ipywidgets.HTML(layout=ipywidgets.Layout(width="100%"))
        self.status = ipywidgets.HTML()
        self.reset_button = ipywidgets.Button(description="Reset to the client's values", layout=_FIXED)
        self.name_box = ipywidgets.Text(placeholder="scenario name", description="Save as", layout=_FIXED)
        self.save_button = ipywidgets.Button(description="Save as scenario", layout=_FIXED)
        self._paused = False
        self._connect()
        super().__init__([*self._rows(), self._buttons(), self.status, self.result])
        self.update()

    @property
    def changes(self) -> dict[str, float]:
        """Assumptions that differ from the client's, with their values, in declared units."""
        start = self.case.register.set_index("name")["value"]
        moved = {name: float(slider.value) for name, slider in self.sliders.items()}
        return {name: value for name, value in moved.items() if abs(value - start[name]) > 1e-12}

    def update(self) -> None:
        """Ask the question again; when a value cannot be used, say why and keep the last answer."""
        try:
            answer = self.question(self.case.with_values(self.changes))
        except InputError as error:
            self._say(f"This cannot be computed: {error}. The last result is still shown.")
            return
        stamp = ";".join(f"{name}={value:g}" for name, value in self.changes.items())
        self.result.value = f'<div data-changes="{esc(stamp)}">{answer.markup}</div>'
        self._say(sliders.changed_in_words(len(self.changes)))

    def apply(self, values: dict[str, float]) -> None:
        """Set several sliders and ask the question once."""
        self._paused = True
        try:
            for name, value in values.items():
                sliders.put(self.sliders[name], sliders.start_of(self.case, name), value)
        finally:
            self._paused = False
        self.update()

    def reset(self) -> None:
        """Return every slider to the client's value."""
        start = self.case.register.set_index("name")["value"]
        self.apply({name: float(start[name]) for name in self.sliders})

    def save(self) -> None:
        """Write what changed as a scenario of the client, under the name in the text box."""
        from bpo_lib.workbook.scenario_files import save_scenario  # noqa: PLC0415 - few panels are saved

        assert self.folder is not None, "a panel without a folder shows no button that leads here"
        try:
            path = save_scenario(self.folder, self.name_box.value.strip(), self.changes)
        except (InputError, OSError) as error:
            self._say(f"Not saved: {error}")
            return
        self._say(f"Saved as {Path(path).name}. Open it with scenario = '{Path(path).stem}'.")

    def _connect(self) -> None:
        for slider in self.sliders.values():
            slider.observe(self._moved, names="value")
        self.reset_button.on_click(lambda _: self.reset())
        self.save_button.on_click(lambda _: self.save())

    def _moved(self, _: Any) -> None:
        if not self._paused:
            self.update()

    def _rows(self) -> list[ipywidgets.VBox]:
        layout = ipywidgets.Layout(flex="0 0 auto", max_width="44rem")
        return [
            ipywidgets.VBox([ipywidgets.HTML(sliders.label(self.case, name)), slider], layout=layout)
            for name, slider in self.sliders.items()
        ]

    def _buttons(self) -> ipywidgets.HBox:
        shown = [self.reset_button]
        if self.folder is not None:
            shown += [self.name_box, self.save_button]
        return ipywidgets.HBox(shown, layout=ipywidgets.Layout(flex_flow="row wrap"))

    def _say(self, words: str) -> None:
        self.status.value = f'<div role="status" class="bpo-said">{esc(words)}</div>'


def what_if(
    case: Engagement,
    question: Callable[[Engagement], Html],
    names: Sequence[str] | None = None,
    folder: str | Path | None = None,
) -> WhatIf:
    """Return a panel that answers a question live while its assumptions are moved.

    Parameters
    ----------
    case : Engagement
    question : callable
        One of `bpo_lib.workbook.questions`, or any function of an engagement that returns `Html`.
    names : sequence of str, optional
        Assumptions to move; left out, those of the question, else those the client gave a range.
    folder : path, optional
        The client's folder, to save scenarios in.

    Returns
    -------
    WhatIf

    Raises
    ------
    InputError
        When there is no such assumption.
    """
    if names is None:
        names = question.names_for(case) if isinstance(question, Question) else ()
    return WhatIf(case, question, list(names) or sliders.ranged(case), folder)


def compare_scenarios(folder: str | Path, names: Sequence[str] = ("base",)) -> Html:
    """Return several scenarios of a client beside one another, the first as what the others differ from.

    Parameters
    ----------
    folder : path
        The client's folder.
    names : sequence of str
        Scenarios to compare; `base` is the client's own values.

    Returns
    -------
    Html
        One table, a column per scenario: what it changes, its best deal with expected cost, range,
        saving and the provider's margin, and the cost of every deal.

    Raises
    ------
    InputError
        When a scenario does not exist or cannot be used.
    """
    from bpo_lib.intake import open_client  # noqa: PLC0415 - reads files, the panels do not
    from bpo_lib.workbook.scenario_files import changes_under  # noqa: PLC0415 - likewise

    base = open_client(folder)  # once: a forecast is remembered by the history it was made from
    cases = {name: base.with_values(changes_under(folder, name)) for name in dict.fromkeys(names)}
    return tables.scenarios(cases)
