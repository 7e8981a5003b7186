"""The three lists of packages agree: what is asked for, what pip locks, what conda installs."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text())
CONDA_PYTHON = next(line.split("=")[1] for line in CONDA["dependencies"] if str(line).startswith("python="))


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(file):
    """Return name -> {marker: version} of a lock file."""
    found = {}
    pattern = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)(?: ; ([^\\]+))?", re.MULTILINE)
    for name, version, marker in pattern.findall((ROOT / file).read_text()):
        found.setdefault(normal(name), {})[marker.strip()] = version
    return found


def version_for(python, versions):
    """Return the version a lock gives for one Python, where it differs by Python."""
    if len(versions) == 1:
        return next(iter(versions.values()))
    older = tuple(map(int, python.split("."))) < (3, 12)
    return next(version for marker, version in versions.items() if ("< '3.12'" in marker) == older)


def test_conda_installs_what_pip_locks():
    lock = pins("requirements.lock")
    asked = {normal(re.split(r"[<>=]", line)[0]) for line in PROJECT["dependencies"]}
    conda = dict(
        line.split("=", 1) for line in CONDA["dependencies"] if isinstance(line, str) and "=" in line
    )
    conda = {normal(name): version for name, version in conda.items() if name != "python"}
    assert conda == {name: version_for(CONDA_PYTHON, lock[name]) for name in asked}


def test_development_adds_packages_and_changes_none():
    runtime, development = pins("requirements.lock"), pins("requirements-dev.lock")
    assert {name: development.get(name) for name in runtime} == runtime


@pytest.mark.parametrize("file", ["requirements.lock", "requirements-dev.lock"])
def test_every_pin_has_hashes_and_no_index_address(file):
    text = (ROOT / file).read_text()
    requirements = re.split(r"\n(?=[a-zA-Z0-9])", text.strip())
    assert all("--hash=sha256:" in requirement for requirement in requirements)
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_pandas_stays_below_3_until_the_forecasting_library_allows_it():
    assert pins("requirements.lock")["pandas"][""].startswith("2.3.")
