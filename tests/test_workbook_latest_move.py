"""Moves that come together are answered once, the last of them always, and in full when the hand rests."""

import asyncio

import pytest

from bpo_lib.workbook import latest_move
from bpo_lib.workbook.latest_move import LatestMove


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch):
    monkeypatch.setattr(latest_move, "WAIT_SECONDS", 0.002)
    monkeypatch.setattr(latest_move, "STILL_SECONDS", 0.06)


def test_without_an_event_loop_every_move_is_answered_in_full_at_once():
    told = []
    move = LatestMove(lambda: told.append("first") is None, lambda: told.append("full"))
    move.ask()
    move.ask()
    assert told == ["first", "full"] * 2


def test_moves_that_wait_together_are_answered_once_with_the_last_value():
    assert asyncio.run(_answers([[1, 2, 3]])) == ["first 3"]


def test_a_move_while_an_answer_is_computed_is_answered_after_it():
    assert asyncio.run(_answers([[1, 2], [5], [7, 8]])) == ["first 2", "first 5", "first 8"]


def test_the_full_answer_comes_once_the_hand_rests_and_not_before():
    told = asyncio.run(_answers([[1], [2]], more=True, rest=0.2))
    assert told == ["first 1", "first 2", "full 2"]


async def _answers(bursts, *, more=False, rest=0.0):
    """Return what was answered when moves come in bursts, the full answer not yet due between them."""
    now, told = [0], []

    def first():
        told.append(f"first {now[0]}")
        return more

    move = LatestMove(first, lambda: told.append(f"full {now[0]}"))
    for burst in bursts:
        for now[0] in burst:
            move.ask()
        await asyncio.sleep(0.02)
    await asyncio.sleep(rest)
    return told


def test_an_error_does_not_stop_the_next_answer():
    assert asyncio.run(_after_an_error()) == 2


async def _after_an_error():
    asked = []

    def answer():
        asked.append(1)
        if len(asked) == 1:
            raise ValueError("no answer")
        return False

    asyncio.get_running_loop().set_exception_handler(lambda *_: None)
    move = LatestMove(answer, lambda: None)
    for _ in range(2):
        move.ask()
        await asyncio.sleep(0.02)
    return len(asked)
