"""What to send to every bidder: one set of questions, so that their answers can be laid side by side."""

from typing import Final, NamedTuple

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.sourcing.bids.criteria import VENDOR_CRITERIA
from bpo_lib.sourcing.bids.needs import client_needs

QUESTION_COLUMNS = ["number", "topic", "question", "answer_with", "criteria"]


class BidderQuestion(NamedTuple):
    """One question as a bidder reads it.

    Parameters
    ----------
    topic : str
        What it is about.
    question : str
        In words to the bidder; `{work}`, `{sector}`, `{unit}` and `{peak}` stand for the client's own.
    answer_with : str
        What has to come with the answer, so that it is more than a claim.
    criteria : tuple of str
        The criteria of the scorecard that the answer feeds.
    """

    topic: str
    question: str
    answer_with: str
    criteria: tuple[str, ...]


QUESTIONS: Final = (
    BidderQuestion(
        "Your experience",
        "For which clients in {sector} do you do {work} today, since when, and through which channels?",
        "Names, start dates and volumes; say which of them we may call.",
        ("industry_experience",),
    ),
    BidderQuestion(
        "Results in our kind of work",
        "Which results did those clients get in each of the last twelve months: accuracy, speed, "
        "satisfaction, cost of one {unit}?",
        "Figures by month as the client measured them, before and after you took over.",
        ("industry_experience", "references_with_data"),
    ),
    BidderQuestion(
        "References",
        "Which two clients with similar work will confirm those figures to us by telephone?",
        "Name, telephone number and the figures each will confirm. Letters of thanks do not count.",
        ("references_with_data",),
    ),
    BidderQuestion(
        "Quality",
        "Walk us through one {unit} from arrival to check. Who samples, how many, against which definition, "
        "and what happens to the cause of an error?",
        "The scorecard in use, the last calibration with a client and twelve months of results.",
        ("quality_system",),
    ),
    BidderQuestion(
        "Capacity",
        "How much of this work can you do in one month with the seats and people you can show us? {peak}",
        "Seats and trained people by site, counted on a visit.",
        ("capacity_for_peak",),
    ),
    BidderQuestion(
        "Growing and shrinking",
        "Show us, at a client of our size, how fast the team grew and shrank in a season and what happened "
        "to quality meanwhile.",
        "Headcount and quality by week of that season, shown in a demonstration.",
        ("scalability",),
    ),
    BidderQuestion(
        "Sites and people",
        "From which sites and countries would the work be done, at how many of them could it be done "
        "tomorrow, and who sees our data from where?",
        "A list of sites with address, headcount and the work done there today.",
        ("sites", "regulation"),
    ),
    BidderQuestion(
        "Language and hours",
        "Which people would work for us, how well do they speak and write our customers' language, and which "
        "of our hours do they cover?",
        "Test results, and ten recorded or written cases of comparable work.",
        ("language_and_culture",),
    ),
    BidderQuestion(
        "Security and privacy",
        "How are access, screens, papers and personal data protected, and which certificates cover the very "
        "site and service you offer?",
        "Each certificate with its number, scope and last day, and the latest auditor's report.",
        ("security_certificate",),
    ),
    BidderQuestion(
        "Past breaches",
        "Which security breaches did you have in the last five years, what was the cause, when were the "
        "clients told, and what did you change?",
        "A dated account of each; a signed statement if there were none.",
        ("breach_disclosed_and_answered",),
    ),
    BidderQuestion(
        "Regulation",
        "Which duties of {sector} bind this work, and how do you meet them: data location, audit rights, "
        "records, supervision?",
        "A signed statement, and the last audit by a client or a supervisor.",
        ("regulation",),
    ),
    BidderQuestion(
        "Sub-contracting",
        "Which part of the work, of the systems or of the support would others do for you, and under which "
        "duties?",
        "Names, countries and the clauses that pass our terms on to them.",
        ("own_people", "regulation"),
    ),
    BidderQuestion(
        "Continuity",
        "What happens to our work on the day the site, the network or a key system is lost, and how long "
        "does it take until all of it is done again?",
        "The plan, and the result and date of its last test.",
        ("continuity", "sites"),
    ),
    BidderQuestion(
        "Attrition",
        "How many people left comparable teams in each of the last twelve months, how many were there, and "
        "how long does a newcomer take to full speed?",
        "Leavers and average headcount by month; a blank counts as not disclosed.",
        ("attrition_per_year",),
    ),
    BidderQuestion(
        "Reporting",
        "What do we see, how soon, and can we recompute every figure from the records?",
        "A month's report of another client with its definitions, names removed.",
        ("reporting",),
    ),
    BidderQuestion(
        "Tools and automation",
        "Which tools come with the service, what do they do without people, and who keeps what they save?",
        "A demonstration on ten of our own cases.",
        ("technology",),
    ),
    BidderQuestion(
        "Working together",
        "Who leads our account, how are changes and disputes settled, and which terms of exit, audit, "
        "benchmarking and step-in do you accept?",
        "The lead's name and experience, and our draft terms with your remarks.",
        ("governance_fit",),
    ),
    BidderQuestion(
        "Pilot",
        "Will you begin with a pilot on a part of the volume, measured by us, that we may end without cost?",
        "Yes or no, the smallest volume and the weeks it needs.",
        ("pilot_accepted",),
    ),
    BidderQuestion(
        "Price",
        "What is the price of one {unit}, all in, at the expected volume, and what is charged on top of it?",
        "The price list with everything that is priced apart: peaks, nights, exceptions, changes, reports.",
        ("price_per_transaction",),
    ),
)


def bidder_questions(case: Engagement) -> pd.DataFrame:
    """Return the questions to send to every bidder, in the client's own words and figures.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    pandas.DataFrame
        Columns `QUESTION_COLUMNS`; `criteria` names those of the scorecard that an answer feeds, which
        a bidder need not see.
    """
    words = {
        "work": case.profile.process[0].lower() + case.profile.process[1:],
        "sector": case.profile.sector,
        "unit": case.profile.transaction,
        "peak": _peak(case),
    }
    names = {each.id: each.name for each in VENDOR_CRITERIA}
    rows = [
        (
            number,
            each.topic,
            _filled(each.question, words),
            each.answer_with,
            "; ".join(names[criterion] for criterion in each.criteria),
        )
        for number, each in enumerate(QUESTIONS, start=1)
    ]
    return pd.DataFrame(rows, columns=QUESTION_COLUMNS)


def _peak(case: Engagement) -> str:
    """Return the busiest month a bidder has to plan for, nothing where it is not known."""
    needs = client_needs(case)
    if needs.peak_month is None:
        return ""
    return (
        f"We expect up to {needs.peak:,.0f} in a month ({needs.peak_month.strftime('%B %Y')}), and more than "
        f"{needs.peak_high:,.0f} in that month with a chance of one in ten."
    )


def _filled(question: str, words: dict[str, str]) -> str:
    """Return a question with the client's words in place; what a client wrote is never read as a pattern."""
    for name, text in words.items():
        question = question.replace(f"{{{name}}}", text)
    return question.strip()
