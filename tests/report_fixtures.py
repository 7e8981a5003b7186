"""Reports for tests: the samples run once per session, and tiny chapters that need no model."""

import os
import subprocess
import sys
import time
from pathlib import Path
from textwrap import dedent

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = sorted(path for path in (ROOT / "data" / "samples").iterdir() if path.is_dir())

OPEN = """\
    import sys

    sys.path.append({tests!r})
    from tiny_client import tiny_case

    case = tiny_case(client, scenario, **{settings!r})"""


def bpo(*arguments, cwd=ROOT, **environment):
    """Run the command line as a user would."""
    return subprocess.run(
        [sys.executable, "-m", "bpo_lib.workbook.cli", *map(str, arguments)],
        cwd=cwd,
        env=os.environ | {"SOURCE_DATE_EPOCH": "1795305600"} | environment,  # 22 November 2026
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


@pytest.fixture(scope="session")
def sample_reports(tmp_path_factory):
    """Return the folder of `bpo run` on the three samples, run once for all tests and all workers."""
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # what the workers of one session share
    out, ended = base / "samples", base / "samples-ended.txt"
    try:
        out.mkdir()
    except FileExistsError:  # another worker is at it, or was
        _wait_for(ended)
    else:
        done = bpo("run", *SAMPLES, "--out", out)
        ended.write_text("" if done.returncode == 0 else f"{done.stdout}\n{done.stderr}")
    assert not ended.read_text(), ended.read_text()
    return out


def _wait_for(file, seconds=600):
    until = time.monotonic() + seconds
    while not file.exists() and time.monotonic() < until:
        time.sleep(0.2)


def chapter(folder, file, title, *sources, opening=None, settings=None, tags=()):
    """Write a tiny chapter notebook; a source that starts with `#` is markdown."""
    opening = OPEN.format(tests=str(ROOT / "tests"), settings=settings or {}) if opening is None else opening
    parameters = nbformat.v4.new_code_cell(
        'client: str = ""\nscenario: str = "base"', id="parameters", metadata={"tags": ["parameters"]}
    )
    cells = [
        nbformat.v4.new_markdown_cell(f"# {title}", id="title"),
        parameters,
        nbformat.v4.new_code_cell(dedent(opening), id="open"),
    ]
    for number, source in enumerate(sources):
        make = nbformat.v4.new_markdown_cell if source.startswith("#") else nbformat.v4.new_code_cell
        cells.append(make(source, id=f"cell-{number}"))
    if tags:
        cells[-1].metadata["tags"] = list(tags)
    folder.mkdir(parents=True, exist_ok=True)
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / file)
