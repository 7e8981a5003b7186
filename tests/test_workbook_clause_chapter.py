"""What the chapter shows of the clause: that of the leading offer, or why there is none."""

from clause_cases import client, published, with_terms
from stand_ins import page, rows, title

from bpo_lib.errors import InputError
from bpo_lib.workbook import clause_chapter


def offered():
    return with_terms(client(), published(unit_price=20))


def test_the_leading_offer_is_drafted_and_replayed():
    assert "EUR 20.00 for one Transaction" in page(clause_chapter.draft(offered())).text.replace(
        "\u00a0", " "
    )
    assert "volume was above the dead band" in title(clause_chapter.replay_chart(offered()))
    assert rows(clause_chapter.replay_table(offered()))[0][0] == "As worded"


def test_without_an_offer_that_is_said_once():
    assert "No pricing model is offered" in page(clause_chapter.draft(client())).text
    assert "No pricing model is offered" in page(clause_chapter.replay_chart(client())).text
    assert clause_chapter.replay_table(client()).markup == ""


def test_a_history_without_a_whole_month_cannot_be_replayed(monkeypatch):
    def none(_case, _model):
        raise InputError("test has no month that is counted to its end")

    monkeypatch.setattr(clause_chapter, "replay", none)
    assert "cannot be replayed: test has no month" in page(clause_chapter.replay_chart(offered())).text
    assert clause_chapter.replay_table(offered()).markup == ""
