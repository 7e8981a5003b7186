"""Files out, whole or not at all."""

import os
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

ABANDONED_SECONDS = 3600


def publish(folder: Path, files: Mapping[str, str]) -> None:
    """Write files into a folder, in their order.

    Each appears under its name only when all of it is on the disk; until then an earlier one stays.

    Parameters
    ----------
    folder : Path
        Made when it is not there.
    files : mapping
        File name to contents.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _sweep(folder)
    for name, text in files.items():
        handle, part = tempfile.mkstemp(prefix=f".{name}.", suffix=".part", dir=folder)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(part).chmod(0o644)
            Path(part).replace(folder / name)
        except BaseException:
            Path(part).unlink(missing_ok=True)
            raise


def _sweep(folder: Path) -> None:
    """Remove parts that a killed run left behind, but not those of a run beside this one."""
    for part in folder.glob(".*.part"):
        if time.time() - part.stat().st_mtime > ABANDONED_SECONDS:
            part.unlink(missing_ok=True)
