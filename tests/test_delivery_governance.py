"""The governance pack: complete, and fitted to the operation."""

from sample_cases import CLAIMS, PAYABLES, VOICE, sample

from bpo_lib.delivery import governance_pack


def test_the_pack_holds_four_tables():
    pack = governance_pack(sample(PAYABLES))
    for table in (pack.metrics, pack.cadence, pack.responsibilities, pack.contract_checklist):
        assert len(table) >= 6
        assert table.iloc[:, 0].is_unique


def test_only_voice_has_an_intraday_desk():
    assert "Intraday desk" in set(governance_pack(sample(VOICE)).cadence["meeting"])
    assert "Intraday desk" not in set(governance_pack(sample(PAYABLES)).cadence["meeting"])


def test_somebody_answers_for_everything_and_only_once():
    table = governance_pack(sample(VOICE)).responsibilities
    answering = table[["client", "provider"]].apply(lambda column: column.str.contains("answers for"))
    assert (answering.sum(axis=1) == 1).all()
    doing = table[["client", "provider"]].apply(lambda column: column.str.contains("does"))
    assert doing.any(axis=1).sum() == len(table) - 1  # what the work is for is not a task


def test_an_owner_who_is_not_named_is_said_to_be_missing():
    owner = governance_pack(sample(PAYABLES)).responsibilities.set_index("activity")["client"]
    assert "nobody is named yet" in owner["Managing the contract"]
    owner = governance_pack(sample(CLAIMS)).responsibilities.set_index("activity")["client"]
    assert "nobody is named yet" not in owner["Managing the contract"]
