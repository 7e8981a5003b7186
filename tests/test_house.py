"""The shape of the house: who may import whom, how big a room may be, what a notebook may hold."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

from bpo_lib.pricing import PRICING_MODELS

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "bpo_lib"
MODULES = sorted(PACKAGE.rglob("*.py"))
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))

# From the ground up: a room may import its own floor's package and everything below it.
FLOORS = [
    "errors",
    "assumptions",
    "profile",
    "glossary",
    "engagement",
    "process",
    "forecast",
    "staffing",
    "pricing",
    "fit",
    "sourcing",
    "delivery",
    "scenarios",
    "recommendation",
    "headlines",
    "intake",
    "workbook",
]
# What the pure part of the house may use; intake also reads files, the workbook may use anything.
PURE = {"bpo_lib", "numpy", "pandas", "scipy", "pydantic", "pydantic_core", "statsforecast", "holidays"}
READING = {"yaml", "openpyxl", "defusedxml", "zipfile"}
ONLY_WHERE_USED = {"statsforecast", "scipy"}
VAGUE = {"utils", "util", "helpers", "common", "core", "base", "manager", "misc"}

by_path = pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
by_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def imports(tree):
    """Yield (module, is at the top of the file) for every import."""
    top = set(ast.iter_child_nodes(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node in top) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "", node in top


def floor_of(path):
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


@by_path
def test_a_room_imports_only_from_its_own_floor_and_below(path):
    room = floor_of(path)
    if room == "__init__":
        return
    allowed = set(FLOORS[: FLOORS.index(room) + 1])
    used = {
        name.split(".")[1] for name, _ in imports(ast.parse(path.read_text())) if name.startswith("bpo_lib.")
    }
    assert used <= allowed


@by_path
def test_the_pure_rooms_use_numbers_and_nothing_else(path):
    room = floor_of(path)
    if room == "workbook":
        return
    allowed = PURE | set(sys.stdlib_module_names) | (READING if room == "intake" else set())
    if room != "intake":
        allowed -= {"pathlib", "os", "io", "shutil", "tempfile", "subprocess", "socket", "time", "logging"}
    used = {name.split(".")[0] for name, _ in imports(ast.parse(path.read_text()))}
    assert used <= allowed


@by_path
def test_the_pure_rooms_neither_print_nor_round_nor_open_files(path):
    if floor_of(path) in {"workbook", "intake"}:
        return
    calls = {
        node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute)
    }
    assert not calls & {
        "print",
        "round",
        "open",
        "display",
        "now",
        "today",
        "read_text",
        "write_text",
        "to_html",
    }


@by_path
def test_heavy_libraries_are_imported_where_they_are_used(path):
    at_top = {name.split(".")[0] for name, top in imports(ast.parse(path.read_text())) if top}
    assert floor_of(path) == "workbook" or not at_top & ONLY_WHERE_USED


@by_path
def test_names_say_something(path):
    assert not {part.lstrip("_") for part in path.relative_to(ROOT).with_suffix("").parts} & VAGUE


@by_path
def test_a_module_holds_one_idea(path):
    assert len(path.read_text().splitlines()) <= 350


@by_path
def test_functions_stay_short_and_documented(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if not isinstance(node, ast.FunctionDef):
            continue
        body = node.body[1:] if ast.get_docstring(node) else node.body
        lines = node.end_lineno - body[0].lineno + 1 if body else 0
        assert lines <= 40, f"{node.name} has {lines} lines"


def test_pricing_models_do_not_import_one_another():
    models = {kind.__module__ for name, kind in PRICING_MODELS.items() if name != "hybrid"}  # made of others
    for module in models:
        tree = ast.parse((ROOT / f"{module.replace('.', '/')}.py").read_text())
        assert not {name for name, _ in imports(tree)} & models


def test_importing_the_library_loads_nothing_heavy():
    code = "import bpo_lib, sys; print([m for m in ('pandas', 'scipy', 'statsforecast') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_opening_a_client_needs_no_jupyter():
    code = (
        "import bpo_lib, sys; bpo_lib.open_client; "
        "print([m for m in ('IPython', 'ipywidgets', 'papermill', 'nbconvert', 'lets_plot', 'scipy.stats',"
        " 'statsforecast') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_there_is_a_test_file_for_every_module():
    missing = [
        str(path.relative_to(ROOT))
        for path in MODULES
        if path.name != "__init__.py"
        and not (
            ROOT / "tests" / f"test_{'_'.join(path.relative_to(PACKAGE).with_suffix('').parts)}.py"
        ).exists()
    ]
    assert missing == []


def cells(path):
    return json.loads(path.read_text())["cells"]


def source(cell):
    return "".join(cell["source"])


def tags(cell):
    return cell["metadata"].get("tags", [])


def test_there_are_nine_chapters_and_an_appendix():
    assert [path.stem.split("_", 1)[0] for path in NOTEBOOKS] == [f"{number:02}" for number in range(1, 11)]


@by_notebook
def test_a_notebook_is_stripped_and_keeps_its_cell_ids(path):
    notebook = json.loads(path.read_text())
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids)
    assert not any(name.isdigit() for name in ids)
    for cell in notebook["cells"]:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None
    assert set(notebook["metadata"]) <= {"kernelspec", "language_info"}


@by_notebook
def test_parameters_are_two_pointers(path):
    (parameters,) = [cell for cell in cells(path) if "parameters" in tags(cell)]
    tree = ast.parse(source(parameters))
    assert [node.target.id for node in tree.body] == ["client", "scenario"]
    assert all(isinstance(node.value.value, str) for node in tree.body)


@by_notebook
def test_code_cells_are_thin(path):
    for cell in cells(path):
        if cell["cell_type"] != "code":
            continue
        tree = ast.parse(source(cell))
        assert len(source(cell).splitlines()) <= 5
        assert not any(
            isinstance(node, ast.FunctionDef | ast.For | ast.While | ast.If | ast.Lambda | ast.ListComp)
            for node in ast.walk(tree)
        )
        assert not [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, float)
        ]


@by_notebook
def test_interactive_cells_come_last_and_assign_nothing(path):
    code = [cell for cell in cells(path) if cell["cell_type"] == "code"]
    marks = ["interactive" in tags(cell) for cell in code]
    assert marks == sorted(marks)
    for cell in code:
        if "interactive" in tags(cell):
            assert not any(isinstance(node, ast.Assign) for node in ast.walk(ast.parse(source(cell))))
