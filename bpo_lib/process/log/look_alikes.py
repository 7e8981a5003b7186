"""Names that differ only by zeros in front, by capitals or by spaces: two things, or one typed twice."""

from collections.abc import Callable, Sequence

import numpy as np

from bpo_lib.process.log.clock import FIRST_ROW


def case_look_alikes(names: Sequence[str], first_rows: np.ndarray) -> tuple[str, ...]:
    """Return a note when case ids differ only by leading zeros, capitals or spaces.

    Parameters
    ----------
    names : sequence of str
        Every case id once.
    first_rows : ndarray of int
        Position of the first event of each.

    Returns
    -------
    tuple of str
        At most one sentence: case ids are text, so `007` and `7` are two cases.
    """
    pair, count = _alike(names, lambda name: name.strip().lstrip("0").casefold())
    if pair is None:
        return ()
    first, other = (f"'{names[each]}' (row {first_rows[each] + FIRST_ROW})" for each in pair)
    more = f"; {count - 1:,} more ids resemble another" if count > 1 else ""
    caution = (
        f"{first} and {other} count as two cases, since case ids are text{more}. "
        "If they are one case, write its id alike everywhere."
    )
    return (caution,)


def activity_look_alikes(names: Sequence[str]) -> tuple[str, ...]:
    """Return a note when activities differ only by capitals or spaces."""
    pair, count = _alike(names, lambda name: " ".join(name.split()).casefold())
    if pair is None:
        return ()
    more = f"; {count - 1:,} more names resemble another" if count > 1 else ""
    caution = (
        f"'{names[pair[0]]}' and '{names[pair[1]]}' count as two activities{more}. "
        "If they are one, write its name alike everywhere."
    )
    return (caution,)


def _alike(names: Sequence[str], plain: Callable[[str], str]) -> tuple[tuple[int, int] | None, int]:
    """Return the places of the first two names that are alike, and how many names resemble an earlier one."""
    seen: dict[str, int] = {}
    pair, count = None, 0
    for place, name in enumerate(names):
        earlier = seen.setdefault(plain(name), place)
        if earlier != place:
            pair = pair or (earlier, place)
            count += 1
    return pair, count
