"""The library's methods as we ask them: a published series, a line by hand, and what is refused."""

import numpy as np
import pytest

from bpo_lib.forecast.methods.library import (
    SANE_MULTIPLE,
    arima,
    ces,
    decomposed,
    ets,
    level_smoothing,
    sane,
    theta,
)
from bpo_lib.forecast.methods.plain import Projection, Season

WEEKLY = Season(7, trend=False)
EVERY = [arima, ces, decomposed, ets, level_smoothing, theta]

# Monthly totals of international airline passengers, 1949 to 1958, in thousands: G. Box and
# G. Jenkins, "Time Series Analysis: Forecasting and Control" (1976), series G.
AIR_PASSENGERS = """
112 118 132 129 121 135 148 148 136 119 104 118 115 126 141 135 125 149 170 170 158 133 114 140
145 150 178 163 172 178 199 199 184 162 146 166 171 180 193 181 183 218 230 242 209 191 172 194
196 196 236 235 229 243 264 272 237 211 180 201 204 188 235 227 234 264 302 293 259 229 203 229
242 233 267 269 270 315 364 347 312 274 237 278 284 277 317 313 318 374 413 405 355 306 271 306
315 301 356 348 355 422 465 467 404 347 305 336 340 318 362 348 363 435 491 505 404 359 310 337
"""


def test_arima_gives_the_reference_forecast_of_the_airline_passengers():
    values = np.array(AIR_PASSENGERS.split(), dtype=float)
    assert arima(values, Season(12, trend=True), 6).mean == pytest.approx(
        [342.0, 319.7, 363.8, 349.8, 364.8, 436.8], abs=0.06
    )


def test_ets_follows_a_line_by_hand():
    line = 100 + 5.0 * np.arange(40) + np.tile([1.0, -1.0], 20)
    assert ets(line, Season(1, trend=True), 4).mean == pytest.approx([300, 305, 310, 315], rel=0.02)


@pytest.mark.parametrize("method", EVERY)
def test_no_trend_of_days_is_carried_far(method):
    line = 100 + 5.0 * np.arange(70) + np.tile([1.0, -1.0], 35)
    projection = method(line, WEEKLY, 400)
    assert projection is None or method is theta or projection.mean.max() < line.max() * 1.6


def test_what_is_out_of_reach_is_refused():
    explosion = np.exp(np.arange(40) / 3.0)
    assert ets(explosion, Season(1, trend=True), 40) is None
    history = np.array([1.0, 2, 10])
    fine = Projection(np.array([-3.0, 50]), np.array([1.0, 1]))
    assert sane(fine, history).mean.tolist() == [0, 50]
    assert sane(fine._replace(mean=np.array([0, 50.1])), history) is None
    assert sane(fine._replace(mean=np.array([0, np.nan])), history) is None


@pytest.mark.parametrize("method", EVERY)
@pytest.mark.parametrize("size", [1, 2, 5, 30, 200])
@pytest.mark.parametrize("level", [0, 3, 1e6])
def test_every_method_is_sane_or_declines(method, size, level):
    values = np.random.default_rng(0).poisson(level, size).astype(float)
    projection = method(values, WEEKLY, 10)
    if projection is not None:
        assert projection.mean.shape == projection.deviation.shape == (10,)
        assert (projection.mean >= 0).all()
        assert (projection.deviation >= 0).all()
        assert projection.mean.max() <= SANE_MULTIPLE * max(values.max(), 1)
