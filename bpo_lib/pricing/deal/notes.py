"""What a reader should know of a deal's terms: what is paid twice, what is left out, what was cut."""

from collections.abc import Iterator

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.deal.agreement import Agreement
from bpo_lib.pricing.deal.indexation import WHOLE_PRICE, yearly_step
from bpo_lib.pricing.forms.fixed_price import FixedPricePricing


def deal_notes(case: Engagement) -> tuple[str, ...]:
    """Return warnings and notes on the terms of a deal, the gravest first.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    tuple of str
        Plain sentences; empty where there is nothing to say.
    """
    agreement = Agreement.of(case)
    return (*notes_of(agreement, case.profile.term_months), *_promised_twice(agreement, case))


def notes_of(agreement: Agreement, months: int) -> tuple[str, ...]:
    """Return the same for an agreement of so many months."""
    return (
        *_inflation(agreement),
        *_moving(agreement, months),
        *_credits(agreement),
        *_quality(agreement),
        *_termination(agreement, months),
    )


def _inflation(agreement: Agreement) -> Iterator[str]:
    clause, currency, deal = agreement.indexation, agreement.currency, agreement.deal
    shared = currency.client_share > 0 and currency.local_share > 0
    if clause.local_index and clause.clause == WHOLE_PRICE and shared and yearly_step(deal, clause) > 0:
        yield (
            "Inflation would be paid twice: the whole price follows the wages of the provider's country and "
            "the client shares its currency too, which tends to fall as those wages rise. Index the labour "
            "share alone, or leave the currency to the provider."
        )
    if clause.clause == WHOLE_PRICE and deal.labour_share < 1 and yearly_step(deal, clause) > 0:
        yield "The whole price follows wages, although labour is only a part of its cost."
    capped = deal.indexation_cap_per_year
    free = yearly_step(deal.model_copy(update={"indexation_cap_per_year": 1.0}), clause)
    if free > capped:
        yield "The indices rise by more than the cap on indexation allows; the fee rises by the cap."


def _moving(agreement: Agreement, months: int) -> Iterator[str]:
    ramp, deal = agreement.ramp, agreement.deal
    end = ramp.start_months + ramp.ramp_months
    if end > months:
        yield "The term ends before all work has moved to the provider."
    elif end > deal.transition_months:
        yield (
            "Work still moves after the transition; the own team stays for it, besides what dual running "
            "counts."
        )
    if agreement.transformation.cost and agreement.transformation.amortised_months > months:
        yield "The instalments of the investment would outlast the term; they are paid within it."
    if agreement.retained.fte and deal.governance_share:
        yield (
            "Managing the provider is counted as a share of the fee and as own people; check that they are "
            "not the same people."
        )


def _credits(agreement: Agreement) -> Iterator[str]:
    service, measures = agreement.service, agreement.measures
    if service.at_risk_share and measures.empty:
        yield "Part of the fee is at risk, but no targets of service are given, so no credit is counted."
    if not measures.empty and not service.at_risk_share:
        yield "Targets of service are given, but no part of the fee is at risk, so no credit is counted."
    if measures.empty or not service.at_risk_share:
        return
    weigh = "points" if service.by_points else "allocation"
    if not measures[weigh].any():
        yield f"No target of service has any {weigh}, so no credit is counted."
    low = measures["better"] == "lower"
    short = (measures["target"] - measures["expected"]) * (1 - 2 * low) > 0
    for name in measures.loc[short, "measure"]:
        yield f"The average month is expected to miss the target of '{name}'."


def _quality(agreement: Agreement) -> Iterator[str]:
    share = agreement.outcome_share + agreement.quality.outcome_change
    if not 0 <= share <= 1:
        edge = "1" if share > 1 else "0"
        yield f"The share that ends as agreed at the provider would lie beyond {edge}; it is taken as {edge}."


def _termination(agreement: Agreement, months: int) -> Iterator[str]:
    terms = agreement.termination
    if terms.investment and terms.investment_months > months:
        yield "The provider's investment would be written off beyond the term; it is written off within it."


def _promised_twice(agreement: Agreement, case: Engagement) -> Iterator[str]:
    fixed = case.of(FixedPricePricing) if case.has(FixedPricePricing) else None
    if fixed and fixed.glide_path_per_year and agreement.indexation.productivity_per_year:
        yield (
            "The fixed price falls each year by its own promise of productivity and by that of the deal; "
            "check that both were meant."
        )
