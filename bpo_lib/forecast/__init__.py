"""Forecast: what volume to expect, how sure that is, and how it comes within the week.

From a client's counts to the volume of a deal, in reading order:

- `series`, `clock_change`: counts checked and put on a regular grid;
- `effects/`: holidays, events, month ends, shifts and outliers taken out of days and put back;
- `methods/`: the ways to carry a history forward, and the recipe that picks them;
- `ensemble`: several of them as one;
- `accuracy`, `backtest`: how far off each would have been;
- `carry`: days, weeks and months carried forward by the recipe, or by what beats it;
- `intraday/`: the same within the day;
- `intervals`: how wide the range around it is;
- `explain`, `scores`, `last_test`: what a reader should know of it;
- `volume`: all of the above as one forecast of one series;
- `reconciliation`, `queues`: several series that add up;
- `term/`: the months of a deal;
- `variability`: how a history swings, which the fit chapter scores.
"""

from bpo_lib.forecast.queues import QueueForecast, forecast_queues
from bpo_lib.forecast.term.outlook import VolumeOutlook, volume_outlook
from bpo_lib.forecast.term.terms import DemandTerms
from bpo_lib.forecast.volume import VolumeForecast, forecast_volume

__all__ = [
    "DemandTerms",
    "QueueForecast",
    "VolumeForecast",
    "VolumeOutlook",
    "forecast_queues",
    "forecast_volume",
    "volume_outlook",
]
