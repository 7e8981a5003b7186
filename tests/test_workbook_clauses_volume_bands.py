"""Wording of the volume band: both meanings, minimum, settlement, far band, handling time."""

from clause_cases import pen, published, words_of

from bpo_lib.workbook.clauses.volume_bands import volume_bands


def said(**changes):
    return words_of(volume_bands(published(**changes), pen()))


def test_the_published_band_is_written_out():
    # UpperEdge: 1,000 units for 50,000, band of 10%.
    text = said()
    assert "from 900 to 1,100 Transactions a Month, these two included" in text
    assert "EUR 50,000.00 a Month: 1,000 Transactions at the Unit Price" in text
    assert "ARC Rate: EUR 40.00 for one Transaction, 80% of the Unit Price" in text


def test_each_meaning_of_the_band_has_its_own_words():
    assert "above the upper edge of the Dead Band" in said()
    assert "above the Baseline Volume, those within the Dead Band included" in said(back_to_baseline=1)
    assert "upper edge" not in said(back_to_baseline=1)


def test_what_is_not_agreed_is_not_written():
    plain = said()
    for words in ("Minimum Charge", "Settlement Period", "Far Band", "handling"):
        assert words not in plain
    full = said(minimum_commitment_share=0.8, settlement_months=3, far_band=0.3, contract_handling_minutes=5)
    assert "80% of the Baseline Charge, EUR 40,000.00 for each Month of a Settlement Period" in full
    assert "beyond the Far Band EUR 40.00 (80%)" in full
    assert "rests on 5 minutes of handling" in full


def test_without_a_dead_band_none_is_mentioned():
    plain = said(dead_band=0)
    assert "Dead Band" not in plain
    assert "Where the Volume is above the Baseline Volume" in plain


def test_a_price_that_follows_handling_time_says_how_quarters_count():
    assert "the mean of its Months counts" in said(contract_handling_minutes=5, settlement_months=3)
    assert "the mean of its Months counts" not in said(contract_handling_minutes=5)
