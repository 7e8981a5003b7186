"""Charts of the fit score by criterion and by group."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.fit import FitResult
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.bars import ranked_bars
from bpo_lib.workbook.charts.figure import figure
from bpo_lib.workbook.html import Html


def fit_contributions(fit: FitResult, case: Engagement | None = None) -> Html:
    """Draw the points each criterion adds to the score, out of the points it could add."""
    rows = fit.criteria.sort_values("weight", ascending=False, kind="stable")
    colours = theme.palette(case)
    frame = pd.DataFrame(
        {
            "name": [labels.sentence(name) for name in rows["name"]],
            "value": rows["contribution"].to_numpy(),
            "limit": rows["weight"].to_numpy() * 100,
            "text": [_points(row) for row in rows.to_dict("records")],
            "fill": [
                theme.QUIET if row["basis"] == "missing" else colours.primary
                for row in rows.to_dict("records")
            ],
        }
    )
    plot = ranked_bars(
        frame, "Points of the score; the pale bar is what the criterion could add", behind=colours.tint(0.14)
    )
    told = "One bar per criterion, heaviest first; grey where there is no answer."
    return figure(_fit_title(fit, rows), plot, tables.criteria(fit), told)


def _points(row: dict[Hashable, Any]) -> str:
    of = f"{numbers.decimal(row['contribution'])} of {numbers.decimal(row['weight'] * 100)}"
    return f"{of}, no answer" if row["basis"] == "missing" else of


def _fit_title(fit: FitResult, rows: pd.DataFrame) -> str:
    lost = rows["weight"] * 100 - rows["contribution"]
    score = f"The score is {numbers.count(fit.score)} of 100"
    if fit.score_high - fit.score_low >= 1:
        score += (
            f" ({numbers.count(fit.score_low)} to {numbers.count(fit.score_high)} with answers still missing)"
        )
    name, points = rows.loc[lost.idxmax(), "name"], numbers.decimal(lost.max())
    return f"{score}; {name} costs most, {points} points"


def fit_by_group(fit: FitResult, case: Engagement | None = None) -> Html:
    """Draw how far each group of criteria speaks for outsourcing."""
    sums = fit.criteria.groupby("group", sort=False)[["contribution", "weight"]].sum()
    shares = (sums["contribution"] / sums["weight"]).sort_values(ascending=False, kind="stable")
    colours = theme.palette(case)
    frame = pd.DataFrame(
        {
            "name": [labels.readable(group) for group in shares.index],
            "value": shares.to_numpy(),
            "text": [numbers.count(share) for share in shares],
            "fill": colours.primary,
        }
    )
    best, least = frame.iloc[0], frame.iloc[-1]
    title = (
        f"{best['name']} speaks most for outsourcing ({best['text']} of 100), "
        f"{least['name']} least ({least['text']})"
    )
    data = tables.table(
        frame.assign(weight=sums["weight"].reindex(shares.index).to_numpy()),
        "Data: score by group",
        {
            "name": tables.Column("Group"),
            "weight": tables.Column("Weight", numbers.percent),
            "value": tables.Column("Score", numbers.count, "of 100"),
        },
    )
    plot = ranked_bars(frame, "Score of the group, 0 (against) to 100 (for)", to_value=100)
    return figure(title, plot, data, "One bar per group of criteria, the strongest first.")
