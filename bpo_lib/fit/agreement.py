"""How far raters agree: on levels (Krippendorff's alpha) and on an order (Kendall's W)."""

from typing import Any, Literal, NamedTuple, Self

import numpy as np
import pandas as pd

from bpo_lib.errors import InputError

Level = Literal["nominal", "ordinal", "interval", "ratio"]
LEVELS: tuple[Level, ...] = ("nominal", "ordinal", "interval", "ratio")

# Krippendorff's customary limits for relying on what raters say.
FIRM, TENTATIVE = 0.80, 0.667
INTERVAL_SHARE = 0.90

_BLOCK = 2_000_000  # numbers held at once while units are drawn again


class AlphaInterval(NamedTuple):
    """The range of alpha when the units had been others of the same kind.

    Parameters
    ----------
    low, high : float
        Holding nine draws in ten; NaN where alpha itself, or most draws, are undefined. [ratio]
    undefined : float
        Share of draws in which nothing varied; they are left out. [share]
    """

    low: float
    high: float
    undefined: float


class Concordance(float):
    """Kendall's W: 0 where judges rank at random, 1 where all rank alike; a number with its test beside it.

    Parameters
    ----------
    w : float
        W itself; NaN when every judge ties everything.
    chi2 : float
        judges x (things - 1) x W.
    df : int
        Degrees of freedom: things - 1.
    p_value : float
        Chance of at least this much agreement when all rank at random; approximate for few things.
    mean_spearman : float
        Mean rank correlation of all pairs of judges; exact without ties.
    """

    w: float
    chi2: float
    df: int
    p_value: float
    mean_spearman: float
    _made_of: tuple[float, int, int]

    def __new__(cls, w: float, judges: int, things: int) -> Self:
        """Return W with what follows from it for so many judges and things."""
        from scipy.special import gammaincc  # noqa: PLC0415 - slow to import

        result = super().__new__(cls, w)
        result.w, result.df = w, things - 1
        result.chi2 = judges * (things - 1) * w
        result.p_value = float(gammaincc((things - 1) / 2, result.chi2 / 2))
        result.mean_spearman = (judges * w - 1) / (judges - 1)
        result._made_of = w, judges, things
        return result

    def __getnewargs__(self) -> tuple[float, int, int]:  # type: ignore[override]
        """Return what a copy is made of; a float alone would be copied without its test."""
        return self._made_of


def krippendorff_alpha(ratings: Any, level: str = "ordinal") -> float:
    """Return how far raters agree beyond chance: 1 fully, 0 as if at random, below 0 systematically not.

    Parameters
    ----------
    ratings : array-like or pandas.DataFrame, shape (raters, units)
        What each rater gave each unit; NaN or None where one gave nothing. Text is allowed when nominal.
    level : str
        `nominal` (names), `ordinal` (levels in order), `interval` (differences mean something) or
        `ratio` (shares of one another do too; nothing below 0).

    Returns
    -------
    float
        NaN when undefined: nothing varies, or no unit has two ratings. Agreement without any
        variation tells nothing of whether the raters could tell units apart. [ratio]

    Raises
    ------
    InputError
        When the level is unknown, or the ratings are no table of numbers.

    References
    ----------
    K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", University of Pennsylvania, 2011.
    """
    values, counts = _value_counts(ratings, level)
    return float(_alphas(values, counts, np.ones((1, len(counts))), level)[0])


def alpha_interval(ratings: Any, level: str = "ordinal", draws: int = 1_000, seed: int = 0) -> AlphaInterval:
    """Return the range of alpha over draws of units, each drawn again with replacement.

    Parameters
    ----------
    ratings, level
        As for `krippendorff_alpha`.
    draws : int
        How often the units are drawn.
    seed : int
        Same seed, same range.

    Returns
    -------
    AlphaInterval
        The middle nine tenths of the draws in which alpha is defined.

    Raises
    ------
    InputError
        As for `krippendorff_alpha`.
    """
    values, counts = _value_counts(ratings, level)
    units = len(counts)
    if not units or np.isnan(_alphas(values, counts, np.ones((1, units)), level)[0]):
        return AlphaInterval(np.nan, np.nan, 1.0)
    times = np.random.default_rng(seed).multinomial(units, np.full(units, 1 / units), size=draws)
    alphas = _alphas(values, counts, times.astype(float), level)
    undefined = float(np.isnan(alphas).mean())
    if undefined > 1 / 2:
        return AlphaInterval(np.nan, np.nan, undefined)
    tail = (1 - INTERVAL_SHARE) / 2
    low, high = np.nanquantile(alphas, [tail, 1 - tail])
    return AlphaInterval(float(low), float(high), undefined)


def agreement_words(alpha: float) -> Literal["firm", "tentative", "discuss", "undefined"]:
    """Return how far to rely on raters: firm from .80, tentative from .667, below that to discuss.

    References
    ----------
    K. Krippendorff, "Content Analysis", 2nd edition, 2004: customary limits.
    """
    if np.isnan(alpha):
        return "undefined"
    if alpha >= FIRM:
        return "firm"
    return "tentative" if alpha >= TENTATIVE else "discuss"


