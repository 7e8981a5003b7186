"""The alternatives a client describes, each priced as staying is."""

from collections.abc import Callable
from functools import partial
from typing import Final, Protocol

import numpy as np

from bpo_lib.assumptions import Terms
from bpo_lib.engagement import Engagement
from bpo_lib.pricing.alternatives.automation import AutomationTerms, automation_cost
from bpo_lib.pricing.alternatives.shared_services import SharedServicesTerms, shared_services_cost
from bpo_lib.pricing.deal import World
from bpo_lib.staffing import Team, own_team

Staffing = Callable[[Engagement, np.ndarray], Team]  # how a volume becomes a team


class MonthlyCost(Protocol):
    """What an alternative costs the client in every month."""

    def __call__(
        self, volume: np.ndarray, world: World | None = None, staffed: Staffing = own_team
    ) -> np.ndarray:
        """Return the cost, in the shape of the volume. [currency/month]."""
        ...


_COSTS: Final = {"shared_services": shared_services_cost, "automation": automation_cost}
ALTERNATIVES: dict[str, type[Terms]] = {
    "shared_services": SharedServicesTerms,
    "automation": AutomationTerms,
}


def alternatives(case: Engagement) -> dict[str, MonthlyCost]:
    """Return the alternatives whose terms the client gave.

    Parameters
    ----------
    case : Engagement

    Returns
    -------
    dict of str to callable
        Name to what it costs by month: `cost(volume, world=None, staffed=own_team)`. `staffed` is how a
        volume becomes a team; give what staying is staffed by, so that both stand on the same footing.
    """
    return {name: partial(_COSTS[name], case) for name, kind in ALTERNATIVES.items() if case.has(kind)}
