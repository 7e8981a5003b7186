"""Matrices of judgements by their upper triangles, and weights as raters would write them down."""

from fractions import Fraction

import numpy as np
import pandas as pd

WEIGHT_COLUMNS = ["method", "first", "second", "value", "rater", "date", "note"]

# Saaty 2008: which drink do people have most of? coffee, wine, tea, beer, soda, milk, water.
DRINKS = "9 5 2 1 1 1/2 1/3 1/9 1/9 1/9 1/9 1/3 1/4 1/3 1/9 1/2 1 1/3 2 1/2 1/3"
# Saaty 1990: eight criteria for buying a house; the judgement of the third against the seventh is amiss.
HOUSE = "5 3 7 6 6 1/3 1/4 1/3 5 3 3 1/5 1/7 6 3 4 6 1/5 1/3 1/4 1/7 1/8 1/2 1/5 1/6 1/5 1/6 1/2"


def reciprocal(upper):
    """Return the whole matrix of judgements given row by row above the diagonal, as a list or as words."""
    upper = upper.split() if isinstance(upper, str) else upper
    size = int((1 + (1 + 8 * len(upper)) ** 0.5) / 2)
    matrix = np.eye(size)
    matrix[np.triu_indices(size, 1)] = [float(Fraction(str(value))) for value in upper]
    below = np.tril_indices(size, -1)
    matrix[below] = 1 / matrix.T[below]
    return matrix


def weight_rows(*rows):
    """Return rows of method, first, second, value and rater as an engagement holds them."""
    return pd.DataFrame([(*row, "", "") for row in rows], columns=WEIGHT_COLUMNS)
