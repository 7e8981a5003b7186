"""pymcdm, scikit-criteria, AHPy and krippendorff on the problems of `fit_peers.py`, in their environment."""

import sys
import time
import warnings

import numpy as np

warnings.simplefilter("ignore")  # of modules that move in their next versions

import ahpy  # noqa: E402
import krippendorff  # noqa: E402
import pymcdm  # noqa: E402
import skcriteria  # noqa: E402
from pymcdm.weights.subjective import AHP  # noqa: E402
from skcriteria.agg.simple import WeightedSumModel  # noqa: E402
from skcriteria.agg.topsis import TOPSIS  # noqa: E402
from skcriteria.preprocessing.invert_objectives import NegateMinimize  # noqa: E402
from skcriteria.preprocessing.scalers import MinMaxScaler, VectorScaler  # noqa: E402

LEVELS = ("nominal", "ordinal", "interval", "ratio")


def pymcdm_ahp(matrix):
    return AHP(matrix=matrix)()


def ahpy_ahp(matrix):
    names = [str(place) for place in range(len(matrix))]
    pairs = {
        (names[i], names[j]): matrix[i, j] for i in range(len(matrix)) for j in range(i + 1, len(matrix))
    }
    # It squares the matrix over and over: the 128th power is settled, and the next but one may overflow.
    found = ahpy.Compare("all", pairs, precision=15, iterations=7).local_weights
    return np.array([found[name] for name in names])


def pymcdm_topsis(values, weights, signs):
    method = pymcdm.methods.TOPSIS(pymcdm.normalizations.vector_normalization)
    return method(values, weights, signs)


def pymcdm_sum(values, weights, signs):
    return pymcdm.methods.WSM(pymcdm.normalizations.minmax_normalization)(values, weights, signs)


def skcriteria_topsis(values, weights, signs):
    given = skcriteria.mkdm(values, signs.astype(int), weights=weights)
    scaled = VectorScaler(target="matrix").transform(NegateMinimize().transform(given))
    return TOPSIS().evaluate(scaled).e_.similarity


def skcriteria_sum(values, weights, signs):
    given = skcriteria.mkdm(values, signs.astype(int), weights=weights)
    scaled = MinMaxScaler(target="matrix").transform(NegateMinimize().transform(given))
    return WeightedSumModel().evaluate(scaled).e_.score


def alpha(ratings, level):
    try:
        return krippendorff.alpha(ratings, level_of_measurement=level)
    except ValueError:  # it refuses ratings that do not vary, where ours says undefined
        return np.nan


def over(problems, method, width):
    """Return the answers of a method to all problems, padded with NaN, and its time. [seconds]"""
    answers = np.full((len(problems), width), np.nan)
    began = time.perf_counter()
    for row, problem in enumerate(problems):
        answer = np.atleast_1d(method(*problem))
        answers[row, : answer.size] = answer
    return answers, time.perf_counter() - began


def main(given, found):
    """Answer the problems in one file in another; an array `seconds_*` beside each answer."""
    with np.load(given) as file:
        arrays = dict(file)
    sizes, width = arrays["sizes"], arrays["matrices"].shape[1]
    judged = [(matrix[:size, :size],) for matrix, size in zip(arrays["matrices"], sizes, strict=True)]
    ranked = [
        (values[:rows, :columns], weights[:columns], signs[:columns])
        for values, weights, signs, rows, columns in zip(
            arrays["values"],
            arrays["weights"],
            arrays["signs"],
            arrays["rows"],
            arrays["columns"],
            strict=True,
        )
    ]
    runs = {
        "ahp_pymcdm": (judged, pymcdm_ahp),
        "ahp_ahpy": (judged, ahpy_ahp),
        "topsis_pymcdm": (ranked, pymcdm_topsis),
        "topsis_skcriteria": (ranked, skcriteria_topsis),
        "sum_pymcdm": (ranked, pymcdm_sum),
        "sum_skcriteria": (ranked, skcriteria_sum),
    }
    runs |= {f"alpha_{level}": ([(table, level) for table in arrays["ratings"]], alpha) for level in LEVELS}
    answers = {}
    for name, (problems, method) in runs.items():
        answers[name], answers[f"seconds_{name}"] = over(
            problems, method, max(width, arrays["values"].shape[1])
        )
    np.savez(found, **answers)


if __name__ == "__main__":
    main(*sys.argv[1:])
