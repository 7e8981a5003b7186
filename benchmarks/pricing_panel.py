"""From a move of a slider in the pricing panel to the repainted answer: in the kernel, and in JupyterLab.

Run with `python benchmarks/pricing_panel.py`. A term is repriced on all 10,000 courses at once; a
driver is answered on 2,000 first and on all of them when the hand rests, so both are shown. In the
browser the clock runs from the key to the second frame after the answer changed on the page; without
Chromium that part is left out. The goal of issue 4: 150 ms at the 95th percentile.
"""

import asyncio
import shutil
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

import bpo_lib as bpo
from bpo_lib.workbook import widgets
from bpo_lib.workbook.latest_move import STILL_SECONDS

ROOT = Path(__file__).resolve().parents[1]
CLIENT = "harbour-telecom"
TERMS, DRIVERS = (
    ("transaction.unit_price", "outcome.fee_per_outcome"),
    (
        "work.handling_minutes",
        "demand.volume_growth_per_year",
        "people.attrition_per_year",
        "deal.discount_rate_per_year",
    ),
)
MOVES_IN_KERNEL, MOVES_IN_BROWSER = 200, 60
REST_MILLISECONDS = 700
KEY_TO_REPAINT = """(paths) => new Promise(done => {
  const panel = document.querySelector('.bpo-panel'), began = performance.now()
  const answer = () => panel.querySelector('[data-paths]')
  const before = answer().dataset.changes
  const watch = new MutationObserver(() => {
    if (answer().dataset.changes === before || (paths && answer().dataset.paths !== paths)) return
    watch.disconnect()
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)))
  })
  watch.observe(panel, {childList: true, subtree: true, attributes: true})
  document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'KEY', bubbles: true}))
})"""


def told(name, waited, worked=None):
    """Print one line: what a reader waits, and what of it the processor works where that is known."""
    p50, p95 = np.percentile(waited, (50, 95))
    line = f"  {name:<44}{len(waited):5} moves   p50 {p50:5.0f} ms   p95 {p95:5.0f} ms"
    if worked is not None:
        line += "   of processor p50 {:5.0f} ms   p95 {:5.0f} ms".format(*np.percentile(worked, (50, 95)))
    print(line, flush=True)


async def answered(panel, control, value, full):
    """Return the time from a new value to its answer, in part or in full, and the work. [milliseconds]"""
    done = asyncio.Event()

    def seen(change):
        if not full or 'data-paths="10000"' in change["new"]:
            done.set()

    panel.result.observe(seen, names="value")
    began, work = time.perf_counter(), time.process_time()
    control.value = value
    await done.wait()
    spent = time.perf_counter() - began - STILL_SECONDS * full
    panel.result.unobserve(seen, names="value")
    return 1_000 * spent, 1_000 * (time.process_time() - work)


async def in_the_kernel(panel, controls, full):
    """Return waits and work of moves of some controls in turn, each to a value not priced before."""
    spent = []
    for move in range(MOVES_IN_KERNEL):
        control = controls[move % len(controls)]
        value = control.min + (control.max - control.min) * ((move * 0.618) % 1)
        spent.append(await answered(panel, control, value, full))
    return np.array(spent).T


def kernel_part():
    """Print what the kernel takes."""
    print("In the kernel, from a value that arrives to the answer that leaves")
    panel = widgets.pricing_panel(bpo.open_client(ROOT / "data" / "samples" / CLIENT))
    for side, form in zip(panel.sides, ("transaction", "outcome"), strict=True):
        side.choice.value = form
    terms = [side.terms.controls[name] for side, name in zip(panel.sides, TERMS, strict=True)]
    drivers = [panel.drivers.controls[name] for name in DRIVERS]
    told("a term, 10,000 courses", *asyncio.run(in_the_kernel(panel, terms, full=False)))
    told("a driver, first 2,000 courses", *asyncio.run(in_the_kernel(panel, drivers, full=False)))
    told("a driver, all 10,000 courses, once at rest", *asyncio.run(in_the_kernel(panel, drivers, full=True)))


def browser_part():
    """Print what a reader waits in JupyterLab."""
    sys.path.insert(0, str(ROOT / "tests"))
    import jupyter_lab  # noqa: PLC0415 - it stands among the tests

    if jupyter_lab.CHROMIUM is None:
        print("In JupyterLab: left out, there is no Chromium")
        return
    print("In JupyterLab, from the key to the repainted page")
    with tempfile.TemporaryDirectory() as made:
        home = Path(made)
        shutil.copytree(ROOT / "data" / "samples" / CLIENT, home / CLIENT)
        opening = (
            f"import bpo_lib as bpo\nfrom bpo_lib.workbook import widgets\ncase = bpo.open_client('{CLIENT}')"
        )
        cells = [opening, "widgets.pricing_panel(case)"]
        with jupyter_lab.running_lab(home, panel=cells) as addresses, jupyter_lab.browser() as chromium:
            page = jupyter_lab.opened(chromium, addresses["panel"], "[data-paths='10000']", 1400, 1200)
            places = page.locator(".bpo-panel [role=slider]").count()
            drivers = len(DRIVERS)
            told("a term, 10,000 courses", in_the_browser(page, [places - 1], ""))
            told("a driver, first 2,000 courses", in_the_browser(page, range(drivers), ""))
            full = in_the_browser(page, range(drivers), "10000")
            told("a driver, all 10,000 courses, once at rest", np.array(full) - 1_000 * STILL_SECONDS)


def in_the_browser(page, places, paths):
    """Return the times of key strokes on some sliders in turn, up and down."""
    places, spent = list(places), []
    for move in range(MOVES_IN_BROWSER):
        page.locator(".bpo-panel [role=slider]").nth(places[move % len(places)]).focus()
        key = "ArrowRight" if (move // len(places)) % 4 < 2 else "ArrowLeft"
        spent.append(page.evaluate(KEY_TO_REPAINT.replace("KEY", key), paths))
        page.wait_for_timeout(REST_MILLISECONDS)  # or a full answer is still on its way
    return spent


if __name__ == "__main__":
    kernel_part()
    browser_part()