def kendall_w(ranks: Any) -> Concordance:
    """Return how far judges agree on an order: Kendall's coefficient of concordance, mended for ties.

    Parameters
    ----------
    ranks : array-like or pandas.DataFrame, shape (judges, things)
        The rank each judge gives each thing, or any score in the same order; ties are allowed and
        take their mean rank.

    Returns
    -------
    Concordance
        A float, with chi2, df, p_value and mean_spearman.

    Raises
    ------
    InputError
        With fewer than two judges or two things, or when a rank is missing.

    Notes
    -----
    W = 12 S / (m^2 (n^3 - n) - m T) with S the squared deviations of the sums of ranks from their
    mean and T the sum of t^3 - t over groups of t tied things.

    References
    ----------
    M. G. Kendall and B. Babington Smith, "The problem of m rankings", Annals of Math. Statistics 10(3), 1939.
    """
    given = _numbers(ranks, "ranks")
    judges, things = given.shape
    if judges < 2 or things < 2:
        raise InputError(f"concordance needs two judges and two things, not {judges} and {things}")
    if np.isnan(given).any():
        judge, thing = (int(place) + 1 for place in np.argwhere(np.isnan(given))[0])
        raise InputError(f"judge {judge} gives thing {thing} no rank; leave out what not everyone ranked")
    mended = pd.DataFrame(given).rank(axis=1).to_numpy()
    sums = mended.sum(axis=0)
    squares = float(((sums - sums.mean()) ** 2).sum())
    tied = sum(float((sizes**3 - sizes).sum()) for sizes in (_tie_sizes(row) for row in mended))
    room = judges**2 * (things**3 - things) - judges * tied
    return Concordance(12 * squares / room if room else np.nan, judges, things)


def _tie_sizes(row: np.ndarray) -> np.ndarray:
    sizes: np.ndarray = np.unique(row, return_counts=True)[1].astype(float)
    return sizes


def _numbers(table: Any, what: str) -> np.ndarray:
    try:
        given = np.array(_plain(table), dtype=float)
    except (TypeError, ValueError):
        raise InputError(f"{what} are numbers, as many in every row") from None
    if given.ndim != 2:
        raise InputError(f"{what} need a row for each rater and a column for each thing rated")
    if np.isinf(given).any():
        raise InputError(f"{what} are finite numbers; one of these is not")
    return given


def _plain(table: Any) -> Any:
    """Return a frame with NaN wherever it has a gap; numbers that pandas lets be missing hold another."""
    return table.astype(object).where(table.notna(), np.nan) if isinstance(table, pd.DataFrame) else table


def _value_counts(ratings: Any, level: str) -> tuple[np.ndarray, np.ndarray]:
    """Return the values in order, and how often each unit with two ratings or more got each of them."""
    if level not in LEVELS:
        raise InputError(f"{level!r} is not a level of measurement; use one of {', '.join(LEVELS)}")
    try:
        table = pd.DataFrame(ratings)
    except ValueError:
        raise InputError("ratings need a row for each rater and a column for each thing rated") from None
    if level == "nominal" and not all(pd.api.types.is_numeric_dtype(kind) for kind in table.dtypes):
        codes = pd.factorize(table.to_numpy().ravel())[0].astype(float)
        given = np.where(codes < 0, np.nan, codes).reshape(table.shape)
    else:
        given = _numbers(ratings, "ratings")
    values = np.unique(given[~np.isnan(given)])
    if level == "ratio" and (values < 0).any():
        raise InputError(f"a rating of {values[0]:g} has no ratio to others; use interval")
    counts = np.stack([(given == value).sum(axis=0) for value in values], axis=1) if values.size else None
    if counts is None:
        return values, np.zeros((0, 0))
    return values, counts[counts.sum(axis=1) >= 2].astype(float)


def _alphas(values: np.ndarray, counts: np.ndarray, times: np.ndarray, level: str) -> np.ndarray:
    """Return alpha for each draw of units; NaN where nothing varies."""
    if not counts.size:
        return np.full(len(times), np.nan)
    step = max(1, _BLOCK // (counts.shape[1] * max(counts.shape)))
    blocks = [times[start : start + step] for start in range(0, len(times), step)]
    return np.concatenate([_block_of_alphas(values, counts, block, level) for block in blocks])


def _block_of_alphas(values: np.ndarray, counts: np.ndarray, times: np.ndarray, level: str) -> np.ndarray:
    weight = times / (counts.sum(axis=1) - 1)
    pairs = (counts.T * weight[:, None, :]) @ counts  # (draws, values, values)
    every = np.arange(len(values))
    pairs[:, every, every] -= weight @ counts
    margin = pairs.sum(axis=2)
    apart = _squared_distance(values, margin, level)
    observed = (pairs * apart).sum(axis=(1, 2))
    expected = np.einsum("dc,dck,dk->d", margin, apart, margin)
    total = margin.sum(axis=1) - 1
    result = np.full(len(times), np.nan)
    np.divide(total * observed, expected, out=result, where=expected > 0)
    return 1 - result


def _squared_distance(values: np.ndarray, margin: np.ndarray, level: str) -> np.ndarray:
    """Return how far apart two values count, squared; shape (draws or 1, values, values)."""
    if level == "ordinal":
        upto = np.cumsum(margin, axis=1)
        middle = upto - margin / 2  # place of a value among all ratings
        return (middle[:, :, None] - middle[:, None, :]) ** 2
    between = values[:, None] - values[None, :]
    if level == "nominal":
        apart = (between != 0).astype(float)
    elif level == "ratio":
        both = values[:, None] + values[None, :]
        apart = np.divide(between, both, out=np.zeros_like(between), where=both > 0) ** 2
    else:
        apart = between**2
    return np.broadcast_to(apart, (len(margin), *apart.shape))
