"""One look for every chart, derived from the client's brand and readable on white.

Text needs a contrast of at least 4.5 to 1 (WCAG 2.2, success criterion 1.4.3). Series are named
in their own colour, so every series colour has to reach it too: a brand colour that is too light
is darkened, one that is too near another is replaced.
"""

from dataclasses import dataclass, fields
from typing import Any

from lets_plot import element_blank, element_line, element_text, theme, theme_minimal

from bpo_lib.engagement import Engagement
from bpo_lib.profile import Brand
from bpo_lib.workbook.brand import INK, PAPER, darkened, mixed

MUTED, GRID = "#566173", "#e1e5eb"
BETTER, WORSE = "#17693f", "#a8281c"  # what saves and what costs, the same for every brand
QUIET = "#aeb7c3"  # bars that are there for comparison
_SPARE = ("#12355b", "#a8480f", "#1f7a6b", "#8a3a78", "#5a6b1e")  # the one farthest from those in use
_ALIKE = 70  # Euclidean distance in RGB under which two colours are hard to tell apart


@dataclass(frozen=True)
class Palette:
    """The colours of one client's charts; all but the tints can carry text on white."""

    primary: str
    accent: str
    third: str
    fourth: str

    @property
    def series(self) -> tuple[str, str, str, str]:
        """Colours for up to four series, in the order they are used."""
        return self.primary, self.accent, self.third, self.fourth

    def tint(self, strength: float) -> str:
        """Return the primary colour on white; `strength` 1 is the colour itself. [share]."""
        return mixed(PAPER, self.primary, strength)


def palette(case: Engagement | None = None) -> Palette:
    """Return the palette of a client's brand, or the house's."""
    brand = case.profile.brand if case is not None else Brand()
    primary, accent = darkened(brand.primary), darkened(brand.accent)
    chosen = [primary] if distance(primary, accent) < _ALIKE else [primary, accent]
    while len(chosen) < len(fields(Palette)):
        chosen.append(max(_SPARE, key=lambda colour: min(distance(colour, other) for other in chosen)))
    return Palette(*chosen)


def distance(first: str, second: str) -> float:
    """Return how far apart two colours are in RGB, 0 to 442."""
    return sum((a - b) ** 2 for a, b in zip(_rgb(first), _rgb(second), strict=True)) ** 0.5


def look(grid: str = "y") -> Any:
    """Return the theme; `grid` says across which axis values are read: `x`, `y` or none."""
    shown, hidden = element_line(color=GRID, size=0.8), element_blank()
    return theme_minimal() + theme(
        text=element_text(color=INK, size=13),
        axis_text_x=element_text(color=MUTED, size=12, margin=[6, 0, 0, 0]),
        axis_text_y=element_text(color=INK, size=12, margin=[0, 6, 0, 0]),
        axis_title=element_blank(),
        plot_subtitle=element_text(color=MUTED, size=12),
        panel_grid_major_x=shown if "x" in grid else hidden,
        panel_grid_major_y=shown if "y" in grid else hidden,
        panel_grid_minor=hidden,
        axis_ticks=hidden,
        axis_line=hidden,
        legend_position="none",
        plot_margin=[4, 4, 4, 4],
    )


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
