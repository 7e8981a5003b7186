"""The event log: read, profiled, with its ranges."""
