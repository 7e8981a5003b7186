"""What the automation triage says, in sentences."""

from bpo_lib.engagement import Engagement
from bpo_lib.errors import Missing
from bpo_lib.pricing import Triage, deal_figures, offered_models
from bpo_lib.pricing.alternatives.technologies import TECHNOLOGIES
from bpo_lib.sourcing import recommended_deal
from bpo_lib.workbook import labels, numbers

_PAID_BY_UNIT = {"transaction", "tiered", "fixed_price"}  # where the provider keeps what automation saves


def triage_findings(found: Triage | Missing, case: Engagement) -> tuple[str, ...]:
    """Return what could be automated, what it saves beside outsourcing, and how both meet in a contract."""
    if isinstance(found, Missing):
        return ()
    potential = numbers.percent(found.potential)
    said = [f"{potential} of touch time follows rules, has digital input and rests on stable systems."]
    if found.assessed_share < 1 - 1e-9:
        left = numbers.percent(1 - found.assessed_share)
        said.append(f"Steps with {left} of touch time were not assessed and count as not automatable.")
    said.extend(_worth(found, case))
    if found.chosen and _PAID_BY_UNIT & set(offered_models(case)):
        said.append(
            "Under a price per transaction a provider that automates after signing keeps the gain; automate "
            "before, or agree how the gain is shared."
        )
    return tuple(said)


def _worth(found: Triage, case: Engagement) -> list[str]:
    currency = case.profile.currency
    if not found.chosen:
        saving = found.technologies["saving_npv"]
        best = max(TECHNOLOGIES, key=lambda name: saving[name])
        loss = numbers.money(-saving[best], currency)
        why = f"{TECHNOLOGIES[best].name} comes nearest and costs {loss} more than it saves"
        return [f"None of the technologies pays for itself within the term; {why}."]
    ways = labels.listed([TECHNOLOGIES[name].name for name in found.chosen])
    saved = numbers.money(found.saving_npv, currency)
    said = (
        f"{labels.sentence(ways)} would take over {numbers.percent(found.saved_share)} of it and save {saved}"
    )
    model = recommended_deal(case)
    if model is None:
        return [f"{said} in present value."]
    offer = deal_figures(case, model)["saving_npv"]
    than = f"more than {labels.way(model)}" if found.saving_npv > offer else f"less than {labels.way(model)}"
    return [f"{said} in present value, {than} does ({numbers.money(offer, currency)})."]
