"""A judgement of three alternatives by four criteria, small enough to check by hand."""

from types import SimpleNamespace

import numpy as np
import pandas as pd

from bpo_lib.fit.result import (
    CRITERIA_COLUMNS,
    DISAGREEMENT_COLUMNS,
    EVIDENCE_COLUMNS,
    FLIP_COLUMNS,
    GATE_COLUMNS,
    SETTLE_COLUMNS,
    TIP_COLUMNS,
    Agreement,
    FitResult,
    LeastChange,
)

IDS = ["S1", "P1", "D1", "R1"]
CRITERION_NAMES = ["strategic differentiation", "documentation", "scale", "data sensitivity <b>"]
WEIGHTS = np.array([0.4, 0.3, 0.2, 0.1])
UTILITIES = {
    "nearshore": [0.75, 0.75, 0.50, 0.25],  # value .525 + .1 + .025 = .65
    "shared_services": [0.75, 0.50, 0.50, 0.75],  # .3 + .15 + .1 + .075 = .625
    "keep": [0.25, 0.50, 0.50, 1.00],  # .1 + .15 + .1 + .1 = .45
    "offshore": [0.90, 0.75, 0.60, 0.00],  # .36 + .225 + .12 = .705, but stopped
}


def fit_result(**changes):
    """Return the judgement; nearshore leads, shared services follow, a gate stops offshore."""
    made = {
        "verdict": "conditional",
        "standing": "leaning",
        "leader": "nearshore",
        "runner_up": "shared_services",
        "led_by": "",
        "route": "nearshore",
        "score": 65.0,
        "score_low": 58.0,
        "score_high": 71.0,
        "alternatives": _alternatives(),
        "acceptability": _acceptability(),
        "central_weights": pd.DataFrame(0.25, index=["nearshore", "shared_services", "keep"], columns=IDS),
        "contributions": pd.DataFrame(UTILITIES, index=IDS).T * WEIGHTS,
        "criteria": _criteria(),
        "gates": _gates(),
        "conditions": ("Appoint an owner of the contract before signing it (nobody manages it).",),
        "missing": ("D1 scale",),
        "disagreements": _disagreements(),
        "evidence": pd.DataFrame(columns=EVIDENCE_COLUMNS),
        "settle_first": pd.DataFrame(
            [
                ("D1", "scale", 0.012, "missing", "How many people?"),
                ("S1", "strategic differentiation", 0.004, "opinion", "Do customers choose you for it?"),
                ("R1", CRITERION_NAMES[3], 0.0, "document", "Which data?"),
            ],
            columns=SETTLE_COLUMNS,
        ),
        "tips": pd.DataFrame(
            [
                ("S1", "strategic differentiation", 0.4, np.nan, "", ""),
                ("P1", "documentation", 0.3, 0.21, "shared_services", "pool it in shared services"),
                ("R1", CRITERION_NAMES[3], 0.1, 0.14, "shared_services", "pool it in shared services"),
            ],
            columns=TIP_COLUMNS,
        ),
        "least_change": LeastChange(
            0.08,
            "shared_services",
            pd.DataFrame({"before": WEIGHTS, "after": [0.4, 0.26, 0.2, 0.14]}, index=IDS),
        ),
        "flips": pd.DataFrame(
            [
                ("P1", "documentation", 4.0, 3.2, "shared_services"),
                ("S1", CRITERION_NAMES[0], 2.0, np.nan, ""),
            ],
            columns=FLIP_COLUMNS,
        ),
        "methods": pd.DataFrame(
            {
                "leader": ["nearshore", "nearshore", "keep", "shared_services"],
                "value": [0.65, 0.6, 0.4, 0.7],
                "agrees": [True, True, False, False],
            },
            index=["additive", "geometric", "pessimistic", "topsis"],
        ),
        "agreement": _agreement(),
        "weighting": SimpleNamespace(method="points", notes=()),
        "notes": (),
    }
    return FitResult(**{**made, **changes})


def _alternatives():
    value = {key: float(np.dot(WEIGHTS, used)) for key, used in UTILITIES.items()}
    return pd.DataFrame(
        {
            "name": list(UTILITIES),
            "status": ["conditional", "clear", "clear", "stopped"],
            "gates": ["G-OWN", "", "", "G-RES"],
            "value": list(value.values()),
            "low": [0.58, 0.55, 0.41, 0.62],
            "high": [0.71, 0.69, 0.50, 0.76],
            "geometric": [0.60, 0.58, 0.40, 0.0],
            "pessimistic": [0.3, 0.35, 0.4, 0.0],
            "first": [0.62, 0.36, 0.02, 0.0],
            "confidence": [0.9, 0.7, 0.2, np.nan],
        },
        index=list(UTILITIES),
    )


def _acceptability():
    return pd.DataFrame(
        [[0.62, 0.34, 0.04], [0.36, 0.56, 0.08], [0.02, 0.10, 0.88]],
        index=["nearshore", "shared_services", "keep"],
        columns=[1, 2, 3],
    )


def _criteria():
    value = np.array(UTILITIES["nearshore"])
    return pd.DataFrame(
        {
            "criterion": IDS,
            "name": CRITERION_NAMES,
            "group": ["strategy", "process", "demand", "risk"],
            "weight": WEIGHTS,
            "level": [2.0, 4.0, np.nan, 3.0],
            "low": [1.5, 3.7, 1.4, 2.8],
            "high": [2.5, 4.3, 4.6, 3.2],
            "value": value,
            "contribution": 100 * WEIGHTS * value,
            "basis": ["opinion", "document", "missing", "document"],
            "raters": [2, 1, 0, 1],
            "spread": [2.0, 0.0, 0.0, 0.0],
        }
    )[CRITERIA_COLUMNS]


def _gates():
    rows = [
        ("G-OWN", "Somebody will manage the provider.", "open", "G1: level 1", "nobody manages it",
         "Appoint an owner of the contract before signing it.", (), ("nearshore", "offshore")),
        ("G-RES", "The data may be held there.", "stopped", "residency: EU", "the data has to stay in the EU",
         "A written opinion that some of the work may be moved.", ("offshore",), ()),
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=GATE_COLUMNS)


def _disagreements():
    row = ("S1", CRITERION_NAMES[0], 1.0, 3.0, "Anna 1, Ben 3")
    return pd.DataFrame([row], columns=DISAGREEMENT_COLUMNS)


def _agreement():
    ratings = pd.DataFrame(
        {"S1": [1.0, 3.0], "P1": [4.0, 4.0], "R1": [3.0, np.nan]}, index=["Anna", "Ben <i>"]
    )
    return Agreement(0.55, 0.2, 0.8, "discuss", 0.9, 0.8, ratings, _disagreements())
