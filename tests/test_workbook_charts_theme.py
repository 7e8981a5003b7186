"""The palette: whatever a client's brand, every colour that carries text can be read."""

import stand_ins
from hypothesis import given
from hypothesis import strategies as st

from bpo_lib.profile import Brand
from bpo_lib.workbook.brand import PAPER, contrast, text_on
from bpo_lib.workbook.charts import theme

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(COLOURS, COLOURS)
def test_any_brand_gives_series_that_can_be_read_and_told_apart(primary, accent):
    case = stand_ins.engagement(brand=Brand(primary=primary, accent=accent))
    series = theme.palette(case).series
    assert all(contrast(colour, PAPER) >= 4.5 for colour in series)
    assert min(theme.distance(a, b) for a in series for b in series if a != b) >= 45
    assert len(set(series)) == 4


@given(COLOURS, st.floats(0.06, 1))
def test_a_number_on_a_shaded_square_can_be_read(primary, strength):
    shade = theme.palette(stand_ins.engagement(brand=Brand(primary=primary))).tint(strength)
    assert contrast(text_on(shade), shade) >= 4.5


def test_grey_texts_can_be_read_on_white():
    assert contrast(theme.MUTED, PAPER) >= 4.5


def test_the_house_colours_are_used_without_a_client():
    assert theme.palette() == theme.palette(stand_ins.engagement(brand=Brand()))


def test_a_dark_brand_keeps_its_own_colours():
    dark = stand_ins.engagement(brand=Brand(primary="#0b3c5d", accent="#8a3a78"))
    assert theme.palette(dark).series[:2] == ("#0b3c5d", "#8a3a78")


def test_distance_by_hand():
    assert theme.distance("#000000", "#030400") == 5


def test_a_full_tint_is_the_colour_itself():
    colours = theme.palette()
    assert (colours.tint(1), colours.tint(0)) == (colours.primary, PAPER)
