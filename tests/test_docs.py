"""The documents tell the truth: their commands run, and everything public is described."""

import ast
import inspect
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import bpo_lib
from bpo_lib.glossary import GLOSSARY
from bpo_lib.workbook import cli

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text()
BLOCKS = re.findall(r"```\n(.*?)```", README, re.DOTALL)
COMMANDS = [line.split("#")[0].strip() for block in BLOCKS for line in block.splitlines()]
BPO = [command for command in COMMANDS if command.startswith("bpo ")]


def bpo(*arguments, cwd):
    return subprocess.run(
        [sys.executable, "-m", "bpo_lib.workbook.cli", *arguments],
        cwd=cwd,
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_the_commands_of_the_readme_run_in_its_order(tmp_path):
    """What a reader types, with the sample of a claims process standing in for what they fill in."""
    scaffold, *rest = BPO
    assert scaffold == "bpo new clients/acme"
    assert bpo(*shlex.split(scaffold)[1:], cwd=tmp_path).returncode == 0
    assert bpo("check", "clients/acme", cwd=tmp_path).returncode == 2, "an empty scaffold is not ready"
    shutil.rmtree(tmp_path / "clients/acme")
    shutil.copytree(ROOT / "data/samples/meadow-claims", tmp_path / "clients/acme")
    shutil.copy(ROOT / "data/samples/northgate-payables/steps.csv", tmp_path / "clients/acme")
    (tmp_path / "clients/acme/scenarios").mkdir(exist_ok=True)
    (tmp_path / "clients/acme/scenarios/low-price.csv").write_text(
        "name,value,note\nin_house.wage_growth_per_year,0.02,lower wages\n"
    )
    for command in rest:
        arguments = [
            part
            for word in shlex.split(command)[1:]
            for part in (["clients/acme"] if word == "clients/*" else [word])
        ]
        done = bpo(*arguments, cwd=tmp_path)
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    assert (tmp_path / "reports/acme/base/report.html").exists()
    assert (tmp_path / "reports/acme/low-price/report.html").exists()


@pytest.mark.parametrize(
    "target", sorted({c.split()[1] for c in COMMANDS if c.startswith("make ")} | {"lab", "check", "bench"})
)
def test_every_make_target_of_the_readme_exists(target):
    assert f"`make {target}`" in README or f"make {target}" in README
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE)


def test_every_command_is_in_the_readme_and_has_help():
    for name in ("new", "check", "run", "list"):
        assert any(command.startswith(f"bpo {name} ") for command in BPO)
        done = bpo(name, "--help", cwd=ROOT)
        assert done.returncode == 0
        assert "example" in done.stdout.lower()


def test_every_exit_code_is_documented():
    for code in (0, 1, 2, 3, 130):
        assert re.search(rf"\b{code} ", README.split("Exit codes:")[1])
    assert cli.main.__doc__


@pytest.mark.parametrize("name", [name for name in bpo_lib.__all__ if not name.startswith("__")])
def test_every_public_name_is_described(name):
    found = getattr(bpo_lib, name)
    document = inspect.getdoc(found)
    assert document
    assert document.split("\n")[0].endswith((".", "?"))
    if inspect.isfunction(inspect.unwrap(found)) and inspect.signature(inspect.unwrap(found)).parameters:
        assert "Returns" in document


def public_parts(node):
    """Yield the public functions, classes and methods; not what they hold inside."""
    for child in node.body:
        if isinstance(child, ast.FunctionDef | ast.ClassDef) and not child.name.startswith("_"):
            yield child
            if isinstance(child, ast.ClassDef):
                yield from public_parts(child)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "bpo_lib").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT))
)
def test_every_public_function_and_class_has_a_docstring(path):
    tree = ast.parse(path.read_text())
    assert ast.get_docstring(tree)
    assert [part.name for part in public_parts(tree) if not ast.get_docstring(part)] == []


def test_the_glossary_of_contributing_is_that_of_the_report():
    table = (ROOT / "CONTRIBUTING.md").read_text().split("## Glossary")[1]
    rows = [line.split("|")[1:4] for line in table.splitlines() if line.startswith("|")][2:]
    assert [[cell.strip() for cell in row] for row in rows] == [
        [term, meaning, unit] for term, (meaning, unit) in GLOSSARY.items()
    ]


def test_the_dictionary_names_every_column_and_headline():
    dictionary = (ROOT / "data/README.md").read_text()
    names = set(re.findall(r'Headline\(\s*f?"([a-z_]+)"', (ROOT / "bpo_lib/headlines.py").read_text()))
    assert names
    assert not {name for name in names if name not in dictionary}


def test_no_document_holds_an_absolute_path_or_an_index_address():
    for path in [*ROOT.glob("*.md"), *(ROOT / "data").glob("*.md"), ROOT / "Makefile", ROOT / ".ci/run"]:
        text = path.read_text()
        assert not re.search(r"(?<![\w.])/(home|Users|work|root|tmp)/", text), path.name
        assert "index-url" not in text, path.name
