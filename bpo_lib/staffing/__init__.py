"""Staffing: what the work takes, from handling time to paid people."""
