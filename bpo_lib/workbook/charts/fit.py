"""Charts of the fit: who comes first how often, why the leader leads, which weight would change that."""

from typing import Any

import pandas as pd
from lets_plot import (
    aes,
    geom_point,
    geom_rect,
    geom_segment,
    geom_text,
    geom_tile,
    geom_vline,
    scale_color_identity,
    scale_fill_identity,
    scale_x_continuous,
)

from bpo_lib.engagement import Engagement
from bpo_lib.fit.result import FitResult
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.brand import text_on
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.bars import HALF, chart_height, row_names, rows_from_top, value_axis
from bpo_lib.workbook.charts.figure import LABEL, breaks, canvas, figure, not_drawn, shielded
from bpo_lib.workbook.charts.stacked import stacked_bars
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.tables.fit import nearest_tips

_PARTS = ("comes first", "second", "third", "later")
_MOST_STEPS, _MOST_TIPS = 10, 8
_LEVEL = 0.05  # points of 100: what shows as 0.0


def acceptability(fit: FitResult, case: Engagement | None = None) -> Html:
    """Draw how often each alternative takes each rank over all answers and weights that are possible."""
    ranks = fit.acceptability
    if len(ranks) < 2:
        return not_drawn("Only one alternative is left by the gates, so there is no ranking to draw.")
    ordered = ranks.sort_values(by=list(ranks.columns), ascending=False, kind="stable")
    shares = 100 * pd.DataFrame(
        {
            _PARTS[0]: ordered.iloc[:, 0],
            _PARTS[1]: ordered.iloc[:, 1],
            _PARTS[2]: ordered.iloc[:, 2] if ranks.shape[1] > 2 else 0.0,
            _PARTS[3]: ordered.iloc[:, 3:].sum(axis=1),
        }
    )
    colours = theme.palette(case)
    fills = dict(zip(_PARTS, (colours.primary, colours.third, colours.accent, theme.QUIET), strict=True))
    drawn = shares.set_axis([labels.ALTERNATIVES[str(key)] for key in shares.index])
    ends = [numbers.whole_percent(share / 100) for share in shares[_PARTS[0]]]
    plot = stacked_bars(
        drawn, fills, "Share of all possible answers and weights, %; at the end: comes first", ends
    )
    told = "One bar per alternative that no gate stops, parted by the rank it takes."
    return figure(_acceptability_title(fit), plot, tables.fit_alternatives(fit), told)


def _acceptability_title(fit: FitResult) -> str:
    first = fit.alternatives["first"]
    share = numbers.whole_percent(first[fit.leader])
    leads = f"{labels.ALTERNATIVES[fit.leader]} comes first in {share} of cases"
    rival = first.drop(fit.leader).idxmax()
    if not first[rival] > 0:
        return f"{leads}, whatever the answers and weights that are possible"
    return (
        f"{leads}, {labels.inside(labels.ALTERNATIVES[str(rival)])} in {numbers.whole_percent(first[rival])}"
    )


def margin(fit: FitResult, case: Engagement | None = None) -> Html:
    """Draw, criterion by criterion, how the leader comes to lie above the runner-up."""
    if fit.runner_up is None:
        return not_drawn("Only one alternative is left by the gates, so it has no lead to explain.")
    gaps = lead_parts(fit)
    shown = _steps(gaps)
    starts = shown["gap"].cumsum() - shown["gap"]
    colours = theme.palette(case)
    frame = pd.DataFrame(
        {
            "row": rows_from_top(len(shown) + 1),
            "start": [*starts, 0.0],
            "end": [*(starts + shown["gap"]), float(gaps["gap"].sum())],
            "fill": [*(theme.BETTER if gap > 0 else theme.WORSE for gap in shown["gap"]), colours.primary],
            "text": [
                *(numbers.signed(gap, numbers.decimal) for gap in shown["gap"]),
                numbers.decimal(gaps["gap"].sum()),
            ],
        }
    )
    names = [*shown["name"], "Lead"]
    told = (
        "A waterfall: each bar goes on where the one above it ends. Right and green speaks for the leader, "
        "left and red for the runner-up; the last bar is the lead."
    )
    return figure(_margin_title(fit, gaps), _waterfall(frame, names), _margin_table(fit, gaps), told)


