"""What a provider is asked: must-haves, scored questions with anchors, the price, and what it discloses.

One table, edited here and nowhere else; how much each scored answer counts is declared in `terms.py`.
Anchors are house assumptions.
"""

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["must_have", "scored", "price", "disclosure"]
Form = Literal["yes", "date", "volume", "level", "price", "share", "count"]

UNITS: Final[dict[str, str]] = {
    "yes": "yes/no",
    "date": "yes/no, or the date until which it is valid",
    "volume": "yes/no, or transactions/month",
    "level": "level 1-5",
    "price": "currency/transaction",
    "share": "share/year, or no",
    "count": "count, or no",
}


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
        `must_have` (never bought off by a score), `scored` (level 1 to 5), `price` (a figure) or
        `disclosure` (no part of the score, but reason for a red flag).
    question : str
        What has to be found out.
    form : str
        How the answer is written: `yes` (yes or no), `date` (yes, no or the day until which it is
        valid), `volume` (yes, no or transactions a month), `level`, `price`, `share` (a year's, or no)
        or `count` (or no).
    lifts : str
        What a provider has to bring where it fails a must-have or leaves it open; else empty.
    anchors : tuple of str
        What each level 1 to 5 of a scored criterion means; empty for the other kinds.
    """

    id: str
    name: str
    kind: Kind
    question: str
    form: Form
    lifts: str = ""
    anchors: tuple[str, ...] = ()

    @property
    def unit(self) -> str:
        """What the answer is given in."""
        return UNITS[self.form]


def _must_have(identifier: str, name: str, question: str, lifts: str, form: Form = "yes") -> VendorCriterion:
    return VendorCriterion(identifier, name, "must_have", question, form, lifts)


def _scored(identifier: str, name: str, question: str, anchors: tuple[str, ...]) -> VendorCriterion:
    return VendorCriterion(identifier, name, "scored", question, "level", anchors=anchors)


def _disclosure(identifier: str, name: str, question: str, form: Form = "yes") -> VendorCriterion:
    return VendorCriterion(identifier, name, "disclosure", question, form)


VENDOR_CRITERIA: Final = (
    _must_have(
        "security_certificate",
        "Security certificate in force",
        "Is there an independent security certificate (such as ISO 27001, SOC 2 or PCI DSS) that covers "
        "the site and service on offer, and until when is it valid?",
        "a certificate that covers the site and is valid when the work begins",
        "date",
    ),
    _must_have(
        "breach_disclosed_and_answered",
        "Past breaches disclosed and answered",
        "Has every security breach of the last five years been disclosed, with its cause and its remedy?",
        "a written account of every breach of the last five years, its cause and what was changed",
    ),
    _must_have(
        "capacity_for_peak",
        "Capacity for the peak month",
        "How much work a month can the provider show seats and people for, against the busiest month of "
        "the forecast?",
        "seats and people shown for the busiest month of the forecast",
        "volume",
    ),
    _must_have(
        "references_with_data",
        "References that show figures",
        "Did at least two clients with similar work confirm performance figures, not only satisfaction?",
        "two clients with similar work who confirm figures of twelve months",
    ),
    _must_have(
        "regulation",
        "Meets the client's regulation",
        "Can the provider meet the client's regulatory duties: data location, audit rights, sub-contracting?",
        "a signed statement on data location, audit rights and sub-contracting that the legal department "
        "accepts",
    ),
    _scored(
        "industry_experience",
        "Experience with this work in this sector",
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
        "price",
    ),
    _disclosure(
        "pilot_accepted",
        "Accepts a pilot",
        "Would the provider begin with a pilot that the client may end?",
    ),
    _disclosure(
        "attrition_per_year",
        "Attrition disclosed",
        "Which share of the people on comparable work left in the last twelve months?",
        "share",
    ),
    _disclosure(
        "sites",
        "Sites that can do the work",
        "At how many sites could the work on offer be done tomorrow?",
        "count",
    ),
    _disclosure(
        "own_people",
        "Work stays with own people",
        "Is all of the work done by the provider's own people, none of it sub-contracted?",
    ),
)
