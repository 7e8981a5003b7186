"""Intake: a client folder in, one checked engagement out; the only reader of client files."""

from bpo_lib.intake.assumption_rows import DECLARED, GROUPS
from bpo_lib.intake.client_id import check_client_id, check_scenario_name
from bpo_lib.intake.folder import open_client

__all__ = ["DECLARED", "GROUPS", "check_client_id", "check_scenario_name", "open_client"]
