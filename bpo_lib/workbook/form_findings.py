"""What a commercial form holds that its price does not show, in sentences: steps, limits, shares."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bpo_lib.pricing.forms import (
    CostPlusPricing,
    FixedPricePricing,
    Form,
    GainSharePricing,
    HybridPricing,
    OutcomePricing,
    PerFtePricing,
    TargetCostPricing,
    TieredPricing,
    TransactionPricing,
)
from bpo_lib.pricing.forms.cliffs import cliffs
from bpo_lib.profile import Profile
from bpo_lib.workbook import labels, numbers

_PERIODS = {1: "month", 3: "quarter", 12: "year"}


def form_findings(models: Mapping[str, Any], profile: Profile) -> tuple[str, ...]:
    """Say what to know of each form's terms before its price is compared.

    Parameters
    ----------
    models : mapping of str to pricing model
        By the names of `PRICING_MODELS`, such as `offered_models(case)`.
    profile : Profile
        Currency and the client's word for a transaction.

    Returns
    -------
    tuple of str
        Plain sentences, form by form; none of a form that holds nothing but its price.
    """
    return tuple(
        f"{labels.sentence(labels.way(name))}: {said}"
        for name, model in models.items()
        for said in (*_steps(model, profile), *_OF_FORM.get(type(model), _nothing)(model, profile))
    )


def _nothing(_model: Form, _profile: Profile) -> Iterator[str]:
    yield from ()


def _steps(model: Form, profile: Profile) -> Iterator[str]:
    """Say where one transaction moves the fee by a whole step."""
    for cliff in cliffs(model):
        step, edge = numbers.money(abs(cliff.step), profile.currency), numbers.count(cliff.volume)
        mean = "" if cliff.months == 1 else f" on the mean of a {_PERIODS[int(cliff.months)]}"
        moves = "raises the fee by" if cliff.step > 0 else "lowers the fee by"
        yield f"one {profile.transaction} more than {edge} a month{mean} {moves} {step} at once."


def _per_fte(model: PerFtePricing, _profile: Profile) -> Iterator[str]:
    if model.bill_productive:
        yield "only FTE at work are billed, so absence is the provider's."


def _transaction(model: TransactionPricing, profile: Profile) -> Iterator[str]:
    arc, rrc = (
        numbers.money(share * model.unit_price, profile.currency)
        for share in (model.arc_share, model.rrc_share)
    )
    if model.arc_share > model.rrc_share:
        yield (
            f"outside the dead band one {profile.transaction} more costs {arc}, and one less gives back "
            f"{rrc}, so a volume that swings costs more than a steady one."
        )
    period = _PERIODS[int(model.settlement_months)]
    if model.minimum_commitment_share:
        least = model.minimum_commitment_share * model.unit_price * model.baseline_volume
        paid = numbers.money(least * model.settlement_months, profile.currency)
        yield f"at least {paid} a {period} is paid, however little work comes."
    if model.settlement_months > 1:
        yield f"a whole {period} counts together and is settled in its last month, perhaps by a credit."
    if model.contract_handling_minutes:
        agreed = numbers.duration(model.contract_handling_minutes)
        yield (
            f"the price follows the handling time once its mean of three months is more than "
            f"{numbers.percent(model.rebase_band, 0)} off {agreed}."
        )


def _tiered(model: TieredPricing, profile: Profile) -> Iterator[str]:
    if model.minimum_commitment_per_month:
        least = numbers.money(model.minimum_commitment_per_month, profile.currency)
        yield f"at least {least} a month is paid, however little work comes."


def _fixed_price(model: FixedPricePricing, _profile: Profile) -> Iterator[str]:
    if model.glide_path_per_year:
        yield (
            f"it falls by {numbers.percent(model.glide_path_per_year)} a year, which the provider has to "
            "gain in productivity."
        )


def _cost_plus(model: CostPlusPricing, _profile: Profile) -> Iterator[str]:
    markup, margin = numbers.percent(model.markup_share), numbers.percent(model.margin_share)
    besides = ", the fixed fee not counted" if model.fixed_fee_per_month else ""
    yield f"a mark-up of {markup} on the cost is a margin of {margin} of the price{besides}."


def _target_cost(model: TargetCostPricing, profile: Profile) -> Iterator[str]:
    most = numbers.money(model.ceiling_per_month, profile.currency)
    if not model.client_share:
        yield "the provider bears all cost over the target and keeps all under it."
        return
    point = numbers.money(model.point_of_total_assumption, profile.currency)
    at = (
        f" at {numbers.with_unit(model.baseline_volume, 'transactions', profile)}"
        if model.baseline_volume
        else ""
    )
    yield (
        f"the client bears {numbers.percent(model.client_share, 0)} of cost over the target, up to a price "
        f"of {most} a month{at}; from a cost of {point}, the point of total assumption, the provider "
        "bears all."
    )


def _outcome(model: OutcomePricing, profile: Profile) -> Iterator[str]:
    low, high = (
        numbers.money(edge, profile.currency) for edge in (model.floor_per_month, model.cap_per_month)
    )
    least = f"at least {low} and " if model.floor_per_month else ""
    yield f"{least}at most {high} a month is paid, however many outcomes there are."


def _gain_share(model: GainSharePricing, profile: Profile) -> Iterator[str]:
    share = numbers.percent(model.provider_share * model.attribution_share)
    loss = "shares a loss" if model.floor_per_month else "shares no loss"
    yield (
        f"the provider gets {share} of what the client saves against keeping the work, up to a saving of "
        f"{numbers.money(model.cap_per_month, profile.currency)} a month, and {loss}."
    )
    if model.cost_paid_share < 1:
        yield f"{numbers.percent(model.cost_paid_share)} of the provider's cost is paid whatever is saved."


def _hybrid(model: HybridPricing, _profile: Profile) -> Iterator[str]:
    fixed, unit, at_risk = (
        numbers.percent(share, 0) for share in (model.fixed_share, model.unit_share, model.at_risk_share)
    )
    yield f"{fixed} of the price is fixed, {unit} goes by the transaction and {at_risk} by outcomes only."


_OF_FORM: Mapping[type[Form], Callable[[Any, Profile], Iterator[str]]] = {
    PerFtePricing: _per_fte,
    TransactionPricing: _transaction,
    TieredPricing: _tiered,
    FixedPricePricing: _fixed_price,
    CostPlusPricing: _cost_plus,
    TargetCostPricing: _target_cost,
    OutcomePricing: _outcome,
    GainSharePricing: _gain_share,
    HybridPricing: _hybrid,
}
