"""Colours that can be read, whatever the client's brand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpo_lib.profile import Brand
from bpo_lib.workbook.brand import colours, contrast, darkened, mixed

ANY_COLOUR = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def test_contrast_of_published_pairs():
    # W3C, Understanding SC 1.4.3: black on white is 21:1, and #767676 is the lightest grey that passes.
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


def test_mixing_by_hand():
    assert mixed("#000000", "#ff8000", 0.5) == "#804000"


@given(ANY_COLOUR)
def test_text_on_any_brand_colour_and_headings_in_it_can_be_read(colour):
    chosen = colours(Brand(primary=colour))
    assert contrast(chosen.on_primary, chosen.primary) >= 4.5
    assert contrast(chosen.heading, "#ffffff") >= 4.5


def test_a_dark_brand_colour_is_kept_as_it_is():
    assert darkened("#12355b") == "#12355b"
