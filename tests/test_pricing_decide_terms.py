"""What is assumed of a provider's choices: nothing is required, everything is named as the house's own."""

import pytest

from bpo_lib.errors import InputError
from bpo_lib.pricing.decide.terms import IncentiveTerms, ParticipationTerms


@pytest.mark.parametrize("kind", [IncentiveTerms, ParticipationTerms])
def test_a_client_may_leave_all_of_it_out(kind):
    assert not any(each.required for each in kind.declarations())
    assert {each.source for each in kind.declarations()} == {"house assumption"}


def test_a_share_written_as_percent_is_refused():
    with pytest.raises(InputError, match="least_margin_share is 10, above the largest allowed value"):
        ParticipationTerms(least_margin_share=10)
