"""The engagement: frozen, changed only by checked copies that share what did not change."""

from dataclasses import FrozenInstanceError

import pytest
from client_folders import write_client

from bpo_lib.errors import InputError
from bpo_lib.intake import open_client
from bpo_lib.pricing.deal import DealTerms, ProviderTerms
from bpo_lib.staffing.terms import WorkTerms


@pytest.fixture
def case(tmp_path):
    return open_client(write_client(tmp_path / "acme"))


def test_a_what_if_changes_the_terms_and_the_register(case):
    changed = case.with_values({"work.handling_minutes": 10, "deal.discount_rate_per_year": 0.1})
    assert changed.of(WorkTerms).handling_minutes == 10
    assert changed.of(DealTerms).discount_rate_per_year == 0.1
    rows = changed.register.set_index("name").loc[["work.handling_minutes", "deal.discount_rate_per_year"]]
    assert rows["value"].tolist() == [10, 0.1]
    assert rows["origin"].tolist() == ["what-if", "what-if"]
    assert (changed.register["origin"] == "what-if").sum() == 2


def test_a_what_if_leaves_the_base_alone_and_shares_its_history(case):
    changed = case.with_values({"work.handling_minutes": 10})
    assert case.of(WorkTerms).handling_minutes == 12
    assert "what-if" not in set(case.register["origin"])
    assert changed.history is case.history
    assert changed.of(DealTerms) is case.of(DealTerms)


def test_a_what_if_outside_the_range_or_of_an_unknown_name_is_refused(case):
    with pytest.raises(InputError, match="above the largest allowed value 480"):
        case.with_values({"work.handling_minutes": 481})
    with pytest.raises(InputError, match=r"unknown assumption: speed\.limit"):
        case.with_values({"speed.limit": 1})


def test_a_group_that_the_client_left_out_is_named(case):
    assert case.has(WorkTerms)
    assert not case.has(ProviderTerms)
    with pytest.raises(InputError, match="acme gives no 'provider' assumptions"):
        case.of(ProviderTerms)


def test_an_engagement_is_frozen_and_compared_by_identity(case, tmp_path):
    with pytest.raises(FrozenInstanceError):
        case.client = "other"
    assert case != open_client(tmp_path / "acme")
    assert hash(case) == hash(case)
