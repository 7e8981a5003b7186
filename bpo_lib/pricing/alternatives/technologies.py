"""Four ways to automate steps, and what each takes where the client has no offer yet."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from bpo_lib.assumptions import Terms, assumption

Technology = Literal["workflow", "robot", "documents", "assist"]
InputKind = Literal["structured", "document", "free_text"]


@dataclass(frozen=True)
class Reach:
    """Which part of a step's touch time a technology can take over.

    Parameters
    ----------
    name : str
        What a reader sees.
    inputs : tuple of str
        Kinds of input it works on.
    needs_digital : bool
        Whether the input has to be digital already; reading documents makes it so.
    by_rules : bool
        Whether it follows rules; otherwise it supports the judgement that rules leave.
    """

    name: str
    inputs: tuple[InputKind, ...]
    needs_digital: bool = True
    by_rules: bool = True


TECHNOLOGIES: dict[Technology, Reach] = {
    "workflow": Reach("workflow and integration (BPA)", ("structured",)),
    "robot": Reach("robots on the screens (RPA)", ("structured",)),
    "documents": Reach("reading documents (IDP)", ("document",), needs_digital=False),
    "assist": Reach("AI that assists people", ("structured", "document", "free_text"), by_rules=False),
}


class TriageTerms(Terms):
    """What a technology costs and how much of what it can reach it really takes, before there is an offer.

    Costs are given in what a person of the client's own team costs, so that they hold in any currency.
    """

    group: ClassVar[str] = "triage"

    workflow_success_share: float = assumption(
        "share of reachable work that workflow and integration does without a person",
        unit="share", ge=0, le=1, default=0.85,
    )  # fmt: skip
    workflow_investment_fte_months: float = assumption(
        "one-off cost of workflow and integration", unit="FTE-months", ge=0, le=10_000, default=30
    )
    workflow_run_fte: float = assumption(
        "running cost of workflow and integration", unit="FTE", ge=0, le=1_000, default=0.3
    )
    robot_success_share: float = assumption(
        "share of reachable work that robots on the screens do without a person",
        unit="share", ge=0, le=1, default=0.70,
    )  # fmt: skip
    robot_investment_fte_months: float = assumption(
        "one-off cost of robots on the screens", unit="FTE-months", ge=0, le=10_000, default=12
    )
    robot_run_fte: float = assumption(
        "running cost of robots on the screens", unit="FTE", ge=0, le=1_000, default=0.5
    )
    documents_success_share: float = assumption(
        "share of reachable work that reading documents by machine does without a person",
        unit="share", ge=0, le=1, default=0.70,
    )  # fmt: skip
    documents_investment_fte_months: float = assumption(
        "one-off cost of reading documents by machine", unit="FTE-months", ge=0, le=10_000, default=20
    )
    documents_run_fte: float = assumption(
        "running cost of reading documents by machine", unit="FTE", ge=0, le=1_000, default=0.5
    )
    assist_success_share: float = assumption(
        "share of the time left to judgement that AI saves by assisting people",
        unit="share", ge=0, le=1, default=0.20,
    )  # fmt: skip
    assist_investment_fte_months: float = assumption(
        "one-off cost of AI that assists people", unit="FTE-months", ge=0, le=10_000, default=8
    )
    assist_run_fte: float = assumption(
        "running cost of AI that assists people", unit="FTE", ge=0, le=1_000, default=0.4
    )
    months_to_go_live: float = assumption(
        "months until a technology does its first work", unit="months", ge=0, le=60, default=6
    )
    ramp_months: float = assumption(
        "months from then until it does all it can", unit="months", ge=0, le=60, default=6
    )
    maintenance_share_per_year: float = assumption(
        "upkeep of a technology from going live, against its one-off cost",
        unit="share/year", ge=0, le=1, default=0.15,
    )  # fmt: skip

    def success_share(self, technology: Technology) -> float:
        """Return which share of what it can reach a technology takes over. [share]"""
        return float(getattr(self, f"{technology}_success_share"))

    def investment(self, technology: Technology) -> float:
        """Return the one-off cost of a technology. [FTE-months]"""
        return float(getattr(self, f"{technology}_investment_fte_months"))

    def run(self, technology: Technology) -> float:
        """Return the running cost of a technology. [FTE]"""
        return float(getattr(self, f"{technology}_run_fte"))
