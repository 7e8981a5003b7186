"""Delivery: transition plan, risks and governance."""
