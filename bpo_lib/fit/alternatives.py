"""The nine ways the work could be done, from leaving it alone to splitting it."""

from dataclasses import dataclass
from typing import Literal

Family = Literal["stay", "reshape", "outsource"]


@dataclass(frozen=True)
class Alternative:
    """One answer to the question where the work should be done.

    Parameters
    ----------
    key : str
        Name in tables and inputs.
    name : str
        What a reader sees, as it stands inside a sentence.
    family : str
        `stay` and `reshape` keep the work in the firm; `outsource` hands it, or steps of it, to a provider.
    """

    key: str
    name: str
    family: Family


ALTERNATIVES: tuple[Alternative, ...] = (
    Alternative("keep", "keep it in-house", "stay"),
    Alternative("redesign", "redesign it first, then assess again", "reshape"),
    Alternative("automate", "automate it", "reshape"),
    Alternative("shared_services", "pool it in shared services", "reshape"),
    Alternative("onshore", "outsource it onshore", "outsource"),
    Alternative("nearshore", "outsource it nearshore", "outsource"),
    Alternative("offshore", "outsource it offshore", "outsource"),
    Alternative("specialist", "hand it to a KPO or LPO specialist", "outsource"),
    Alternative("hybrid", "split it: some steps leave, others stay", "outsource"),
)
OUTSOURCED: tuple[str, ...] = tuple(each.key for each in ALTERNATIVES if each.family == "outsource")

NAMES = {each.key: each.name for each in ALTERNATIVES}
