"""Which answer puts which risk on the register, and what holds it.

One table, edited here and nowhere else. A rule trips on the level of one criterion; levels,
severities and controls are house assumptions.
"""

from typing import Literal, NamedTuple

from bpo_lib.fit import reaches, stays_at

Severity = Literal["high", "medium", "low"]
Category = Literal[
    "process",
    "people",
    "demand",
    "cost",
    "service",
    "security and law",
    "dependency",
    "governance",
    "evidence",
]


class Risk(NamedTuple):
    """One line of the register: cause to effect, what shows it, what holds it."""

    risk: str
    category: Category
    evidence: str
    severity: Severity
    control: str
    owner: str
    trigger: str


class AnswerRule(NamedTuple):
    """A risk that one criterion's level brings up.

    It appears from level `medium` on and is high from level `high` on; `rising` says whether
    higher levels are the worse ones.
    """

    criterion: str
    rising: bool
    medium: float
    high: float
    risk: str
    category: Category
    control: str
    owner: str
    trigger: str

    def severity(self, level: float) -> Severity | None:
        """Return how severe the risk is at a level, half a level counting as reached; None when absent."""
        reached = reaches if self.rising else stays_at
        if reached(level, self.high):
            return "high"
        return "medium" if reached(level, self.medium) else None


ANSWER_RULES = (
    AnswerRule(
        "P1", False, 3, 2,
        "Procedures do not cover the work, so the provider learns by mistakes at the client's cost",
        "process",
        "write and try out the missing procedures before knowledge transfer starts",
        "client's process owner",
        "a newcomer fails two of twenty cases worked from paper",
    ),
    AnswerRule(
        "P2", False, 3, 2,
        "Cases take many routes, so handling time and price rest on an average few cases resemble",
        "process",
        "price the common routes and keep the rare ones apart, or in-house",
        "client's process owner",
        "the ten commonest routes carry a smaller share than in the baseline",
    ),
    AnswerRule(
        "P3", False, 2, 1,
        "Exceptions eat the saving: they take longest and are argued about most",
        "cost",
        "agree what counts as an exception, its price and who works it, before signature",
        "client's contract owner",
        "exceptions above the baseline share in two months running",
    ),
    AnswerRule(
        "P4", False, 3, 2,
        "Performance cannot be shown, so targets and credits are a matter of opinion",
        "governance",
        "count volume, time and quality for three months before setting targets",
        "client's process owner",
        "a target in the contract without a baseline behind it",
    ),
    AnswerRule(
        "P5", False, 3, 2,
        "Rules change faster than the provider can be told and trained",
        "process",
        "bundle changes into monthly releases with a notice period and a named reader",
        "client's process owner",
        "more than one unplanned change of rules in a month",
    ),
    AnswerRule(
        "P6", False, 2, 1,
        "Cases bounce between client and provider, and wait each time",
        "service",
        "move whole cases rather than steps; measure hand-offs from the log every month",
        "provider's service manager",
        "hand-offs per case above the baseline",
    ),
    AnswerRule(
        "P7", False, 3, 2,
        "Knowledge sits with a few people who may leave before it has moved",
        "people",
        "retention pay until the end of hypercare; record the work of every expert",
        "client's human resources",
        "notice given by one of the named experts",
    ),
    AnswerRule(
        "P8", False, 3, 2,
        "Access to systems is late or slow, so trained people sit idle",
        "process",
        "access ordered by role before signature; each role tried once before the start",
        "client's IT",
        "a role without access ten working days before it is needed",
    ),
    AnswerRule(
        "P9", False, 2, 1,
        "Rework is paid for again as a new transaction",
        "cost",
        "a repeat of the same case is not billed; its cause is reviewed each month",
        "client's contract owner",
        "rework above the baseline share",
    ),
    AnswerRule(
        "D2", False, 3, 2,
        "Volume is hard to foresee, so the client pays for idle people or waits for missing ones",
        "demand",
        "bands around a rolling forecast; a share of flexible staff; the forecast error reported",
        "provider's planning",
        "volume outside the band for two months",
    ),
    AnswerRule(
        "D3", True, 4, 5,
        "Peaks are far above the average, and service fails when it is needed most",
        "demand",
        "peak plan with named extra people; overflow tested before the first peak",
        "provider's planning",
        "forecast peak above the staff that is ready for it",
    ),
    AnswerRule(
        "R1", True, 4, 5,
        "Protected data leaks or is used for something else",
        "security and law",
        "masked data, no local storage, access log reviewed monthly, audit right, breach drill",
        "client's data protection officer",
        "access outside the role, or a device without encryption",
    ),
    AnswerRule(
        "R2", True, 3, 4,
        "The regulator objects, or records and audit rights are not there when asked for",
        "security and law",
        "register, audit and exit rights in the contract; approval before the start where needed",
        "client's legal department",
        "an open remark of regulator or internal audit",
    ),
    AnswerRule(
        "R3", True, 4, 5,
        "A failure reaches customers, who leave or speak to the press",
        "service",
        "critical failures defined with immediate escalation; the client may take the work back",
        "client's contract owner",
        "one critical failure",
    ),
    AnswerRule(
        "R4", True, 3, 4,
        "Changing the provider again becomes too dear to be believed",
        "dependency",
        "tools and documents belong to the client; help at exit priced now; exit rehearsed yearly",
        "client's contract owner",
        "a tool or licence that only the provider holds",
    ),
    AnswerRule(
        "M2", False, 2, 1,
        "Too few providers to compare or to turn to",
        "dependency",
        "short first term, benchmark right, one step kept in-house to stay able",
        "client's purchasing",
        "fewer than three comparable offers",
    ),
    AnswerRule(
        "M4", True, 4, 5,
        "The work is automated after signature and the provider keeps the gain",
        "cost",
        "automate first, or share what automation saves by contract",
        "client's contract owner",
        "volume per agent rises while the unit price stays",
    ),
    AnswerRule(
        "G1", False, 2, 1,
        "Nobody steers the provider: value leaks away unnoticed",
        "governance",
        "name the contract owner with time and authority before signature",
        "client's sponsor",
        "a service review held without the client's owner",
    ),
    AnswerRule(
        "G2", False, 3, 2,
        "Owners who were not convinced slow the transition down",
        "governance",
        "one page of reasons and conditions signed by every owner",
        "client's sponsor",
        "a decision reopened after it was taken",
    ),
)  # fmt: skip
