"""The 25 criteria, in the order in which a report shows them."""

from bpo_lib.errors import InputError
from bpo_lib.fit.scales.anchors_context import GOVERNANCE, MARKET, RISK, STRATEGY
from bpo_lib.fit.scales.anchors_work import DEMAND, PROCESS
from bpo_lib.fit.scales.criterion import Criterion

CRITERIA: tuple[Criterion, ...] = STRATEGY + PROCESS + DEMAND + RISK + MARKET + GOVERNANCE

_BY_ID = {criterion.id: criterion for criterion in CRITERIA}


def criterion_named(name: str) -> Criterion:
    """Return one criterion by its id.

    Raises
    ------
    InputError
        When there is none of that id.
    """
    if name not in _BY_ID:
        raise InputError(f"{name!r} is not a criterion; the ids are {', '.join(_BY_ID)}")
    return _BY_ID[name]
