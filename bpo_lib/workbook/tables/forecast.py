"""Tables of the forecast: how far off it would have been, how it is made, what was set apart."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from bpo_lib.forecast import VolumeForecast, VolumeOutlook
from bpo_lib.forecast.explain import PERIOD_WORDS
from bpo_lib.workbook import cards, labels, numbers
from bpo_lib.workbook.html import Html, esc
from bpo_lib.workbook.tables.table import Column, empty, table

FLOOR = "Chance alone"
MOST_DAYS = 12  # unusual days listed, the largest first; more than these nobody reads

_SCORES: dict[str, tuple[str, str, numbers.Show]] = {
    "wape": ("WAPE", "", numbers.percent),
    "mase": ("MASE", "", numbers.ratio),
    "mae": ("MAE", "per period", numbers.three_digits),
    "coverage": ("In the 80% range", "", numbers.percent),
    "coverage95": ("In the 95% range", "", numbers.percent),
}


def compared(forecast: VolumeForecast) -> pd.DataFrame:
    """Return the scores of the method used, then of the plain ones it is held against.

    Parameters
    ----------
    forecast : VolumeForecast

    Returns
    -------
    DataFrame
        Rows of its `accuracy`; the members of an ensemble are left out.
    """
    scores = forecast.accuracy
    plain = scores["method"].isin(labels.PLAIN_METHODS)
    shown = scores[scores["chosen"].astype(bool) | plain]
    return shown.sort_values("chosen", ascending=False, kind="stable").reset_index(drop=True)


def used_method(forecast: VolumeForecast) -> str:
    """Return the name under which the method used stands in its back-test; empty where there is none."""
    chosen = forecast.accuracy.loc[forecast.accuracy["chosen"].astype(bool), "method"]
    return "" if chosen.empty else str(chosen.iloc[0])


def accuracy(outlook: VolumeOutlook) -> Html:
    """Return how far off the method used and the plain methods were on the client's own past."""
    caption, forecast = "Forecast error, back-tested", outlook.forecast
    if forecast.accuracy.empty:
        return empty(caption, "the history is too short to test a forecast on its own past.")
    rows = [_scored(row) for row in compared(forecast).to_dict("records")]
    if not numbers.missing(forecast.poisson_floor):
        floor = {"method": Html(f"{FLOOR}<br><small>no method can do better in the long run</small>")}
        rows.append(floor | dict.fromkeys(_SCORES, "") | {"wape": numbers.percent(forecast.poisson_floor)})
    columns = {"method": Column("Method")} | {
        name: Column(label, numbers.as_text, unit) for name, (label, unit, _) in _SCORES.items()
    }
    note = (
        "Each method forecast periods it had not seen. WAPE: error as a share of volume. MASE: below 1 is "
        "better than repeating the last season. MAE: mean error of a period. In the range: how often the "
        f"range held what came. {FLOOR}: the error left when the expected volume is known exactly and "
        "single contacts still come by chance (Poisson). A season is a week; by weeks or months, a year."
    )
    return table(pd.DataFrame(rows), caption, columns, note)


def _scored(row: dict[Hashable, Any]) -> dict[str, str | Html]:
    scores: dict[str, str | Html] = {name: show(row[name]) for name, (_, _, show) in _SCORES.items()}
    told = "method used" if row["chosen"] else labels.PLAIN_METHODS[str(row["method"])]
    name = f"{esc(labels.readable(row['method']))}<br><small>{esc(told)}</small>"
    return {"method": Html(name)} | scores


def error_by_horizon(outlook: VolumeOutlook) -> Html:
    """Return the back-tested error by how far ahead a forecast looked, a column for each method."""
    forecast = outlook.forecast
    scores, used = forecast.by_horizon, used_method(forecast)
    errors = scores.pivot_table(index=["first_step", "last_step"], columns="method", values="wape")
    methods = sorted(errors.columns, key=lambda name: (name != used, name))
    held = scores[scores["method"] == used].set_index(["first_step", "last_step"])["coverage"]
    shown = errors[methods].assign(
        reach=[labels.reach(first, last) for first, last in errors.index], held=held.reindex(errors.index)
    )
    columns = {"reach": Column(f"{PERIOD_WORDS[forecast.frequency].capitalize()} ahead")}
    columns |= {name: Column(labels.readable(name), numbers.percent) for name in methods}
    columns |= {"held": Column("In the 80% range", numbers.percent)}
    return table(
        shown, "Forecast error (WAPE) by how far ahead", columns, "In the range: of the first method."
    )


