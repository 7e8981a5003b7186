"""The delivery model in sentences: every number from its table, and no id where a name will do."""

import re

from sample_cases import CLAIMS, NAMES, PAYABLES, VOICE, sample

from bpo_lib.sourcing import deal_choice, recommended_model
from bpo_lib.workbook import numbers
from bpo_lib.workbook.sourcing_findings import deal_choice_sentences, way_sentence, way_sentences


def test_the_way_is_said_first_with_why_and_how_firmly():
    said = way_sentences(sample(VOICE))
    assert said[0] == "What fits best: nearshore, paid per transaction, with one provider."
    assert said[1] == (
        "Why: shared hours at a lower price; the unit is clear, counted and foreseen; "
        "one team learns faster and is simpler to manage."
    )
    first = numbers.whole_percent(recommended_model(sample(VOICE)).first)
    assert f"it comes first in {first};" in said[2]
    assert way_sentence(sample(VOICE)) == (f"{said[0]} Alder Contact leads the providers.",)


def test_what_is_stopped_is_said_with_its_reason():
    assert "Stopped: two providers, since nobody is there to manage two." in way_sentences(sample(PAYABLES))


def test_work_that_cannot_move_has_no_way():
    said = way_sentences(sample(CLAIMS))
    assert said[0].startswith(
        "No delivery model is recommended, since something stops every one: it does not hold"
    )
    assert way_sentence(sample(CLAIMS)) == ()


def test_a_board_reads_why_the_cheapest_offer_is_not_followed():
    choice, said = deal_choice(sample(VOICE)), deal_choice_sentences(sample(VOICE))
    assert said[0] == (
        "A price per transaction is the deal to follow: it suits the work and saves 21.0% against staying."
    )
    cheap = choice.offer("outcome")
    lost, rise = numbers.percent(cheap["loss_probability"]), numbers.percent(cheap["price_rise"])
    assert said[1].startswith(
        "The cheapest offer is an outcome-based price, which saves 22.1%, but its provider"
    )
    assert f"loses money in {lost} of the courses" in said[1]
    assert f"{rise} higher, it would save" in said[1]
    assert said[2].startswith(
        "Before signing, make the price one that lasts: its provider loses money in 12.6%"
    )


def test_a_sound_deal_that_is_cheapest_needs_one_sentence():
    [said] = deal_choice_sentences(sample(PAYABLES))
    assert said.startswith("A price per transaction is the deal to follow: it suits the work, saves 15.8%")
    assert said.endswith("against staying and is the cheapest offer.")


def test_a_deal_that_costs_more_is_only_shown():
    [said] = deal_choice_sentences(sample(CLAIMS))
    assert said.startswith("A price per transaction is shown as the deal to look at, and not recommended;")
    assert said.endswith("it costs 3.4% more than staying.")


def test_no_sentence_names_a_criterion_by_its_id():
    for name in NAMES:
        for sentence in (*way_sentences(sample(name)), *deal_choice_sentences(sample(name))):
            assert not re.search(r"\b[SPDRMG]\d\b|\b[FGNP]-[A-Z]+", sentence), sentence
