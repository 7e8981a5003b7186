"""How long the wait lasts that a caller would have to sit out: its density, integrated piece by piece.

Time is counted in handling times. While all agents are busy the density falls as the exponent of
h(x) = A (1 - exp(-i x)) / i - s x, with load A, joint speed s of the agents (how many contacts they
finish per handling time) and impatience i (handling time over patience). It has one peak, so each
piece starts at its highest point and runs downhill: every term is positive and no digits cancel.
"""

import math
from typing import NamedTuple

import numpy as np

Column = float | np.ndarray  # a number, or one for each piece

DEPTH = 45.0  # a piece ends where its density has fallen to exp(-45) of its highest point
FADED = 37.0  # exp(-37) is below one unit in the last place: from there nobody is left in the queue
TINY = 1e-150  # in place of a 0 that would divide
BLOCK = 4_096  # pieces integrated at once, so that their points fit the processor's cache

SERIES_BELOW = 0.1  # exp(-z) - 1 + z loses digits below, and its series does not
SERIES_TERMS = 9


def _points_and_weights() -> tuple[np.ndarray, np.ndarray]:
    """Return Gauss-Legendre points of three panels on 0 to 1, closer near the start, and the end point."""
    inner, weight = np.polynomial.legendre.leggauss(16)
    edges = np.array([0, 1 / 10, 1 / 3, 1])
    width = np.diff(edges)[:, None]
    points = edges[:-1, None] + width * (inner + 1) / 2
    return np.append(points.ravel(), 1.0), np.append((width * weight / 2).ravel(), 0.0)


POINTS, WEIGHTS = _points_and_weights()
FIRST_MOMENTS = POINTS * WEIGHTS


class Piece(NamedTuple):
    """Pieces of the density that start at their highest point and run downhill.

    Parameters
    ----------
    load, speed, impatience : ndarray, shape (pieces,)
        Speed and impatience above 0.
    start : ndarray, shape (pieces,)
        Wait at which the piece starts. [handling times]
    reach : ndarray, shape (pieces,)
        Length of the piece, which may be infinite. [handling times]
    later : ndarray of bool, shape (pieces,)
        Whether the piece runs to longer waits, or to shorter ones.
    """

    load: np.ndarray
    speed: np.ndarray
    impatience: np.ndarray
    start: np.ndarray
    reach: np.ndarray
    later: np.ndarray


class Stretch(NamedTuple):
    """Integrals of the density over one piece, relative to its highest point.

    Parameters
    ----------
    offered : ndarray
        Of all callers.
    answered : ndarray
        Of those whose patience outlasts the wait.
    hung_up : ndarray
        Of those whose patience ends first.
    answered_wait : ndarray
        Of the wait of those answered. [handling times]
    """

    offered: np.ndarray
    answered: np.ndarray
    hung_up: np.ndarray
    answered_wait: np.ndarray


def peak_of(load: np.ndarray, speed: np.ndarray, impatience: np.ndarray) -> np.ndarray:
    """Return the wait at which the density is highest: 0 unless more arrives than agents can finish."""
    return np.log(np.maximum(load, speed) / speed) / impatience


def fall(flow: np.ndarray, surplus: np.ndarray, impatience: np.ndarray, way: np.ndarray) -> np.ndarray:
    """Return how far the log density falls on the way (later, or negative: earlier) from a wait.

    `flow` is the load whose patience lasts until that wait, `surplus` the speed beyond it.
    """
    turns = impatience * way
    small = np.abs(turns) < SERIES_BELOW
    with np.errstate(over="ignore"):  # infinitely far below the peak is what it is
        bend = np.where(small, _bend_of_few(np.where(small, turns, 0.0)), np.expm1(-turns) + turns)
        return flow / impatience * bend + surplus * way


def stretch(piece: Piece) -> Stretch:
    """Return the integrals over pieces.

    Parameters
    ----------
    piece : Piece of arrays, shape (pieces,)

    Returns
    -------
    Stretch of arrays, shape (pieces,)

    Notes
    -----
    48-point Gauss-Legendre over the part that counts. Where patience is used up long before the
    density has fallen, the rest is an exponential and is added in closed form.
    """
    size = piece.load.size
    if size == 1:
        return _single(piece)
    if size <= BLOCK:
        return _block(piece)
    cuts = [slice(first, first + BLOCK) for first in range(0, size, BLOCK)]
    blocks = [_block(Piece(*(column[cut] for column in piece))) for cut in cuts]
    return Stretch(*(np.concatenate(parts) for parts in zip(*blocks, strict=True)))


