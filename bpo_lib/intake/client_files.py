"""The files of one client folder: what is there, read once, inside the folder and within limits."""

import hashlib
import stat
from pathlib import Path

from bpo_lib.intake.cells import nearest
from bpo_lib.intake.layouts import OPTIONAL, REQUIRED
from bpo_lib.intake.text_tables import TableError, check_size

SETTINGS = "client.yml"
WORKBOOK = "inputs.xlsx"
SCENARIOS = "scenarios"
MOST_SCENARIOS = 200
TABLES = tuple(f"{layout.name}.csv" for layout in (*REQUIRED, *OPTIONAL))
_KNOWN = (SETTINGS, WORKBOOK, *TABLES)


class ClientFiles:
    """A client folder; `hashes` grows with every file read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.hashes: dict[str, str] = {}

    def has(self, name: str) -> bool:
        """Whether there is an entry of that name, of whatever kind."""
        path = self._folder / name
        return path.is_symlink() or path.exists()

    def read(self, name: str, limit: int) -> bytes:
        """Return the bytes of one file and remember their SHA-256.

        Raises
        ------
        TableError
            When it is a link, not a file, cannot be read, is empty or exceeds the limit [bytes].
        """
        path = self._folder / name
        try:
            status = path.lstat()
            if stat.S_ISLNK(status.st_mode):
                raise TableError("this is a link to another place", "Copy the file itself into the folder")
            if not stat.S_ISREG(status.st_mode):
                raise TableError("this is not a file", "Put a file of that name in its place")
            check_size(status.st_size, limit)
            with path.open("rb") as file:
                data = file.read(limit + 1)
        except OSError as error:
            raise TableError(f"the file cannot be read: {error.strerror}", "Check who may read it") from None
        check_size(len(data), limit)
        self.hashes[name] = hashlib.sha256(data).hexdigest()
        return data
