"""What the weights and answers of the fit panel come to: the finding, and a bar for each alternative.

Drawn by hand, as the pricing panel's answer is, since it has to follow a moving hand.
"""

from collections.abc import Mapping

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.fit import NAMES, Rescored
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.html import Html, esc
from bpo_lib.workbook.tables.table import status


def answer(found: Rescored, case: Engagement) -> Html:
    """Return the finding, a row with a bar for each alternative, and the conditions that remain."""
    first = found.alternatives.loc[found.leader, "first"]
    often = f"it comes first in {numbers.whole_percent(first)} of all possible answers and weights"
    finding = f"Best is to {NAMES[found.leader]} ({found.standing}): {often}."
    rows = found.alternatives.sort_values("value", ascending=False, kind="stable")
    rows = rows.sort_values("status", key=lambda state: state == "stopped", kind="stable")
    colours = theme.palette(case)
    body = "".join(_row(str(key), row, colours) for key, row in rows.iterrows())
    conditions = "".join(f"<li>{esc(words)}</li>" for words in found.conditions)
    held = f"<p class='bpo-note'>Still to be met:</p><ul>{conditions}</ul>" if conditions else ""
    verdict = status(found.verdict).markup
    return Html(
        f'<p class="bpo-finding">{esc(finding)}</p><p>Outsourcing: {verdict}</p>'
        f'<div class="bpo-ranges">{body}</div>'
        f'<p class="bpo-note">Bar: value, 0 to 100. Percent: how often it comes first.</p>{held}'
    )


def _row(key: str, row: pd.Series, colours: theme.Palette) -> str:
    stopped = row["status"] == "stopped"
    fill = theme.QUIET if stopped else colours.primary
    said = "stopped by a gate" if stopped else f"{numbers.whole_percent(row['first'])} first"
    width = numbers.decimal(100 * row["value"], 2)
    name = labels.ALTERNATIVES[key]
    return (
        f'<div class="bpo-range"><div><span>{esc(name)}</span>'
        f"<span>{numbers.points(row['value'])} <small>{esc(said)}</small></span></div>"
        f'<svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img" '
        f'aria-label="{esc(name)}: {numbers.points(row["value"])} of 100">'
        f'<rect width="{width}" height="10" fill="{fill}"/></svg></div>'
    )


def rows_to_copy(levels: Mapping[str, float]) -> Html:
    """Return the changed answers as rows of answers.csv, whole levels as it takes them; empty without any."""
    if not levels:
        return Html("")
    rows = "\n".join(f"{name},{round(level)},opinion,,," for name, level in levels.items())
    return Html(
        '<details><summary>Rows for answers.csv</summary><p class="bpo-note">Levels are whole there; add the '
        f"date, who rated and why. Replace the rater's own row.</p><pre>{esc(rows)}</pre></details>"
    )
