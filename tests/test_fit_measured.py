"""Measured criteria: figures of the other domains become levels; what is not there is said."""

from dataclasses import replace
from types import SimpleNamespace

import pandas as pd
import pytest
from fit_cases import case

from bpo_lib.engagement import History
from bpo_lib.errors import InputError
from bpo_lib.fit import measured, measured_criteria

HISTORY = History(pd.Series([1.0], index=pd.to_datetime(["2025-01-01"])), "monthly")
OFFERS = pd.DataFrame(
    {
        "basis": ["stay", "offer", "offer"],
        "client_npv": [1_000.0, 880.0, 1_030.0],
        "saving_share": [0.0, 0.12, -0.03],
        "saving_npv_p10": [0.0, 20.0, -90.0],
        "saving_npv_p90": [0.0, 200.0, 60.0],
        "saving_probability": [float("nan"), 0.93, 0.41],
    },
    index=["in_house", "per_fte", "transaction"],
)

BACKTEST = pd.DataFrame({"method": ["ETS"] * 4 + ["seasonal naive"], "wape": [0.1, 0.2, 0.3, 0.2, 0.9]})


def events(cases, rework):
    """Return a log of Open > Close in which the first cases close twice."""
    rows = [
        (str(number), activity, f"2025-01-01 {8 + hour:02d}:00", "Ann")
        for number in range(cases)
        for hour, activity in enumerate(["Open", "Close", "Close"][: 3 if number < rework else 2])
    ]
    return pd.DataFrame(rows, columns=["case_id", "activity", "timestamp", "resource"])


@pytest.fixture
def priced(monkeypatch):
    """Stand in for the domains below: their own tests hold their figures."""

    def answer(value):
        return lambda _case: value

    scores = pd.DataFrame({"method": ["ETS", "seasonal naive"], "wape": [0.2, 0.25], "chosen": [True, False]})
    outlook = SimpleNamespace(
        wape=0.12,
        history_monthly=pd.Series([90.0] * 9 + [130.0] * 3),
        forecast=SimpleNamespace(accuracy=scores, poisson_floor=0.1, backtest=BACKTEST),
    )
    monthly = {"paid_fte_low": [18.0, 27.0], "paid_fte": [20.0, 30.0], "paid_fte_high": [24.0, 36.0]}
    plan = SimpleNamespace(monthly=pd.DataFrame(monthly))
    monkeypatch.setattr(measured, "volume_outlook", answer(outlook))
    monkeypatch.setattr(measured, "staffing_plan", answer(plan))
    monkeypatch.setattr(measured, "compare_pricing", answer(OFFERS))
    return replace(case(), history=HISTORY)


def test_forecast_staffing_and_pricing_answer_four_criteria(priced):
    found, _ = measured_criteria(priced)
    assert {name: each.value for name, each in found.items()} == {
        "D1": 25.0,
        "D2": 0.12,
        "D3": 1.3,
        "M1": 0.12,
    }
    assert found["D2"].level == pytest.approx(3.5 + 3 / 7)  # 3 of the 7 points from 15% to 8%
    assert found["M1"].figure == "12.0% of in-house cost saved"
    assert found["D1"].figure == "25 FTE"


def test_the_log_answers_routes_rework_and_hand_offs():
    found, _ = measured_criteria(case(events=events(cases=100, rework=15)))
    assert {name: found[name].value for name in ("P2", "P9", "P6")} == {"P2": 1.0, "P9": 0.15, "P6": 0.0}
    assert found["P3"].value == pytest.approx(0.15)  # the cases that close twice leave the usual route
    assert found["P9"].level == 2.0  # half way between 20 and 10%, where level 2 is met in full


def test_a_handful_of_cases_proves_nothing():
    found, notes = measured_criteria(case(events=events(cases=10, rework=0)))
    assert not found
    assert (
        "P2, P3, P6 and P9 not measured from the event log: it holds 10 cases, and fewer than 50" in notes[0]
    )


def test_what_is_not_given_is_said_and_never_fails():
    found, notes = measured_criteria(case())
    assert not found
    assert [note.split(" not measured")[0] for note in notes] == [
        "P2, P3, P6 and P9",
        "D2",
        "D3",
        "D1",
        "M1",
        "M4",
    ]


