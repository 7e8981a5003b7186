"""Assumptions one below another, each with the control that moves it."""

from collections.abc import Callable, Iterable, Mapping

import ipywidgets

from bpo_lib.profile import Profile
from bpo_lib.workbook import sliders
from bpo_lib.workbook.sliders import Control, Start

_CELL = ipywidgets.Layout(min_width="0", overflow="hidden")


class TermTable:
    """The controls of some assumptions, and what has been moved.

    Parameters
    ----------
    starts : iterable of Start
        Where each assumption stands; shown in this order.
    profile : Profile
        The client's words for units.
    moved : callable
        Called without arguments whenever a hand moves one of them.
    values : mapping, optional
        Where the controls stand to begin with, if not at the start.
    """

    def __init__(
        self,
        starts: Iterable[Start],
        profile: Profile,
        moved: Callable[[], None],
        values: Mapping[str, float] | None = None,
    ) -> None:
        self.starts = {start.name: start for start in starts}
        self.controls: dict[str, Control] = {
            name: sliders.control(start, profile) for name, start in self.starts.items()
        }
        self.put(values or {})
        for each in self.controls.values():
            each.observe(lambda _: moved(), names="value")
        self.cells = [_cell(start, self.controls[name], profile) for name, start in self.starts.items()]

    def main_cells(self) -> list[ipywidgets.VBox]:
        """Return the cells of what somebody gave or has moved, without what stands at its default."""
        moved = self.changes
        return [
            cell
            for cell, start in zip(self.cells, self.starts.values(), strict=True)
            if start.whose != sliders.HOUSES or start.name in moved
        ]

    @property
    def changes(self) -> dict[str, float]:
        """Assumptions that stand elsewhere than at their start, with their values. [declared units]."""
        now = {name: float(each.value) for name, each in self.controls.items()}
        moved = {name: value for name, value in now.items() if abs(value - self.starts[name].value) > 1e-12}
        # A slider adds its steps up, so that 0.005 comes as 0.004999999999999977.
        return {name: float(f"{value:.12g}") for name, value in moved.items()}

    def put(self, values: Mapping[str, float]) -> None:
        """Set every control to its value, and to its start where none is given."""
        for name, start in self.starts.items():
            sliders.put(self.controls[name], start, values.get(name, start.value))


def side_by_side() -> ipywidgets.Layout:
    """Return the layout of many controls: as many beside one another as there is room for."""
    return ipywidgets.Layout(
        grid_template_columns="repeat(auto-fill, minmax(min(100%, 14rem), 1fr))", grid_gap="0 1.5rem"
    )


def _cell(start: Start, moved: Control, profile: Profile) -> ipywidgets.VBox:
    label = ipywidgets.HTML(sliders.short_label(start, profile))
    order = [moved, label] if start.is_yes_or_no else [label, moved]
    return ipywidgets.VBox(order, layout=_CELL)
