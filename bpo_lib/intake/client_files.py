"""The files of one client folder: what is there, read once, inside the folder and within limits."""

import difflib
import hashlib
import os
import stat
from pathlib import Path

from bpo_lib.intake.layouts import OPTIONAL, REQUIRED
from bpo_lib.intake.text_tables import TableError, check_size

SETTINGS = "client.yml"
WORKBOOK = "inputs.xlsx"
SCENARIOS = "scenarios"
MOST_SCENARIOS = 200
TABLES = tuple(f"{layout.name}.csv" for layout in (*REQUIRED, *OPTIONAL))
_SUFFIXES = frozenset([".csv", ".tsv", ".txt", ".yml", ".yaml", ".xlsx", ".xlsm", ".xls"])
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

    def scenario_names(self) -> list[str]:
        """Return the names in `scenarios/`, sorted, whether they are good names or not.

        Raises
        ------
        TableError
            When `scenarios` is a link or not a folder, or holds too many files.
        """
        folder = self._folder / SCENARIOS
        if not self.has(SCENARIOS):
            return []
        if folder.is_symlink() or not folder.is_dir():
            raise TableError(
                "this is not a folder", "Put a folder with one CSV file per scenario in its place"
            )
        if not os.access(folder, os.R_OK | os.X_OK):
            raise TableError("this folder may not be read", "Check who may read it")
        names = sorted(path.stem for path in folder.glob("*.csv") if not path.name.startswith("."))
        if len(names) > MOST_SCENARIOS:
            raise TableError(f"there are more than {MOST_SCENARIOS} scenarios", "Keep those still discussed")
        return names

    def misspelt(self) -> list[tuple[str, str]]:
        """Return files whose names are nearly those of an input that is not there, and what to do."""
        absent = {Path(name).stem: name for name in _KNOWN if not self.has(name)}
        found: list[tuple[str, str]] = []
        for path in sorted(self._folder.iterdir()):
            if (
                path.name in _KNOWN
                or path.name.startswith(("~$", "."))
                or path.suffix.lower() not in _SUFFIXES
            ):
                continue
            close = difflib.get_close_matches(path.stem[:100].lower(), absent, n=1, cutoff=0.8)
            found += [(path.name, f"Did you mean {absent[stem]}?") for stem in close]
        return found
