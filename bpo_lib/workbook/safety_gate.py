"""The last look at a finished page: anything not known to be harmless stops its publication.

The page is parsed, not searched. Only tags and attributes on the lists below may appear,
so a new kind of danger is refused without having been thought of.
"""

import getpass
import re
from collections.abc import Iterable
from html.parser import HTMLParser
from typing import Literal


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STRUCTURE = _words(
    """html head meta title style body header main footer nav section article aside div span
    a p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd strong em b i small sub sup br hr blockquote pre code
    table caption colgroup col thead tbody tfoot tr th td figure figcaption details summary img
    abbr time mark wbr"""
)
DRAWING = _words(
    """svg g path line rect circle ellipse polygon polyline text tspan defs clippath desc
    lineargradient radialgradient stop use pattern mask marker"""
)
TAGS = STRUCTURE | DRAWING

PAGE_ATTRIBUTES = _words(
    """class id lang dir title role tabindex style href src alt width height charset name
    content http-equiv scoped border scope colspan rowspan span headers open datetime type start value"""
)
SVG_ATTRIBUTES = _words(
    """xmlns xmlns:xlink xlink:href viewbox preserveaspectratio display d x y x1 y1 x2 y2 cx cy r rx
    ry dx dy points transform fill fill-opacity fill-rule stroke stroke-width stroke-opacity
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit opacity
    clip-path clip-rule clippathunits clip-bounds-jfx buffered-rendering pointer-events text-anchor
    text-rendering dominant-baseline alignment-baseline font-family font-size font-weight font-style
    letter-spacing offset stop-color stop-opacity gradientunits gradienttransform patternunits
    patterntransform shape-rendering focusable vector-effect visibility overflow rotate textlength
    lengthadjust writing-mode color"""
)
ATTRIBUTES = (
    PAGE_ATTRIBUTES | SVG_ATTRIBUTES | _words("aria-label aria-labelledby aria-describedby aria-hidden")
)

VOID = _words("meta br hr img col wbr")
META = _words("charset viewport color-scheme generator robots content-security-policy")

ANCHOR = re.compile(r"#[\w.:-]*")
PAGE_BESIDE = re.compile(r"(?!\.\.?/)[a-z0-9_-]+(/[a-z0-9_-]+)*\.html")
EMBEDDED = re.compile(r"data:image/(png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=\s]+")
STYLE_DANGER = re.compile(r"url\s*\((?!\s*['\"]?#)|@import|expression\s*\(|\\|<|javascript:", re.IGNORECASE)
LOCAL_PATH = re.compile(
    r"(?:(?<![\w.:/])/(?:home|Users|root|tmp|private|var/folders|mnt|opt|srv)/"
    # A client may well name a manual on a shared drive; only where a computer keeps its own is refused.
    r"|(?<![A-Za-z0-9])[A-Za-z]:\\(?:Users|Windows|Temp|ProgramData|Documents and Settings)\\)"
    r"[^\s'\"<>|]*"
)
ANY_PATH = re.compile(
    r"(?<![\w.:/])/(?:[^\s/'\"<>|]+/)+[^\s'\"<>|)]*|(?<![A-Za-z0-9])[A-Za-z]:\\[^\s'\"<>|)]*"
)
SHARED_ACCOUNTS = _words(
    """root admin user users guest runner jovyan ubuntu debian build builder node www data app test tester
    work worker docker vagrant codespace default service system analyst consultant"""
)


class UnsafePageError(ValueError):
    """A page that must not be published; the message says what was found in it."""


def check_page(page: str, *, links: Literal["none", "beside"] = "none", private: Iterable[str] = ()) -> None:
    """Refuse a page that could run, load or give away anything.

    Parameters
    ----------
    page : str
        The whole HTML file.
    links : {"none", "beside"}
        Whether links may lead only inside the page or also to pages in folders beside it.
    private : iterable of str
        Words that must not appear, such as the name of the machine's account.

    Raises
    ------
    UnsafePageError
        Naming the first thing found.
    """
    gate = _Gate(links, [word for word in private if word])
    gate.feed(page)
    gate.close()
    gate.finish()


