"""Scenarios beside one another: what each changes, its best deal, what every deal costs under it."""

from collections.abc import Mapping

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing import IN_HOUSE, compare_pricing
from bpo_lib.pricing.compared import INDICATIVE
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.html import Html
from bpo_lib.workbook.tables.table import Column, table

MOST_CHANGES = 12  # assumptions listed; a scenario that changes more is a client of its own
Row = dict[str, str]


def scenarios(cases: Mapping[str, Engagement]) -> Html:
    """Return several scenarios in one table: their changes, the best deal of each, the cost of all.

    Parameters
    ----------
    cases : mapping
        Scenario name to the client under it, in the order shown; what differs from the first is listed.
    """
    results = {name: compare_pricing(case) for name, case in cases.items()}
    first = next(iter(cases.values()))
    changes = _changes(cases)
    rows = [
        *changes[:MOST_CHANGES],
        *_best(results, first.profile.currency),
        *_of_all(results, first.profile.currency),
    ]
    columns = {"measure": Column("Measure")} | {
        name: Column(labels.readable(name), numbers.as_text) for name in cases
    }
    note = (
        "Present value over the term; a saving is against staying in-house in the same scenario. "
        "The best deal is the one with the lowest expected cost among those that can be had."
    )
    if len(changes) > MOST_CHANGES:
        note += f" Besides those listed, {len(changes) - MOST_CHANGES} more of the assumptions differ."
    return table(pd.DataFrame(rows), "Scenarios beside one another", columns, note)


def _changes(cases: Mapping[str, Engagement]) -> list[Row]:
    """Return a row for each assumption whose value is not the same in all of them."""
    registers = {name: case.register.set_index("name") for name, case in cases.items()}
    first, profile = next(iter(registers.values())), next(iter(cases.values())).profile
    values = pd.DataFrame({name: register["value"] for name, register in registers.items()})
    differing = values.index[values.ne(values.iloc[:, 0], axis=0).any(axis=1) & values.notna().any(axis=1)]
    return [
        {"measure": labels.short(first.loc[name, "meaning"])}
        | {
            scenario: numbers.with_unit(values.loc[name, scenario], str(first.loc[name, "unit"]), profile)
            for scenario in registers
        }
        for name in first.index.intersection(differing, sort=False)
    ]


def _best(results: Mapping[str, pd.DataFrame], currency: str) -> list[Row]:
    """Return the rows about the best deal of each scenario, or about staying where no deal is cheaper."""
    measures: dict[str, tuple[str, numbers.Show]] = {
        "client_npv": (f"Its expected cost, at the expected volume [{currency}]", numbers.amount),
        "client_npv_p10": (f"One course in ten costs less than [{currency}]", numbers.amount),
        "client_npv_p90": (f"One course in ten costs more than [{currency}]", numbers.amount),
        "saving_npv": (f"Its saving against in-house [{currency}]", numbers.amount),
        "saving_share": ("Its saving against in-house", numbers.percent),
        "cheapest_probability": ("Chance that it is the cheapest", numbers.whole_percent),
        "provider_margin_share": ("Provider's margin, of its revenue", numbers.percent),
        "provider_loss_probability": ("Chance that the provider loses money", numbers.percent),
    }
    best = {name: result.loc[best_of(result)] for name, result in results.items()}
    rows = [{"measure": "Best deal"} | {name: labels.readable(row.name) for name, row in best.items()}]
    for field, (said, show) in measures.items():
        if all(field in row.index for row in best.values()):
            rows.append({"measure": said} | {name: show(row[field]) for name, row in best.items()})
    return rows


def best_of(result: pd.DataFrame) -> str:
    """Return what costs least of all that can be had: staying, an alternative or an offer."""
    return str(_to_be_had(result)["client_npv"].idxmin())


def _to_be_had(result: pd.DataFrame) -> pd.DataFrame:
    """Return the rows without forms nobody offered: those are priced to cost what the best offer does."""
    return result[result["basis"] != INDICATIVE] if "basis" in result else result


def _of_all(results: Mapping[str, pd.DataFrame], currency: str) -> list[Row]:
    real = {name: _to_be_had(result) for name, result in results.items()}
    costs = pd.DataFrame({name: result["client_npv"] for name, result in real.items()})
    order = dict.fromkeys(model for result in real.values() for model in result.index)
    return [
        {"measure": f"Expected cost, {_said(str(model))} [{currency}]"}
        | {name: numbers.amount(costs.loc[model, name]) for name in results}
        for model in order
    ]


def _said(model: str) -> str:
    if model == IN_HOUSE:
        return "staying in-house"
    return labels.inside(labels.readable(model))
