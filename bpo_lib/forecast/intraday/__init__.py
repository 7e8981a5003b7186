"""Within the day: volume by slot of the day, from hours down to a few minutes.

In reading order:

- `day_table`: counts by day and slot of the clock on the wall;
- `profiles`: how a day's work spreads over its slots;
- `shared_days`: the day's total shared out by those profiles, which every such series is tried with;
- `double_season`: smoothing by day and by week at once;
- `round_the_clock`: what series that never close are tried with as well.
"""
