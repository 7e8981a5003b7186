"""Forecast: the volume of every month of the term, with an honest range."""
