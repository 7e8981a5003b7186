"""The fit chapter's panel: weights and answers on the left, which alternative leads on the right."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import ipywidgets

from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError
from bpo_lib.fit import CRITERIA, GROUPS, Criterion, fit_inputs, rescored, score_fit
from bpo_lib.fit.weighting.elicited import GROUP_SET
from bpo_lib.workbook import fit_answer, labels, numbers, sliders
from bpo_lib.workbook.html import esc
from bpo_lib.workbook.latest_move import LatestMove
from bpo_lib.workbook.scenario_bar import BASE, ScenarioBar
from bpo_lib.workbook.term_table import TermTable, side_by_side

FIRST_ANSWERS = 8  # shown at once: those worth settling first; the others on request
_STEP = 0.1  # of a level; a measured one lies between two anchors
_UNKNOWN = 3.0  # where the slider of a missing answer stands; it counts only once it is moved
_WHOLE_ROW = ipywidgets.Layout(width="100%", flex="0 0 auto")


class AnswerSlider(ipywidgets.VBox):
    """One criterion's level, with the anchor it stands for in words.

    Parameters
    ----------
    criterion : Criterion
    level : float or None
        The client's level; None where nobody answered. [level]
    """

    def __init__(self, criterion: Criterion, level: float | None) -> None:
        self.criterion, self.start = criterion, level
        self.touched = False  # a missing answer may be tried at the very level where its slider rests
        self.slider = ipywidgets.FloatSlider(
            value=self._resting,
            min=1,
            max=5,
            step=_STEP,
            readout_format=".1f",
            continuous_update=False,
            tooltip=criterion.question,
            layout=_WHOLE_ROW,
        )
        self.words = ipywidgets.HTML()
        self.slider.observe(self._touch, names="value")
        self._say()
        super().__init__([self.words, self.slider])

    @property
    def _resting(self) -> float:
        return _UNKNOWN if self.start is None else round(self.start / _STEP) * _STEP

    @property
    def moved_to(self) -> float | None:
        """The level it was moved to; None while it stands where it started. [level]"""
        value = float(self.slider.value)
        if self.start is None:
            return value if self.touched else None
        return None if abs(value - self._resting) < _STEP / 2 else value

    def reset(self) -> None:
        """Return the slider to the client's level."""
        self.slider.value = self._resting
        self.touched = False
        self._say()

    def _touch(self, _: Any) -> None:
        self.touched = True
        self._say()

    def _say(self) -> None:
        level = self.start if self.moved_to is None else self.moved_to
        anchor = "no answer yet" if level is None else self.criterion.anchors[round(level) - 1]
        whose = "" if self.start is None else f"client: {numbers.decimal(self.start)}; "
        name = esc(labels.sentence(self.criterion.name))
        self.words.value = (
            f'<span class="bpo-term bpo-answer">{name} <small>{esc(whose + anchor)}</small></span>'
        )


