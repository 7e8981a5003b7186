"""Pictures of a map: as wide as the page, no higher, with text large enough on paper."""

import re

import map_cases
import pytest

from bpo_lib.workbook.charts import map_shapes, theme
from bpo_lib.workbook.charts.map_drawing import PAGE, WIDTH, pictures
from bpo_lib.workbook.charts.process_map import _shapes

PALETTE = theme.palette()


def drawn(found):
    return pictures(_shapes(found, PALETTE), found.flows, PALETTE)


def test_the_text_is_over_eight_points_on_paper():
    between_margins = 174.0  # [mm] on A4
    assert map_shapes.TEXT * between_margins / WIDTH / 25.4 * 72 >= 8


def test_a_small_map_is_one_picture_without_connectors():
    ((height, markup),) = drawn(map_cases.looped())
    assert height < PAGE
    assert ">A</text>" not in markup


@pytest.mark.parametrize("count", [1, 20, 60])
def test_every_picture_of_a_long_map_fits_a_page_and_every_step_is_in_one(count):
    found = drawn(map_cases.long_way(count))
    assert all(height <= PAGE + 10 for height, _ in found)
    assert not any("scale(" in markup for _, markup in found)
    names = re.findall(r">(Step \d+)<", "".join(markup for _, markup in found))
    assert sorted(names) == sorted(f"Step {number}" for number in range(count))


def test_a_long_map_goes_on_at_the_same_letter():
    markup = "".join(each for _, each in drawn(map_cases.long_way(40)))
    assert markup.count(">A</text>") == 2


def test_thick_lines_carry_more_cases():
    widths = {
        float(each)
        for each in re.findall(
            r'fill="none" stroke="#46525f" stroke-width="([\d.]+)"', drawn(map_cases.looped())[0][1]
        )
    }
    assert min(widths) < 1.6
    assert max(widths) > 2.5