def _block(piece: Piece) -> Stretch:
    load, speed, impatience, start, reach, later = piece
    held = np.exp(-impatience * start)
    flow = load * held
    slope = np.abs(speed - flow)
    direction = np.where(later, 1.0, -1.0)
    faded = np.where(later, FADED / impatience, np.inf)
    length = np.minimum(np.minimum(reach, _span(flow, slope, impatience, later)), faded)
    columns = (direction * impatience * length, impatience * start, flow / impatience, slope * length)
    sums = _sums(*(column[:, None] for column in columns))
    rest = np.where(length == faded, sums.end * -np.expm1(-speed * (reach - length)) / speed, 0.0)
    return _put_together(sums, held, start, direction * length, rest)


def _single(piece: Piece) -> Stretch:
    """Do the same in plain floats, which for a single piece costs half the time."""
    load, speed, impatience, start, reach, later = (column.item() for column in piece)
    held = math.exp(-impatience * start)
    flow = load * held
    slope = abs(speed - flow)
    direction, faded = (1.0, FADED / impatience) if later else (-1.0, math.inf)
    span = _span_later(flow, slope, impatience) if later else _span_earlier(flow, slope, impatience)
    length = min(reach, float(span), faded)
    sums = _sums(direction * impatience * length, impatience * start, flow / impatience, slope * length)
    rest = sums.end * -math.expm1(-speed * (reach - length)) / speed if length == faded else 0.0
    parts = _put_together(sums, held, start, direction * length, rest)
    return Stretch(*(np.array([part]) for part in parts))


class _Sums(NamedTuple):
    """Sums over the points of each piece, for a length of 1, and the density at its end."""

    density: np.ndarray
    answered: np.ndarray
    answered_way: np.ndarray
    hung_up: np.ndarray
    end: np.ndarray


def _sums(turns: Column, start_turns: Column, rate: Column, drop: Column) -> _Sums:
    """Return the sums; all arguments are numbers, or columns with a row for each piece."""
    points = turns * POINTS
    left = np.expm1(-points)
    density = np.exp(-(rate * _bend(points, left) + drop * POINTS))
    answered = density * (1 + left)
    hung_up = density * np.expm1(-points - start_turns)
    return _Sums(
        density @ WEIGHTS,
        answered @ WEIGHTS,
        answered @ FIRST_MOMENTS,
        -(hung_up @ WEIGHTS),
        density[..., -1],
    )


def _put_together(sums: _Sums, held: Column, start: Column, way: Column, rest: Column) -> Stretch:
    """Return the integrals from the sums; `way` is the length, negative to shorter waits."""
    length = np.abs(way)
    return Stretch(
        length * sums.density + rest,
        held * length * sums.answered,
        length * sums.hung_up + rest,
        held * length * (start * sums.answered + way * sums.answered_way),
    )


def _bend(turns: np.ndarray, left: np.ndarray) -> np.ndarray:
    """Return exp(-z) - 1 + z, given exp(-z) - 1; by its series in rows that stay small altogether.

    In longer rows the difference may lose digits near the start, but only where it counts for little.
    """
    small = np.abs(turns[..., -1]) < SERIES_BELOW
    if not np.count_nonzero(small):
        return left + turns
    return np.where(small[..., None], _bend_of_few(turns), left + turns)


def _bend_of_few(turns: np.ndarray) -> np.ndarray:
    """Return exp(-z) - 1 + z of small z by its series."""
    series = 1 - turns / SERIES_TERMS
    for term in range(SERIES_TERMS - 1, 2, -1):
        series = 1 - turns * series / term
    return turns * turns * series / 2


def _span(flow: np.ndarray, slope: np.ndarray, impatience: np.ndarray, later: np.ndarray) -> np.ndarray:
    """Return a length that is enough for the log density to fall by `DEPTH`."""
    if np.count_nonzero(later) == later.size:
        return _span_later(flow, slope, impatience)
    return np.where(later, _span_later(flow, slope, impatience), _span_earlier(flow, slope, impatience))


def _span_later(flow: Column, slope: Column, impatience: Column) -> np.ndarray:
    """Return the span to longer waits, from exp(-z) - 1 + z >= z^2 / (2 + z)."""
    straight = 2 * slope - DEPTH * impatience
    root = np.sqrt(straight * straight + 8 * DEPTH * impatience * (slope + flow))
    return 4 * DEPTH / np.maximum(straight + root, TINY)


def _span_earlier(flow: Column, slope: Column, impatience: Column) -> np.ndarray:
    """Return the span to shorter waits, from exp(z) - 1 - z >= z^2 / 2."""
    span = 2 * DEPTH / (slope + np.sqrt(slope * slope + 2 * DEPTH * flow * impatience))
    turns = np.log1p(DEPTH * impatience / np.maximum(flow, TINY) + impatience * span)
    return np.minimum(span, turns / impatience)
