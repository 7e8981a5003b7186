"""`price_tiers.csv`: the price of a transaction by the volume of the month."""

from bpo_lib.intake import cells
from bpo_lib.intake.cells import CellError, plain
from bpo_lib.intake.declared_rows import declared_numbers
from bpo_lib.intake.problem_list import Place, ProblemList
from bpo_lib.intake.text_tables import Table
from bpo_lib.pricing.forms import PriceTier
from bpo_lib.pricing.forms.tiered import tier_faults


def tiers_of(table: Table, problems: ProblemList) -> tuple[PriceTier, ...] | None:
    """Return the tiers in the order of the file, or None after writing down everything wrong with them.

    Parameters
    ----------
    table : Table
    problems : ProblemList
        Gets every row that cannot be read, and every volume with no price or with two.
    """
    before = problems.count
    tiers: list[PriceTier] = []
    places: list[Place] = []
    for row, record in table.records():
        place = problems.place(table.file, row)
        numbers = declared_numbers(place, record, PriceTier)
        top = _top(place, record["to_volume"])
        if len(numbers) == len(PriceTier.declarations()):
            tiers.append(PriceTier(**numbers, to_volume=top))
            places.append(place)
    # A row that cannot be read leaves a hole of its own, which would be blamed on its neighbours.
    if problems.count == before:
        for fault in tier_faults(tiers):
            places[fault.position].add(fault.field, fault.words, fault.fix)
    return tuple(tiers) if problems.count == before else None


def _top(place: Place, text: str) -> float | None:
    """Return where a tier ends, None where it has no end or cannot be read."""
    if not text.strip():
        return None
    try:
        top = cells.number(text)
    except CellError as error:
        place.add_error("to_volume", error)
        return None
    if top <= 0:
        fix = "Write where the tier ends, or leave it empty where it has no end"
        place.add("to_volume", f"the volume {plain(top)} is not above 0", fix)
    return top
