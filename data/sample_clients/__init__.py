"""The sample clients: their tables, and how their volumes and event logs are drawn."""
