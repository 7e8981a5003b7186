"""Tables of demand: the queues it is made of, and what is expected to change it."""

import numpy as np
import pandas as pd

from bpo_lib.forecast import VolumeOutlook
from bpo_lib.forecast.term.changes import FINAL, FROM_HISTORY
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.tables.table import Column, table

YEAR = 12
ALL = "All queues"


def queues(outlook: VolumeOutlook) -> Html:
    """Return the volume of each queue in the first year, the largest first; empty where there is one only."""
    if outlook.queues.empty:
        return Html("")
    year = outlook.queues.iloc[:YEAR]
    year = year[year.sum().sort_values(ascending=False, kind="stable").index]
    parts = outlook.queue_summary.set_index("queue").reindex(year.columns)
    rows = pd.DataFrame(
        {
            "queue": [*year.columns, ALL],
            "volume": [*year.sum(), year.to_numpy().sum()],
            "share": [*_share(year.sum()), 1.0],
            "peak": [*_peak_to_mean(year), outlook.peak_to_mean],
            "error": [*parts["wape"], outlook.wape],
            "method": [*parts["method"], outlook.forecast.method],
        }
    )
    columns = {
        "queue": Column("Queue"),
        "volume": Column("First year", numbers.count, "volume"),
        "share": Column("Share", numbers.percent),
        "peak": Column("Peak to mean", numbers.ratio),
        "error": Column("Forecast error", numbers.percent, "of a month"),
        "method": Column("Forecast by", labels.readable),
    }
    note = (
        "Queues sum to the forecast of all. Peak to mean: busiest month against the average one. Error: of a "
        "month's volume, back-tested before the queues were made to add up; a small queue that takes a share "
        "of all has none of its own."
    )
    return table(rows, "Volume by queue", columns, note)


def _share(volumes: pd.Series) -> pd.Series:
    return volumes / volumes.sum() if volumes.sum() > 0 else volumes


def _peak_to_mean(volumes: pd.DataFrame) -> pd.Series:
    return volumes.max() / volumes.mean().replace(0, np.nan)


def volume_by_queue(outlook: VolumeOutlook) -> Html:
    """Return the volume of each queue by month: the data behind its chart."""
    columns = {"month": Column("Month", labels.date)}
    columns |= {str(name): Column(str(name), numbers.count) for name in outlook.queues}
    shown = outlook.queues.assign(month=list(outlook.queues.index))
    return table(shown, "Data: expected volume by queue and month", columns)


def demand_changes(outlook: VolumeOutlook) -> Html:
    """Return how the volume of each year comes about: from history, then each change; empty for none."""
    effects = outlook.bridge.drop(columns=[FROM_HISTORY, FINAL], errors="ignore")
    changed = [name for name in effects if effects[name].abs().sum() > 0]
    if not changed:
        return Html("")
    months = np.arange(len(outlook.bridge))
    years = [_year(int(month), len(months)) for month in months // YEAR]
    by_year = outlook.bridge[[FROM_HISTORY, *changed, FINAL]].groupby(years, sort=False).sum().T
    shown = by_year.assign(change=[labels.sentence(name) for name in by_year.index])
    columns = {"change": Column("Volume")}
    columns |= {year: Column(year, numbers.count) for year in map(str, by_year)}
    note = (
        "Each change applies to what is left after those above it. The range of the forecast moves with "
        "the volume; how sure the changes are is not in it."
    )
    return table(shown, "What is expected to change the volume", columns, note)


def _year(place: int, term_months: int) -> str:
    months = min(term_months - place * YEAR, YEAR)
    return f"Year {place + 1}" if months == YEAR else f"Year {place + 1} ({months} months)"
