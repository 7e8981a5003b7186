"""Markup that is safe to show: every piece of client text passes through `esc`."""

import html
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


def esc(text: object) -> str:
    """Return text that can stand in HTML content or a quoted attribute.

    Control characters, which no browser should be given, become a visible replacement sign.
    """
    plain = "".join("\ufffd" if _unprintable(letter) else letter for letter in str(text))
    return html.escape(plain, quote=True)


def _unprintable(letter: str) -> bool:
    code = ord(letter)
    control = (code < 32 and letter not in "\n\t") or 127 <= code < 160
    direction = 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069  # can make a name read backwards
    return control or direction or 0xD800 <= code <= 0xDFFF


@dataclass(frozen=True)
class Html:
    """A finished piece of the report, shown the same in JupyterLab and in the delivered file.

    Parameters
    ----------
    markup : str
        HTML in which all client text is already escaped.
    data : mapping
        Machine-readable contents by MIME type, kept in the executed notebook beside the markup.
    """

    markup: str
    data: Mapping[str, Any] = field(default_factory=dict)

    def _repr_html_(self) -> str:
        return self.markup

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {"text/html": self.markup, **self.data}
