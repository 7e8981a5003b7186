"""Sentences about a forecast: each is true of the scores beside it."""

import pytest
from volume_cases import call_centre, counts, noisy

from bpo_lib.forecast import forecast_volume


def test_the_choice_is_told_with_its_error_and_that_of_seasonal_naive():
    forecast = forecast_volume(noisy(60, "MS", season=12, level=1_000), 6)
    scores = forecast.accuracy.set_index("method")["wape"]
    sentence = forecast.notes[0]
    assert sentence.startswith(f"Method used: {forecast.method}. Period by period its error was ")
    assert f"{scores[forecast.method]:.1%} of volume" in sentence
    assert f"(seasonal naive) was {scores['seasonal naive']:.1%} off." in sentence
    assert "in 5 back-tests of 6 months" in sentence


def test_losing_to_seasonal_naive_is_said():
    # The same year again and again: nothing can be better than repeating it.
    forecast = forecast_volume(counts([10, 90, 20, 80, 30, 70, 40, 60, 50, 95, 5, 55] * 5, "MS"), 6)
    assert forecast.method == "seasonal naive"
    assert forecast.notes[0] == (
        "The median of 5 methods did not beat repeating the last season (seasonal naive) in 5 back-tests "
        "of 6 months, so a plain method is used, seasonal naive, with an error of 0.0% of volume."
    )


def test_an_intraday_choice_names_both_of_its_parts():
    forecast = forecast_volume(call_centre(10), 48)
    assert forecast.method.startswith("day total by weekday profile (")
    assert any(note.startswith("Method used: day total by weekday profile (") for note in forecast.notes)


def test_what_chance_leaves_is_said_by_hand():
    # Poisson counts around 4 are off by 2 * 4^5 * exp(-4) / 4! = 1.563 on average, 39% of 4.
    forecast = forecast_volume(counts([4] * 30, "D"), 7)
    assert (
        "Counts of this size scatter by chance: even a perfect forecast of every day "
        "would be off by about 39% of volume."
    ) in forecast.notes


@pytest.mark.parametrize(
    ("series", "words"),
    [
        (counts([5], "MS"), "Low confidence: 1 month is too few to show which periods are busy"),
        (counts([5, 6], "7D"), "Low confidence: 2 weeks are too few to show which periods are busy"),
        (counts([5, 6], "D"), "Interval widths are a house assumption"),
        (counts([5] * 30, "MS"), "Low confidence: the history never varies"),
        (counts([0] * 30, "MS"), "no volume came, so no error can be given"),
    ],
)
def test_low_confidence_is_said(series, words):
    assert words in " ".join(forecast_volume(series, 2).notes)
