"""Wording of a charge for people, seats, hours or minutes."""

from typing import NamedTuple

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


_PAID = "an hour for which the Provider pays a person rostered for the Services, absence included"
_AVAILABLE = (
    "an hour in which a person of the Provider is at work and available for the Services, waiting for work "
    "included; absence, breaks, meetings and training are not"
)


class _Counted(NamedTuple):
    """What is counted, under which title, at which rate, and what is said besides."""

    title: str
    name: str
    definitions: tuple[tuple[str, str], ...]
    rate: tuple[str, str]
    more: tuple[str, ...] = ()


def people_and_time(model: Terms, pen: Pen) -> Wording:
    """Return the wording of a form that charges one rate for one thing."""
    found = _people(model, pen) or _time(model, pen)
    if found is None:
        raise TypeError(f"{type(model).__name__} charges neither people nor time")
    each = f"the {found.rate[0]} for each {found.name}"
    return Wording(
        title=found.title,
        definitions=(services(pen), MONTH, *found.definitions, found.rate),
        charge=(f"For the Services of a Month the Client pays {each} of that Month.", *found.more),
        calculation=(
            f"A fraction of one {found.name} is charged as that fraction. {NOT_ROUNDED}",
            f"The Provider invoices each Month in arrears. {COUNTING}",
        ),
        open_points=_OPEN,
        checklist=("Productivity",),
    )


def _people(model: Terms, pen: Pen) -> _Counted | None:
    match model:
        case PerFtePricing():
            people = _PRODUCTIVE if model.bill_productive else _ROSTERED
            rate = ("FTE Rate", f"{pen.rate(model.rate_per_month)} for one FTE and Month")
            bears = "The Provider bears" if model.bill_productive else "The FTE Rate covers"
            more = f"{bears} hiring, training, absence and replacement of its people."
            return _Counted("Charge per FTE", "FTE", (people,), rate, (more,))
        case PerSeatPricing():
            shared = f"{quantity(model.fte_per_seat)} FTE on the roster of a Month need one Seat"
            seat = ("Seat", f"a workplace equipped for the Services; {shared}")
            rate = ("Seat Rate", f"{pen.rate(model.rate_per_month)} for one Seat and Month")
            return _Counted("Charge per seat", "Seat", (_ROSTERED, seat), rate)
    return None


def _time(model: Terms, pen: Pen) -> _Counted | None:
    match model:
        case PerPaidHourPricing():
            rate = ("Hourly Rate", f"{pen.rate(model.rate_per_hour)} for one Paid Hour")
            return _Counted("Charge per paid hour", "Paid Hour", (("Paid Hour", _PAID),), rate)
        case PerProductiveHourPricing():
            name = "Productive Hour"
            rate = ("Hourly Rate", f"{pen.rate(model.rate_per_hour)} for one Productive Hour")
            return _Counted("Charge per productive hour", name, ((name, _AVAILABLE),), rate)
        case PerHandledMinutePricing():
            name = "Handled Minute"
            spent = (
                f"a minute a person of the Provider spends on one {pen.one}: talk, hold and wrap-up, or "
                "touch time; waiting for work is not"
            )
            rate = ("Minute Rate", f"{pen.rate(model.rate_per_minute)} for one Handled Minute")
            more = "Where a person handles several at once, [each minute is counted once]."
            return _Counted("Charge per handled minute", name, ((name, spent),), rate, (more,))
    return None
