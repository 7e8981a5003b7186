"""The row of a panel in which scenarios are kept, loaded and compared."""

from collections.abc import Callable, Iterable

import ipywidgets

BASE = "base"
NOW = "as set here"
_FIXED = ipywidgets.Layout(flex="0 0 auto", width="auto")  # or a narrow page squeezes it to nothing
_ROW = ipywidgets.Layout(flex_flow="row wrap", align_items="center")
_TICKED = 2  # scenarios compared with the base unless others are ticked


class ScenarioBar(ipywidgets.VBox):
    """Buttons to return to the client's values and to keep, load and compare scenarios.

    Parameters
    ----------
    names : iterable of str
        The client's scenarios, `base` among them.
    can_save : bool
        Whether there is a folder to save in.
    can_compare : bool
        Whether scenarios can be set beside one another.
    """

    def __init__(self, names: Iterable[str], *, can_save: bool, can_compare: bool = True) -> None:
        self.reset_button = _button("Reset to the client's values")
        self.load_box = ipywidgets.Dropdown(description="Scenario", layout=_FIXED)
        self.load_button = _button("Load")
        self.name_box = ipywidgets.Text(placeholder="scenario name", description="Save as", layout=_FIXED)
        self.replace_box = ipywidgets.Checkbox(description="replace an old one", indent=False, layout=_FIXED)
        self.save_button = _button("Save as scenario")
        self.compare_button = _button("Compare with base")
        self.ticks: dict[str, ipywidgets.Checkbox] = {}
        self._compared = ipywidgets.HBox(layout=_ROW)
        self.list_scenarios(names)
        rows = [self.reset_button]
        if can_save:
            rows += [self.load_box, self.load_button]
        saving = [self.name_box, self.replace_box, self.save_button] if can_save else []
        boxes = [ipywidgets.HBox(row, layout=_ROW) for row in (rows, saving) if row]
        super().__init__([*boxes, self._compared] if can_compare else boxes)

    def list_scenarios(self, names: Iterable[str]) -> None:
        """Offer these scenarios; what was ticked stays ticked."""
        others = [name for name in dict.fromkeys(names) if name != BASE]
        chosen = self.load_box.value or BASE
        self.load_box.options = [BASE, *others]
        self.load_box.value = chosen
        first = not self.ticks
        before = {name: tick.value for name, tick in self.ticks.items()}
        self.ticks = {
            name: ipywidgets.Checkbox(
                value=before.get(name, not first or place < _TICKED),
                description=name,
                indent=False,
                layout=_FIXED,
            )
            for place, name in enumerate([NOW, *others])
        }
        self._compared.children = [self.compare_button, *self.ticks.values()]

    @property
    def ticked(self) -> list[str]:
        """Scenarios to compare with the base, `NOW` for what the panel holds."""
        return [name for name, tick in self.ticks.items() if tick.value]

    def on_reset(self, call: Callable[[], None]) -> None:
        """Call when everything is to return to the client's values."""
        self.reset_button.on_click(lambda _: call())

    def on_load(self, call: Callable[[str], None]) -> None:
        """Call with the name of the scenario to load."""
        self.load_button.on_click(lambda _: call(str(self.load_box.value)))

    def on_save(self, call: Callable[[str, bool], None]) -> None:
        """Call with the name to save under, and whether it may replace another."""
        self.save_button.on_click(lambda _: call(self.name_box.value.strip(), self.replace_box.value))

    def on_compare(self, call: Callable[[list[str]], None]) -> None:
        """Call with the scenarios that are ticked."""
        self.compare_button.on_click(lambda _: call(self.ticked))


def _button(words: str) -> ipywidgets.Button:
    return ipywidgets.Button(description=words, layout=_FIXED)
