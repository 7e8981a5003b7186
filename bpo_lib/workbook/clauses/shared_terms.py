"""What several charges have in common: months, what counts as a transaction, settlement, invoices."""

from bpo_lib.workbook.clauses.wording import Pen

MONTH = ("Month", "a calendar month of the term of this agreement")
NOT_ROUNDED = "Only the total of an invoice is rounded, to the smallest unit of the currency."
COUNTING = (
    "The Provider reports the figures on which an invoice rests within [5] working days after the end "
    "of the Month, from [the system named in the schedule on measures]. They stand unless the Client "
    "objects within [20] working days; what is not disputed is paid."
)
_LENGTHS = {3: "three", 12: "twelve"}


def services(pen: Pen) -> tuple[str, str]:
    """Return the definition of the work that is paid for."""
    return ("Services", f"{pen.profile.process}, as described in [the schedule on scope]")


def transaction(pen: Pen) -> tuple[str, str]:
    """Return the definition of a transaction in the client's own word."""
    return (
        "Transaction",
        (
            f"one {pen.one}, from [start] to [end] as the schedule on scope describes it, completed in the "
            f"Month; a repeat on the same matter within [7] days is part of the first and not counted again"
        ),
    )


def settlement_period(months: float) -> tuple[tuple[str, str], ...]:
    """Return the definition of the period over which charges are settled; none where it is the month."""
    if months == 1:
        return ()
    meaning = (
        f"each period of {_LENGTHS[int(months)]} Months, the first beginning with the first Month of the "
        "term; where the term ends within one, the Months until then"
    )
    return (("Settlement Period", meaning),)


def period(months: float) -> str:
    """Return the defined term for what is settled together."""
    return "Month" if months == 1 else "Settlement Period"


def each_month(months: float) -> str:
    """Return what follows a quantity or a sum of a month."""
    return "a Month" if months == 1 else "for each Month of a Settlement Period"


def settled_when(months: float, what: str) -> str:
    """Return the paragraph on when a charge is invoiced and set right."""
    if months == 1:
        return "The Provider invoices each Month in arrears."
    return (
        f"The Provider invoices each Month in arrears. {what} for a Settlement Period is set right with "
        "the invoice of its last Month, as a charge or as a credit; amounts already invoiced bear no "
        "interest."
    )
