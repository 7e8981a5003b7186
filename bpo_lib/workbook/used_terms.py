"""The glossary of a report, cut to the terms that the report uses."""

import re
from html import unescape

GLOSSARY = re.compile(r"Glossary</caption>.*?<tbody>(?P<rows>.*?)</tbody>", re.DOTALL)
ROW = re.compile(r"<tr>\s*<th[^>]*>(?P<term>.*?)</th>.*?</tr>", re.DOTALL)
TAGS = re.compile(r"<style.*?</style>|<[^>]+>", re.DOTALL)


def keep_used_terms(markup: str) -> str:
    """Return a page whose glossary holds the terms that stand elsewhere on it, or explain one that does.

    Parameters
    ----------
    markup : str
        A finished page; without a glossary it stays as it is.

    Returns
    -------
    str
    """
    found = GLOSSARY.search(markup)
    if found is None:
        return markup
    start, end = found.span("rows")
    text = _words(markup[:start]) + _words(markup[end:])
    rows = {_words(row["term"]).strip(): row[0] for row in ROW.finditer(found["rows"])}
    used = {term for term in rows if _stands_in(term, text)}
    explained = " ".join(_words(rows[term]).replace(term, "", 1) for term in used)
    used |= {term for term in rows if term.isupper() and _stands_in(term, explained)}
    kept = "".join(row for term, row in rows.items() if term in used)
    return markup[:start] + kept + markup[end:]


def _words(markup: str) -> str:
    return unescape(TAGS.sub(" ", markup))


def _stands_in(term: str, text: str) -> bool:
    """Whether a term or its plural stands in a text; an abbreviation only in capitals."""
    flags = 0 if term.isupper() else re.IGNORECASE
    return re.search(rf"\b{re.escape(term)}s?\b", text, flags) is not None
