"""Every way to have the work done in one table: at the expected volume, and as it may turn out."""

from functools import lru_cache

import pandas as pd

from bpo_lib.engagement import Engagement
from bpo_lib.pricing.comparison import expected_costs


@lru_cache(maxsize=32)
def compare_pricing(case: Engagement) -> pd.DataFrame:
    """Compare every offered pricing model with staying in-house, over the whole term.

    Returns
    -------
    pandas.DataFrame
        As `expected_costs`.
    """
    return expected_costs(case)
