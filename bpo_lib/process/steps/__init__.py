"""The step table as a map: flows, loops, checks, the process at a glance."""
