"""What is asked of a run and what came of it; light enough to travel between processes."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

CHAPTER, MACHINE, WORKER = "chapter", "machine", "worker"


@dataclass(frozen=True)
class Job:
    """One client under one scenario.

    Parameters
    ----------
    folder : Path
        The client's folder, absolute.
    scenario : str
        `base` or the name of one of the client's scenarios.
    chapters : tuple of str
        Chapters wanted; the appendix is always added.
    out : Path
        Folder of the whole batch, absolute.
    show_code : bool
        Whether the report shows the code of its cells.
    """

    folder: Path
    scenario: str
    chapters: tuple[str, ...]
    out: Path
    show_code: bool = False

    @property
    def client(self) -> str:
        """Return the client's id, the name of its folder."""
        return self.folder.name

    @property
    def target(self) -> Path:
        """Return the folder this client's report is published in."""
        return self.out / self.client / self.scenario


@dataclass(frozen=True)
class Outcome:
    """What came of one job; paths are relative to the output folder and empty when there is no such file.

    Parameters
    ----------
    client, scenario : str
        Which job it was.
    status : {"ok", "failed", "invalid"}
        `invalid` is a client whose inputs were refused before any kernel was started.
    seconds : float
        How long it took. [seconds]
    error : str
        Why it failed, in words.
    cause : str
        `chapter` (the work itself), `machine` (no kernel, no disk), `worker` (the process ended) or empty.
    report, results, notebook : str
        After a failure `report` and `results` are those of an earlier run, if there was one.
    """

    client: str
    scenario: str
    status: Literal["ok", "failed", "invalid"]
    seconds: float = 0.0
    error: str = ""
    cause: str = ""
    report: str = ""
    results: str = ""
    notebook: str = ""
