"""The latest back-test period by period: what was forecast beforehand beside what came."""

import numpy as np
import pandas as pd

from bpo_lib.engagement import Frequency
from bpo_lib.forecast.carry import Carried
from bpo_lib.forecast.explain import scored_as
from bpo_lib.forecast.scores import scored

LEVEL = 0.80
COLUMNS = ["start", "actual", "mean", "low80", "high80"]


def last_test(carried: Carried, frequency: Frequency) -> pd.DataFrame:
    """Return the latest run of the method used, with the 80% range that was known before it.

    Parameters
    ----------
    carried : Carried
        The history carried forward.
    frequency : str
        That of the history.

    Returns
    -------
    DataFrame
        Columns `COLUMNS`, a row per period; empty without a back-test. [transactions]

    Notes
    -----
    The range comes from the other origins only: a run may not set its own width.
    """
    method = scored_as(carried)
    own = scored([run for run in carried.runs if run.method == method], frequency, carried.points)
    if not own:
        return pd.DataFrame(columns=COLUMNS)
    latest = max(own, key=lambda each: each.run.periods[0])
    run, width = latest.run, latest.widths[LEVEL]
    ends = {"low80": np.maximum(run.mean - width, 0), "high80": run.mean + width}
    return pd.DataFrame({"start": run.periods, "actual": run.actual, "mean": run.mean, **ends})
