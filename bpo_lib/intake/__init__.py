"""Intake: a client folder in, one checked engagement out; the only reader of client files."""
