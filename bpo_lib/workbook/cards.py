"""The small pieces of a chapter: headline cards, findings, notes, what is missing, the opening."""

from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any

from bpo_lib.engagement import Engagement
from bpo_lib.errors import Missing
from bpo_lib.headlines import Headline
from bpo_lib.profile import Profile
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import Html, esc

_HEADINGS = {"note": "Notes", "caution": "Take care", "condition": "To settle first"}

LARGE_COUNT = 100_000  # from here a card shows three digits; the last ones are noise

FIGURES = "application/vnd.bpo.figures+json"


def cards(headlines: Iterable[Headline], chapter: str, case: Engagement) -> Html:
    """Return the headline figures of a chapter as cards, and as data for `results.json`."""
    chosen = tuple(headlines)
    markup = "".join(_card(figure, case.profile) for figure in chosen)
    payload = {
        "chapter": chapter,
        "currency": case.profile.currency,
        "figures": [_as_data(figure) for figure in chosen],
    }
    return Html(f'<dl class="bpo-cards">{markup}</dl>', {FIGURES: payload})


def _card(figure: Headline, profile: Profile) -> str:
    words = ", ".join(filter(None, [figure.detail, _range(figure, profile)]))
    detail = f'<dd class="bpo-detail">{esc(words)}</dd>' if words else ""
    value = esc(show_value(figure.value, figure.unit, profile))
    tone = f" bpo-{esc(figure.tone)}" if figure.tone else ""
    label = f"<dt>{esc(figure.label)}</dt>"
    return f'<div class="bpo-card{tone}">{label}<dd class="bpo-value">{value}</dd>{detail}</div>'


def _range(figure: Headline, profile: Profile) -> str:
    """Return the range of a figure in words; empty where it has none or none that shows."""
    if figure.low is None or figure.high is None or figure.low == figure.high:
        return ""
    if figure.unit in {"score", "FTE"}:  # the value above already says of what
        return f"{_bare(figure.low, figure.unit)} to {_bare(figure.high, figure.unit)}"
    low, high = (show_value(end, figure.unit, profile) for end in (figure.low, figure.high))
    return f"{low} to {high}"


def _bare(end: float, unit: str) -> str:
    return numbers.count(end) if unit == "score" else numbers.fte(end)


def show_value(value: Any, unit: str, profile: Profile) -> str:
    """Return a headline value in its unit, rounded for a card."""
    if isinstance(value, str):
        return labels.date(value) if unit == "date" else labels.readable(value)
    match unit:
        case "currency":
            return numbers.money(value, profile.currency)
        case "share":
            return numbers.percent(value)
        case "count":
            large = not numbers.missing(value) and value >= LARGE_COUNT
            return numbers.three_digits(value) if large else numbers.count(value)
        case "months":
            return numbers.months(value)
        case "month":
            return "Not in the term" if numbers.missing(value) else f"Month {numbers.count(value)}"
        case "score":
            text = numbers.count(value)
            return text if numbers.missing(value) else f"{text} / 100"
        case "FTE" | "minutes" | "hours":
            text = numbers.one_decimal_under_100(value)
            return text if numbers.missing(value) else f"{text}{numbers.SPACE}{unit}"
        case "ratio":
            return numbers.ratio(value)
    text = numbers.three_digits(value)
    return text if numbers.missing(value) or not unit else f"{text}{numbers.SPACE}{profile.unit(unit)}"


def _as_data(figure: Headline) -> dict[str, Any]:
    """Return one headline for JSON, which knows neither NaN nor numpy's numbers."""
    value = figure.value
    if not isinstance(value, str):
        value = None if value is None or numbers.missing(value) else float(value)
    return {
        "name": figure.name,
        "value": value,
        "unit": figure.unit,
        "label": figure.label,
        "detail": figure.detail,
        "low": figure.low,
        "high": figure.high,
    }


def findings(sentences: Iterable[str]) -> Html:
    """Return the findings of a chapter as a list; the sentences are text, not markup."""
    items = "".join(f"<li>{esc(sentence)}</li>" for sentence in sentences)
    return Html(f'<ul class="bpo-findings">{items}</ul>' if items else "")


def notes(items: Iterable[str], kind: str = "note") -> Html:
    """Return remarks on a result: what was assumed, estimated or left out; empty for none.

    `kind` is `note`, `caution` for what may change a decision, or `condition` for what has to be
    settled before one.
    """
    lines = "".join(f"<li>{esc(item)}</li>" for item in items)
    heading = _HEADINGS[kind]
    box = f'<aside class="bpo-note bpo-{esc(kind)}" role="note" aria-label="{heading}">'
    return Html(f'{box}<strong>{heading}</strong><ul class="bpo-notes">{lines}</ul></aside>' if lines else "")


def missing(items: Missing | Iterable[Missing], file: str | None = None) -> Html:
    """Return what optional inputs a client did not give, what they would add and what to ask for.

    With a `file`, only what that file would add: each is said where its results would stand.
    """
    given = (items,) if isinstance(items, Missing) else tuple(items)
    chosen = [item for item in given if file in (None, item.file)]
    lines = "".join(f"<li>{_missing_line(item)}</li>" for item in chosen)
    box = '<aside class="bpo-note bpo-missing" role="note" aria-label="Inputs not given">'
    return Html(f'{box}<ul class="bpo-notes">{lines}</ul></aside>' if lines else "")


def folded(summary: str, *pieces: Html, paper: bool = True) -> Html:
    """Return pieces for those who ask for more, behind one line that opens them; empty for none.

    Paper cannot be opened: there they stand open, or with `paper` false are left out.
    """
    shown = "".join(piece.markup for piece in pieces)
    if not shown:
        return Html("")
    kind = "bpo-folded" if paper else "bpo-folded bpo-on-screen"
    return Html(f'<details class="{kind}"><summary>{esc(summary)}</summary>{shown}</details>')


def _missing_line(item: Missing) -> str:
    adds, ask = labels.inside(item.adds.strip().rstrip(".")), item.ask.strip().rstrip(".")
    if not ask.startswith("Ask "):
        ask = f"Ask the client for {ask}"
    return f"Not given: <code>{esc(item.file)}</code>. It would add {esc(adds)}. {esc(ask)}."


def opening(case: Engagement) -> Html:
    """Return the header of a chapter in JupyterLab, with the style of all that follows.

    The delivered report has a cover and a style sheet of its own and leaves this cell out.
    """
    profile = case.profile
    facts = {
        "Process": profile.process,
        "Sector": profile.sector,
        "Scenario": case.scenario,
        "Term": f"{labels.month(profile.months[0])} to {labels.month(profile.months[-1])}",
        "Currency": profile.currency,
    }
    listed = "".join(f"<div><dt>{name}</dt><dd>{esc(fact)}</dd></div>" for name, fact in facts.items())
    client = f'<p class="bpo-client">{esc(profile.title)}</p>'
    header = f'<header class="bpo-opening">{client}<dl>{listed}</dl></header>'
    return Html(f"<style>{_style(profile)}</style>{header}")


def _style(profile: Profile) -> str:
    """Return the style sheet of the workbook with the client's colours in place."""
    sheet = resources.files("bpo_lib.workbook").joinpath("workbook.css").read_text(encoding="utf-8")
    colours: Mapping[str, str] = {"PRIMARY": profile.brand.primary, "ACCENT": profile.brand.accent}
    for name, colour in colours.items():
        sheet = sheet.replace(f"BRAND_{name}", colour)
    return sheet
