"""What several tests share: where the samples are, and the material beside the checkout."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from report_fixtures import sample_reports  # noqa: F401 - pytest finds fixtures here by their name

# A law is tried on the same cases everywhere, and a busy machine does not break it.
settings.register_profile("workbook", derandomize=True, deadline=None)
settings.load_profile("workbook")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Callable[[str], Path]:
    """Return a file or folder of the material beside the checkout, or skip where it is absent."""

    def find(name: str) -> Path:
        path = ROOT.parent / "shared" / name
        if not path.exists():
            pytest.skip(f"needs ../shared/{name}, which is not part of the project")
        return path

    return find
