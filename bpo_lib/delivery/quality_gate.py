"""A stage gate as a test: how many cases to check, and how many may be wrong.

A bare percentage says little about a small sample: 285 of 300 right is 95%, and yet it is
more likely than not that the true quality lies below 95%.
"""

from dataclasses import dataclass
from math import ceil

from bpo_lib.errors import InputError

CONFIDENCE = 0.90  # how sure to be before the next stage; house assumption
POWER = 0.80  # how often a provider that is good enough should pass at once; house assumption
LARGEST_SAMPLE = 5_000


@dataclass(frozen=True)
class QualityTest:
    """What to check before a stage may end.

    Parameters
    ----------
    target : float
        Quality to be shown. [share]
    expected : float
        Quality of a provider that should pass. [share]
    sample : int
        Cases to check. [cases]
    allowed_defects : int
        Most defects among them that still let the stage end. [cases]
    chance_to_pass : float
        Chance that a provider at the expected quality passes at the first try. [share]
    """

    target: float
    expected: float
    sample: int
    allowed_defects: int
    chance_to_pass: float


def chance_of_quality(good: int, sample: int, target: float) -> float:
    """Return the chance that the true quality reaches the target, given a sample.

    Parameters
    ----------
    good : int
        Cases found right. [cases]
    sample : int
        Cases checked. [cases]
    target : float
        Quality to be shown. [share]

    Returns
    -------
    float
        From 0 to 1.

    Notes
    -----
    The upper tail at the target of Beta(0.5 + good, 0.5 + sample - good), Jeffreys' prior.

    Raises
    ------
    InputError
        When more cases are good than were checked, or the target is not between 0 and 1.
    """
    from scipy.special import betainc  # noqa: PLC0415 - heavy, and only stage gates need it

    if not 0 <= good <= sample:
        raise InputError(f"{good} good cases of {sample} checked cannot be")
    if not 0 < target < 1:
        raise InputError(f"the quality target {target:g} is not between 0 and 1")
    return float(1 - betainc(0.5 + good, 0.5 + sample - good, target))


def allowed_defects(sample: int, target: float, confidence: float = CONFIDENCE) -> int:
    """Return the most defects in a sample that still show the target; -1 when even none would not.

    Parameters
    ----------
    sample : int
        Cases checked. [cases]
    target : float
        Quality to be shown. [share]
    confidence : float
        Chance that the true quality reaches the target. [share]
    """
    found = -1
    while found < sample and chance_of_quality(sample - found - 1, sample, target) >= confidence:
        found += 1
    return found


def quality_test(
    target: float, expected: float, confidence: float = CONFIDENCE, power: float = POWER
) -> QualityTest:
    """Return the smallest test that is sure enough, and fair to a provider that is good enough.

    Parameters
    ----------
    target : float
        Quality to be shown. [share]
    expected : float
        Quality at which a provider should pass, above the target. [share]
    confidence : float
        Chance that the true quality reaches the target when the test is passed. [share]
    power : float
        Chance that a provider at the expected quality passes. [share]

    Raises
    ------
    InputError
        When the two qualities are so close that thousands of cases could not tell them apart.
    """
    from scipy.special import bdtr  # noqa: PLC0415 - heavy, and only stage gates need it

    if not target < expected < 1:
        raise InputError(f"expected quality {expected:g} has to lie between the target {target:g} and 1")
    defects = 0
    sample = 1
    while sample <= LARGEST_SAMPLE:
        if chance_of_quality(sample - defects, sample, target) < confidence:
            sample += 1  # too few cases to allow so many defects
            continue
        passes = float(bdtr(defects, sample, 1 - expected))
        if passes >= power:
            return QualityTest(target, expected, sample, defects, passes)
        defects += 1  # the smallest sample for these defects is too strict: allow one more
    raise InputError(
        f"more than {LARGEST_SAMPLE:,} cases would be needed to tell {expected:g} from {target:g}"
    )


def chance_of_false_alarm(sample: int, target: float, true_quality: float) -> float:
    """Return how often a provider of a given true quality misses a target by chance alone.

    Parameters
    ----------
    sample : int
        Cases checked in the period. [cases]
    target : float
        Share of them that has to be right. [share]
    true_quality : float
        The provider's true quality. [share]

    Returns
    -------
    float
        Chance of fewer right cases than the target asks for. [share]
    """
    from scipy.special import bdtr  # noqa: PLC0415 - heavy, and only measured targets need it

    needed = ceil(target * sample - 1e-9)  # 0.95 * 300 is 285 and not a hair more
    return float(bdtr(needed - 1, sample, true_quality))
