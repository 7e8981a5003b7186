"""Charts of the error: what their titles say, and what is drawn where little was tested."""

from dataclasses import replace

import stand_ins
from stand_ins import page, title

from bpo_lib.workbook.charts import accuracy

CASE = stand_ins.engagement()


def with_forecast(**changes):
    outlook = stand_ins.outlook()
    return replace(outlook, forecast=replace(outlook.forecast, **changes))


def test_the_method_in_use_is_named_with_its_error():
    assert title(accuracy.forecast_accuracy(stand_ins.outlook())) == (
        "Median of 2 methods is used: on unseen periods it was 6.4% off"
    )


def test_a_method_in_use_that_was_not_the_best_is_explained():
    outlook = stand_ins.outlook()
    outlook.forecast.accuracy["chosen"] = [False, False, False, True]
    assert title(accuracy.forecast_accuracy(outlook)) == (
        "Recent mean is used: on unseen periods it was 12.3% off; "
        "too little history to rely on seasonal naive, which was 8.1% off"
    )


def test_a_forecast_that_could_not_be_tested_has_no_chart_of_its_error():
    outlook = stand_ins.outlook()
    untested = replace(outlook.forecast, accuracy=outlook.forecast.accuracy.iloc[:0])
    outlook = replace(outlook, forecast=untested)
    assert "too short to test" in page(accuracy.forecast_accuracy(outlook)).text


def test_members_of_the_ensemble_are_not_compared_with_it():
    data = page(accuracy.forecast_accuracy(stand_ins.outlook())).details
    assert [cell.contents[0] for cell in data.tbody.find_all("th")] == [
        "Median of 2 methods",
        "Seasonal naive",
        "Chance alone",
    ]


def test_near_and_far_are_told_beside_repeating_the_last_season():
    assert title(accuracy.error_by_horizon(stand_ins.outlook(), CASE)) == (
        "The forecast was 5.0% off 1 to 4 weeks ahead and 7.8% 9 to 13 weeks ahead, "
        "where repeating the last season was 8.3% off"
    )


def test_a_forecast_that_repeats_the_season_is_not_compared_with_itself():
    scores = stand_ins.outlook().forecast.accuracy.assign(chosen=[False, False, True, False])
    assert title(accuracy.error_by_horizon(with_forecast(accuracy=scores), CASE)) == (
        "The forecast was 7.9% off 1 to 4 weeks ahead and 8.3% 9 to 13 weeks ahead"
    )


def test_the_error_left_to_chance_is_a_line_of_its_own():
    texts = page(accuracy.error_by_horizon(stand_ins.outlook(), CASE)).svg.text
    assert "Chance alone" in texts
    without = with_forecast(poisson_floor=float("nan"))
    assert "Chance alone" not in page(accuracy.error_by_horizon(without, CASE)).svg.text


def test_a_single_reach_is_shown_by_method():
    scores = stand_ins.outlook().forecast.by_horizon
    one = with_forecast(by_horizon=scores[scores["first_step"] == 1])
    assert title(accuracy.error_by_horizon(one, CASE)).startswith("Median of 2 methods is used")
