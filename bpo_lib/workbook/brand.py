"""The client's colours, made readable: text on them and text in them."""

from dataclasses import dataclass

from bpo_lib.profile import Brand

INK, PAPER, BLACK = "#14202b", "#ffffff", "#000000"
READABLE = 4.5  # smallest contrast for text, WCAG 2.2 level AA


@dataclass(frozen=True)
class Colours:
    """Colours of a report, every text among them readable on its ground.

    Parameters
    ----------
    primary, accent : str
        The client's own colours, for grounds and rules.
    on_primary : str
        Text on the primary colour.
    heading : str
        The primary colour, darkened where needed, for text on white.
    """

    primary: str
    accent: str
    on_primary: str
    heading: str


def colours(brand: Brand) -> Colours:
    """Return the colours of a report for a client's brand."""
    return Colours(brand.primary, brand.accent, text_on(brand.primary), darkened(brand.primary))


def text_on(ground: str) -> str:
    """Return white or black, whichever reads better on a colour: one of them always reaches 4.5."""
    return max(PAPER, BLACK, key=lambda text: contrast(text, ground))


def darkened(colour: str, ground: str = PAPER) -> str:
    """Return the colour, mixed with ink only as far as text on the ground needs it."""
    steps = (mixed(colour, INK, share / 20) for share in range(21))
    return next(shade for shade in steps if contrast(shade, ground) >= READABLE)


def mixed(colour: str, other: str, share: float) -> str:
    """Return a colour with a share of another in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21.

    References
    ----------
    W3C, Web Content Accessibility Guidelines 2.2, "contrast ratio" and "relative luminance".
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    scaled = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (
        level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4 for level in scaled
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
