"""The term of a deal: a history carried over its months, with what the client expects to change.

In reading order:

- `terms`: what is assumed where no history can tell;
- `month_shares`: which part of each period falls into which month;
- `reached_months`: the months that the forecast reaches, and those after them;
- `month_paths`: courses that the months may take together;
- `drivers`, `changes`: what volume hangs on, and what is expected to change, effect by effect;
- `queue_months`: the queues, as shares of all;
- `outlook`: all of it in one answer.
"""
