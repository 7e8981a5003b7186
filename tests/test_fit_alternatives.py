"""The nine alternatives that fit is judged for."""

from bpo_lib.fit.alternatives import ALTERNATIVES, NAMES, OUTSOURCED


def test_there_are_nine_alternatives_and_five_of_them_hand_work_to_a_provider() -> None:
    assert len(ALTERNATIVES) == 9
    assert OUTSOURCED == ("onshore", "nearshore", "offshore", "specialist", "hybrid")


def test_keys_and_names_are_told_apart() -> None:
    assert len({each.key for each in ALTERNATIVES}) == len(set(NAMES.values())) == 9
