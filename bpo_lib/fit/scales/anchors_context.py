"""The criteria that describe what surrounds the work: strategy, risk, market and governance.

Cut points and weights are house assumptions, collected here so that a firm can edit them in one place.
"""

from bpo_lib.fit.scales.criterion import Criterion

STRATEGY = (
    Criterion(
        "S1",
        "strategic differentiation",
        "strategy",
        "Would customers notice who does this work?",
        (
            "commodity support: nobody would notice",
            "support that colleagues notice, customers do not",
            "it carries part of the service we promise",
            "some customers choose us for it",
            "it is the reason customers choose us",
        ),
        "sponsor and sales",
    ),
    Criterion(
        "S2",
        "hidden judgement",
        "strategy",
        "How many decisions rest on judgement that is written nowhere?",
        (
            "none: every decision follows a written rule",
            "less than 5% of cases, and it is known who decides",
            "5 to 15% of cases",
            "15 to 40% of cases, decided by a few experts",
            "most cases turn on unwritten preference",
        ),
        "sample of decided cases",
    ),
)

RISK = (
    Criterion(
        "R1",
        "data sensitivity",
        "risk",
        "What is the most sensitive data the work touches?",
        (
            "public data",
            "internal data",
            "personal data",
            "health, payment card or other specially protected data",
            "secrets on which the company's strategy rests",
        ),
        "data protection assessment",
    ),
    Criterion(
        "R2",
        "regulatory constraint",
        "risk",
        "What does the regulator say about outsourcing this work?",
        (
            "nothing applies",
            "it must be notified",
            "it is material: register, audit and exit rights are required",
            "it needs approval beforehand",
            "it is prohibited",
        ),
        "legal department, with the rule cited",
        weight=1.5,
    ),
    Criterion(
        "R3",
        "harm of failure",
        "risk",
        "What happens to a customer when the work goes wrong?",
        (
            "nothing a customer would feel",
            "annoyance",
            "a complaint",
            "customers leave, or the press writes",
            "people are harmed, or the licence is at stake",
        ),
        "incident record and judgement",
    ),
    Criterion(
        "R4",
        "lock-in",
        "risk",
        "How hard would it be to change the provider again?",
        (
            "many providers, changed within a month",
            "several providers, changed within three months",
            "about six months, with some special set-up",
            "about twelve months, with tools built for us",
            "practically irreversible",
        ),
        "tools, licences and knowledge that only this work uses",
    ),
)

MARKET = (
    Criterion(
        "M1",
        "cost advantage",
        "market",
        "How much cheaper is the best offer once every cost is counted?",
        (
            "it costs more than staying in-house",
            "up to 10% cheaper",
            "10 to 20% cheaper",
            "20 to 35% cheaper",
            "more than 35% cheaper",
        ),
        "pricing comparison of this workbook, in present values",
        weight=1.5,
        cuts=(-0.10, 0.00, 0.10, 0.20, 0.35, 0.50),
        unit="share of in-house cost saved",
    ),
    Criterion(
        "M2",
        "choice of providers",
        "market",
        "How many providers could really do this work?",
        (
            "none or one",
            "two",
            "three to five",
            "six to ten",
            "more than ten",
        ),
        "answers to a request for information",
    ),
    Criterion(
        "M3",
        "capability gap",
        "market",
        "How far are providers ahead of us in doing this work?",
        (
            "we lead the market",
            "we are slightly ahead",
            "we are level",
            "they are clearly ahead",
            "we cannot hire or build the skills",
        ),
        "benchmark or reference visits",
    ),
    Criterion(
        "M4",
        "automation potential",
        "market",
        "How much of the touch time follows rules on digital input?",
        (
            "less than 10% of touch time",
            "10 to 25% of touch time",
            "25 to 45% of touch time",
            "45 to 70% of touch time",
            "more than 70% of touch time",
        ),
        "step table with a sample of cases",
        weight=1.5,
        cuts=(0.0, 0.10, 0.25, 0.45, 0.70, 0.90),
        unit="share of touch time",
    ),
)

GOVERNANCE = (
    Criterion(
        "G1",
        "retained management",
        "governance",
        "Who will manage the provider?",
        (
            "nobody",
            "someone beside another job",
            "one named owner",
            "a team with clear roles",
            "a vendor office that works from service-level data",
        ),
        "organisation chart after the move",
        weight=1.5,
    ),
    Criterion(
        "G2",
        "sponsorship",
        "governance",
        "How firmly do the owners stand behind the change?",
        (
            "contested at every step",
            "a sponsor, but open resistance",
            "tolerated",
            "supported by most owners",
            "signed by every owner concerned",
        ),
        "steering committee minutes",
    ),
)