def members(outlook: VolumeOutlook) -> Html:
    """Return the methods that the forecast is made of, and how each did on its own; empty for one."""
    scores = outlook.forecast.accuracy.set_index("method")["wape"]
    made = outlook.forecast.members
    if len(made) < 2:
        return Html("")
    shown = made.assign(wape=scores.reindex(made["method"]).to_numpy())
    columns = {
        "method": Column("Method", labels.readable),
        "weight": Column("Weight", numbers.percent),
    }
    if shown["wape"].notna().all():
        columns["wape"] = Column("Error alone", numbers.percent, "WAPE")
    return table(shown, "What the forecast is made of", columns)


def level_shifts(outlook: VolumeOutlook) -> Html:
    """Return when the volume changed for good; empty where it never did."""
    found = outlook.forecast.level_shifts
    if found.empty:
        return Html("")
    shown = found.assign(change=(found["after"] / found["before"].where(found["before"] > 0)) - 1)
    columns = {
        "period": Column("From", labels.date),
        "before": Column("Before", numbers.three_digits),
        "after": Column("After", numbers.three_digits),
        "change": Column("Change", numbers.signed_percent),
    }
    note = f"Volume per {PERIOD_WORDS[outlook.forecast.frequency][:-1]}, averages before and after."
    return table(shown, "Changes of level", columns, note)


def outliers(outlook: VolumeOutlook) -> Html:
    """Return the days that were unlike any other, the farthest off first; empty where there were none."""
    found = outlook.forecast.outliers
    if found.empty:
        return Html("")
    off = (found["count"] - found["expected"]).abs()
    shown = found.loc[off.sort_values(ascending=False, kind="stable").index[:MOST_DAYS]]
    columns = {
        "period": Column("When", labels.date),
        "count": Column("Came", numbers.count),
        "expected": Column("Usual", numbers.count),
    }
    note = "They count less in the forecast. Ask what happened: what will come again belongs in the calendar."
    if len(found) > MOST_DAYS:
        note = f"The {MOST_DAYS} farthest off of {len(found)}. {note}"
    return table(shown, "Unusual days", columns, note)


def last_test(outlook: VolumeOutlook) -> Html:
    """Return what was forecast in the latest back-test beside what came."""
    columns = {
        "start": Column("From", labels.date),
        "actual": Column("Came", numbers.count),
        "mean": Column("Forecast", numbers.count),
        "low80": Column("Low (80%)", numbers.count),
        "high80": Column("High (80%)", numbers.count),
    }
    return table(outlook.last_test, "Data: the last back-test", columns)


def making(outlook: VolumeOutlook) -> Html:
    """Return how the forecast was made and what was set apart, folded: for those who ask."""
    return cards.folded(
        "How this forecast was made, and what was set apart",
        members(outlook),
        level_shifts(outlook),
        outliers(outlook),
        cards.notes(outlook.notes),
    )


def average_week(outlook: VolumeOutlook) -> pd.DataFrame:
    """Return the volume of each slot of an average week of the first year of the term.

    Parameters
    ----------
    outlook : VolumeOutlook
        With a week profile.

    Returns
    -------
    DataFrame
        Columns weekday, start (minute of the day) and volume. [transactions/week]
    """
    year = outlook.mean.iloc[:12]
    weekly = year.sum() / sum(month.days_in_month for month in outlook.months[:12]) * 7
    profile = outlook.week_profile
    assert profile is not None, "only an intraday history has a week profile"
    return profile.assign(start=profile["minute"], volume=profile["share"] * weekly)


def volume_week(outlook: VolumeOutlook) -> Html:
    """Return an average week of the first year by weekday."""
    week = average_week(outlook)
    total = week["volume"].sum()
    days = [_weekday(day, slots, total) for day, slots in week.groupby("weekday", sort=False)]
    columns = {
        "weekday": Column("Day", labels.weekday),
        "volume": Column("Volume", numbers.count),
        "share": Column("Share of the week", numbers.percent),
        "busiest": Column("Busiest from"),
    }
    return table(pd.DataFrame(days), "Data: an average week of the first year", columns)


def _weekday(day: Any, slots: pd.DataFrame, total: float) -> dict[str, Any]:
    volume = slots["volume"].sum()
    peak = labels.clock(slots.loc[slots["volume"].idxmax(), "start"]) if volume else ""
    return {"weekday": day, "volume": volume, "share": volume / total, "busiest": peak}
