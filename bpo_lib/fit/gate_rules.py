"""The ten gates: what each asks, which alternatives it bears on and what lifts it."""

from dataclasses import dataclass

from bpo_lib.fit.alternatives import OUTSOURCED
from bpo_lib.fit.scales.criterion import reaches, stays_at
from bpo_lib.fit.terms import JudgementTerms

COST_GATE = "G-NPV"  # the one gate about money: work that it stops could be moved, only not for the saving
RESIDENCY_GATE = "G-RES"  # the one gate that bears on some places and not on others
PLACES = ("onshore", "nearshore", "offshore")

_MOVED = ("shared_services", *OUTSOURCED)  # whatever takes the work from the people who do it now


@dataclass(frozen=True)
class Limit:
    """A level of one criterion at which a gate trips.

    Parameters
    ----------
    criterion : str
        Id of the criterion.
    term : str
        Field of `JudgementTerms` that holds the level.
    from_below : bool
        Whether the level and everything above it trips; otherwise it and everything under it.
    """

    criterion: str
    term: str
    from_below: bool = False

    def tripped(self, level: float, terms: JudgementTerms) -> bool:
        """Whether one level is on the wrong side; a measured one exactly when it rounds to it."""
        limit = float(getattr(terms, self.term))
        return reaches(level, limit) if self.from_below else stays_at(level, limit)


@dataclass(frozen=True)
class Gate:
    """A rule that removes some of the alternatives, or makes them conditional, whatever the score says.

    Parameters
    ----------
    id : str
        Name of the gate.
    rule : str
        The rule in words. Its limits are house assumptions of `JudgementTerms`.
    limits : tuple of Limit
        The gate trips when all of them do.
    lifts : str
        What would clear it.
    bears_on : tuple of str
        Keys of the alternatives it removes when stopped, and makes conditional while open.
    stops : bool
        Whether a tripped gate removes them; otherwise it makes them conditional.
    leads : str
        The alternative that leads as long as the gate is stopped, empty where the score decides.
    proviso : str
        Under which restriction work may still leave when the gate is stopped, if any of it may.
    """

    id: str
    rule: str
    limits: tuple[Limit, ...]
    lifts: str
    bears_on: tuple[str, ...]
    stops: bool = True
    leads: str = ""
    proviso: str = ""


GATES: tuple[Gate, ...] = (
    Gate(
        "G-LAW",
        "The law does not prohibit outsourcing this work.",
        (Limit("R2", "law_level", from_below=True),),
        "A written opinion of the legal department that some of the work may be moved.",
        OUTSOURCED,
    ),
    Gate(
        RESIDENCY_GATE,
        "The data may be seen where the provider works.",
        (Limit("R1", "residency_level", from_below=True),),
        "A statement of the data protection officer that names the countries.",
        PLACES,
    ),
    Gate(
        "G-DOC",
        "Somebody can explain the work from paper, and few exceptions are without a written path.",
        (Limit("P1", "documentation_level"),),
        "Write the main path and the commonest exceptions, and let a newcomer work from them.",
        _MOVED,
        leads="redesign",
    ),
    Gate(
        "G-MEAS",
        "Output is measured.",
        (Limit("P4", "measurability_level"),),
        "Count volume and turnaround for three months.",
        _MOVED,
        leads="redesign",
    ),
    Gate(
        "G-CHURN",
        "The rules hold for longer than a week.",
        (Limit("P5", "rule_stability_level"),),
        "Bundle changes of rules into monthly releases.",
        _MOVED,
        leads="redesign",
    ),
    Gate(
        "G-CORE",
        "Work that customers choose us for is not moved while its decisions are unwritten.",
        (Limit("S1", "core_level", from_below=True), Limit("S2", "judgement_level", from_below=True)),
        "Carve out the steps that follow rules and keep the judgement in-house.",
        (*PLACES, "specialist"),
        proviso="Only steps that follow rules may leave, and the judgement stays in-house",
    ),
    Gate(
        "G-OWN",
        "Somebody will manage the provider.",
        (Limit("G1", "owner_level"),),
        "Appoint an owner of the contract before signing it.",
        OUTSOURCED,
        stops=False,
    ),
    Gate(
        "G-SCALE",
        "There is work enough for a provider to build a team.",
        (Limit("D1", "scale_level"),),
        "Bundle it with related work, or ask a niche provider or shared services.",
        (*PLACES, "hybrid"),
        proviso="Only a niche provider may take so little work",
    ),
    Gate(
        "G-SYS",
        "The systems can be reached from elsewhere and stay for more than six months.",
        (Limit("P8", "systems_level"),),
        "Grant remote access, or wait until the new system is stable.",
        ("automate", *_MOVED),
        stops=False,
    ),
    Gate(
        COST_GATE,
        "An offer is more likely than not to cost less than staying in-house over the whole term.",
        (Limit("M1", "cost_level"),),
        "A better price, lower transition cost, or a reason other than cost that the board accepts.",
        (*PLACES, "specialist"),
        proviso="Not on cost: only a split that pays for itself may leave",
    ),
)
