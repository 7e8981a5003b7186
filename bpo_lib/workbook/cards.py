"""The small pieces of a chapter: headline cards, findings, notes, what is missing, the opening."""

from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any, Protocol

from bpo_lib.engagement import Engagement
from bpo_lib.errors import Missing
from bpo_lib.profile import Profile
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import Html, esc

FIGURES = "application/vnd.bpo.figures+json"


class Figure(Protocol):
    """What a card shows; see `bpo_lib.headlines.Headline`."""

    name: str
    value: Any
    unit: str
    label: str
    detail: str


def cards(headlines: Iterable[Figure], chapter: str, case: Engagement) -> Html:
    """Return the headline figures of a chapter as cards, and as data for `results.json`."""
    chosen = tuple(headlines)
    markup = "".join(_card(figure, case.profile) for figure in chosen)
    payload = {
        "chapter": chapter,
        "currency": case.profile.currency,
        "figures": [_as_data(figure) for figure in chosen],
    }
    return Html(f'<dl class="bpo-cards">{markup}</dl>', {FIGURES: payload})


def _card(figure: Figure, profile: Profile) -> str:
    detail = f'<dd class="bpo-detail">{esc(figure.detail)}</dd>' if figure.detail else ""
    value = esc(show_value(figure.value, figure.unit, profile))
    return (
        f'<div class="bpo-card"><dt>{esc(figure.label)}</dt><dd class="bpo-value">{value}</dd>{detail}</div>'
    )


def show_value(value: Any, unit: str, profile: Profile) -> str:
    """Return a headline value in its unit, rounded for a card."""
    if isinstance(value, str):
        return value
    match unit:
        case "currency":
            return numbers.money(value, profile.currency)
        case "share":
            return numbers.percent(value)
        case "count":
            return numbers.count(value)
        case "months":
            return numbers.months(value)
        case "month":
            return numbers.NOT_AVAILABLE if numbers.missing(value) else f"Month {numbers.count(value)}"
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


def _as_data(figure: Figure) -> dict[str, Any]:
    """Return one headline for JSON, which knows neither NaN nor numpy's numbers."""
    value = figure.value
    if not isinstance(value, str):
        value = None if numbers.missing(value) else float(value)
    return {
        "name": figure.name,
        "value": value,
        "unit": figure.unit,
        "label": figure.label,
        "detail": figure.detail,
    }


def findings(sentences: Iterable[str]) -> Html:
    """Return the findings of a chapter as a list; the sentences are text, not markup."""
    items = "".join(f"<li>{esc(sentence)}</li>" for sentence in sentences)
    return Html(f'<ul class="bpo-findings">{items}</ul>' if items else "")


def notes(items: Iterable[str], kind: str = "note") -> Html:
    """Return remarks on a result: what was assumed, estimated or left out; empty for none.

    `kind` is `note`, or `caution` for what may change a decision.
    """
    lines = "".join(f"<li>{esc(item)}</li>" for item in items)
    heading = "Take care" if kind == "caution" else "Notes"
    box = f'<aside class="bpo-note bpo-{esc(kind)}" aria-label="{heading}">'
    return Html(f'{box}<strong>{heading}</strong><ul class="bpo-notes">{lines}</ul></aside>' if lines else "")


def missing(items: Missing | Iterable[Missing]) -> Html:
    """Return what optional inputs a client did not give, what they would add and what to ask for."""
    chosen = (items,) if isinstance(items, Missing) else tuple(items)
    lines = "".join(f"<li>{_missing_line(item)}</li>" for item in chosen)
    box = '<aside class="bpo-note bpo-missing" aria-label="Inputs not given">'
    return Html(f'{box}<ul class="bpo-notes">{lines}</ul></aside>' if lines else "")


def _missing_line(item: Missing) -> str:
    adds, ask = item.adds.strip().rstrip("."), item.ask.strip().rstrip(".")
    if adds[1:2].islower():  # not an abbreviation
        adds = adds[:1].lower() + adds[1:]
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
