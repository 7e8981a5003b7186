"""Where the judgement draws its lines: limits of the gates, and when an answer counts as firm."""

from typing import ClassVar

from bpo_lib.assumptions import Terms, assumption


class JudgementTerms(Terms):
    """The limits at which a gate stops a move, and the shares of draws that make a leader firm.

    A level is that of the criterion's anchors; half a level counts as reached, as in rounding.

    References
    ----------
    All of them are house assumptions.
    """

    group: ClassVar[str] = "judgement"

    law_level: float = assumption(
        "level of regulatory constraint from which outsourcing is prohibited",
        unit="level", ge=2, le=5, default=5,
    )  # fmt: skip
    residency_level: float = assumption(
        "level of data sensitivity from which it has to be said where the data may go",
        unit="level", ge=1, le=5, default=3,
    )  # fmt: skip
    documentation_level: float = assumption(
        "level of documentation at which nothing may be moved", unit="level", ge=1, le=4, default=1
    )
    unwritten_exceptions: float = assumption(
        "share of exceptional cases without a written path above which nothing may be moved",
        unit="share", ge=0, le=1, default=0.20,
    )  # fmt: skip
    measurability_level: float = assumption(
        "level of measurability at which nothing may be moved", unit="level", ge=1, le=4, default=1
    )
    rule_stability_level: float = assumption(
        "level of stability of the rules at which nothing may be moved",
        unit="level", ge=1, le=4, default=1,
    )  # fmt: skip
    core_level: float = assumption(
        "level of strategic differentiation from which work counts as core",
        unit="level", ge=2, le=5, default=5,
    )  # fmt: skip
    judgement_level: float = assumption(
        "level of hidden judgement from which core work may not be moved whole",
        unit="level", ge=2, le=5, default=4,
    )  # fmt: skip
    owner_level: float = assumption(
        "level of retained management at which an owner has to be appointed first",
        unit="level", ge=1, le=4, default=1,
    )  # fmt: skip
    scale_level: float = assumption(
        "level of scale at which the work is too little for a large provider",
        unit="level", ge=1, le=4, default=1,
    )  # fmt: skip
    systems_level: float = assumption(
        "level of systems and remote access at which a move has to wait",
        unit="level", ge=1, le=4, default=1,
    )  # fmt: skip
    cost_level: float = assumption(
        "level of cost advantage at which raters call outsourcing dearer than staying",
        unit="level", ge=1, le=4, default=1,
    )  # fmt: skip
    saving_chance: float = assumption(
        "chance of a saving under which outsourcing is not recommended on cost",
        unit="share", ge=0, le=1, default=0.50,
    )  # fmt: skip
    robust_share: float = assumption(
        "share of draws in which the leader leads from which it is called robust",
        unit="share", ge=0.5, le=1, default=0.80,
    )  # fmt: skip
    leaning_share: float = assumption(
        "share of draws in which the leader leads under which the answer is called open",
        unit="share", ge=0, le=1, default=0.50,
    )  # fmt: skip
