"""The sample clients, opened once for all tests that need a whole engagement."""

from functools import cache
from pathlib import Path

import bpo_lib as bpo

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"
VOICE, PAYABLES, CLAIMS = "harbour-telecom", "northgate-payables", "meadow-claims"
NAMES = (VOICE, PAYABLES, CLAIMS)


@cache
def sample(name, scenario="base"):
    return bpo.open_client(SAMPLES / name, scenario)
