"""Methods: each a function that carries a history without gaps forward, and the recipe that picks them.

In reading order:

- `plain`: what a method is, and the plain ways that every forecast must beat;
- `seasonal_index`: the season of a history, shrunk as far as it is chance;
- `library`: the methods of statsforecast, refused when wild;
- `logarithm`: methods for seasons and trends that are shares of the volume;
- `lag_regression`: a series predicted from its own past values;
- `weekday`: days by their weekday;
- `recipe`: which of them serve together, by frequency and number of counts.
"""
