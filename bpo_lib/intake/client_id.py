"""Names that become folders and files: clients and scenarios."""

import re

from bpo_lib.errors import InputError

_ALLOWED = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")
# Windows opens a device instead of a file under these names, so a folder could not be copied there.
_WINDOWS_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))]
)


def check_client_id(name: str) -> str:
    """Return the name of a client folder, or say why it cannot be one.

    Raises
    ------
    InputError
        When the name holds anything but small letters, digits, hyphens and underscores, is
        longer than 63 characters, or is reserved by Windows.
    """
    return _checked(name, "client folder")


def check_scenario_name(name: str) -> str:
    """Return the name of a scenario file, or say why it cannot be one.

    Raises
    ------
    InputError
        As for a client folder, and when the name is `base`, which is the client's own assumptions.
    """
    if name == "base":
        raise InputError("'base' is the client's own assumptions and cannot name a scenario file")
    return _checked(name, "scenario")


def _checked(name: str, kind: str) -> str:
    shown = ascii(name if len(name) <= 60 else f"{name[:57]}...")
    if not _ALLOWED.fullmatch(name):
        raise InputError(
            f"{shown} cannot name a {kind}: use 1 to 63 small letters a-z, digits, '-' and '_', "
            "beginning with a letter or digit"
        )
    if name in _WINDOWS_DEVICES:
        raise InputError(f"{shown} cannot name a {kind}: Windows reserves it for a device")
    return name
