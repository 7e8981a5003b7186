"""What is assumed of a provider's choices: what it could automate, and the least it signs for."""

from typing import ClassVar

from bpo_lib.assumptions import Terms, assumption


class IncentiveTerms(Terms):
    """How much of the work a provider could automate and what that would take, to see whom it pays."""

    group: ClassVar[str] = "incentive"

    automated_share: float = assumption(
        "share of the work that the provider could automate", unit="share", ge=0.01, le=0.9, default=0.2
    )
    investment_share: float = assumption(
        "what automating costs the provider, as a share of the cost it saves over the term",
        unit="share",
        ge=0,
        le=5,
        default=0.15,
    )
    running_share: float = assumption(
        "running cost of a contact settled by a machine, as a share of what one costs with people",
        unit="share",
        ge=0,
        le=2,
        default=0.05,
    )


class ParticipationTerms(Terms):
    """The least a provider signs for; the chance of loss it takes is `risk.at_risk_loss_probability`."""

    group: ClassVar[str] = "participation"

    least_margin_share: float = assumption(
        "smallest expected margin on its fee at which a provider would sign",
        unit="share",
        ge=0,
        le=0.9,
        default=0.10,
    )
