"""Units as clients write them, compared with the units that are declared."""

from bpo_lib.profile import Profile


def same_unit(given: str, declared: str, profile: Profile | None) -> bool:
    """Whether a client's unit means the declared one.

    Case, spaces and plurals do not matter, and `currency` and `transaction` may be in the client's
    words: `EUR / Call` is `currency/transaction`. Without a profile those words are not known, and
    units that contain them pass.
    """
    if profile is None and ("currency" in declared or "transaction" in declared):
        return True
    if profile and _forms(given.lower()) & _forms(profile.unit(declared).lower()):
        return True  # also where the client's word for a transaction has a stroke in it
    given_parts, declared_parts = given.lower().split("/"), declared.split("/")
    return len(given_parts) == len(declared_parts) and all(
        _forms(mine) & _accepted(part, profile)
        for mine, part in zip(given_parts, declared_parts, strict=True)
    )


def _accepted(part: str, profile: Profile | None) -> set[str]:
    return _forms(part.lower()) | (_forms(profile.unit(part).lower()) if profile else set())


def _forms(word: str) -> set[str]:
    """Return a word with each ending an English plural may have added to it taken off."""
    plain = "".join(word.split())
    forms = {plain}
    if plain.endswith("s"):
        forms.add(plain[:-1])
    if plain.endswith("es"):
        forms.add(plain[:-2])
    if plain.endswith(("ies", "ys")):
        forms.add(plain.removesuffix("ies").removesuffix("ys") + "y")
    return forms
