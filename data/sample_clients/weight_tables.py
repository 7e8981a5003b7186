"""What the samples' people say of the weight of criteria: pairs at Northgate, points and ranks at Harbour."""

from collections.abc import Sequence
from itertools import combinations

GROUPS = ("strategy", "process", "demand", "risk", "market", "governance")

# Row by row above the diagonal, in the order of GROUPS; a dash where one could not say. The treasurer
# finds governance a quarter of the process and yet as weighty as the market: worth a second look.
NORTHGATE_PAIRS = {
    "head of accounts payable": "1/4 1/2 1/3 1/3 1/2  2 2 1 3  1/2 1/2 1  1 2  2",
    "plant controller": "1/3 2 1/2 1 1/2  5 1 3 2  1/4 1/2 1/3  2 1  1/2",
    "group treasurer": "1/3 1/2 1/5 1/5 1/2  2 1/2 1/2 4  1/2 1/3 -  1 3  1",
}
HARBOUR_POINTS = {"operations lead": "60 100 70 80 60 60", "finance partner": "40 80 60 70 100 50"}
HARBOUR_RISKS = {"IT lead": "R1 R2 R4 R3"}  # the most important first

Rows = list[tuple[str, ...]]


def northgate_weights(date: str) -> Rows:
    """Return every pair of groups as each rater judged it."""
    return [
        ("compare", first, second, "" if times == "-" else times, rater, date, "")
        for rater, line in NORTHGATE_PAIRS.items()
        for (first, second), times in zip(combinations(GROUPS, 2), line.split(), strict=True)
    ]


def harbour_weights(date: str) -> Rows:
    """Return points for the groups, and the order of the criteria of risk."""
    points = [
        ("swing", group, "", given, rater, date, "")
        for rater, line in HARBOUR_POINTS.items()
        for group, given in zip(GROUPS, line.split(), strict=True)
    ]
    return points + _ranks(HARBOUR_RISKS, date)


def _ranks(orders: dict[str, str], date: str) -> Rows:
    def of(rater: str, names: Sequence[str]) -> Rows:
        return [("rank", name, "", str(rank), rater, date, "") for rank, name in enumerate(names, 1)]

    return [row for rater, line in orders.items() for row in of(rater, line.split())]
