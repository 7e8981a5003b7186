"""How sure a log's figures are: logs that might have been, drawn case by case from the one there is.

Cases are drawn with replacement, never events, since the events of a case hang together. What a draw
needs of a case are a few small numbers, so cases alike in all of them are counted once and a draw is
one multinomial over the kinds of case: it costs the same for a thousand cases and for a million.
Durations differ from case to case. A quantile of a drawn log is one of the observed durations, and
which one follows a beta distribution exactly; so it is drawn directly and no log is written out.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd

FIGURES = (
    "top10_coverage",
    "rework_share",
    "handoffs_per_case",
    "exception_share",
    "median_seconds",
    "p90_seconds",
)
_QUANTILES = {"median_seconds": 0.5, "p90_seconds": 0.9}
_ENDS = (0.05, 0.95)  # of a 90% interval


class CaseSample(NamedTuple):
    """What a draw needs of each case; every array has one entry per case.

    `common`: it follows one of the ten commonest variants, which stay the same in every draw;
    `handoffs` is None when the log names no resource; `seconds` are the durations in rising order.
    """

    common: np.ndarray
    rework: np.ndarray
    handoffs: np.ndarray | None
    exceptional: np.ndarray
    seconds: np.ndarray


def resampled(sample: CaseSample, draws: int, seed: int) -> pd.DataFrame:
    """Return the figures of drawn logs.

    Parameters
    ----------
    sample : CaseSample
    draws : int
        Number of logs drawn.
    seed : int
        Seed of the random numbers.

    Returns
    -------
    pandas.DataFrame
        One row per draw, columns `FIGURES`; shares, hand-offs per case and seconds. Shares and hand-offs
        of a row come from the same drawn log, each quantile from one of its own. Hand-offs are NaN when
        the log names no resource.

    References
    ----------
    B. Efron and R. Tibshirani, "An Introduction to the Bootstrap", 1993, chapters 6 and 13. The k-th
    smallest of n uniform numbers follows Beta(k, n - k + 1): H. David and H. Nagaraja, "Order
    Statistics", 2003, section 2.3.
    """
    stream = np.random.default_rng(seed)
    frame = pd.DataFrame(_counted(sample, draws, stream))
    for name, q in _QUANTILES.items():
        frame[name] = _quantiles(sample.seconds, q, draws, stream)
    return frame[list(FIGURES)]


def intervals_of(sample: CaseSample, drawn: pd.DataFrame) -> pd.DataFrame:
    """Return each figure as measured, with the range in which nine of ten drawn logs put it.

    Parameters
    ----------
    sample : CaseSample
    drawn : pandas.DataFrame
        From `resampled`.

    Returns
    -------
    pandas.DataFrame
        Columns figure, value, low, high, in the order of `FIGURES`.
    """
    value = {
        "top10_coverage": sample.common.mean(),
        "rework_share": sample.rework.mean(),
        "handoffs_per_case": np.nan if sample.handoffs is None else sample.handoffs.mean(),
        "exception_share": sample.exceptional.mean(),
        **{name: np.quantile(sample.seconds, q) for name, q in _QUANTILES.items()},
    }
    low, high = np.quantile(drawn[list(FIGURES)].to_numpy(), _ENDS, axis=0)
    return pd.DataFrame(
        {"figure": FIGURES, "value": [float(value[name]) for name in FIGURES], "low": low, "high": high}
    )


def _counted(sample: CaseSample, draws: int, stream: np.random.Generator) -> dict[str, np.ndarray]:
    """Return what can be counted in each drawn log, from a multinomial over the kinds of case."""
    cases = len(sample.seconds)
    handoffs = np.zeros(cases) if sample.handoffs is None else sample.handoffs
    flags = sample.common * 4 + sample.rework * 2 + sample.exceptional
    kind, size = np.unique(handoffs.astype(np.int64) * 8 + flags, return_counts=True)
    drawn = stream.multinomial(cases, size / cases, size=draws)
    unknown = np.full(draws, np.nan)
    return {
        "top10_coverage": drawn @ (kind >> 2 & 1) / cases,
        "rework_share": drawn @ (kind >> 1 & 1) / cases,
        "handoffs_per_case": unknown if sample.handoffs is None else drawn @ (kind >> 3) / cases,
        "exception_share": drawn @ (kind & 1) / cases,
    }


def _quantiles(ordered: np.ndarray, q: float, draws: int, stream: np.random.Generator) -> np.ndarray:
    """Return a quantile, linear between two neighbours, of each drawn log."""
    cases = len(ordered)
    place = q * (cases - 1)
    below = int(place)
    lower = stream.beta(below + 1, cases - below, size=draws)
    # Given one of the ordered uniform numbers, the next is the smallest of those that are left above it.
    rest = cases - below - 1
    upper = lower + (1 - lower) * stream.beta(1, rest, size=draws) if rest else lower
    values = [ordered[np.minimum((cases * each).astype(np.int64), cases - 1)] for each in (lower, upper)]
    return values[0] + (place - below) * (values[1] - values[0])
