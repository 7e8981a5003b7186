"""Maps that several tests draw: small ones by hand, and random ones with loops of every kind."""

import pandas as pd
from hypothesis import strategies as st

from bpo_lib.process import step_map

LOOPED = pd.DataFrame(
    [
        ("A", "Receive", "clerk", 1.0, "task", "", "P1", "B"),
        ("B", "Does it match?", "clerk", 0.5, "decision", "", "P1", "C 0.8; X 0.2"),
        ("X", "Mend it", "expert", 5.0, "exception", "B", "", "B 0.6; E 0.1; end 0.3"),
        ("E", "Ask the buyer", "buyer", 4.0, "escalation", "X", "P2", "C"),
        ("C", "Pay", "treasury", 0.1, "task", "", "P1", "end"),
    ],
    columns=["step", "name", "actor", "minutes", "kind", "exception_to", "document", "next"],
)


def looped():
    """Return a small map with a decision, a loop, an escalation and an exception without a written path."""
    return step_map(LOOPED)


def long_way(count):
    """Return a map of steps one after another."""
    rows = [
        (f"S{n}", f"Step {n}", "clerk", 1.0, f"S{n + 1}" if n < count - 1 else "end") for n in range(count)
    ]
    return step_map(pd.DataFrame(rows, columns=["step", "name", "actor", "minutes", "next"]))


@st.composite
def graphs(draw, most=14):
    """Draw steps with sizes, and flows among them: loops, flows to oneself and repeats included."""
    count = draw(st.integers(1, most))
    names = [f"s{number}" for number in range(count)]
    side = st.sampled_from([26.0, 40.0, 64.0, 134.0, 172.0])
    sizes = {name: (draw(side), draw(side)) for name in names}
    some = st.sampled_from(names)
    return sizes, draw(st.lists(st.tuples(some, some), max_size=2 * most))
