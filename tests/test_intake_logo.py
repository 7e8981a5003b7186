"""Logos: known by their first bytes, shown without loading anything."""

import base64

import pytest

from bpo_lib.intake.logo import logo_address
from bpo_lib.intake.text_tables import TableError


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\nrest", "png"),
        (b"\xff\xd8\xff\xe0rest", "jpeg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "svg+xml"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- made by hand -->\n<svg>", "svg+xml"),
    ],
)
def test_pictures_are_known_by_their_first_bytes(data, kind):
    address = logo_address(data)
    assert address.startswith(f"data:image/{kind};base64,")
    assert base64.b64decode(address.partition(",")[2]) == data


@pytest.mark.parametrize("data", [b"GIF89a", b"<html><svg>", b"<script>", b"", b"%PDF-1.7"])
def test_anything_else_is_refused(data):
    with pytest.raises(TableError, match="the logo is not a PNG, JPEG or SVG picture"):
        logo_address(data)


def test_a_picture_larger_than_a_megabyte_is_refused():
    with pytest.raises(TableError, match=r"the logo has 1\.5 MB, more than 1 MB"):
        logo_address(b"\x89PNG\r\n\x1a\n" + b"0" * 1_500_000)