def account_name() -> str:
    """Return the name of the machine's account when it would tell the reader who that is, else nothing."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError):
        return ""
    return name if len(name) >= 3 and name.lower() not in SHARED_ACCOUNTS else ""


def without_local_paths(text: str) -> str:
    """Return a text in which every absolute path is shortened to its last part."""
    return ANY_PATH.sub(lambda match: re.split(r"[/\\]", match[0])[-1] or "...", text)


class _Gate(HTMLParser):
    """Parses a page and raises at the first thing that is not on the lists."""

    def __init__(self, links: Literal["none", "beside"], private: list[str]) -> None:
        super().__init__(convert_charrefs=False)
        self._links = links
        self._private = [re.compile(rf"(?<!\w){re.escape(word)}(?!\w)") for word in private]
        self._open: list[str] = []
        self._ids: set[str] = set()
        self._policy = False

    def finish(self) -> None:
        if self._open:
            self._refuse(f"an unclosed <{self._open[-1]}>")
        if not self._policy:
            self._refuse("no content security policy")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self._refuse(f"a <{tag}> element")
        for name, value in attrs:
            if name not in ATTRIBUTES:
                self._refuse(f"a {name!r} attribute on <{tag}>")
            self._check_value(tag, name, value or "")
        if tag == "meta":
            self._check_meta({name: value or "" for name, value in attrs})
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self._refuse(f"a misplaced </{tag}>")

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "style":
            self._check_style(data)
        elif "<" in data:
            # Inside an svg, browsers read markup where a simpler parser sees text.
            self._refuse("an unescaped '<'")
        self._check_words(data)

    def handle_comment(self, data: str) -> None:
        self._refuse(f"a comment ({data[:40]!r})")

    def handle_pi(self, data: str) -> None:
        self._refuse(f"a processing instruction ({data[:40]!r})")

    def unknown_decl(self, data: str) -> None:
        self._refuse(f"a declaration ({data[:40]!r})")

    def handle_decl(self, decl: str) -> None:
        if decl.lower() != "doctype html":
            self._refuse(f"a declaration ({decl[:40]!r})")

    def _check_value(self, tag: str, name: str, value: str) -> None:
        if name in {"href", "xlink:href"}:
            beside = self._links == "beside" and tag == "a" and PAGE_BESIDE.fullmatch(value)
            if not (ANCHOR.fullmatch(value) or beside):
                self._refuse(f"a link to {value[:80]!r}")
        elif name == "src":
            if not EMBEDDED.fullmatch(value):
                self._refuse(f"a source outside the page ({value[:80]!r})")
        elif name == "id":
            if value in self._ids:
                self._refuse(f"the id {value!r} twice")
            self._ids.add(value)
        elif name == "style" or ("url" in value.lower() and tag in DRAWING):
            self._check_style(value)
        if name != "src":
            self._check_words(value)

    def _check_meta(self, values: dict[str, str]) -> None:
        kind = (values.get("http-equiv") or values.get("name") or next(iter(values), "")).lower()
        if kind not in META:
            self._refuse(f"a <meta> of kind {kind!r}")
        if kind == "content-security-policy":
            strict = "default-src 'none'" in values["content"] and "script-src 'none'" in values["content"]
            if not strict:
                self._refuse("a loose content security policy")
            self._policy = True

    def _check_style(self, style: str) -> None:
        danger = STYLE_DANGER.search(style)
        if danger:
            self._refuse(f"{danger[0]!r} in a style")

    def _check_words(self, text: str) -> None:
        path = LOCAL_PATH.search(text)
        if path:
            self._refuse(f"a path of this computer ({path[0][:80]!r})")
        for word in self._private:
            if word.search(text):
                self._refuse(f"the account name {word.pattern!r}")

    def _refuse(self, found: str) -> None:
        line, _ = self.getpos()
        raise UnsafePageError(f"the page is not published: it holds {found}, line {line}")
