"""Answer the last of several moves once, at once in short and in full when the hand is still."""

import asyncio
from collections.abc import Callable

WAIT_SECONDS = 0.005  # enough for the moves that already wait; nobody notices it
STILL_SECONDS = 0.2  # without a move: the hand rests, the full answer may take its time


class LatestMove:
    """Calls something soon after a move, once for all the moves that have come by then.

    While an answer is computed, moves wait in the kernel's queue; each sets its value in turn,
    which takes a millisecond, and only then is the next answer asked for. Whatever comes last is
    always answered. Without a running event loop, as in a test, each move is answered at once.

    Parameters
    ----------
    first : callable
        The answer in short; returns whether there is more to say.
    full : callable
        The answer in full, asked for where there is more and no move comes in between.
    """

    def __init__(self, first: Callable[[], bool], full: Callable[[], None]) -> None:
        self._first, self._full = first, full
        self._next: asyncio.TimerHandle | None = None
        self._waiting = False

    def ask(self) -> None:
        """Say that something has moved."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            if self._first():
                self._full()
            return
        if not self._waiting:
            self._waiting = True
            self._plan(loop, WAIT_SECONDS, self._serve)

    def _serve(self) -> None:
        self._waiting = False
        if self._first():
            self._plan(asyncio.get_running_loop(), STILL_SECONDS, self._full)

    def _plan(self, loop: asyncio.AbstractEventLoop, seconds: float, call: Callable[[], None]) -> None:
        """Call later, and no longer what was planned before."""
        if self._next is not None:
            self._next.cancel()
        self._next = loop.call_later(seconds, call)
