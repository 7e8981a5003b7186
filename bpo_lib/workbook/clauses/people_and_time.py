"""Wording of a charge for people, seats, hours or minutes."""

from bpo_lib.assumptions import Terms
from bpo_lib.pricing.forms import (
    PerFtePricing,
    PerHandledMinutePricing,
    PerPaidHourPricing,
    PerProductiveHourPricing,
    PerSeatPricing,
)
from bpo_lib.workbook.clauses.shared_terms import COUNTING, MONTH, NOT_ROUNDED, services
from bpo_lib.workbook.clauses.wording import Pen, Wording, quantity

_ROSTERED = (
    "FTE",
    (
        "the paid hours of the Provider's people rostered for the Services in the Month, over the "
        "hours of one full-time person in [the schedule on people]; people in training for their first "
        "[●] weeks are not counted"
    ),
)
_PRODUCTIVE = (
    "FTE",
    (
        "the hours in which the Provider's people are at work and available for the Services in the "
        "Month, over the hours of one full-time person in [the schedule on people]; holiday, sickness, "
        "breaks, meetings and training are not counted"
    ),
)
_OPEN = (
    "whether and by how much the number charged may exceed the plan agreed for the Month",
    "a yearly improvement in handling time, and a limit above which idle time is free",
)


def people_and_time(model: Terms, pen: Pen) -> Wording:
    """Return the wording of a form that charges one rate for one thing."""
    title, definitions, name, more = _parts(model, pen)
    rate = definitions[-1][0]
    return Wording(
        title=title,
        definitions=(services(pen), MONTH, *definitions),
        charge=(
            f"For the Services of a Month the Client pays the {rate} for each {name} of that Month.",
            *more,
        ),
        calculation=(
            f"A fraction of one {name} is charged as that fraction. {NOT_ROUNDED}",
            f"The Provider invoices each Month in arrears. {COUNTING}",
        ),
        open_points=_OPEN,
        checklist=("Productivity",),
    )


def _parts(model: Terms, pen: Pen) -> tuple[str, tuple[tuple[str, str], ...], str, tuple[str, ...]]:
    """Return title, definitions (the rate last), what is counted, and what else is said."""
    match model:
        case PerFtePricing():
            people = _PRODUCTIVE if model.bill_productive else _ROSTERED
            rate = ("FTE Rate", f"{pen.rate(model.rate_per_month)} for one FTE and Month")
            absent = "The Provider bears" if model.bill_productive else "The FTE Rate covers"
            more = f"{absent} hiring, training, absence and replacement of its people."
            return "Charge per FTE", (people, rate), "FTE", (more,)
        case PerSeatPricing():
            seat = (
                "Seat",
                (
                    f"a workplace equipped for the Services; {quantity(model.fte_per_seat)} FTE on the "
                    "roster of a Month need one Seat"
                ),
            )
            rate = ("Seat Rate", f"{pen.rate(model.rate_per_month)} for one Seat and Month")
            return "Charge per seat", (_ROSTERED, seat, rate), "Seat", ()
        case PerPaidHourPricing():
            hour = (
                "Paid Hour",
                "an hour for which the Provider pays a person rostered for the Services, absence included",
            )
            rate = ("Hourly Rate", f"{pen.rate(model.rate_per_hour)} for one Paid Hour")
            return "Charge per paid hour", (hour, rate), "Paid Hour", ()
        case PerProductiveHourPricing():
            hour = (
                "Productive Hour",
                (
                    "an hour in which a person of the Provider is at work and available for the Services, "
                    "waiting for work included; absence, breaks, meetings and training are not"
                ),
            )
            rate = ("Hourly Rate", f"{pen.rate(model.rate_per_hour)} for one Productive Hour")
            return "Charge per productive hour", (hour, rate), "Productive Hour", ()
        case PerHandledMinutePricing():
            minute = (
                "Handled Minute",
                (
                    f"a minute a person of the Provider spends on a {pen.one}: talk, hold and wrap-up, "
                    "or touch time; waiting for work is not"
                ),
            )
            rate = ("Minute Rate", f"{pen.rate(model.rate_per_minute)} for one Handled Minute")
            more = "Where a person handles several at once, [each minute is counted once]."
            return "Charge per handled minute", (minute, rate), "Handled Minute", (more,)
    raise TypeError(f"{type(model).__name__} charges neither people nor time")
