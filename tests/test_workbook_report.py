"""From executed notebook to page: order, numbers, addresses, colours."""

import datetime as dt

import nbformat
import pytest
from tiny_client import tiny_case

from bpo_lib.workbook.html import Html
from bpo_lib.workbook.record import finished
from bpo_lib.workbook.report import month_in_words, number_captions, render, sections_of
from bpo_lib.workbook.safety_gate import check_page

TABLE = '<div class="bpo-table"><table><caption>Costs</caption><tbody></tbody></table></div>'
FIGURE = f'<figure class="bpo-figure"><figcaption>Saves 3%</figcaption><details>{TABLE}</details></figure>'
NOVEMBER = dt.date(2026, 11, 22)


def code(name, chapter, html):
    output = nbformat.v4.new_output("execute_result", html._repr_mimebundle_())
    return nbformat.v4.new_code_cell(
        f"show({name!r})",
        id=name,
        execution_count=1,
        outputs=[output],
        metadata={"bpo": {"chapter": chapter}},
    )


def words(name, chapter, text):
    return nbformat.v4.new_markdown_cell(text, id=name, metadata={"bpo": {"chapter": chapter}})


def notebook(**settings):
    return nbformat.v4.new_notebook(
        cells=[
            code("open", "", Html("<p>header for JupyterLab</p>")),
            words("a", "fit", "# Fit\n\nIs it *fit*?"),
            code("b", "fit", Html(FIGURE)),
            words("c", "pricing", "# Pricing & terms"),
            words("d", "pricing", "## Why?"),
            code("e", "pricing", Html(TABLE + FIGURE)),
            words("f", "summary", "# Executive summary"),
            code("g", "summary", Html(TABLE)),
            words("h", "appendix", "# Terms"),
            code("finished", "", finished(tiny_case(**settings))),
        ]
    )


@pytest.fixture(scope="module")
def page():
    return render(notebook(), NOVEMBER)


def test_the_summary_comes_first_and_chapters_are_numbered_after_it():
    numbers = [(section.name, section.number, section.title) for section in sections_of(notebook())]
    assert numbers == [
        ("summary", "", "Executive summary"),
        ("fit", "1", "Fit"),
        ("pricing", "2", "Pricing & terms"),
        ("appendix", "A", "Terms"),
    ]


def test_captions_are_numbered_in_reading_order_and_the_data_of_a_figure_is_not():
    numbered = number_captions(TABLE + FIGURE + TABLE + FIGURE)
    assert [label in numbered for label in ("Table 2<", "Table 3<", "Figure 2<", "Figure 3<")] == [
        True,
        False,
        True,
        False,
    ]
    assert 'id="figure-1">Figure 1</span> Saves 3%' in numbered


def test_text_that_looks_like_a_caption_gets_no_number():
    assert number_captions("&lt;caption&gt;x") == "&lt;caption&gt;x"


def test_the_page_has_one_title_and_its_headings_step_down_from_it(page):
    assert page.count("<h1") == 1
    assert "<h1>Harbour Bank</h1>" in page
    assert '<h2 id="pricing-title"><span class="number">2</span> Pricing &amp; terms</h2>' in page
    assert "<h3>Why?</h3>" in page
    assert page.index('id="summary"') < page.index('id="fit"')


def test_the_page_is_published_as_it_is(page):
    check_page(page)


def test_what_is_for_jupyterlab_and_code_stay_out_of_the_page(page):
    assert "header for JupyterLab" not in page
    assert "show(" not in page
    assert "show(&#39;b&#39;)" in render(notebook(), NOVEMBER, show_code=True).replace(
        "show('b')", "show(&#39;b&#39;)"
    )


def test_every_output_reaches_the_page(page):
    assert page.count("<figure") == 2
    assert page.count("<table") == 5, "two in chapters, two behind figures, the run record"


def test_the_run_record_names_inputs_and_software(page):
    for fact in ("volumes.csv", "SHA-256 abababababababab", "22 November 2026", "bpo-workbook", "pandas"):
        assert fact in page


def test_the_brand_colours_the_page_and_a_pale_one_still_reads():
    pale = render(notebook(brand={"primary": "#f5e9a0", "accent": "#333333"}), NOVEMBER)
    assert "--primary:#f5e9a0;" in pale
    assert "--on-primary:#000000;" in pale


def test_a_logo_is_shown_only_when_it_travels_with_the_page():
    logo = "data:image/png;base64,iVBORw0KGgo="
    assert f'src="{logo}"' in render(notebook(brand={"logo": logo}), NOVEMBER)
    assert "<img" not in render(notebook(brand={"logo": "logo.png"}), NOVEMBER)


def test_rendering_twice_gives_the_same_bytes(page):
    assert render(notebook(), NOVEMBER) == page


def test_months_in_words():
    assert month_in_words(NOVEMBER) == "November 2026"