class FitPanel(ipywidgets.VBox):
    """Weights of the groups and levels of the criteria, the answer they lead to, and a way to keep them.

    Parameters
    ----------
    case : Engagement
        Where the panel starts and what "Reset" returns to.
    folder : path, optional
        The client's folder; without it no scenario can be saved.
    """

    def __init__(self, case: Engagement, folder: str | Path | None = None) -> None:
        self.case, self.folder = case, folder
        self._inputs = fit_inputs(case)
        self._paused = False
        self._later = LatestMove(self._answer, lambda: None)
        self.weights = TermTable(_points(case), case.profile, self._moved)
        self.answers = {about.id: AnswerSlider(about, level) for about, level in _levels(case)}
        self.every_answer = ipywidgets.Checkbox(description="Show all 25 criteria", indent=False)
        self.bar = ScenarioBar(case.scenarios, can_save=folder is not None, can_compare=False)
        self.result, self.status, self.rows = (ipywidgets.HTML() for _ in range(3))
        self._connect()
        super().__init__([self._columns(), self.bar, self.rows])
        self.add_class("bpo-panel")
        self.update()

    @property
    def levels(self) -> dict[str, float]:
        """Levels that were moved, by criterion. [level]"""
        moved = {name: answer.moved_to for name, answer in self.answers.items()}
        return {name: level for name, level in moved.items() if level is not None}

    @property
    def points(self) -> dict[str, float]:
        """Points of the groups that were moved. [points]"""
        return {name.removeprefix("fit."): value for name, value in self.weights.changes.items()}

    def update(self) -> None:
        """Score again; when the weights cannot be used, say why and keep the last answer."""
        self._answer()

    def _answer(self) -> bool:
        try:
            found = rescored(self._inputs, levels=self.levels, points=self.points)
        except InputError as error:
            self._say(f"This cannot be computed: {error}. The last result is still shown.")
            return False
        stamp = ";".join(f"{name}={value:g}" for name, value in (self.weights.changes | self.levels).items())
        self.result.value = (
            f'<div data-changes="{esc(stamp)}">{fit_answer.answer(found, self.case).markup}</div>'
        )
        self.rows.value = fit_answer.rows_to_copy(self.levels).markup
        self._say(self._changed())
        return False

    def _changed(self) -> str:
        weights, levels = len(self.weights.changes), len(self.levels)
        if not weights + levels:
            return "The client's own weights and answers."
        return f"Changed: {weights} of the weights, {levels} of the answers."

    def reset(self) -> None:
        """Return everything to the client's weights and answers."""
        self._paused = True
        try:
            self.weights.put({})
            for answer in self.answers.values():
                answer.reset()
        finally:
            self._paused = False
        self.update()

    def load(self, name: str) -> None:
        """Put the weights of a scenario into the panel."""
        from bpo_lib.workbook.scenario_files import changes_under  # noqa: PLC0415 - few panels load

        assert self.folder is not None, "a panel without a folder lists no scenario"
        try:
            changes = {} if name == BASE else changes_under(self.folder, name)
        except (InputError, OSError) as error:
            self._say(f"Not loaded: {error}")
            return
        self._paused = True
        try:
            self.weights.put({key: value for key, value in changes.items() if key in self.weights.controls})
        finally:
            self._paused = False
        self.update()
        self._say(f"Loaded the weights of {name}.")

    def save(self, name: str, *, overwrite: bool = False) -> None:
        """Write the weights that changed as a scenario; changed answers belong into answers.csv."""
        from bpo_lib.workbook.scenario_files import save_scenario  # noqa: PLC0415 - few panels are saved

        assert self.folder is not None, "a panel without a folder shows no button that leads here"
        try:
            path = save_scenario(self.folder, name, self._every_point(), overwrite=overwrite)
        except (InputError, OSError) as error:
            self._say(f"Not saved: {error}")
            return
        self.bar.list_scenarios([*self.bar.load_box.options, path.stem])
        left_out = " Answers are not in it: copy their rows into answers.csv." if self.levels else ""
        self._say(f"Saved as {path.name}. Open it with scenario = '{path.stem}'.{left_out}")

    def _every_point(self) -> dict[str, float]:
        """Return the points of all groups once one has moved: only together do they say anything."""
        if not self.weights.changes:
            return {}
        return {name: float(each.value) for name, each in self.weights.controls.items()}

    def _connect(self) -> None:
        for answer in self.answers.values():
            answer.slider.observe(self._slid, names="value")
        self.every_answer.observe(lambda _: self._lay_out_answers(), names="value")
        self.bar.on_reset(self.reset)
        self.bar.on_load(self.load)
        self.bar.on_save(lambda name, replace: self.save(name, overwrite=replace))

    def _slid(self, _: Any) -> None:
        self._moved()

    def _moved(self) -> None:
        if not self._paused:
            self._later.ask()

    def _columns(self) -> ipywidgets.HBox:
        self.asked = ipywidgets.GridBox(layout=side_by_side())
        self._lay_out_answers()
        parts = [_head("What matters"), ipywidgets.GridBox(self.weights.cells, layout=side_by_side())]
        parts += [_head("What is so, worth settling first on top"), self.asked, self.every_answer]
        left = ipywidgets.VBox(
            parts, layout=ipywidgets.Layout(flex="1.4 1 20rem", min_width="0", margin="0 1.5rem 0 0")
        )
        right = ipywidgets.VBox(
            [self.status, self.result], layout=ipywidgets.Layout(flex="1.6 1 26rem", min_width="0")
        )
        return ipywidgets.HBox([left, right], layout=ipywidgets.Layout(flex_flow="row wrap"))

    def _lay_out_answers(self) -> None:
        shown = list(self.answers.values())
        self.asked.children = shown if self.every_answer.value else shown[:FIRST_ANSWERS]

    def _say(self, words: str) -> None:
        self.status.value = f'<div role="status" class="bpo-said">{esc(words)}</div>'


def _points(case: Engagement) -> list[sliders.Start]:
    """Return where the points of the groups start: as the raters or the house gave them, 0 to 100."""
    weighting = fit_inputs(case).weighting
    given = weighting.by_set[GROUP_SET].method != "house"
    whose = sliders.CLIENTS if given else sliders.HOUSES
    starts = []
    for group in GROUPS:
        # Whole points: what raters said together comes to fractions that nobody means.
        points = float(round(weighting.points[group]))
        start = sliders.start_of(case, f"fit.{group}")
        starts.append(replace(start, value=points, low=0.0, high=100.0, whose=whose))
    return starts


def _levels(case: Engagement) -> list[tuple[Criterion, float | None]]:
    """Return every criterion with its level, those worth settling first on top."""
    fit = score_fit(case)
    known = fit.criteria.set_index("criterion")["level"].dropna()
    order = {name: place for place, name in enumerate(fit.settle_first["criterion"])}
    ranked = sorted(CRITERIA, key=lambda about: order.get(about.id, len(order)))
    return [(about, float(known[about.id]) if about.id in known else None) for about in ranked]


def _head(words: str) -> ipywidgets.HTML:
    return ipywidgets.HTML(f'<p class="bpo-head">{esc(words)}</p>')


def fit_panel(case: Engagement, folder: str | Path | None = None) -> FitPanel:
    """Return the panel in which weights and answers are moved and the fit is scored live.

    Parameters
    ----------
    case : Engagement
    folder : path, optional
        The client's folder, to keep weights as scenarios in.
    """
    return FitPanel(case, folder)
