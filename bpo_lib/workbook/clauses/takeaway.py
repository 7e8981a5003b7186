"""A draft to take away: plain text for a message, and a document that Word opens."""

import textwrap

from bpo_lib.workbook.clauses.draft import LABEL, Draft
from bpo_lib.workbook.clauses.invoices import HEADS
from bpo_lib.workbook.clauses.pages import page
from bpo_lib.workbook.html import esc
from bpo_lib.workbook.numbers import HYPHEN, SPACE

WIDTH = 88
_TAB = 4
# Of a document of its own; a word processor knows these and little more.
_STYLE = (
    "body{font-family:Arial,sans-serif;font-size:10pt;line-height:1.35}h4{font-size:14pt;margin:0 0 6pt}"
    "h5{font-size:11pt;margin:10pt 0 4pt}p{margin:0 0 4pt}table{border-collapse:collapse;width:100%}"
    "th,td{border-bottom:1px solid #999;padding:2pt 6pt 2pt 0;text-align:left;vertical-align:top;"
    "font-weight:normal}thead th,.bpo-total td{font-weight:bold}.bpo-number{text-align:right}"
    "caption{text-align:left;font-weight:bold}"
)


def text(draft: Draft) -> str:
    """Return a draft as plain text of fixed width, with the example in columns."""
    parts = [LABEL.upper(), draft.title, draft.about, *draft.remarks, "1 Definitions"]
    parts += [f"\u201c{term}\u201d: {meaning}." for term, meaning in draft.definitions]
    for number, article in enumerate(draft.articles, start=2):
        parts.append(f"{number} {article.heading}")
        parts += [f"{number}.{place} {words}" for place, words in enumerate(article.paragraphs, start=1)]
        if number == draft.example_at:
            parts.append(_columns(draft))
    wrapped = [part if "\n" in part else textwrap.fill(_plain(part), WIDTH) for part in parts]
    return "\n\n".join(wrapped) + "\n"


def document(draft: Draft, language: str = "en") -> str:
    """Return a draft as a page of its own that a word processor opens and keeps the tables of."""
    return (
        f'<!DOCTYPE html><html lang="{esc(language)}"><head><meta charset="utf-8">'
        f"<title>{esc(LABEL)}: {esc(draft.title)}</title><style>{_STYLE}</style></head>"
        f"<body>{page(draft).markup}</body></html>\n"
    )


def _columns(draft: Draft) -> str:
    """Return the worked example with each invoice on a line of its own and its charges below it."""
    cells = [HEADS[1:], *[(line.charge, line.quantity, line.rate, line.amount) for line in draft.invoices]]
    plain = [[_plain(cell) for cell in row] for row in cells]
    widths = [max(len(row[place]) for row in plain) for place in range(4)]
    lines = [f"In {draft.currency}", _row(plain[0], widths)]
    for line, row in zip(draft.invoices, plain[1:], strict=True):
        if line.invoice:
            lines.append(_plain(line.invoice))
        lines.append(_row(row, widths))
    return "\n".join(lines)


def _row(cells: list[str], widths: list[int]) -> str:
    first, *rest = (
        cell.ljust(width) if place == 0 else cell.rjust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return (" " * _TAB + "  ".join([first, *rest])).rstrip()


def _plain(words: str) -> str:
    """Return text without signs that only a page needs."""
    printable = "".join(letter if letter.isprintable() or letter == SPACE else " " for letter in words)
    return printable.replace(SPACE, " ").replace(HYPHEN, "-")
