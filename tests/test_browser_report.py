"""The delivered report in a real browser: it is all there, asks for nothing, and can be read by everyone."""

import re
import shutil
import subprocess

import pytest
from report_fixtures import SAMPLES, bpo

pytestmark = [pytest.mark.browser, pytest.mark.notebook]
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs the development packages")
playwright = pytest.importorskip("playwright.sync_api", reason="needs the development packages")

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), ""
)
FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
NAMES = [path.name for path in SAMPLES]
HOSTILE = (
    '<script>document.title="pwned"</script>"><img src=x onerror="document.title=\'pwned\'">'
    "<svg onload=alert(1)></svg>{{ 7*7 }} https://evil.example/x"
)


@pytest.fixture(scope="module")
def browser():
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine; .ci/run installs it")
    with playwright.sync_playwright() as engine:
        running = engine.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def visit(browser):
    """Return a function that opens a file and gathers what the page asked for and complained of."""
    contexts = []

    def go(path, width=1280, **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.complained = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.complained.append(message.text))
        page.on("pageerror", lambda error: page.complained.append(str(error)))
        page.goto(path.as_uri())
        return page

    yield go
    for context in contexts:
        context.close()


def report(out, name):
    return out / name / "base" / "report.html"


@pytest.mark.parametrize("name", NAMES)
def test_a_report_asks_for_nothing_and_complains_of_nothing(visit, sample_reports, name):
    page = visit(report(sample_reports, name))
    assert page.asked == [report(sample_reports, name).as_uri()]
    assert page.complained == []


@pytest.mark.parametrize("name", NAMES)
def test_figures_and_tables_are_there_and_numbered_without_a_gap(visit, sample_reports, name):
    page = visit(report(sample_reports, name))
    figures = page.locator("figure.bpo-figure .bpo-label").all_inner_texts()
    tables = page.locator("caption > .bpo-label").all_text_contents()  # also those folded away
    assert figures == [f"Figure {place}" for place in range(1, len(figures) + 1)]
    assert tables == [f"Table {place}" for place in range(1, len(tables) + 1)]
    assert len(figures) >= 6
    assert len(tables) >= 10
    assert page.locator("figure.bpo-figure").count() == len(figures)
    drawn = page.locator("figure.bpo-figure:has(svg[role=img], > .bpo-table)")  # some are shaded tables
    assert drawn.count() == len(figures)
    assert page.locator("table:not(figure table)").count() == len(tables)


@pytest.mark.parametrize("name", NAMES)
def test_the_contents_lead_to_every_chapter_with_the_summary_first(visit, sample_reports, name):
    page = visit(report(sample_reports, name))
    links = page.locator("nav.contents a")
    targets = [link.get_attribute("href") for link in links.all()]
    assert targets[0] == "#summary"
    assert targets[-2:] == ["#appendix", "#run-record"]
    for target in targets:
        assert page.locator(f"section{target} > h2").count() == 1
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("width", [1280, 768, 390, 320])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wider_than_the_screen(visit, sample_reports, name, width):
    page = visit(report(sample_reports, name), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", NAMES)
def test_everyone_can_read_it(visit, sample_reports, name, width):
    page = visit(report(sample_reports, name), width=width, bypass_csp=True)
    found = axe.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_the_overview_links_to_every_report_and_can_be_read(visit, sample_reports):
    page = visit(sample_reports / "index.html", bypass_csp=True)
    for link in page.locator("article a").all():
        assert (sample_reports / link.get_attribute("href")).is_file()
    assert page.locator("article").count() == len(NAMES)
    found = axe.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert (
        visit(sample_reports / "index.html", width=390).evaluate("document.documentElement.scrollWidth")
        <= 390
    )


def test_it_prints_with_a_cover_and_page_numbers(visit, sample_reports, tmp_path):
    page = visit(report(sample_reports, NAMES[0]))
    printed = page.pdf(path=tmp_path / "report.pdf", prefer_css_page_size=True, print_background=True)
    pages = len(re.findall(rb"/Type\s*/Page\b", printed))
    assert 8 <= pages <= 45
    words = words_of(tmp_path / "report.pdf")
    assert page.locator("h1").inner_text() in words
    assert f"Page 2 of {pages}" in words
    assert "Show data" not in words


def words_of(pdf):
    """Return the text of a PDF, or skip where no tool can read it."""
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext on this machine; the page count was right")
    return subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True
    ).stdout


def test_hostile_text_of_a_client_is_only_text(visit, tmp_path):
    client = tmp_path / "clients" / "meadow-claims"
    shutil.copytree(next(path for path in SAMPLES if path.name == "meadow-claims"), client)
    settings = (client / "client.yml").read_text()
    quoted = HOSTILE.replace("'", "''")
    for name in ("title", "process", "sector"):
        settings = re.sub(rf"(?m)^{name}:.*$", lambda _, name=name: f"{name}: '{quoted}'", settings)
    (client / "client.yml").write_text(settings)
    done = bpo("run", client, "--out", tmp_path / "out")
    assert done.returncode == 0, done.stdout + done.stderr
    path = report(tmp_path / "out", "meadow-claims")
    page = visit(path)
    assert page.locator("h1").inner_text() == HOSTILE
    assert "pwned" not in page.title().replace(HOSTILE, "")
    assert page.asked == [path.as_uri()]
    assert page.complained == []
    assert visit(path, width=390).evaluate("document.documentElement.scrollWidth") <= 390
    overview = visit(tmp_path / "out" / "index.html")
    assert overview.locator("article h2").inner_text() == HOSTILE
