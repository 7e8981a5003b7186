"""The page over the clients of a batch, and the same in a form for machines."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

import bpo_lib
from bpo_lib.profile import Brand, Profile
from bpo_lib.workbook.brand import colours
from bpo_lib.workbook.cards import show_value
from bpo_lib.workbook.job import Outcome
from bpo_lib.workbook.notebooks import SUMMARY
from bpo_lib.workbook.record import SCHEMA, run_date
from bpo_lib.workbook.report import POLICY, TEMPLATES, month_in_words
from bpo_lib.workbook.safety_gate import check_page

HEADLINES = 4


@dataclass(frozen=True)
class Shown:
    """One headline figure as text."""

    label: str
    value: str


@dataclass(frozen=True)
class Entry:
    """One client on the page."""

    title: str
    about: str
    status: str
    link: str
    verdict: str
    figures: tuple[Shown, ...]
    reasons: tuple[str, ...]


def batch_json(outcomes: Sequence[Outcome]) -> str:
    """Return the contents of `batch.json`: schema, date and one entry per client, as in `Outcome`."""
    clients = [asdict(outcome) for outcome in outcomes]
    batch = {"schema": SCHEMA, "date": run_date().isoformat(), "clients": clients}
    return json.dumps(batch, indent=1, ensure_ascii=False) + "\n"


def index_page(outcomes: Sequence[Outcome], out: Path) -> str:
    """Return the page over a batch: each client with its verdict, its main figures and its report.

    Raises
    ------
    UnsafePageError
        When a client's text would do anything but be read.
    """
    date, done = run_date(), sum(outcome.status == "ok" for outcome in outcomes)
    page = _template().render(
        colours=colours(Brand()),
        policy=POLICY,
        version=bpo_lib.__version__,
        day=f"{date.day} {month_in_words(date)}",
        summary=_summary(done, len(outcomes)),
        entries=[_entry(outcome, out) for outcome in outcomes],
    )
    check_page(page, links="beside")
    return page


def _template() -> Any:
    # Escaping is written out in the template, as in that of the report, with which it shares parts.
    return Environment(loader=FileSystemLoader(TEMPLATES / "report"), autoescape=False).get_template(  # noqa: S701
        "batch.html.j2"
    )


def _summary(done: int, total: int) -> str:
    reports = f"{done} report{'' if done == 1 else 's'}"
    return reports if done == total else f"{reports} for {total} clients; the others say what is in the way"


def _entry(outcome: Outcome, out: Path) -> Entry:
    failed = outcome.status != "ok"
    reasons = tuple(outcome.error.splitlines())
    if not outcome.results:
        return Entry(outcome.client, _scenario(outcome), outcome.status, "", "", (), reasons)
    results = json.loads((out / outcome.results).read_text(encoding="utf-8"))
    profile = Profile(**results["profile"])
    about = " \u00b7 ".join(part for part in (profile.process, profile.sector, _scenario(outcome)) if part)
    verdict, figures = _headlines(results["chapters"], profile)
    if failed:  # what an earlier run found is in the earlier report, not here
        return Entry(profile.title, about, outcome.status, outcome.report, "", (), reasons)
    return Entry(profile.title, about, outcome.status, outcome.report, verdict, figures, ())


def _scenario(outcome: Outcome) -> str:
    return "" if outcome.scenario == "base" else f"scenario {outcome.scenario}"


def _headlines(
    chapters: Mapping[str, Sequence[Mapping[str, Any]]], profile: Profile
) -> tuple[str, tuple[Shown, ...]]:
    """Return the verdict and the main figures: those of the summary, or of the first chapter with any."""
    figures = chapters.get(SUMMARY) or next((found for found in chapters.values() if found), ())
    shown = [
        (figure["name"], Shown(figure["label"], show_value(figure["value"], figure["unit"], profile)))
        for figure in figures
    ]
    verdict = next((f"{figure.label}: {figure.value}" for name, figure in shown if name == "verdict"), "")
    return verdict, tuple(figure for name, figure in shown if name != "verdict")[:HEADLINES]
