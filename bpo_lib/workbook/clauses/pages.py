"""A draft as a piece of the report, in which all client text is escaped."""

from bpo_lib.workbook.clauses.draft import LABEL, Draft
from bpo_lib.workbook.clauses.invoices import HEADS
from bpo_lib.workbook.clauses.wording import Article
from bpo_lib.workbook.html import Html, esc


def page(draft: Draft, to_copy: str = "") -> Html:
    """Return a draft as it stands in the chapter.

    Parameters
    ----------
    draft : Draft
    to_copy : str
        The same as plain text, shown behind a line that opens it; none when left out.

    Returns
    -------
    Html
    """
    body = [_definitions(draft)]
    for number, article in enumerate(draft.articles, start=2):
        body.append(_article(number, article))
        if number == draft.example_at:
            body.append(example_table(draft))
    remarks = "".join(f"<p>{esc(remark)}</p>" for remark in draft.remarks)
    head = (
        f'<p class="bpo-draft"><strong>{esc(LABEL)}</strong></p><h4>{esc(draft.title)}</h4>'
        f"<p>{esc(draft.about)}</p>{remarks}"
    )
    whole = "".join([head, *body, _folded(to_copy)])
    return Html(f'<section class="bpo-clause" aria-label="{esc(LABEL)}">{whole}</section>')


def _folded(text: str) -> str:
    """Return text to select and copy, behind one line; print leaves it out."""
    return (
        f"<details><summary>As plain text, to copy</summary><pre>{esc(text)}</pre></details>" if text else ""
    )


def _definitions(draft: Draft) -> str:
    items = "".join(
        f"<p><strong>{esc(term)}</strong>: {esc(meaning)}.</p>" for term, meaning in draft.definitions
    )
    return f'<h5>1 Definitions</h5><div class="bpo-definitions">{items}</div>'


def _article(number: int, article: Article) -> str:
    paragraphs = "".join(
        f"<p>{number}.{place} {esc(text)}</p>" for place, text in enumerate(article.paragraphs, start=1)
    )
    return f"<h5>{number} {esc(article.heading)}</h5>{paragraphs}"


def example_table(draft: Draft) -> str:
    """Return the worked example as a table; a sum stands in bold."""
    caption = f"Worked example, in {draft.currency}"
    heads = "".join(f'<th scope="col"{_align(place)}>{esc(head)}</th>' for place, head in enumerate(HEADS))
    rows = "".join(
        f"<tr{' class=bpo-total' if line.sums_up else ''}>{_row_head(line.invoice)}"
        f"<td>{esc(line.charge)}</td>"
        + "".join(f"<td{_align(2)}>{esc(cell)}</td>" for cell in (line.quantity, line.rate, line.amount))
        + "</tr>"
        for line in draft.invoices
    )
    box = f'<div class="bpo-table" role="region" aria-label="{esc(caption)}" tabindex="0">'
    return (
        f"{box}<table><caption>{esc(caption)}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )


def _align(place: int) -> str:
    return ' class="bpo-number"' if place > 1 else ""


def _row_head(invoice: str) -> str:
    """Return the head of a row; a line that goes on with the invoice above has none of its own."""
    return f'<th scope="row">{esc(invoice)}</th>' if invoice else "<td></td>"
