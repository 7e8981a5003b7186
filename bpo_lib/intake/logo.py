"""The client's logo as a `data:` address that a page can hold without loading anything."""

import base64
import re

from bpo_lib.intake.text_tables import TableError

MOST_BYTES = 1_000_000
_SVG = re.compile(rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<svg[\s>]", re.DOTALL)


def logo_address(data: bytes) -> str:
    """Return a picture as a `data:` address, its kind taken from its first bytes and not from its name.

    An SVG is only ever shown through `<img>`, where browsers run no script and load nothing.

    Raises
    ------
    TableError
        When it is not PNG, JPEG or SVG, or larger than 1 MB.
    """
    if len(data) > MOST_BYTES:
        raise TableError(
            f"the logo has {len(data) / 1e6:.1f} MB, more than 1 MB",
            "Save it smaller; 400 pixels wide are enough",
        )
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        kind = "png"
    elif data.startswith(b"\xff\xd8\xff"):
        kind = "jpeg"
    elif _SVG.match(data.removeprefix(b"\xef\xbb\xbf")):
        kind = "svg+xml"
    else:
        raise TableError("the logo is not a PNG, JPEG or SVG picture", "Save it as one of these")
    return f"data:image/{kind};base64,{base64.b64encode(data).decode('ascii')}"
