"""A payables client whose steps say what software could take over."""

from dataclasses import replace

import pandas as pd
from sample_cases import PAYABLES, sample

from bpo_lib.pricing import TriageTerms

FREE = {
    f"{name}_{what}": 0.0
    for name in ("workflow", "robot", "documents", "assist")
    for what in ("investment_fte_months", "run_fte")
}


def two_steps(*, kinds=("structured", "document"), rule=(0.8, 0.5), digital=(1.0, 0.0), stable=(0.5, 1.0)):
    """Two steps of six and four minutes."""
    return pd.DataFrame(
        {
            "step": ["A", "B"],
            "name": ["Match", "Read <b>"],
            "actor": "clerk",
            "minutes": [6.0, 4.0],
            "input_kind": kinds,
            "rule_based": rule,
            "digital": digital,
            "stable": stable,
        }
    )


def case_with(steps, **terms):
    case = sample(PAYABLES)
    return replace(case, steps=steps, terms={**case.terms, TriageTerms: TriageTerms(**terms)})