def lead_parts(fit: FitResult) -> pd.DataFrame:
    """Return what each criterion adds to the lead over the runner-up, largest first. [points of 100].

    Returns
    -------
    pandas.DataFrame
        Columns criterion, name, gap; the gaps add up to the difference of the two values.
    """
    assert fit.runner_up is not None, "an alternative alone has no lead"
    gap = 100 * (fit.contributions.loc[fit.leader] - fit.contributions.loc[fit.runner_up])
    names = fit.criteria.set_index("criterion")["name"]
    parts = pd.DataFrame({"criterion": gap.index, "name": [labels.sentence(names[key]) for key in gap.index]})
    return parts.assign(gap=gap.to_numpy()).sort_values(
        "gap", ascending=False, ignore_index=True, kind="stable"
    )


def _steps(gaps: pd.DataFrame) -> pd.DataFrame:
    """Return the largest parts of the lead, those for it first, and the rest as one."""
    largest = gaps["gap"].abs().nlargest(_MOST_STEPS).index
    shown = gaps.loc[sorted(largest)]
    shown = shown[shown["gap"] != 0]
    rest = float(gaps["gap"].sum() - shown["gap"].sum())
    count = int((gaps["gap"] != 0).sum() - len(shown))
    if not count:
        return shown
    others = pd.DataFrame(
        {
            "criterion": [""],
            "name": [f"{count} other {'criterion' if count == 1 else 'criteria'}"],
            "gap": [rest],
        }
    )
    return pd.concat([shown, others], ignore_index=True)


def _waterfall(frame: pd.DataFrame, names: list[str]) -> Any:
    drawn = frame.assign(
        bottom=frame["row"] - HALF, top=frame["row"] + HALF, right=frame[["start", "end"]].max(axis=1)
    )
    drawn["text"] = "\u00a0" + drawn["text"]
    plot = canvas(drawn, "Points of 100", chart_height(len(drawn)), grid="x")
    plot += geom_rect(aes(xmin="start", xmax="end", ymin="bottom", ymax="top", fill="fill"), size=0)
    plot += geom_text(
        aes("right", "row", label="text"), data=shielded(drawn), hjust=0, color=theme.INK, size=LABEL
    )
    plot += geom_vline(xintercept=0, color=theme.MUTED, size=0.6)
    low, high = (
        min(0.0, float(frame[["start", "end"]].min().min())),
        float(frame[["start", "end"]].max().max()),
    )
    return plot + scale_fill_identity() + row_names(names) + value_axis(low, high)


def _margin_title(fit: FitResult, gaps: pd.DataFrame) -> str:
    leader, rival = (labels.ALTERNATIVES[str(key)] for key in (fit.leader, fit.runner_up))
    best, worst = gaps.iloc[0], gaps.iloc[-1]
    lead = float(gaps["gap"].sum())
    if abs(lead) < _LEVEL:
        return f"{leader} and {labels.inside(rival)} are worth the same"
    said = f"{leader} leads {labels.inside(rival)} by {numbers.decimal(lead)} points"
    if best["gap"] > 0:
        gained = numbers.signed(best["gap"], numbers.decimal)
        said += f", most of it from {labels.inside(best['name'])} ({gained})"
    if worst["gap"] < 0:
        said += f", against {labels.inside(worst['name'])} ({numbers.signed(worst['gap'], numbers.decimal)})"
    return said


def _margin_table(fit: FitResult, gaps: pd.DataFrame) -> Html:
    both = 100 * fit.contributions.loc[[fit.leader, fit.runner_up]].T
    shown = gaps.assign(
        leader=both[fit.leader].reindex(gaps["criterion"]).to_numpy(),
        rival=both[fit.runner_up].reindex(gaps["criterion"]).to_numpy(),
    )
    columns = {
        "name": tables.Column("Criterion"),
        "leader": tables.Column(labels.ALTERNATIVES[fit.leader], numbers.ratio, "points"),
        "rival": tables.Column(labels.ALTERNATIVES[str(fit.runner_up)], numbers.ratio, "points"),
        "gap": tables.Column("Difference", numbers.ratio, "points"),
    }
    return tables.table(shown, "Data: the lead by criterion", columns)


