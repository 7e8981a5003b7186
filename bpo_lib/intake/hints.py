"""What a scaffold writes into a note to explain a row; notes left as they were are not the client's words."""

from bpo_lib.assumptions import Declaration, Terms
from bpo_lib.fit import CRITERIA


def assumption_hint(kind: type[Terms], declared: Declaration) -> str:
    """Return the meaning, the range and what happens when the row of an assumption stays empty."""
    if declared.default is not None:
        empty = f"default {declared.default:g} ({declared.source})"
    elif kind.optional:
        empty = f"needed only if the {kind.group} rows are used"
    else:
        empty = "needed"
    return f"{declared.meaning}; {declared.allowed}; {empty}"


def answer_hints() -> dict[str, str]:
    """Return the question of each criterion with its lowest and its highest level."""
    return {
        each.id: f"{each.name}: {each.question} (1: {each.anchors[0]}; 5: {each.anchors[-1]})"
        for each in CRITERIA
    }


def own_note(note: str, hint: str) -> str:
    """Return a note unless it is the scaffold's own hint."""
    return "" if note.strip() == hint.strip() else note
