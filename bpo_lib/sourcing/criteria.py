"""What a provider is asked: must-haves, scored questions with anchors, and the price.

One table, edited here and nowhere else. Weights and anchors are house assumptions;
quality weighs more than price because service quality is what ended most of the
contracts that were ended early (Deloitte's outsourcing survey of 2012: 71% named it).
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["must_have", "scored", "price"]


@dataclass(frozen=True)
class VendorCriterion:
    """One thing a provider is asked, and how its answer is read.

    Parameters
    ----------
    id : str
        Name used in `vendors.csv`.
    name : str
        What a board reads.
    kind : str
        `must_have` (yes or no, never bought off by a score), `scored` (level 1 to 5)
        or `price` (a figure).
    question : str
        What to ask the provider.
    unit : str
        What the answer is given in.
    weight : float
        Part of the score; scored criteria and price together make 1, a must-have has none. [share]
    anchors : tuple of str
        What each level 1 to 5 of a scored criterion means; empty for the other kinds.
    """

    id: str
    name: str
    kind: Kind
    question: str
    unit: str
    weight: float = 0.0
    anchors: tuple[str, ...] = ()


def _must_have(identifier: str, name: str, question: str) -> VendorCriterion:
    return VendorCriterion(identifier, name, "must_have", question, "yes/no")


def _scored(
    identifier: str, name: str, weight: float, question: str, anchors: tuple[str, ...]
) -> VendorCriterion:
    return VendorCriterion(identifier, name, "scored", question, "level 1-5", weight, anchors)


VENDOR_CRITERIA = (
    _must_have(
        "security_certificate",
        "Security certificate in force",
        "Is there an independent security certificate (such as ISO 27001, SOC 2 or PCI DSS) that covers "
        "the site and service on offer and has not expired?",
    ),
    _must_have(
        "breach_disclosed_and_answered",
        "Past breaches disclosed and answered",
        "Has every security breach of the last five years been disclosed, with its cause and its remedy?",
    ),
    _must_have(
        "capacity_for_peak",
        "Capacity for the peak month",
        "Can the provider show the seats and people for the busiest month of the forecast?",
    ),
    _must_have(
        "references_with_data",
        "References that show figures",
        "Did at least two clients with similar work confirm performance figures, not only satisfaction?",
    ),
    _must_have(
        "regulation",
        "Meets the client's regulation",
        "Can the provider meet the client's regulatory duties: data location, audit rights, sub-contracting?",
    ),
    _scored(
        "industry_experience",
        "Experience with this work in this sector",
        0.12,
        "Which clients of this sector and process are served today, for how long, with what results?",
        (
            "neither the process nor the sector",
            "the process, in another sector",
            "the process in this sector for one client, or for less than two years",
            "three or more such clients, results shown",
            "three or more such clients for five years, results confirmed by them",
        ),
    ),
    _scored(
        "quality_system",
        "How quality is made and measured",
        0.15,
        "How is quality sampled, calibrated with the client and turned into correction?",
        (
            "cannot say how the result will be achieved",
            "inspects when a client complains",
            "samples by a plan, scores are its own",
            "samples by a plan, scores calibrated with the client",
            "calibrated samples, causes removed, trend shown for twelve months",
        ),
    ),
    _scored(
        "reporting",
        "Reporting and access to data",
        0.08,
        "What does the client see, how soon, and can it recompute the figures from the records?",
        (
            "monthly slides",
            "monthly figures without definitions",
            "weekly figures with definitions",
            "daily figures with definitions, records on request",
            "the client reads the records itself and can recompute every figure",
        ),
    ),
    _scored(
        "scalability",
        "Speed of growing and shrinking",
        0.10,
        "How fast did the team of a comparable client grow and shrink, and what happened to quality?",
        (
            "no comparable growth shown",
            "plus a quarter within six months",
            "plus a quarter within three months",
            "plus half within three months, quality held",
            "plus half within three months and back again, quality held",
        ),
    ),
    _scored(
        "continuity",
        "Continuity when a site or system fails",
        0.10,
        "What happens to the work when the site, the network or a key system is lost?",
        (
            "one site and no plan",
            "a plan on paper",
            "a second site, tested in the last two years",
            "a second site, tested every year, result shown",
            "work runs on two sites every day",
        ),
    ),
    _scored(
        "language_and_culture",
        "Language, culture and shared hours",
        0.07,
        "Do the people on offer speak and write as the client's customers do, in the hours needed?",
        (
            "language is learnt on the job",
            "language certified, few shared hours",
            "language certified, half of the hours shared",
            "fluent, all hours covered",
            "native level, all hours covered, tested on the client's own cases",
        ),
    ),
    _scored(
        "technology",
        "Tools and automation",
        0.06,
        "Which tools come with the service, and who keeps what they save?",
        (
            "none of its own",
            "workflow and recording only",
            "plus quality and workforce tools",
            "plus automation shown at a client",
            "plus automation with the saving shared by contract",
        ),
    ),
    _scored(
        "governance_fit",
        "Way of working together",
        0.10,
        "Who leads the account, how are changes and disputes settled, which exit terms are accepted?",
        (
            "no named lead, standard contract only",
            "a shared account lead",
            "a named lead, monthly review",
            "a named lead and team, change control and exit terms accepted",
            "plus audit, benchmarking and step-in accepted",
        ),
    ),
    VendorCriterion(
        "price_per_transaction",
        "Price of one transaction",
        "price",
        "What is the all-in price of one transaction at the expected volume?",
        "currency/transaction",
        0.22,
    ),
)
