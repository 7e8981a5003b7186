"""The glossary: the field's words are there, and each says what it means."""

import pytest

from bpo_lib.glossary import GLOSSARY

EXPECTED = (
    """
AHT, ARC, ASA, BAU, BPO, Dead band, Erlang, FTE, Hypercare, KT, MASE, Must-have, NPV, Occupancy, RRC,
Service level, Shrinkage, SLA, WAPE
""".strip()
    .replace("\n", " ")
    .split(", ")
)


@pytest.mark.parametrize("term", EXPECTED)
def test_the_fields_words_are_explained(term):
    meaning, unit = GLOSSARY[term]
    assert len(meaning) > 10
    assert isinstance(unit, str)


def test_bpo_is_told_from_broker_price_opinion():
    assert "Broker Price Opinion" in GLOSSARY["BPO"].meaning


def test_terms_are_in_the_order_of_the_alphabet():
    assert list(GLOSSARY) == sorted(GLOSSARY, key=str.lower)
