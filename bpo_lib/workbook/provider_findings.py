"""The provider's side in sentences: what it keeps of the best offer, what its cost hangs on."""

from collections.abc import Iterator, Mapping
from typing import Any

from bpo_lib.engagement import Engagement
from bpo_lib.pricing import ProviderTerms, leading_deal, margin_summary, provider_margins
from bpo_lib.pricing.provider.notes import provider_notes
from bpo_lib.workbook import labels, numbers


def provider_findings(case: Engagement) -> tuple[str, ...]:
    """Return what a client should know of its provider's side.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    tuple of str
        Empty where nothing is known of it.
    """
    return (*_kept(case), *provider_notes(case))


def _kept(case: Engagement) -> Iterator[str]:
    margins = provider_margins(case)
    best = None if margins.empty else leading_deal(case)
    if best is None:
        return
    summary = margin_summary(margins)
    yield _margin(best, summary.loc[best].to_dict(), case.of(ProviderTerms).target_margin_share)
    for name in summary.index[summary["margin"] < 0]:
        if name != best:
            yield f"Under {labels.way(name)} the provider loses money at the expected volume."


def _margin(name: str, kept: Mapping[Any, float], asked: float) -> str:
    form, wanted = f"{labels.way(name)}, the cheapest offer,", numbers.percent(asked)
    if kept["margin"] < 0:
        return (
            f"Under {form} the provider loses money at the expected volume: expect it to ask for more, to "
            "save on service or to leave."
        )
    share, mark_up = (numbers.percent(kept[part]) for part in ("margin_share", "mark_up_share"))
    said = f"Of {form} the provider keeps {share} over the term, a mark-up of {mark_up} on its cost"
    if kept["margin_share"] >= asked:
        return f"{said}; it is taken to ask for {wanted}, so there is room to negotiate."
    dearer = numbers.percent(kept["cost"] / (kept["revenue"] * (1 - asked)) - 1)
    return f"{said}; for the {wanted} it is taken to ask for, the price would be {dearer} higher."
