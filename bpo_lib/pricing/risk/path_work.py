"""The work of many paths, of which a form computes only what it charges by."""

from collections.abc import Callable, Mapping

import numpy as np

from bpo_lib.pricing.workload import Workload


class PathWork(Workload):
    """A workload whose quantities are computed when they are first asked for, all in one shape.

    Half of the quantities are asked for by one or two forms only, and ten thousand paths of each cost
    milliseconds and megabytes.

    Parameters
    ----------
    parts : mapping of str to callable
        By name of the quantity, what computes it; as `work_parts` returns them.
    shape : tuple of int
        (paths, months) of all of them.
    """

    def __init__(self, parts: Mapping[str, Callable[[], np.ndarray]], shape: tuple[int, ...]) -> None:
        self.__dict__.update(_parts=parts, _shape=shape)  # the class is frozen

    def __getattr__(self, name: str) -> np.ndarray:
        """Return a quantity that nobody has asked for before."""
        parts = self.__dict__.get("_parts", {})
        if name not in parts:
            raise AttributeError(name)
        found = np.broadcast_to(parts[name](), self.__dict__["_shape"])
        self.__dict__[name] = found
        return found
