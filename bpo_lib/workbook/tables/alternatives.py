"""The table of the ways to keep the work, part by part."""

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.tables.table import Column, empty, table

PART_WORDS = {
    "own_team": "Own team",
    "shared_unit": "Shared unit",
    "software": "Software",
    "one_off": "One-off cost",
    "stranded": "Cost left behind",
}


def alternatives(parts: pd.DataFrame, case: Engagement) -> Html:
    """Return what staying and each alternative cost over the term, part by part.

    Parameters
    ----------
    parts : pandas.DataFrame
        From `alternative_parts`.
    case : Engagement

    Returns
    -------
    Html
    """
    caption = "Other ways to keep the work"
    if len(parts) < 2:
        return empty(caption, "none is described: give the shared_services or the automation assumptions.")
    currency = case.profile.currency
    stay = parts["total"].iloc[0]
    names = ["Staying as it is", *(labels.readable(name) for name in parts.index[1:])]
    shown = parts.assign(name=names, off=parts["total"] / stay - 1 if stay else 0.0)
    columns = {"name": Column("Way to keep the work")} | {
        part: Column(words, numbers.amount, currency)
        for part, words in PART_WORDS.items()
        if parts[part].any()
    }
    columns |= {
        "total": Column("In all", numbers.amount, currency),
        "off": Column("against staying", numbers.signed_percent),
    }
    note = (
        "Present value over the term at the expected volume. People who are no longer needed are paid until "
        "they leave of their own accord or, as far as the assumptions say, are let go."
    )
    return table(shown, caption, columns, note)
