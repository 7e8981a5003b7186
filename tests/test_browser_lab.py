"""A what-if panel in a real JupyterLab: a key moves a slider, the answer on the page changes."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import nbformat
import pytest

pytestmark = pytest.mark.browser

TESTS = Path(__file__).resolve().parent
CHROMIUM = next((path for name in ("chromium", "chromium-browser") if (path := shutil.which(name))), None)
LOOPBACK = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
PANEL = """
import sys
sys.path.insert(0, {tests!r})
import stand_ins
from bpo_lib.pricing.forms.per_fte import PerFtePricing
from bpo_lib.workbook import widgets
from bpo_lib.workbook.html import Html

def yearly_rate(case):
    rate = case.of(PerFtePricing).rate_per_month
    return Html(f"<p class='answer'>{{rate * 12:.0f}}</p>")

widgets.what_if(stand_ins.engagement(), yearly_rate, ["per_fte.rate_per_month", "work.handling_minutes"])
"""


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """Start JupyterLab on an empty private home with one notebook; yield its address."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (apt-get install chromium)")
    home = tmp_path_factory.mktemp("lab")
    cell = nbformat.v4.new_code_cell(PANEL.format(tests=str(TESTS)))
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=[cell], metadata=kernel), home / "panel.ipynb")
    _no_news(home)
    port, token = _free_port(), "only-for-this-test"
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", f"--port={port}"]
    command += [f"--IdentityProvider.token={token}", "--LabApp.expose_app_in_browser=True"]
    command += ["--ServerApp.port_retries=0", f"--ServerApp.root_dir={home}", "--allow-root"]
    server = subprocess.Popen(
        command, env=_private(home), cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_until_up(f"http://127.0.0.1:{port}/api/status?token={token}", server)
        yield f"http://127.0.0.1:{port}/lab/tree/panel.ipynb?reset&token={token}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def _private(home):
    """Return an environment in which JupyterLab neither reads nor writes the user's settings."""
    folders = {f"JUPYTER_{kind}_DIR": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "RUNTIME")}
    lab = {f"JUPYTERLAB_{kind}_DIR": str(home / kind.lower()) for kind in ("SETTINGS", "WORKSPACES")}
    root = str(TESTS.parent)
    return (
        os.environ
        | folders
        | lab
        | {"HOME": str(home), "PYTHONPATH": root, "IPYTHONDIR": str(home / "ipython")}
    )


def _no_news(home):
    """Turn off the pop-up that asks to fetch news; it would cover the page."""
    folder = home / "config" / "labconfig"
    folder.mkdir(parents=True)
    disabled = {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}
    (folder / "page_config.json").write_text(json.dumps(disabled), encoding="utf-8")


def _free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _wait_until_up(address, server):
    for _ in range(150):
        assert server.poll() is None, "JupyterLab ended before it answered"
        try:
            urllib.request.urlopen(address, timeout=2).close()  # noqa: S310 - our own server
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
        else:
            return
    pytest.fail("JupyterLab did not answer within 30 seconds")


@pytest.fixture(scope="module")
def page(lab):
    """Open the notebook with everything beyond this machine blocked, run it, yield the page."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        opened = browser.new_page(viewport={"width": 1280, "height": 900})
        opened.set_default_timeout(40_000)
        opened.strayed = []
        opened.route("**/*", lambda route: _loopback_only(opened, route))
        opened.goto(lab)
        _run_all(opened)
        yield opened
        browser.close()


def _loopback_only(page, route):
    if route.request.url.startswith(LOOPBACK):
        route.continue_()
    else:
        page.strayed.append(route.request.url)
        route.abort()


def _run_all(page):
    page.wait_for_function("() => window.jupyterapp && window.jupyterapp.restored")
    page.evaluate("() => window.jupyterapp.restored")
    page.wait_for_selector(".jp-Notebook .jp-CodeCell", state="attached")
    page.wait_for_function(
        "() => window.jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
    )
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_selector("[data-changes]", state="attached")


def test_a_key_on_a_slider_changes_the_answer(page):
    handle = page.locator("[role=slider]").first
    assert page.locator(".answer").inner_text() == "39600"
    handle.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("[data-changes='per_fte.rate_per_month=3350']", state="attached")
    assert page.locator(".answer").inner_text() == "40200"
    assert "1 assumption changed." in page.locator("[role=status].bpo-said").inner_text()


def test_reset_brings_the_first_answer_back(page):
    page.get_by_role("button", name="Reset to the client's values").click()
    page.wait_for_selector("[data-changes='']", state="attached")
    assert page.locator(".answer").inner_text() == "39600"


def test_read_outs_and_labels_are_on_the_page(page):
    shown = [box for box in page.locator(".widget-readout").all() if box.is_visible()]
    assert [box.inner_text() for box in shown] == ["3,300", "5.5"]
    assert all(box.bounding_box()["width"] > 30 for box in shown)
    assert page.get_by_text("Average handling time of one transaction").first.is_visible()


def test_nothing_outside_this_machine_was_asked_for(page):
    assert page.strayed == []
