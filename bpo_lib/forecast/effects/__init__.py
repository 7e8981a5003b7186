"""Effects on single days: known ones divided out of a daily history, and put back into its forecast.

In reading order:

- `calendar_days`: the calendar itself: closed days, public holidays, events;
- `usual_days`: what a day usually counts, against which every effect is measured;
- `day_effects`: holidays and events, on their day and beside it;
- `recurring_dates`: dates unusual in every year, which nobody named;
- `month_turn`, `month_phase`: the days around the turn of a month, and the slow swing within it;
- `year_cycle`: busy and quiet parts of the year;
- `level_shifts`, `outliers`: lasting jumps, and single days that are nobody's pattern;
- `adjust`: all of them taken out of a history in order, with the factors that put them back;
- `trials`: which of them a history really shows;
- `notes`: what a reader should know of what was done.
"""
