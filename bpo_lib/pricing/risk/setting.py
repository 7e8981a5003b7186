"""What of a case no form of price moves: remembered, so that new prices meet the same courses."""

from collections.abc import Hashable
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.models import PRICING_MODELS
from bpo_lib.pricing.risk.drivers import given_ends

_OWN_KEYS = frozenset({"terms", "register", "scenario", "scenarios", "input_hashes"})


@dataclass(frozen=True, eq=False)
class Setting:
    """A case without the prices of its forms; equal where everything else is.

    So a what-if of a price finds what was computed before, and one of anything else does not.

    Parameters
    ----------
    case : Engagement
    """

    case: Engagement

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Setting) and self._pieces == other._pieces

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(self._pieces)

    @cached_property
    def _pieces(self) -> tuple[Hashable, ...]:
        forms = set(PRICING_MODELS.values())
        terms = frozenset(item for item in self.case.terms.items() if item[0] not in forms)
        ends = tuple(given_ends(self.case.register).items())
        rest = tuple(
            _Same(getattr(self.case, each.name)) for each in fields(self.case) if each.name not in _OWN_KEYS
        )
        return terms, ends, rest


@lru_cache(maxsize=64)
def setting_of(case: Engagement) -> Setting:
    """Return the setting of a case, made once."""
    return Setting(case)


class _Same:
    """Wraps a table, which has no equality of its own: equal only to itself."""

    def __init__(self, held: object) -> None:
        self.held = held

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.held is other.held

    def __hash__(self) -> int:
        return id(self.held)
