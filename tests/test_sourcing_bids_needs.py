"""What a bid is held against: the client's own cost, its busiest month, what the work costs a provider."""

from dataclasses import replace

import numpy as np
import pytest
from sample_cases import CLAIMS, PAYABLES, sample

from bpo_lib.forecast import volume_outlook
from bpo_lib.sourcing.bids.needs import client_needs, in_house_unit_cost


def test_prices_are_compared_with_the_first_year_of_staying():
    cost, notes = in_house_unit_cost(sample(PAYABLES))
    assert notes == ()
    assert 5 < cost < 7


def test_the_busiest_month_comes_from_the_clients_own_forecast():
    found, outlook = client_needs(sample(PAYABLES)), volume_outlook(sample(PAYABLES))
    assert found.peak == outlook.mean.max()
    assert found.peak_month == outlook.months[int(outlook.mean.to_numpy().argmax())]
    assert found.peak_high > found.peak


def test_what_comes_on_top_of_a_price_by_hand():
    # meadow-claims pays 20% tax it cannot recover and 6% for managing the contract.
    assert client_needs(sample(CLAIMS)).load == pytest.approx(1.26)


def test_a_providers_cost_is_known_only_where_the_client_gives_it():
    assert 3 < client_needs(sample(PAYABLES)).cost < 4
    assert np.isnan(client_needs(sample(CLAIMS)).cost)


def test_without_volumes_neither_cost_nor_peak_is_known():
    found = client_needs(replace(sample(PAYABLES), history=None))
    assert np.isnan([found.stay, found.peak, found.peak_high, found.cost]).all()
    assert found.peak_month is None
    assert found.notes[0].startswith(
        "Prices are shown but not scored: northgate-payables gives no past volumes"
    )
