"""Finding chapters and composing them into one notebook."""

import pytest
from report_fixtures import chapter

from bpo_lib.errors import InputError
from bpo_lib.profile import CHAPTERS
from bpo_lib.workbook.notebooks import choose_chapters, compose, find_chapters, in_reading_order


@pytest.fixture
def folder(tmp_path):
    chapter(tmp_path, "01_fit.ipynb", "Fit", "1 + 1")
    chapter(tmp_path, "02_pricing.ipynb", "Pricing", "## Why", "2 + 2", "widgets()", tags=["interactive"])
    chapter(tmp_path, "08_summary.ipynb", "Summary", "3 + 3")
    chapter(tmp_path, "09_appendix.ipynb", "Terms", "4 + 4")
    return tmp_path


def sources(notebook):
    return [cell.source for cell in notebook.cells]


def test_the_project_has_a_notebook_for_every_chapter_and_an_appendix():
    assert tuple(find_chapters()) == (*CHAPTERS, "appendix")


def test_an_unknown_chapter_is_named_with_the_nearest(folder):
    with pytest.raises(InputError, match=r"'prcing' is not a chapter: did you mean 'pricing'\?"):
        choose_chapters(["prcing"], folder)


def test_a_chapter_like_no_other_gets_the_list(folder):
    with pytest.raises(InputError, match="choose from fit, pricing, summary, appendix"):
        choose_chapters(["zzz"], folder)


def test_chapters_run_in_the_order_of_their_files_whatever_was_asked(folder):
    chosen = [chapter.name for chapter in choose_chapters(["summary", "fit"], folder)]
    assert chosen == ["fit", "summary", "appendix"]


def test_the_summary_runs_late_and_is_read_first():
    assert in_reading_order(["fit", "pricing", "summary", "appendix"]) == [
        "summary",
        "fit",
        "pricing",
        "appendix",
    ]


def test_the_client_is_opened_once_and_interactive_cells_stay_out(folder):
    notebook = compose(["fit", "pricing"], folder)
    assert sum("tiny_case(" in source for source in sources(notebook)) == 1
    assert "widgets()" not in sources(notebook)
    assert [source for source in sources(notebook) if "+" in source] == ["1 + 1", "2 + 2", "4 + 4"]


def test_chapters_that_import_different_things_all_find_them(tmp_path):
    chapter(tmp_path, "01_fit.ipynb", "Fit", "a", opening="import a\ncase = 1")
    chapter(tmp_path, "02_plan.ipynb", "Plan", "b", opening="from b import (\n    c,\n)\ncase = 1")
    opening = next(cell for cell in compose(["fit", "plan"], tmp_path).cells if cell.id == "open")
    assert opening.source == "import a\ncase = 1\nfrom b import (\n    c,\n)"


def test_every_cell_knows_its_chapter_and_the_last_one_proves_the_end(folder):
    cells = compose(["pricing"], folder).cells
    assert [cell.metadata.bpo.chapter for cell in cells] == [
        *("", ""),
        *("pricing",) * 3,
        *("appendix",) * 2,
        "",
    ]
    assert cells[-1].id == "finished"
    assert len({cell.id for cell in cells}) == len(cells)


def test_composing_twice_gives_the_same_notebook(folder):
    assert compose(["fit", "pricing"], folder) == compose(["pricing", "fit"], folder)
