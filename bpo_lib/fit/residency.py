"""Where data may be seen: a set of countries, and which of a provider's places lie inside it."""

from collections.abc import Sequence

from bpo_lib.engagement import Engagement

PLACES = ("onshore", "nearshore", "offshore")

_EU = (
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES",
    "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
    "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
)  # fmt: skip
GROUPS = {
    "EU": frozenset(_EU),  # the 27 members since 2020
    "EEA": frozenset([*_EU, "IS", "LI", "NO"]),
}
_SAME = {"UK": "GB"}  # an exceptional reservation of ISO 3166 for the United Kingdom


def allowed_countries(residency: Sequence[str]) -> frozenset[str]:
    """Return the countries that a client's residency names, by themselves or as part of EU or EEA."""
    return frozenset().union(*(GROUPS.get(name, frozenset({_SAME.get(name, name)})) for name in residency))


def may_hold(country: str, residency: Sequence[str]) -> bool | None:
    """Return whether data may be seen in a country.

    Parameters
    ----------
    country : str
        ISO code; empty where it is not known.
    residency : sequence of str
        Countries, EU or EEA; empty where data may be seen anywhere.

    Returns
    -------
    bool or None
        None where there is a limit and the country is not known, which is no permission.
    """
    if not residency:
        return True
    return _SAME.get(country, country) in allowed_countries(residency) if country else None


def places_allowed(case: Engagement) -> dict[str, bool | None]:
    """Return for every kind of place whether the client's data may be seen there.

    Parameters
    ----------
    case : Engagement
        Its residency, and the countries of the provider's locations.

    Returns
    -------
    dict of str to bool or None
        By onshore, nearshore and offshore: True where some country of it is allowed, False where all that
        are known lie outside, None where none is known, which is no permission. Without locations onshore
        is the client's own country.
    """
    residency, locations = case.profile.residency, case.locations
    found: dict[str, bool | None] = {}
    for place in PLACES:
        mine = locations[locations["place"] == place] if "place" in locations else locations.iloc[:0]
        countries = [country for country in mine.get("country", []) if country]
        if place == "onshore" and not countries:
            countries = [case.profile.country]
        verdicts = {may_hold(country, residency) for country in countries or [""]}
        found[place] = True if True in verdicts else None if None in verdicts else False
    return found
