"""Process: the step table and the event log, as evidence."""
