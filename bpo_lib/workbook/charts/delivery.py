"""Charts of how it is done: the providers and the plan."""

import datetime as dt
from collections.abc import Hashable
from typing import Any

import pandas as pd
from lets_plot import aes, geom_rect, geom_text, scale_fill_identity, scale_x_continuous

from bpo_lib.engagement import Engagement
from bpo_lib.errors import Missing
from bpo_lib.sourcing import ProviderScores
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.bars import HALF, chart_height, ranked_bars, row_names, rows_from_top
from bpo_lib.workbook.charts.figure import LABEL, canvas, day_number, figure, month_breaks
from bpo_lib.workbook.html import Html

_BEGUN = 0.15  # length at which a steady state is drawn, against all that comes before it


def provider_scores(scores: ProviderScores | Missing, case: Engagement | None = None) -> Html:
    """Draw the score of each provider, grey where a must-have is failed."""
    if isinstance(scores, Missing):
        return Html("")  # its table says what is missing
    table, colours = scores.table, theme.palette(case)
    failed = [answer == "failed" for answer in table["must_haves"]]
    frame = pd.DataFrame(
        {
            "name": list(table["vendor"]),
            "value": table["score"].to_numpy(),
            "text": [_score(row) for row in table.to_dict("records")],
            "fill": [theme.QUIET if out else colours.primary for out in failed],
        }
    )
    plot = ranked_bars(frame, "Score, of 100", to_value=100)
    told = "One bar per provider; grey where a must-have is failed."
    return figure(_provider_title(scores), plot, _provider_data(table), told)


def _score(row: dict[Hashable, Any]) -> str:
    text = numbers.score(row["score"])
    return text if row["must_haves"] == "met" else f"{text}, must-have {row['must_haves']}"


def _provider_title(scores: ProviderScores) -> str:
    points = scores.table.set_index("vendor")["score"]
    if not scores.winner:
        return "No provider meets every must-have"
    lead = f"{scores.winner} leads with {numbers.score(points[scores.winner])} of 100"
    if not scores.runner_up:
        return f"{lead}; no other provider meets every must-have"
    ahead = numbers.score(points[scores.winner] - points[scores.runner_up])
    return f"{lead}, {ahead} points before {scores.runner_up}"


def _provider_data(table: pd.DataFrame) -> Html:
    columns = {
        "vendor": tables.Column("Provider"),
        "score": tables.Column("Score", numbers.score, "of 100"),
        "must_haves": tables.Column("Must-haves", tables.status),
    }
    return tables.table(table, "Data: score by provider", columns)


def transition_plan(frame: pd.DataFrame, case: Engagement | None = None) -> Html:
    """Draw the stages of the transition on a calendar, with the share of work at the provider.

    The steady state at the end is only begun: drawn in full it would leave no room for the rest.
    """
    rows, colours = rows_from_top(len(frame)), theme.palette(case)
    starts, ends = day_number(frame["start"]), day_number(_after(end) for end in frame["end"])
    shares = [numbers.whole_percent(share) for share in frame["provider_fte_share"]]
    if _ends_in_steady_state(starts, ends):
        shares[-1] += f" until {labels.month(frame['end'].iloc[-1])}"
        ends[-1] = starts[-1] + _BEGUN * (starts[-1] - starts[0])
    bars = pd.DataFrame(
        {
            "row": rows,
            "bottom": [row - HALF for row in rows],
            "top": [row + HALF for row in rows],
            "start": starts,
            "end": ends,
            "fill": [
                colours.tint(0.3 + 0.7 * float(share)) for share in frame["provider_fte_share"].fillna(0)
            ],
            "text": [f"\u00a0{share}" for share in shares],
        }
    )
    last = max(ends)
    marks, names = month_breaks(frame["start"].min(), pd.Timestamp(last, unit="D"))
    unit = "Calendar; beside each bar the share of the work that the provider does"
    plot = canvas(bars, unit, chart_height(len(bars)), "x")
    plot += geom_rect(aes(xmin="start", xmax="end", ymin="bottom", ymax="top", fill="fill"), size=0)
    plot += geom_text(aes("end", "row", label="text"), hjust=0, color=theme.INK, size=LABEL)
    room = last + (last - min(starts)) * 0.22
    plot += scale_x_continuous(breaks=marks, labels=names, limits=[min(starts), room], expand=[0.01, 0])
    plot += scale_fill_identity() + row_names([labels.readable(stage) for stage in frame["stage"]], 26)
    told = "One bar per stage, from its start to its end; the steady state is only begun."
    return figure(_plan_title(frame), plot, tables.plan(frame), told)


def _ends_in_steady_state(starts: list[float], ends: list[float]) -> bool:
    """Whether the last stage lasts longer than all before it together."""
    return len(starts) > 1 and ends[-1] - starts[-1] > starts[-1] - starts[0]


def _after(end: dt.date) -> pd.Timestamp:
    """Return where a bar ends: a stage fills its last day."""
    return pd.Timestamp(end) + pd.Timedelta(days=1)


def _plan_title(frame: pd.DataFrame) -> str:
    starts, ends = day_number(frame["start"]), day_number(_after(end) for end in frame["end"])
    steady = _ends_in_steady_state(starts, ends)
    first, last = starts[0], starts[-1] if steady else max(ends)
    began, done = labels.month(frame["start"].iloc[0]), labels.month(pd.Timestamp(last - 1, unit="D"))
    stages = numbers.count(len(frame) - steady)
    months = numbers.months(round((last - first) / 30.44))
    return f"The work moves in {stages} stages within {months}, from {began} to {done}"
