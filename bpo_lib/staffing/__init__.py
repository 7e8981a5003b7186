"""Staffing: what the work takes, from handling time to paid people.

From the load of an interval to a roster and a budget, in reading order:

- `terms`: what is assumed of the work and its people;
- `erlang`, `wait_times`: callers who never hang up (Erlang B and C);
- `service_levels`, `virtual_wait`, `wait_law`, `waiting_line`, `erlang_a`: callers who do (Erlang A);
- `agents`, `impatient_callers`: the other way round, from a promise to the agents it takes;
- `chat`, `chat_load`: agents who hold several conversations at once, and how many it takes;
- `week`: the agents of each interval of a week;
- `backlog`, `deferred`, `blending`: work that can wait, alone or between calls;
- `presence`, `shift_patterns`, `shift_cover`, `roster`, `shifts`: from agents to shifts to who works when;
- `workload`, `cohort`, `teams`: from hours to paid people who come, learn and leave;
- `plan`: months and busiest week in one answer;
- `coverage`: a client's roster, and its work that can wait;
- `what_if`: what another promise, assumption or volume would take.
"""

from bpo_lib.staffing.agents import carried_load, required_agents
from bpo_lib.staffing.backlog import DeferredTerms, DeferredWork, worked_off
from bpo_lib.staffing.blending import BlendedCover, blended_cover, idle_hours
from bpo_lib.staffing.chat import ChatTeam, chat_agents_by_factor, chat_team
from bpo_lib.staffing.chat_load import carried_chat_load, required_chat_agents
from bpo_lib.staffing.cohort import Team, new_team, productivity, settled_team
from bpo_lib.staffing.coverage import DeferredYear, blended_week, deferred_year, week_roster
from bpo_lib.staffing.deferred import DeferredCover, deferred_cover
from bpo_lib.staffing.erlang import erlang_b, erlang_c, mean_wait, service_level
from bpo_lib.staffing.erlang_a import ErlangA, erlang_a
from bpo_lib.staffing.plan import StaffingPlan, staffing_plan
from bpo_lib.staffing.presence import OpeningHours, PresenceNeed, presence_need
from bpo_lib.staffing.service_levels import ServiceLevelDefinition
from bpo_lib.staffing.shift_cover import day_cover
from bpo_lib.staffing.shift_patterns import ShiftTerms, shift_patterns
from bpo_lib.staffing.shifts import RosteredWeek, rostered_week
from bpo_lib.staffing.teams import handling_growth, month_lengths, own_team, provider_team, staffed_volume
from bpo_lib.staffing.terms import PeopleTerms, ProviderPeopleTerms, WorkTerms
from bpo_lib.staffing.wait_times import mean_wait_waiting, wait_quantile
from bpo_lib.staffing.what_if import forecast_error, fte_range, fte_sensitivity, service_curve
from bpo_lib.staffing.workload import check_months, handling_hours, productive_hours, required_fte

__all__ = [
    "BlendedCover",
    "ChatTeam",
    "DeferredCover",
    "DeferredTerms",
    "DeferredWork",
    "DeferredYear",
    "ErlangA",
    "OpeningHours",
    "PeopleTerms",
    "PresenceNeed",
    "ProviderPeopleTerms",
    "RosteredWeek",
    "ServiceLevelDefinition",
    "ShiftTerms",
    "StaffingPlan",
    "Team",
    "WorkTerms",
    "blended_cover",
    "blended_week",
    "carried_chat_load",
    "carried_load",
    "chat_agents_by_factor",
    "chat_team",
    "check_months",
    "day_cover",
    "deferred_cover",
    "deferred_year",
    "erlang_a",
    "erlang_b",
    "erlang_c",
    "forecast_error",
    "fte_range",
    "fte_sensitivity",
    "handling_growth",
    "handling_hours",
    "idle_hours",
    "mean_wait",
    "mean_wait_waiting",
    "month_lengths",
    "new_team",
    "own_team",
    "presence_need",
    "productive_hours",
    "productivity",
    "provider_team",
    "required_agents",
    "required_chat_agents",
    "required_fte",
    "rostered_week",
    "service_curve",
    "service_level",
    "settled_team",
    "shift_patterns",
    "staffed_volume",
    "staffing_plan",
    "wait_quantile",
    "week_roster",
    "worked_off",
]
