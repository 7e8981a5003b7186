"""What two contracts and staying in-house come to over the simulated courses: numbers, picture, table.

Drawn by hand, not by lets-plot, whose drawing alone takes longer than the prices: the panel that
shows this has to follow a moving hand.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.risk.simulation import Simulation
from bpo_lib.pricing.risk.tails import cheapest_probability, loss_probability
from bpo_lib.workbook import cards, numbers, tables
from bpo_lib.workbook.charts import theme
from bpo_lib.workbook.html import Html, esc


@dataclass(frozen=True)
class Standing:
    """How one way to have the work done stands among the three.

    Parameters
    ----------
    name : str
        As the panel calls it: `Per FTE (A)`.
    colour : str
        Its colour in the picture.
    expected, low, high : float
        Present value of its cost to the client: mean over the courses, and what one course in ten
        is under and over. [currency]
    cheapest_probability : float
        Share of the courses in which it costs least of the three. [share]
    margin_share, loss_probability : float
        Provider's expected margin, and the share of the courses in which it loses money; NaN where
        its cost is not known or there is no provider. [share]
    """

    name: str
    colour: str
    expected: float
    low: float
    high: float
    cheapest_probability: float
    margin_share: float = np.nan
    loss_probability: float = np.nan


def standings(found: Simulation, names: Sequence[str], case: Engagement) -> list[Standing]:
    """Return how each contract and, last, staying in-house stand over the same courses.

    Parameters
    ----------
    found : Simulation
    names : sequence of str
        What to call each model of `found`, in its order, then staying in-house.
    case : Engagement
        Whose colours to use.
    """
    costs = np.vstack([found.client_npv, found.in_house_npv])
    low, high = np.quantile(costs, (0.1, 0.9), axis=1)
    lost = loss_probability(found.provider_margin_share, found.provider_npv)
    facts = {
        "name": list(names),
        "colour": [*theme.palette(case).series[: len(names) - 1], theme.MUTED],
        "expected": costs.mean(axis=1).tolist(),
        "low": low.tolist(),
        "high": high.tolist(),
        "cheapest_probability": cheapest_probability(costs).tolist(),
        "margin_share": [*found.provider_margin_share.mean(axis=1).tolist(), np.nan],
        "loss_probability": [*lost.tolist(), np.nan],
    }
    return [Standing(**dict(zip(facts, row, strict=True))) for row in zip(*facts.values(), strict=True)]


def answer(standing: Sequence[Standing], paths: int, notes: Sequence[str], case: Engagement) -> Html:
    """Return the finding, the ranges as a picture and the figures as a table.

    Parameters
    ----------
    standing : sequence of Standing
        The contracts, then staying in-house.
    paths : int
        Courses behind each figure.
    notes : sequence of str
        What the courses rest on, and what of them was cut at a limit.
    case : Engagement
    """
    title = f'<p class="bpo-finding">{esc(finding(standing, case))}</p>'
    shown = _figures(standing, paths, case).markup
    rests = cards.folded("What these courses rest on", *([cards.notes(notes)] if notes else []))
    return Html(f"{title}{_ranges(standing, case)}{shown}{rests.markup}")


def finding(standing: Sequence[Standing], case: Engagement) -> str:
    """Return what costs least and how sure that is, as a sentence."""
    stay, best = standing[-1], min(standing, key=lambda each: each.expected)
    cost, sure = numbers.money(best.expected, case.profile.currency), _in_a_hundred(best.cheapest_probability)
    if best is stay:
        nearest = min(standing[:-1], key=lambda each: each.expected)
        other = numbers.money(nearest.expected, case.profile.currency)
        return f"Staying in-house costs least: {cost} against {other} for {nearest.name}; cheapest in {sure}"
    saving = numbers.percent(1 - best.expected / stay.expected)
    return f"{best.name} costs least: {cost}, {saving} less than staying in-house; cheapest in {sure}"


def _in_a_hundred(share: float) -> str:
    return f"{numbers.count(share * 100)} of 100 courses"


def _figures(standing: Sequence[Standing], paths: int, case: Engagement) -> Html:
    currency = case.profile.currency
    measures = (
        (f"Mean cost of the courses [{currency}]", "expected", numbers.amount),
        (f"Low: one course in ten costs less [{currency}]", "low", numbers.amount),
        (f"High: one course in ten costs more [{currency}]", "high", numbers.amount),
        ("Chance to be the cheapest of the three", "cheapest_probability", numbers.whole_percent),
        ("Provider's margin, of its revenue", "margin_share", numbers.percent),
        ("Chance that the provider loses money", "loss_probability", numbers.percent),
    )
    rows = [
        {"measure": said, **{each.name: show(getattr(each, field)) for each in standing}}
        for said, field, show in measures
    ]
    columns = {"measure": tables.Column("Present value over the term")} | {
        each.name: tables.Column(each.name, numbers.as_text) for each in standing
    }
    note = (
        f"{numbers.count(paths)} courses that volume, wages and work may take, the same for all three. "
        "Their mean is not quite the cost at the expected volume, which the chapter's tables show."
    )
    return tables.table(pd.DataFrame(rows), "A, B and in-house", columns, note)


def _ranges(standing: Sequence[Standing], case: Engagement) -> str:
    """Return one line for each way: its range as a bar, its expected cost as a mark on it."""
    least, most = min(each.low for each in standing), max(each.high for each in standing)
    room = (most - least) * 0.04 or max(abs(most), 1.0) * 0.01
    start, width = least - room, most - least + 2 * room
    currency = case.profile.currency
    lines = "".join(_range(each, start, width, currency) for each in standing)
    told = "One bar each: eight of ten courses lie within it; the mark is their mean."
    return f'<div class="bpo-ranges">{lines}<small>{esc(told)}</small></div>'


def _range(each: Standing, start: float, width: float, currency: str) -> str:
    low, mark, high = ((value - start) / width * 100 for value in (each.low, each.expected, each.high))
    bar = (
        f'<rect x="{low:.2f}" y="3" width="{max(high - low, 0.4):.2f}" height="8" fill="{each.colour}"'
        f' fill-opacity="0.3"></rect><rect x="{mark - 0.35:.2f}" y="0" width="0.7" height="14"'
        f' fill="{each.colour}"></rect>'
    )
    drawn = f'<svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">{bar}</svg>'
    cost = esc(numbers.money(each.expected, currency))
    said = f'<span style="color:{each.colour}">{esc(each.name)}</span><b>{cost}</b>'
    return f'<div class="bpo-range"><div>{said}</div>{drawn}</div>'
