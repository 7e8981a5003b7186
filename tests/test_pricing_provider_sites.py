"""Sites: shares and rates by hand, the level that a client states, and a rate that is not there."""

from dataclasses import replace

import pandas as pd
import pytest
from stand_ins import engagement
from test_pricing_provider_location import MANILA

from bpo_lib.errors import InputError
from bpo_lib.pricing import ProviderTerms
from bpo_lib.pricing.provider import ExchangeRate, currency_volatility, local_share, provider_sites
from bpo_lib.pricing.provider.sites import built_up_cost, level, sites
from bpo_lib.pricing.risk.terms import RiskTerms

PESO = ExchangeRate(currency="PHP", rate=2, volatility_per_year=0.08)
HOME = MANILA.model_copy(update={"location": "Lyon", "currency": "EUR", "share": 0.5})
AWAY = MANILA.model_copy(update={"share": 0.5})


def table(*rows):
    return pd.DataFrame([row.model_dump() for row in rows])


def case_of(*locations, cost=105.0, rates=(PESO,), **provider):
    """Return a case whose provider works at these locations; its stated cost of an FTE is 105."""
    case = engagement()
    terms = {**case.terms, ProviderTerms: ProviderTerms(cost_per_fte_month=cost, **provider)}
    return replace(case, terms=terms, locations=table(*locations), currencies=table(*rates))


CASE = case_of(AWAY, HOME)  # half at 70 pesos of 2 euros each, half at 70 euros: 70 + 35 euros


def test_shares_and_rates_by_hand():
    away, home = provider_sites(CASE)
    assert (sum(away.items.values()), sum(home.items.values())) == (140, 70)
    assert built_up_cost((away, home)) == 105
    assert local_share(CASE) == pytest.approx(70 / 105)
    assert currency_volatility(CASE) == pytest.approx(0.08)


def test_two_foreign_currencies_weigh_by_what_is_paid_in_them():
    rupee = ExchangeRate(currency="INR", rate=1, volatility_per_year=0.02)
    case = case_of(AWAY, HOME.model_copy(update={"currency": "INR"}), rates=(PESO, rupee))
    assert local_share(case) == 1
    assert currency_volatility(case) == pytest.approx((70 * 0.08 + 35 * 0.02) / 105)


def test_a_currency_of_which_no_more_is_known_moves_as_the_assumptions_of_risk_say():
    unknown = ExchangeRate(currency="PHP", rate=2)
    usual = engagement().of(RiskTerms).currency_volatility_per_year
    assert currency_volatility(case_of(AWAY, HOME, rates=(unknown,))) == pytest.approx(usual)


def test_without_locations_nothing_is_foreign():
    assert provider_sites(engagement()) == ()
    assert local_share(engagement()) == 0
    assert currency_volatility(engagement()) == 0


def test_the_stated_cost_is_the_level_and_the_sites_say_what_it_is_made_of():
    assert level(CASE) == pytest.approx(1)
    assert level(case_of(AWAY, HOME, cost=210)) == pytest.approx(2)


def test_a_currency_without_a_rate_is_named():
    with pytest.raises(InputError, match="Manila: PHP has no rate in EUR"):
        sites([AWAY, HOME], [], "EUR")
