"""The contract checklist: a clause is on it because something in this case calls for it."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.fit import reaches, score_fit, stays_at
from bpo_lib.pricing.deal import DealTerms
from bpo_lib.sourcing import delivery_options

LONG_TERM_MONTHS = 36  # from this term on prices need a way to be compared again; house assumption


class Clause(NamedTuple):
    """One clause, why it is asked for, and what happens without it."""

    clause: str
    asked_because: str
    says: str
    without_it: str
    owner: str


ALWAYS = "every contract of this kind"

STANDING = (
    Clause(
        "Scope in and out", ALWAYS,
        "the steps of the step table, each with who does it; what is not listed stays with the client",
        "every month starts with a talk about what was meant", "client's process owner",
    ),
    Clause(
        "Measures and targets", ALWAYS,
        "the metric table of this report with its sources, exclusions and windows",
        "targets are met on the provider's own count", "client's contract owner",
    ),
    Clause(
        "Credits and earning back", ALWAYS,
        "which misses cost what, a cap on the fee at risk, and how a credit is earned back",
        "a missed target has no price, or a price nobody dares to claim", "client's purchasing",
    ),
    Clause(
        "Changes", ALWAYS,
        "who may ask for a change, how it is priced, by when it is answered",
        "scope creeps, or stands still", "client's contract owner",
    ),
    Clause(
        "Transition", ALWAYS,
        "the stages of this plan with their exit tests; the provider bears its own delay",
        "the date passes and the bill for both teams is the client's", "client's contract owner",
    ),
    Clause(
        "Exit and help at exit", ALWAYS,
        "notice, handover of knowledge and data, help at agreed rates, a plan rehearsed each year",
        "staying is the only choice left", "client's legal department",
    ),
    Clause(
        "Step-in", ALWAYS,
        "when the client may take the work back for a while, and how",
        "a failure has to be watched", "client's legal department",
    ),
    Clause(
        "Audit", ALWAYS,
        "the client, its auditors and authorities may look at work, records and sites",
        "reports have to be believed", "client's internal audit",
    ),
    Clause(
        "Sub-contractors", ALWAYS,
        "named, approved, bound by the same duties, and replaced on demand",
        "the work is done by somebody never asked", "client's legal department",
    ),
    Clause(
        "Liability", ALWAYS,
        "a cap, and what lies above it: data, bodily harm, intent",
        "the cap is found out after the damage", "client's legal department",
    ),
    Clause(
        "Key people", ALWAYS,
        "named leads stay for the transition and are replaced only by agreement",
        "the people who won the contract leave with its signature", "client's contract owner",
    ),
    Clause(
        "Ownership of results", ALWAYS,
        "procedures, rules, scripts and data made for the client belong to it",
        "the knowledge has to be bought back", "client's legal department",
    ),
)  # fmt: skip

BY_OPTION = {
    "per FTE": (
        Clause(
            "Productivity", "",
            "handling time falls by an agreed share each year; idle time above a limit is free",
            "slower work earns the provider more", "client's purchasing",
        ),
    ),
    "per transaction": (
        Clause(
            "Volume band, ARC and RRC", "",
            "baseline, dead band, charges above and credits below, and when the baseline is set anew",
            "a fall in volume saves nothing, or the unit price is argued each month", "client's purchasing",
        ),
        Clause(
            "What counts as a transaction", "",
            "when a unit starts and ends, that a repeat is not a new one, how exceptions count",
            "rework is billed twice", "client's process owner",
        ),
        Clause(
            "Sharing what automation saves", "",
            "how the unit price falls when work is automated, by whomever",
            "the gain stays with the provider", "client's purchasing",
        ),
    ),
    "per outcome": (
        Clause(
            "Outcome and who brought it about", "",
            "definition, baseline of twelve months, attribution, floor, cap, and what ends the model",
            "both sides are right and the fee is in dispute", "client's purchasing",
        ),
    ),
    "nearshore": (
        Clause(
            "Data across borders", "",
            "where data may be seen and kept, on which legal basis, and what happens when the basis falls",
            "the transfer has to stop overnight", "client's data protection officer",
        ),
    ),
    "offshore": (
        Clause(
            "Data across borders", "",
            "where data may be seen and kept, on which legal basis, and what happens when the basis falls",
            "the transfer has to stop overnight", "client's data protection officer",
        ),
        Clause(
            "Currency", "",
            "currency of the fee, a band of rates within which it stands, sharing outside the band",
            "the exchange rate eats the saving", "client's treasury",
        ),
        Clause(
            "Working hours and language", "",
            "hours shared with the client, language level tested on its own cases",
            "questions wait until tomorrow", "client's contract owner",
        ),
    ),
    "two providers": (
        Clause(
            "Moving volume between providers", "",
            "how much may be moved, how fast, and minimum volumes of each",
            "the second provider is paid and never used", "client's purchasing",
        ),
    ),
}  # fmt: skip
BY_OPTION["hybrid"] = (*BY_OPTION["per transaction"], *BY_OPTION["per outcome"])  # it has a part of each


def contract_checklist(case: Engagement) -> pd.DataFrame:
    """Return the clauses this case calls for; not legal advice.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    pandas.DataFrame
        clause, asked_because, says, without_it and owner; first what every contract needs, then
        what the recommended (or, where none is, the possible) delivery options and the client's
        own answers add.
    """
    clauses = [*STANDING, *_from_options(case), *_from_terms(case), *_from_answers(case)]
    return pd.DataFrame(clauses, columns=list(Clause._fields)).drop_duplicates("clause", ignore_index=True)


def _from_options(case: Engagement) -> Iterator[Clause]:
    """Return what follows from where the work goes and how it is paid."""
    for _, options in delivery_options(case).groupby("kind", sort=False):
        recommended = options[options["status"] == "recommended"]
        standing = recommended if len(recommended) else options[options["status"] == "possible"]
        for option, status in zip(standing["option"], standing["status"], strict=True):
            for clause in BY_OPTION.get(str(option), ()):
                yield clause._replace(asked_because=f"{option} is {status}")


def _from_terms(case: Engagement) -> Iterator[Clause]:
    deal, term = case.of(DealTerms), case.profile.term_months
    if term >= LONG_TERM_MONTHS:
        yield Clause(
            "Benchmarking",
            f"the term is {term} months",
            "a third party compares price and service, and the price follows",
            "the price of the first year is paid in the last",
            "client's purchasing",
        )
    if term > 12:
        yield Clause(
            "Indexation",
            f"the term is {term} months",
            f"which index moves which part ({deal.labour_share:.0%} labour is assumed here), "
            f"never by more than {deal.indexation_cap_per_year:.0%} a year",
            "yearly rises outrun wages",
            "client's purchasing",
        )
    if deal.irrecoverable_tax_share > 0:
        yield Clause(
            "Tax",
            f"{deal.irrecoverable_tax_share:.0%} of the fee is tax the client cannot recover",
            "who bears it, which structure avoids it, and what happens when the law changes",
            "the saving is paid to the treasury",
            "client's tax adviser",
        )


def _from_answers(case: Engagement) -> Iterator[Clause]:
    levels = score_fit(case).criteria.set_index("criterion")["level"]
    if reaches(levels["R1"], 3):
        yield Clause(
            "Data protection",
            f"R1 data sensitivity at level {levels['R1']:.1f}",
            "purpose, roles, security measures, breach notice within hours, deletion at the end",
            "a leak without a duty to say so",
            "client's data protection officer",
        )
    if not stays_at(levels["R2"], 2):  # an unanswered question counts as if the answer were yes
        yield Clause(
            "Duties to the regulator",
            "R2 is not answered" if pd.isna(levels["R2"]) else f"R2 at level {levels['R2']:.1f}",
            "register entry, audit by the authority, exit plan, approval before sub-contracting",
            "the authority stops the service",
            "client's legal department",
        )
    if reaches(levels["R3"], 4):
        yield Clause(
            "Critical failures",
            f"R3 harm of failure at level {levels['R3']:.1f}",
            "which failures are critical, notice within the hour, and the right to end the contract",
            "harm is settled with a small credit",
            "client's contract owner",
        )
    if reaches(levels["R4"], 3):
        yield Clause(
            "Tools and licences at exit",
            f"R4 lock-in at level {levels['R4']:.1f}",
            "the client may take over tools, licences and configuration at a known price",
            "the exit plan fails on a licence",
            "client's IT",
        )
