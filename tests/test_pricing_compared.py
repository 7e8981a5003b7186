"""The comparison a report shows: every way to have the work done, each on its own basis."""

from sample_cases import VOICE, sample

from bpo_lib.pricing import IN_HOUSE, compare_pricing, offered_models


def test_staying_comes_first_and_every_offer_has_its_row():
    table = compare_pricing(sample(VOICE))
    assert table.loc[IN_HOUSE, "basis"] == "stay"
    assert list(table.index[table["basis"] == "offer"]) == list(offered_models(sample(VOICE)))
