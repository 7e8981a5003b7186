"""The environment of the peers: libraries that run beside ours and never become part of it.

Some peers stand under licences that oblige whoever ships them (pm4py: AGPL-3.0, krippendorff: GPL-3.0), and
others pin versions of their own. So they live in an environment apart, made from `peers/requirements.txt`; a
benchmark hands a script of `peers/` a file of arrays and gets another one back. Nothing of theirs is imported
by the workbook, its tests or its requirements.

Run with `python benchmarks/peer_environment.py` to make the environment; a benchmark that needs it makes it
too. It takes about two minutes once and 1 GB. `BPO_PEERS` names another folder for it than `.venv-peers`.
"""

import hashlib
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
SCRIPTS, PINS = HERE / "peers", HERE / "peers" / "requirements.txt"


def environment():
    """Return the Python of the peers' environment; made anew when a pin has changed."""
    home = Path(os.environ.get("BPO_PEERS", HERE.parent / ".venv-peers")).absolute()
    python, stamp = home / "bin" / "python", home / "pins.sha256"
    pins = hashlib.sha256(PINS.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text().strip() != pins:
        if home.exists() and not (home / "pyvenv.cfg").exists():
            sys.exit(
                f"{home} is no environment and will not be overwritten; name another folder in BPO_PEERS"
            )
        print(f"Setting up {home.name} for the peers (once, about two minutes) ...")
        venv.create(home, with_pip=True, clear=True)
        install = [python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps"]
        _run([*install, "-r", PINS])
        stamp.write_text(f"{pins}\n")
    return python


def _run(command):
    """Run one command of ours in the peers' environment, away from the modules of the workbook."""
    alone = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run(command, check=True, env=alone)  # noqa: S603 - the commands are written in this file


def run_peer(script, **arrays):
    """Run a script of `peers/` on some arrays and return those it gives back.

    The script is called with the paths of two npz files, the one to read and the one to write. What it
    measures of its own time it writes as an array too, so that starting up is not counted against it.
    """
    with tempfile.TemporaryDirectory() as folder:
        given, found = Path(folder, "given.npz"), Path(folder, "found.npz")
        np.savez(given, **arrays)
        _run([environment(), SCRIPTS / script, given, found])
        with np.load(found) as arrays_back:
            return dict(arrays_back)


if __name__ == "__main__":
    _run([environment(), "-m", "pip", "list", "--format", "freeze"])
