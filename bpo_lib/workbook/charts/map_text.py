"""How wide text is and where it breaks, without a browser to ask: a little on the wide side."""

_NARROW, _CAPITAL, _WIDE = frozenset("iljtfrI.,;:'|!()[]/ "), 0.70, frozenset("mwMW@%&")
_SIZES = {"narrow": 0.34, "plain": 0.56, "wide": 0.90, "full": 1.05}  # of the size of the text
_BOLD = 1.08


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a line of text is at most, in a usual sans-serif. [pixels]."""
    return sum(map(_share, text)) * size * (_BOLD if bold else 1.0)


def broken(text: str, width: float, size: float, lines: int, *, bold: bool = False) -> list[str]:
    """Return text on lines no wider than `width`; long words are cut, what does not fit ends in an ellipsis.

    Parameters
    ----------
    text : str
    width, size : float
        Width of a line and size of the text. [pixels]
    lines : int
        Most lines.
    bold : bool
        Whether the text is bold.
    """
    found: list[str] = []
    for word in text.split():
        rest = word
        if found and text_width(f"{found[-1]} {rest}", size, bold=bold) <= width:
            found[-1] += f" {rest}"
            continue
        while text_width(rest, size, bold=bold) > width and len(rest) > 1:
            head = _head(rest, width, size, bold=bold)
            found.append(head)
            rest = rest[len(head) :]
        found.append(rest)
    if len(found) > lines:
        last = found[lines - 1]
        while last and text_width(f"{last}\u2026", size, bold=bold) > width:
            last = last[:-1]
        found = [*found[: lines - 1], f"{last.rstrip()}\u2026"]
    return found or ["\u2026"]


def _head(word: str, width: float, size: float, *, bold: bool) -> str:
    """Return as much of a word as fits, at least one letter."""
    length = 1
    while length < len(word) and text_width(word[: length + 1], size, bold=bold) <= width:
        length += 1
    return word[:length]


def _share(letter: str) -> float:
    if letter in _NARROW:
        return _SIZES["narrow"]
    if letter in _WIDE:
        return _SIZES["wide"]
    if ord(letter) >= 0x1100:  # scripts whose letters fill a square, and pictures
        return _SIZES["full"]
    return _CAPITAL if letter.isupper() else _SIZES["plain"]
