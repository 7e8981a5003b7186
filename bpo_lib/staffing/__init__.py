"""Staffing: what the work takes, from handling time to paid people."""

from bpo_lib.staffing.agents import carried_load, required_agents
from bpo_lib.staffing.erlang import erlang_b, erlang_c, mean_wait, service_level
from bpo_lib.staffing.terms import WorkTerms

__all__ = [
    "WorkTerms",
    "carried_load",
    "erlang_b",
    "erlang_c",
    "mean_wait",
    "required_agents",
    "service_level",
]
