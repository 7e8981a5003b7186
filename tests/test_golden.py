"""The headline figures of the sample clients stay what they were, or the changelog says why.

After a change of method that is meant to move them: `python tests/test_golden.py` writes them
anew; read the difference before you commit it.
"""

import json
import math
import sys
from pathlib import Path

import pytest

import bpo_lib as bpo
from bpo_lib.profile import CHAPTERS

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = Path(__file__).parent / "golden.json"
SAMPLES = sorted(path.name for path in (ROOT / "data/samples").iterdir() if path.is_dir())


def figures(sample):
    case = bpo.open_client(ROOT / "data/samples" / sample)
    return {
        f"{chapter}.{line.name}": line.value
        for chapter in CHAPTERS
        for line in bpo.headline_figures(case, chapter)
    }


def same(now, then):
    # Fitted models differ in the last digits between processors and compilers.
    return math.isclose(now, then, rel_tol=1e-6) if isinstance(then, float) else now == then


@pytest.mark.parametrize("sample", SAMPLES)
def test_headline_figures_have_not_moved(sample):
    golden, now = json.loads(GOLDEN.read_text())[sample], figures(sample)
    assert list(now) == list(golden)
    moved = {name: (golden[name], value) for name, value in now.items() if not same(value, golden[name])}
    assert moved == {}


def test_every_sample_has_golden_figures():
    assert sorted(json.loads(GOLDEN.read_text())) == SAMPLES


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps({name: figures(name) for name in SAMPLES}, indent=1) + "\n")
    sys.stdout.write(f"wrote {GOLDEN.name}\n")
