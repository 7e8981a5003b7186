"""The examples of the command line: one for each command, and only commands that exist."""

import subprocess
import sys

from bpo_lib.workbook.cli_examples import EXAMPLES


def test_every_command_has_its_examples_and_every_example_its_command():
    done = subprocess.run(
        [sys.executable, "-m", "bpo_lib.workbook.cli", "--help"], capture_output=True, text=True, check=True
    )
    listed = done.stdout.split("commands:")[1].split("examples:")[0].split()
    assert set(EXAMPLES) <= set(listed)
    for name, text in EXAMPLES.items():
        assert all(line.startswith(f"  bpo {name} ") or line == f"  bpo {name}" for line in text.splitlines())
