"""What is known of each criterion: the raters' answers and the measurement, side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from bpo_lib.errors import InputError
from bpo_lib.fit.gates import Grounds, unanswered
from bpo_lib.fit.measured import Measurement
from bpo_lib.fit.scales.criteria import CRITERIA, criterion_named
from bpo_lib.fit.scales.criterion import HIGHEST, LOWEST, Criterion

# Weakest first: several raters together are as good as the weakest source among them.
SOURCES = ("opinion", "document", "measured")
DISAGREEMENT = 2  # levels between raters from which they should talk; house assumption


@dataclass(frozen=True)
class Standing:
    """One criterion with everything known of it.

    Parameters
    ----------
    criterion : Criterion
        The criterion.
    answered : tuple of (str, float)
        Rater and level, in the order of `answers.csv`.
    sources : tuple of str
        What each of these levels rests on: measured, document or opinion.
    measured : Measurement or None
        What the client's own data says.
    """

    criterion: Criterion
    answered: tuple[tuple[str, float], ...] = ()
    sources: tuple[str, ...] = ()
    measured: Measurement | None = None

    @property
    def source(self) -> str:
        """Weakest source among the answers; empty without any."""
        return next((source for source in SOURCES if source in self.sources), "")

    @property
    def answered_level(self) -> float | None:
        """Mean of the raters' levels; None when nobody answered. [level]"""
        if not self.answered:
            return None
        return sum(level for _, level in self.answered) / len(self.answered)

    @property
    def level(self) -> float | None:
        """The level that counts: measured if it could be, else the raters' mean. [level]"""
        return self.answered_level if self.measured is None else self.measured.level

    @property
    def basis(self) -> str:
        """What the level rests on: measured, document, opinion or missing."""
        if self.measured is not None:
            return "measured"
        return self.source or "missing"

    @property
    def spread(self) -> float:
        """Levels between the lowest and the highest rater. [level]"""
        levels = [level for _, level in self.answered]
        return max(levels) - min(levels) if levels else 0.0

    @property
    def raters(self) -> str:
        """Return who said what: `Anna 2, Ben 4`."""
        return ", ".join(f"{rater} {level:g}" for rater, level in self.answered)

    @property
    def grounds(self) -> Grounds:
        """Return what a gate judges: the measurement, else every rater for himself."""
        about, levels = self.criterion, tuple(level for _, level in self.answered)
        if self.measured is not None:
            levels, told = (self.measured.level,), f"{self.measured.figure}, measured"
        elif not levels:
            return unanswered(about.id)
        elif len(set(levels)) > 1:
            told = f"levels {self.raters}"
        else:
            told = f"level {levels[0]:g}, {self.source}"
        return Grounds(levels, about.label, about.name, told)


def standings(
    answers: pd.DataFrame,
    measured: Mapping[str, Measurement],
    criteria: Sequence[Criterion] = CRITERIA,
) -> tuple[Standing, ...]:
    """Return what is known of each of the 25 criteria.

    Parameters
    ----------
    answers : pandas.DataFrame
        Columns criterion, level, source and rater; a row without a level is not an answer.
    measured : mapping
        Measurements by criterion id.
    criteria : sequence of Criterion
        The criteria as the client's firm reads them.

    Raises
    ------
    InputError
        When a criterion is unknown, a level is outside 1 to 5 or a rater answered twice.
    """
    given = dict(iter(_checked(answers).groupby("criterion", sort=False)))
    return tuple(
        Standing(
            about,
            _levels(given[about.id]) if about.id in given else (),
            tuple(_source(each) for each in given[about.id]["source"]) if about.id in given else (),
            measured.get(about.id),
        )
        for about in criteria
    )


def _checked(answers: pd.DataFrame) -> pd.DataFrame:
    if answers.empty:
        return pd.DataFrame(columns=["criterion", "level", "source", "rater"])
    level = pd.to_numeric(answers["level"], errors="coerce")
    given = answers.assign(level=level, rater=answers["rater"].fillna("").replace("", "unnamed rater"))
    given = given[level.notna()]
    for name, told in zip(given["criterion"].astype(str), given["level"].astype(float), strict=True):
        label = criterion_named(name).label
        if not LOWEST <= told <= HIGHEST:
            raise InputError(f"{label}: level {told:g} is not between {LOWEST} and {HIGHEST}")
    twice = given[given.duplicated(["criterion", "rater"])]
    if not twice.empty:
        name, rater = twice["criterion"].iloc[0], twice["rater"].iloc[0]
        raise InputError(f"{rater} answers {name} twice; keep one of the two levels")
    return given


def _levels(rows: pd.DataFrame) -> tuple[tuple[str, float], ...]:
    return tuple(zip(rows["rater"].astype(str), rows["level"].astype(float), strict=True))


def _source(told: object) -> str:
    """Return what an answer rests on; one that does not say is an opinion."""
    return str(told) if told in SOURCES else SOURCES[0]
