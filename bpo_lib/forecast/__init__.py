"""Forecast: what volume to expect, how sure that is, and how it comes within the week."""

from bpo_lib.forecast.outlook import VolumeOutlook, volume_outlook
from bpo_lib.forecast.queues import QueueForecast, forecast_queues
from bpo_lib.forecast.terms import DemandTerms
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