def weight_tips(fit: FitResult, case: Engagement | None = None) -> Html:
    """Draw how far a criterion's weight would have to move for another alternative to lead."""
    tips = nearest_tips(fit).head(_MOST_TIPS)
    if tips.empty:
        leader = labels.ALTERNATIVES[fit.leader]
        return not_drawn(
            f"No weight of a single criterion would change the answer: {leader} leads under each."
        )
    colours = theme.palette(case)
    frame = pd.DataFrame(
        {
            "row": rows_from_top(len(tips)),
            "now": 100 * tips["weight"].to_numpy(),
            "tip": 100 * tips["tip"].to_numpy(),
            "text": [f"\u00a0{labels.ALTERNATIVES[key]}\u00a0" for key in tips["to"]],
        }
    )
    frame["side"] = [0.0 if tip >= now else 1.0 for tip, now in zip(frame["tip"], frame["now"], strict=True)]
    plot = canvas(
        frame,
        "Weight of the criterion, %: from now (dot) to where the named one leads",
        chart_height(len(tips)),
        "x",
    )
    plot += geom_segment(aes("now", "row", xend="tip", yend="row"), color=colours.tint(0.45), size=2.2)
    plot += geom_point(aes("now", "row"), color=colours.primary, size=4)
    plot += geom_point(aes("tip", "row"), color=colours.accent, size=3, shape=18)
    plot += geom_text(
        aes("tip", "row", label="text", hjust="side"), data=shielded(frame), color=theme.INK, size=LABEL
    )
    plot += row_names([labels.sentence(name) for name in tips["name"]]) + _weight_axis(frame)
    told = "One line per criterion, from its present weight to the one at which another alternative leads."
    return figure(_tips_title(tips.iloc[0]), plot, tables.weight_tips(fit), told)


def _weight_axis(frame: pd.DataFrame) -> Any:
    high = float(frame[["now", "tip"]].max().max())
    marks = breaks(0.0, high)
    names = [numbers.plain(mark) for mark in marks]
    return scale_x_continuous(breaks=marks, labels=names, limits=[-0.22 * high, 1.3 * high], expand=[0, 0])


def _tips_title(nearest: pd.Series) -> str:
    name, to = labels.sentence(nearest["name"]), labels.inside(labels.ALTERNATIVES[nearest["to"]])
    now, tip = numbers.percent(nearest["weight"]), numbers.percent(nearest["tip"])
    return (
        f"{name} is nearest to changing the answer: at a weight of {tip} in place of {now}, {to} would lead"
    )


def raters(fit: FitResult, case: Engagement | None = None) -> Html:
    """Draw every rater's level of every criterion that several rated, the widest differences on top."""
    if fit.agreement is None:
        return not_drawn("Fewer than two people rated the criteria, so their agreement cannot be drawn.")
    ratings = fit.agreement.ratings.T
    several = ratings[ratings.notna().sum(axis=1) > 1]
    spread = several.max(axis=1) - several.min(axis=1)
    several = several.loc[spread.sort_values(ascending=False, kind="stable").index]
    names = fit.criteria.set_index("criterion")["name"]
    cells = several.set_axis([labels.sentence(names[key]) for key in several.index])
    told = "A grid of levels, one row per criterion and one column per rater; darker is a higher level."
    return figure(
        _raters_title(fit, len(cells), int((spread >= 2).sum())),
        _grid(cells, case),
        tables.disagreements(fit),
        told,
    )


def _grid(cells: pd.DataFrame, case: Engagement | None) -> Any:
    colours = theme.palette(case)
    rows = rows_from_top(len(cells))
    frame = pd.DataFrame(
        [
            {"row": row, "at": at, "level": level}
            for row, (_, levels) in zip(rows, cells.iterrows(), strict=True)
            for at, level in enumerate(levels)
            if not pd.isna(level)
        ]
    )
    frame["fill"] = [colours.tint(0.08 + 0.9 * (level - 1) / 4) for level in frame["level"]]
    frame["ink"] = [text_on(fill) for fill in frame["fill"]]
    frame["text"] = [numbers.plain(level) for level in frame["level"]]
    plot = canvas(frame, "Level, 1 to 5", chart_height(len(cells)), "")
    plot += geom_tile(aes("at", "row", fill="fill"), color=theme.PAPER, size=0.8)
    plot += geom_text(aes("at", "row", label="text", color="ink"), data=shielded(frame), size=LABEL)
    names = [labels.sentence(name) for name in cells.columns]
    axis = scale_x_continuous(breaks=list(range(len(names))), labels=names, expand=[0.02, 0])
    return plot + scale_fill_identity() + scale_color_identity() + row_names(list(cells.index)) + axis


def _raters_title(fit: FitResult, rated: int, apart: int) -> str:
    assert fit.agreement is not None
    if numbers.missing(fit.agreement.alpha):
        return f"The raters give the same level throughout on {rated} criteria"
    alpha = numbers.ratio(fit.agreement.alpha)
    said = f"Raters {labels.AGREEMENT[fit.agreement.words]} (alpha {alpha})"
    return f"{said}; on {apart} of {rated} criteria they are two levels or more apart"