def test_a_figure_that_could_not_be_computed_is_not_a_level(priced, monkeypatch):
    outlook = measured.volume_outlook(priced)
    untested = SimpleNamespace(
        wape=float("nan"), history_monthly=outlook.history_monthly, forecast=outlook.forecast
    )
    monkeypatch.setattr(measured, "volume_outlook", lambda _case: untested)
    found, notes = measured_criteria(priced)
    assert "D2" not in found
    assert "D2 predictability is not measured: the forecast gives no figure for it." in notes


def test_a_domain_that_refuses_its_input_is_quoted(priced, monkeypatch):
    def refuse(_case):
        raise InputError("harbour gives no 'in_house' assumptions")

    monkeypatch.setattr(measured, "compare_pricing", refuse)
    _, notes = measured_criteria(priced)
    assert "M1 not measured from the pricing comparison: harbour gives no 'in_house' assumptions." in notes


def test_without_a_priced_model_there_is_no_cost_advantage(priced, monkeypatch):
    monkeypatch.setattr(measured, "compare_pricing", lambda _case: OFFERS.iloc[:1])
    found, notes = measured_criteria(priced)
    assert "M1" not in found
    assert any("no pricing model has its assumptions" in note for note in notes)


def test_variability_is_measured_from_history_and_not_from_a_smooth_forecast(priced, monkeypatch):
    outlook = measured.volume_outlook(priced)
    short = SimpleNamespace(wape=0.12, history_monthly=pd.Series([90.0] * 5), forecast=outlook.forecast)
    monkeypatch.setattr(measured, "volume_outlook", lambda _case: short)
    found, notes = measured_criteria(priced)
    assert "D3" not in found
    assert any("5 complete months, and fewer than 6 prove little" in note for note in notes)


def test_predictability_is_told_beside_what_costs_nothing_and_what_nobody_reaches(priced):
    found, _ = measured_criteria(priced)
    assert found["D2"].detail == ("single periods 20.0% (last season repeated 25.0%, chance alone 10.0%)")


def test_an_untested_forecast_tells_nothing_beside(priced):
    forecast = measured.volume_outlook(priced).forecast
    nothing = SimpleNamespace(accuracy=forecast.accuracy.iloc[:0], poisson_floor=float("nan"))
    assert measured._beside(nothing) == ""


def test_growth_is_taken_out_of_variability_and_said(priced, monkeypatch):
    outlook = measured.volume_outlook(priced)
    grown = pd.Series([*[90.0] * 9, *[130.0] * 3] * 2) * ([1.0] * 12 + [1.1] * 12)
    longer = SimpleNamespace(wape=0.12, history_monthly=grown, forecast=outlook.forecast)
    monkeypatch.setattr(measured, "volume_outlook", lambda _case: longer)
    found, _ = measured_criteria(priced)
    assert found["D3"].value < 1.3  # the peak stands in the last months, which growth alone lifts
    assert found["D3"].detail == ("growth 10.0% a year taken out, 0.0% of a month neither season nor growth")


def test_a_measured_level_comes_with_the_levels_it_may_as_well_be(priced):
    found, _ = measured_criteria(priced)
    # 18 to 24 and 27 to 36 FTE: means 22.5, 25, 30. Level 3 is met in full at 30, 2.5 at 10 FTE.
    low, high = found["D1"].level_range
    assert (low, high) == pytest.approx((2.5 + 12.5 / 40, 2.5 + 20 / 40), abs=0.005)
    # 20 and 200 of 1,000: a saving of 2% to 20%.
    low, high = found["M1"].level_range
    assert (low, high) == pytest.approx((1.7, 3.5), abs=0.02)
    assert found["D2"].level_range[0] < found["D2"].level < found["D2"].level_range[1]
    assert pd.isna(found["D3"].level_range[0])  # below two years nothing tells how sure a peak is


def test_the_chance_of_a_saving_is_that_of_the_likeliest_offer(priced):
    assert measured.saving_chance(priced) == 0.93
    assert measured.saving_chance(case()) is None


def test_steps_that_were_assessed_tell_what_software_could_take_over():
    steps = pd.DataFrame({"step": ["1", "2"], "name": ["Key", "Judge"], "actor": ["a", "a"],
                          "minutes": [3.0, 1.0], "rule_based": [1.0, 0.0], "digital": [0.8, 1.0],
                          "stable": [1.0, 1.0]})  # fmt: skip
    found, _ = measured_criteria(case(steps=steps))
    assert found["M4"].value == pytest.approx(0.75 * 0.8)
