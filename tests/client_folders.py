"""Small, valid client folders for tests: `write_client(tmp_path / "acme", **changes)`."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bpo_lib.intake.layouts import Layout
from bpo_lib.intake.problem_list import ProblemList
from bpo_lib.intake.text_tables import Table, read_csv

T = TypeVar("T")

SETTINGS = """\
title: "Acme: claims"
process: claims handling
sector: insurance
currency: EUR
start: "2026-01"
term_months: 36
operation: back_office
transaction: claim
"""

ASSUMPTIONS = """\
name,value,low,high,unit,source,as_of,note
work.handling_minutes,12,10,15,minutes/claim,time study,2025-11-01,
in_house.cost_per_fte_month,5200,5000,5600,EUR/FTE/month,payroll,2025-11-01,
deal.transition_cost,180000,150000,250000,EUR,offer,,
per_fte.rate_per_month,3600,,,EUR/FTE/month,offer,,
transaction.baseline_volume,4000,,,claims/month,offer,,
transaction.unit_price,5.1,4.8,5.6,EUR/claim,offer,2025-10-30,
"""

ANSWERS = """\
criterion,level,source,date,rater,note
S1,2,opinion,2025-11-03,Ann,
P1,4,document,2025-11-03,Ann,manual 2025
R1,,,,,
"""

STEPS = """\
step,name,actor,minutes,case_share,kind,exception_to,document
S1,Register claim,clerk,3,,,,manual 1.1
S2,Check cover,handler,6,1,check,,
S3,Ask for papers,handler,4,0.2,exception,S2,
"""

EVENTS = """\
case_id,activity,timestamp,lifecycle,resource
007,Register claim,2025-03-01 09:00:00,complete,Ann
007,Check cover,2025-03-01 09:20:00,complete,Bo
1E5,Register claim,2025-03-01 09:30:00,complete,Ann
"""

VENDORS = """\
vendor,criterion,answer,evidence,note
Northwind BPO,security_certificate,yes,certificate,
Northwind BPO,price_per_transaction,4.10,claim,
"""

TABLES = (
    "assumptions",
    "volumes",
    "answers",
    "steps",
    "events",
    "vendors",
    "calendar",
    "drivers",
    "locations",
    "price_tiers",
    "currencies",
    "service_measures",
    "weights",
    "criteria",
)


def daily_volumes(days: int = 120, start: dt.date = dt.date(2025, 1, 6)) -> str:
    """Return volumes of working days with a plain weekly pattern."""
    rows = ["start,volume"]
    for number in range(days):
        day = start + dt.timedelta(days=number)
        if day.weekday() < 5:
            rows.append(f"{day},{200 - 10 * day.weekday() + number % 7}")
    return "\n".join(rows) + "\n"


def write_client(folder: Path, **changes: str | bytes | None) -> Path:
    """Write a minimal valid client folder and return it.

    A keyword is the text of a table (`steps=STEPS`), of `client` for `client.yml`, or of a
    scenario (`scenario_low` for `scenarios/low.csv`); None leaves the file out. The optional
    tables are left out unless they are given.
    """
    contents: dict[str, str | bytes | None] = {
        "client": SETTINGS,
        "assumptions": ASSUMPTIONS,
        "volumes": daily_volumes(),
        "answers": ANSWERS,
        **changes,
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        if content is not None:
            path = folder / _file_name(name)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def _file_name(name: str) -> str:
    if name == "client":
        return "client.yml"
    if name.startswith("scenario_"):
        return f"scenarios/{name.removeprefix('scenario_')}.csv"
    assert name in TABLES, f"{name} is not an input"
    return f"{name}.csv"


def read_rows(reader: Callable[[Table, ProblemList], T], layout: Layout, text: str) -> tuple[T, list[str]]:
    """Return what a reader makes of a CSV text, and its problems without the file name."""
    problems = ProblemList()
    found = reader(read_csv("f.csv", text.encode(), layout), problems)
    return found, [str(problem).removeprefix("f.csv, ") for problem in problems.all()]
