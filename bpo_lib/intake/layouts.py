"""What each table of a client holds: its columns, an example row and how large it may be."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Layout:
    """The shape of one input table.

    Parameters
    ----------
    name : str
        `volumes` for `volumes.csv` or the sheet `volumes`.
    purpose : str
        What the table says, for the problem that reports it missing.
    required, optional : tuple of str
        Columns that must and may be there.
    example : str
        One row as it stands in the file, under the required and then the optional columns.
    max_rows, max_bytes : int
        Beyond these the file is refused unread.
    """

    name: str
    purpose: str
    required: tuple[str, ...]
    optional: tuple[str, ...]
    example: str
    max_rows: int = 1_000
    max_bytes: int = 5 * MEGABYTE

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column the table may have."""
        return self.required + self.optional

    @property
    def how_to(self) -> str:
        """Return what the file should hold, in one sentence."""
        return (
            f"{self.purpose}. It needs the columns {','.join(self.required)}"
            + (f" (and may have {','.join(self.optional)})" if self.optional else "")
            + f" and rows such as {self.example}"
        )


ASSUMPTIONS = Layout(
    "assumptions",
    "The numbers of the deal",
    ("name", "value", "low", "high", "unit", "source", "as_of", "note"),
    (),
    "work.handling_minutes,6.5,5.8,7.4,minutes/transaction,telephone statistics,2025-11-01,",
)
VOLUMES = Layout(
    "volumes",
    "Past volumes by period",
    ("start", "volume"),
    ("queue",),
    "2025-01-06 08:30,42",
    max_rows=1_000_000,
    max_bytes=60 * MEGABYTE,
)
ANSWERS = Layout(
    "answers",
    "The answers to the fit criteria",
    ("criterion", "level", "source", "date", "rater", "note"),
    (),
    "P1,4,document,2025-11-03,M. Weber,procedure manual 2025",
    max_rows=10_000,
)
STEPS = Layout(
    "steps",
    "The steps of the process",
    ("step", "name", "actor", "minutes"),
    (
        "system",
        "case_share",
        "kind",
        "exception_to",
        "quality_check",
        "escalation",
        "control",
        "document",
        "next",
        "trigger",
        "input",
        "output",
        "data_class",
        "input_kind",
        "rule_based",
        "digital",
        "stable",
    ),
    "S1,Register invoice,clerk,2.5",
    max_rows=500,
)
EVENTS = Layout(
    "events",
    "The event log of the process",
    ("case_id", "activity", "timestamp"),
    ("lifecycle", "resource"),
    "4711,Register invoice,2025-03-01 09:14:00",
    max_rows=2_000_000,
    max_bytes=200 * MEGABYTE,
)
VENDORS = Layout(
    "vendors",
    "The providers' answers",
    ("vendor", "criterion", "answer", "evidence", "note"),
    ("evaluator", "date"),
    "Northwind BPO,price_per_transaction,4.10,claim,offer of 2025-10-30",
    max_rows=5_000,
)
CALENDAR = Layout(
    "calendar",
    "Days that differ from others",
    ("date", "kind"),
    ("name", "effect", "yearly"),
    "2026-12-25,closed",
    max_rows=5_000,
)
DRIVERS = Layout(
    "drivers",
    "What the volume hangs on, by month, past and planned",
    ("month", "driver", "value"),
    (),
    "2025-01,customers,412000",
    max_rows=5_000,
)
LOCATIONS = Layout(
    "locations",
    "Where a provider's people work, and what one of them costs there in the money of the place",
    ("location", "share", "currency", "wage_per_month", "source"),
    (
        "benefit_share",
        "agents_per_lead",
        "lead_wage_per_month",
        "support_per_fte_month",
        "facilities_per_seat_month",
        "fte_per_seat",
        "technology_per_fte_month",
        "telephony_per_fte_month",
        "cost_per_hire",
        "extra_wage_growth_per_year",
        "note",
        "place",
        "country",
        "time_zone",
        "hours",
        "languages",
    ),
    "Manila,0.7,PHP,22000,provider's offer of 2025-10-30",
    max_rows=50,
)
CURRENCIES = Layout(
    "currencies",
    "What one unit of a foreign currency costs in the client's own",
    ("currency", "rate", "source"),
    ("volatility_per_year", "date"),
    "PHP,0.0163,treasury",
    max_rows=200,
)
SERVICE_MEASURES = Layout(
    "service_measures",
    "The targets of service, how likely each is missed and what a miss weighs",
    ("measure", "target", "expected", "spread"),
    ("better", "allocation", "multiplier", "points", "quality_effect", "note"),
    "answered within 20 seconds,0.8,0.82,0.03",
    max_rows=50,
)
PRICE_TIERS = Layout(
    "price_tiers",
    "The price of one transaction by the volume of the month",
    ("from_volume", "to_volume", "unit_price"),
    (),
    "0,10000,4.80",
    max_rows=100,
)
SCENARIO = Layout(
    "scenario",
    "What one scenario changes",
    ("name", "value", "note"),
    (),
    "work.handling_minutes,5.9,after automation",
)
SCENARIOS_SHEET = Layout(
    "scenarios",
    "What each scenario changes",
    ("scenario", "name", "value", "note"),
    (),
    "low,work.handling_minutes,5.9,after automation",
)
CLIENT_SHEET = Layout(
    "client", "Who the client is", ("key", "value"), (), "title,Harbour Claims", max_rows=100
)

WEIGHTS = Layout(
    "weights",
    "What raters say of the weight of groups of criteria, or of the criteria of one group",
    ("method", "first", "second", "value"),
    ("rater", "date", "note"),
    "compare,process,risk,3",
    max_rows=2_000,
)

CRITERIA = Layout(
    "criteria",
    "Where the firm weighs, measures or reads a criterion otherwise than the house",
    ("criterion", "weight"),
    (
        "cuts",
        "keep",
        "redesign",
        "automate",
        "shared_services",
        "onshore",
        "nearshore",
        "offshore",
        "specialist",
        "hybrid",
        "note",
    ),
    "S1,2",
    max_rows=100,
)

REQUIRED = (ASSUMPTIONS, VOLUMES, ANSWERS)
OPTIONAL = (
    STEPS,
    EVENTS,
    VENDORS,
    CALENDAR,
    DRIVERS,
    LOCATIONS,
    CURRENCIES,
    SERVICE_MEASURES,
    PRICE_TIERS,
    WEIGHTS,
    CRITERIA,
)
