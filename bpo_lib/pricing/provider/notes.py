"""What a reader should know of the provider's cost: what is foreign, and what does not agree."""

from collections.abc import Iterator
from typing import Final

from bpo_lib.engagement import Engagement
from bpo_lib.forecast.methods.library import NORMAL_80
from bpo_lib.pricing.deal import CurrencyTerms, ProviderTerms
from bpo_lib.pricing.provider.sites import currency_volatility, level, local_share, provider_sites

ALIKE: Final = 0.10  # points by which clause and cost may differ unsaid (house assumption)
ROUNDED: Final = 0.001  # difference between stated and built-up cost that is not worth a line


def provider_notes(case: Engagement) -> tuple[str, ...]:
    """Return notes on the provider's cost and its currencies.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    tuple of str
        Plain sentences; empty where the client gives no locations.
    """
    if not case.has(ProviderTerms) or not provider_sites(case):
        return ()
    return (*_foreign(case), *_clause(case), *_level(case))


def _foreign(case: Engagement) -> Iterator[str]:
    share, own = local_share(case), case.profile.currency
    if not share:
        return
    names = " and ".join(sorted({site.location.currency for site in provider_sites(case) if site.foreign}))
    move = NORMAL_80 * currency_volatility(case)
    yield (
        f"{share:.0%} of the provider's cost is paid in {names}. If that turns {move:.0%} dearer against "
        f"{own}, as one course in ten does within a year, the provider's cost rises by {share * move:.1%}."
    )


def _clause(case: Engagement) -> Iterator[str]:
    if not case.has(CurrencyTerms) or not case.of(CurrencyTerms).client_share:
        return
    agreed, paid = case.of(CurrencyTerms).local_share, local_share(case)
    if abs(agreed - paid) > ALIKE:
        yield (
            f"The contract lets {agreed:.0%} of the price follow the provider's currency, but {paid:.0%} of "
            "its cost is paid in it."
        )


def _level(case: Engagement) -> Iterator[str]:
    off = level(case) - 1
    if abs(off) > ROUNDED:
        word = "more" if off > 0 else "less"
        yield (
            f"The stated cost of a provider's FTE counts; it is {abs(off):.1%} {word} than the sum of the "
            "locations, whose items are scaled to it."
        )
