"""Charts of the provider's side: an FTE from wage to rate, and the margin year by year."""

from typing import Any, Final

import pandas as pd
from lets_plot import aes, geom_hline, geom_line, geom_point, scale_x_continuous, scale_y_continuous

from bpo_lib.engagement import Engagement
from bpo_lib.pricing import PerFtePricing
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.figure import breaks, canvas, end_labels, figure, not_drawn, spread
from bpo_lib.workbook.charts.stacked import stacked_bars
from bpo_lib.workbook.html import Html

# Items that are drawn as one piece of a bar, in the order of the bar.
GROUPS: Final = {
    "Full cost": ("full_cost",),
    "Agents' pay": ("wage", "benefits"),
    "Leads and support": ("team_leads", "support"),
    "Premises and systems": ("facilities", "technology", "telephony"),
    "Newcomers": ("training", "hiring"),
    "Margin": ("margin",),
}


def cost_build_up(frame: pd.DataFrame, case: Engagement) -> Html:
    """Draw what makes up the rate of an FTE, a bar for each place.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `cost_build_up`.
    case : Engagement

    Returns
    -------
    Html
        A sentence where the provider's cost is not known.
    """
    if frame.empty:
        return not_drawn("What the work costs the provider is not known: ask for its cost of one FTE.")
    names, colours = tables.place_names(frame), _group_colours(frame, case)
    items = frame.pivot_table(index="location", columns="item", values="per_fte_month", sort=False)
    values = pd.DataFrame(
        {name: items.reindex(columns=GROUPS[name], fill_value=0.0).sum(axis=1) for name in colours}
    )
    rates = [numbers.money(rate, case.profile.currency) for rate in values.sum(axis=1)]
    unit = f"For one FTE on the roster, {case.profile.currency} a month"
    plot = stacked_bars(values.rename(index=names), colours, unit, rates)
    told = "One bar per place, from agents' pay to the provider's margin; the number at the end is the rate."
    return figure(_build_up_title(frame, case), plot, tables.cost_build_up(frame, case), told)


def _group_colours(frame: pd.DataFrame, case: Engagement) -> dict[str, str]:
    """Return a colour for each group that is there; the margin is grey."""
    there = frame.groupby("item")["per_fte_month"].sum()
    found = [name for name, items in GROUPS.items() if there.reindex(items).sum() > 0 and name != "Margin"]
    chart = theme.palette(case)
    series = [*chart.series, chart.tint(0.45)]
    return dict(zip(found, series, strict=False)) | {"Margin": theme.QUIET}


def _build_up_title(frame: pd.DataFrame, case: Engagement) -> str:
    place = frame["location"].iloc[-1]
    whole = frame[frame["location"] == place].set_index("item")
    currency, rate = case.profile.currency, float(whole["per_fte_month"].sum())
    share = numbers.percent(whole.loc["margin", "rate_share"])
    asked = (
        f"For a margin of {share} the provider needs {numbers.money(rate, currency)} an FTE a month at first"
    )
    if not case.has(PerFtePricing) or case.of(PerFtePricing).bill_productive:
        return asked
    offered = numbers.money(case.of(PerFtePricing).rate_per_month, currency)
    return f"{asked}; the price per FTE on offer is {offered}"


def provider_margins(frame: pd.DataFrame, case: Engagement) -> Html:
    """Draw the provider's margin of each year of the term, a line for each offered form.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `provider_margins`.
    case : Engagement

    Returns
    -------
    Html
        Nothing where the provider's cost is not known, nothing was offered or nothing is paid.
    """
    years = pd.DataFrame() if frame.empty else yearly_shares(frame).dropna(axis="columns", how="all")
    if years.empty:
        return Html("")
    series = theme.palette(case).series
    colours = [series[place % len(series)] for place in range(years.shape[1])]
    low, high = min(float(years.min().min()) * 1.1, 0.0), max(float(years.max().max()) * 1.15, 0.05)
    plot = canvas(pd.DataFrame({"x": [1.0], "y": [0.0]}), "Margin, % of what the client pays in a year", 280)
    plot += geom_hline(yintercept=0, color=theme.MUTED, size=0.6)
    for (_, shares), colour in zip(years.items(), colours, strict=True):
        line = pd.DataFrame({"x": years.index.astype(float), "y": shares.to_numpy()})
        plot += geom_line(aes("x", "y"), data=line, color=colour, size=1.1)
        plot += geom_point(aes("x", "y"), data=line, color=colour, size=2.6)
    plot += end_labels(_year_labels(years, colours, (high - low) * 0.08)) + _years_axis(len(years))
    marks = breaks(low, high)
    plot += scale_y_continuous(
        breaks=marks,
        labels=[numbers.whole_percent(mark) for mark in marks],
        limits=[low, high],
        expand=[0, 0],
    )
    told = "A line for each offered form: what the provider keeps in each year, against what it is paid."
    return figure(_margin_title(years), plot, tables.margin_by_year(years), told)


def yearly_shares(margins: pd.DataFrame) -> pd.DataFrame:
    """Return the margin of each year of the term as a share of what is paid: rows years, columns forms."""
    months = margins["month"].map({month: place for place, month in enumerate(margins["month"].unique())})
    by_year = margins.assign(year=months // 12 + 1).groupby(["year", "model"], sort=False)
    sums = by_year[["margin", "revenue"]].sum()
    shares = sums["margin"] / sums["revenue"].where(sums["revenue"] > 0)
    return (
        shares.rename("share").reset_index().pivot_table("share", "year", "model", sort=False, dropna=False)
    )


def _year_labels(years: pd.DataFrame, colours: list[str], gap: float) -> pd.DataFrame:
    last = years.ffill().iloc[-1].fillna(0.0)
    texts = [f"{labels.readable(model)} {numbers.percent(share)}" for model, share in last.items()]
    at = spread(last.tolist(), gap)
    return pd.DataFrame({"x": float(years.index[-1]), "y": at, "text": texts, "colour": colours})


def _years_axis(count: int) -> Any:
    marks = [float(year) for year in range(1, count + 1)]
    reach = [0.9, count + max(count - 1, 1) * 0.3]
    names = [f"Year {year:g}" for year in marks]
    return scale_x_continuous(breaks=marks, labels=names, limits=reach, expand=[0.01, 0])


def _margin_title(years: pd.DataFrame) -> str:
    begins = "The" if years.shape[1] == 1 else "By offer, the"
    paid = years.dropna(how="all")  # nothing is paid in a year before the work moves
    kept = f"{begins} provider keeps {_reach(paid.iloc[0])} of what it is paid"
    first = "the first year" if paid.index[0] == 1 else f"year {paid.index[0]:g}"
    return kept if len(paid) == 1 else f"{kept} in {first}, {_reach(paid.iloc[-1])} in the last"


def _reach(shares: pd.Series) -> str:
    low, high = numbers.percent(shares.min()), numbers.percent(shares.max())
    return low if low == high else f"{low} to {high}"
