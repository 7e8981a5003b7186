"""The chart of the ways to keep the work: what each spends on people, software and its project."""

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing import IN_HOUSE
from bpo_lib.workbook import labels, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.charts.figure import figure
from bpo_lib.workbook.charts.money import money_scale
from bpo_lib.workbook.charts.stacked import stacked_bars
from bpo_lib.workbook.html import Html


def alternatives(parts: pd.DataFrame, case: Engagement) -> Html:
    """Draw what staying and each alternative cost over the term, part by part.

    Parameters
    ----------
    parts : pandas.DataFrame
        From `alternative_parts`.
    case : Engagement

    Returns
    -------
    Html
        Nothing where the client describes no alternative; its table says so.
    """
    if len(parts) < 2:
        return Html("")
    currency = case.profile.currency
    scale, word = money_scale(float(parts["total"].max()))
    there = [part for part in tables.PART_WORDS if parts[part].any()]
    chart = theme.palette(case)
    colours = dict(zip(there, (*chart.series, theme.QUIET), strict=False))
    values = (parts[there] / scale).rename(
        index={name: _name(str(name)) for name in parts.index}, columns=tables.PART_WORDS
    )
    unit = f"Cost over the term, present value, {currency} {word}".rstrip()
    ends = [numbers.money(total, currency) for total in parts["total"]]
    shown = {tables.PART_WORDS[part]: colour for part, colour in colours.items()}
    plot = stacked_bars(values, shown, unit, ends)
    told = "One bar per way to keep the work, made of what it spends; the number at the end is the sum."
    return figure(_title(parts, case), plot, tables.alternatives(parts, case), told)


def _name(model: str) -> str:
    return "Staying as it is" if model == IN_HOUSE else labels.readable(model)


def _title(parts: pd.DataFrame, case: Engagement) -> str:
    totals = {str(name): float(total) for name, total in parts["total"].items()}
    stay = totals.pop(IN_HOUSE)
    best = min(totals, key=lambda name: totals[name])
    name, off = labels.readable(best), totals[best] / stay - 1 if stay else 0.0
    if off >= 0 and len(totals) > 1:
        nearest = labels.inside(name)
        return f"No own way saves: the nearest, {nearest}, costs {numbers.percent(off)} more than staying"
    cost, word = numbers.money(totals[best], case.profile.currency), "less" if off < 0 else "more"
    return f"{name} costs {cost}, {numbers.percent(abs(off))} {word} than staying as it is"
