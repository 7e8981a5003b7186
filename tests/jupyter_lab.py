"""A real JupyterLab on a private home, and Chromium on its notebooks; for tests and for benchmarks."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import nbformat

TESTS = Path(__file__).resolve().parent
CHROMIUM = next((path for name in ("chromium", "chromium-browser") if (path := shutil.which(name))), None)
LOOPBACK = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}


@contextmanager
def running_lab(home, **notebooks):
    """Start JupyterLab on an empty private home with notebooks by name; yield the address of each."""
    for name, cells in notebooks.items():
        made = [nbformat.v4.new_code_cell(cell) for cell in cells]
        nbformat.write(nbformat.v4.new_notebook(cells=made, metadata=KERNEL), home / f"{name}.ipynb")
    _no_news(home)
    port, token = _free_port(), "only-for-this-run"
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", f"--port={port}"]
    command += [f"--IdentityProvider.token={token}", "--LabApp.expose_app_in_browser=True"]
    command += ["--ServerApp.port_retries=0", f"--ServerApp.root_dir={home}", "--allow-root"]
    server = subprocess.Popen(
        command, env=_private(home), cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_until_up(f"http://127.0.0.1:{port}/api/status?token={token}", server)
        yield {
            name: f"http://127.0.0.1:{port}/lab/tree/{name}.ipynb?reset&token={token}" for name in notebooks
        }
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
    raise TimeoutError("JupyterLab did not answer within 30 seconds")


@contextmanager
def browser():
    """Yield a Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


def opened(started, address, shown, width=1280, height=900):
    """Return a page with a notebook run until `shown` is there, everything beyond this machine blocked."""
    page = started.new_page(viewport={"width": width, "height": height})
    page.set_default_timeout(40_000)
    page.strayed = []
    page.route("**/*", lambda route: _loopback_only(page, route))
    page.goto(address)
    _run_all(page)
    page.wait_for_selector(shown, state="attached")
    return page


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
