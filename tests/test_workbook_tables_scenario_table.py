"""Scenarios in one table: what differs, the best deal of each, the cost of all."""

import numpy as np
import stand_ins
from stand_ins import page, rows

from bpo_lib.workbook import tables
from bpo_lib.workbook.tables import scenario_table

CASE = stand_ins.engagement()
RATE, HANDLING = "per_fte.rate_per_month", "work.handling_minutes"


def compared(monkeypatch, found, **changes):
    monkeypatch.setattr(scenario_table, "compare_pricing", lambda _: found)
    cases = {"base": CASE} | {name: CASE.with_values(values) for name, values in changes.items()}
    return tables.scenarios(cases)


def line(html, begins):
    return next(row[1:] for row in rows(html) if row[0].startswith(begins))


def test_only_what_differs_between_the_scenarios_is_listed(monkeypatch):
    shown = compared(monkeypatch, stand_ins.comparison(), cheap={RATE: 3_000}, fast={HANDLING: 5})
    listed = [row[0] for row in rows(shown)][:3]
    assert listed == [
        "Average handling time of one transaction (AHT)",
        "Provider's rate for one FTE past training",
        "Best deal",
    ]
    assert line(shown, "Provider's rate")[:2] == ["3,300\u00a0EUR/FTE/month", "3,000\u00a0EUR/FTE/month"]


def test_the_best_deal_of_each_scenario_with_its_cost_range_saving_and_margin(monkeypatch):
    found = stand_ins.comparison().assign(
        client_npv_p10=[9e6, 8e6, 7.5e6],
        client_npv_p90=[11e6, 9e6, 8.4e6],
        provider_loss_probability=[np.nan, 0.1, 0.04],
    )
    shown = compared(monkeypatch, found, cheap={RATE: 3_000})
    assert line(shown, "Best deal") == ["Transaction"] * 2
    assert line(shown, "Its expected cost") == ["7,900,000"] * 2
    assert line(shown, "One course in ten costs less") == ["7,500,000"] * 2
    assert line(shown, "One course in ten costs more") == ["8,400,000"] * 2
    assert line(shown, "Its saving against in-house [EUR]") == ["1,900,000"] * 2
    assert line(shown, "Provider's margin") == ["11.0%"] * 2
    assert line(shown, "Chance that the provider loses") == ["4.0%"] * 2
    assert line(shown, "Expected cost, staying in-house [EUR]") == ["9,800,000"] * 2
    assert line(shown, "Expected cost, per FTE [EUR]") == ["8,300,000"] * 2


def test_a_price_that_nobody_offered_is_never_the_best_deal(monkeypatch):
    found = stand_ins.comparison().assign(basis=["stay", "offer", "indicative"])
    shown = compared(monkeypatch, found)
    assert line(shown, "Best deal") == ["Per FTE"]
    assert [row[0] for row in rows(shown)][-1] == "Expected cost, per FTE [EUR]"


def test_many_differences_are_counted(monkeypatch):
    monkeypatch.setattr(scenario_table, "MOST_CHANGES", 1)
    shown = compared(monkeypatch, stand_ins.comparison(), other={RATE: 3_000, HANDLING: 5})
    assert "Besides those listed, 1 more of the assumptions differ." in page(shown).text
