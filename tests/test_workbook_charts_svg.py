"""The picture: no ids, no style sheet, nothing foreign, the same texts."""

import pytest

from bpo_lib.workbook.charts.svg import tidy

DRAWN = """<svg xmlns="http://www.w3.org/2000/svg" class="c" width="76.0" height="34.0">
  <style>.c { font-family: x; } #r1 .axis { fill:#474747; font-size: 13.0px; }</style>
  <g id="r1" clip-path="url(#r2)"><defs><clipPath id="r2"></clipPath></defs>
    <text class="axis" style="font-size:12.0px;" x="1.26" y="-0.04"><tspan>a &lt; b</tspan></text>
    <line x1="10.04" y1="2.0" x2="3.333" y2="4" stroke-opacity="1.0" stroke-width="0.75"></line>
    <g></g>
  </g>
</svg>"""


def test_a_picture_by_hand():
    assert tidy(DRAWN, "label", "what is drawn") == (
        '<svg viewBox="0 0 76 34" role="img" aria-label="label" xmlns="http://www.w3.org/2000/svg">'
        "<desc>what is drawn</desc><g>"
        '<text x="1.3" y="0" fill="#474747" font-size="12.0px"><tspan>a &lt; b</tspan></text>'
        '<line x1="10" y1="2" x2="3.3" y2="4" stroke-width="0.75"></line>'
        "</g></svg>"
    )


def test_label_and_description_are_escaped():
    assert 'aria-label="&quot;&lt;x&gt;"' in tidy(DRAWN, '"<x>', "d")
    assert "<desc>&lt;script&gt;</desc>" in tidy(DRAWN, "l", "<script>")


def test_a_foreign_element_in_a_picture_is_refused():
    link = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><a href="x"><text>y</text></a></svg>'
    with pytest.raises(ValueError, match="may not hold <a>"):
        tidy(link, "label", "description")
