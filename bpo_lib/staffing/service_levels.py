"""What "service level" may mean once callers hang up: the definitions that contracts use."""

from typing import Literal, NamedTuple, get_args

import numpy as np

from bpo_lib.errors import InputError

ServiceLevelDefinition = Literal["offered", "patient", "without_short", "kept", "answered"]
"""Which calls count, and which of them are good; T is the answer time.

- `offered`: answered within T, of all calls offered. The strictest, and the default.
- `patient`: the chance that a caller who never hangs up is answered within T.
- `without_short`: answered within T, of all calls but those that hang up early (within T unless
  a shorter time is agreed).
- `kept`: answered within T or hung up within T, of all calls offered; nobody waited longer.
- `answered`: answered within T, of all calls answered; calls lost do not count at all.

When nobody hangs up (Erlang C) all five are the same number.
"""


class AnswerTimeShares(NamedTuple):
    """What has become of the calls offered when the answer time is over.

    Parameters
    ----------
    in_time : ndarray
        Share answered within the answer time.
    gone : ndarray
        Share that hung up within it.
    not_short : ndarray
        Share that did not hang up early: all calls but the short abandons.
    answered : ndarray
        Share that is ever answered.
    patient : ndarray
        Chance that a caller who never hangs up is answered within it.
    """

    in_time: np.ndarray
    gone: np.ndarray
    not_short: np.ndarray
    answered: np.ndarray
    patient: np.ndarray


def level_of(definition: ServiceLevelDefinition, shares: AnswerTimeShares) -> np.ndarray:
    """Return the service level under one definition.

    Parameters
    ----------
    definition : str
        One of `ServiceLevelDefinition`.
    shares : AnswerTimeShares
        What has become of the calls.

    Returns
    -------
    ndarray
        The service level, from 0 to 1; 0 where no call counts.

    Raises
    ------
    InputError
        When the definition is not one of the list.

    Notes
    -----
    With S(t) answered and H(t) hung up within t, S answered at all, V the wait of a caller who
    never hangs up, and s the time of a short abandon:
    offered S(T); patient P(V <= T); without_short S(T) / (1 - H(s)); kept S(T) + H(T);
    answered S(T) / S. With s = T: offered <= patient <= without_short <= kept and answered.

    References
    ----------
    O. Jouini, G. Koole, A. Roubos, "Performance indicators for call centers with impatient
    customers", IIE Transactions 45 (2013).
    """
    check_definition(definition)
    match definition:
        case "offered":
            level = shares.in_time
        case "patient":
            level = shares.patient
        case "without_short":
            level = _share_of(shares.in_time, shares.not_short)
        case "kept":
            level = shares.in_time + shares.gone
        case "answered":
            level = _share_of(shares.in_time, shares.answered)
    return np.minimum(level, 1.0)


def check_definition(definition: str) -> None:
    """Refuse a definition that is not one of the list.

    Raises
    ------
    InputError
        Naming those there are.
    """
    names = get_args(ServiceLevelDefinition)
    if definition not in names:
        raise InputError(f"service level definition is {definition!r}; it must be one of {', '.join(names)}")


def _share_of(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """Return part over whole; 0 where the whole is nothing."""
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)
