"""Meadow Mutual: a small claims team with ten monthly counts and half of the inputs missing.

Meant to show what the workbook says when little is known, and a case that fails: nobody
explains the process the same way, and a fee with tax that an insurer cannot recover
costs more than staying.
"""

from pathlib import Path

from sample_clients.writing import answers, write_table, write_text

NAME = "meadow-claims"
ASKED = "2026-10-14"
CLIENT = "client finance, first sight in October 2026 (fictional sample)"

CLIENT_YML = """\
title: Meadow Mutual
process: Household claims handling
sector: Insurance
currency: GBP
start: "2027-04"
term_months: 36
operation: back_office
transaction: claim
brand:
  primary: "#2f5d3a"
  accent: "#c2702f"
"""

# Ten months and no more: the old claims system was switched off in November 2025.
VOLUMES = (
    ("2025-12-01", 1412),
    ("2026-01-01", 1688),
    ("2026-02-01", 1574),
    ("2026-03-01", 1437),
    ("2026-04-01", 1322),
    ("2026-05-01", 1295),
    ("2026-06-01", 1348),
    ("2026-07-01", 1391),
    ("2026-08-01", 1306),
    ("2026-09-01", 1463),
)

ASSUMPTIONS = (
    ("work.handling_minutes", 38, 32, 46, "minutes/claim", CLIENT, ASKED, "team leader's estimate"),
    ("in_house.cost_per_fte_month", 4100, 3800, 4500, "GBP/FTE/month", CLIENT, ASKED, ""),
    ("transaction.baseline_volume", 1400, "", "", "claims/month", CLIENT, ASKED, "mean of ten months"),
    (
        "transaction.unit_price",
        22,
        19,
        25,
        "GBP/claim",
        "one provider's indication, October 2026 (fictional sample)",
        ASKED,
        "vendors quote 8 to 25 USD a claim: Floowed 2026 (vendor statement)",
    ),
    ("deal.transition_cost", 60000, 45000, 110000, "GBP", CLIENT, ASKED, "rough estimate"),
    ("deal.transition_months", 3, 2, 6, "months", CLIENT, ASKED, ""),
    (
        "deal.irrecoverable_tax_share",
        0.2,
        "",
        "",
        "share",
        "VAT and outsourcing, In-House Lawyer 2011: 20% if fully exempt",
        ASKED,
        "an insurer recovers no VAT on the fee; confirm with the tax adviser",
    ),
)

RATERS = ("claims manager",)
ANSWERS = (
    ("S1", "opinion", "4", "how a claim is settled is what members remember"),
    ("S2", "opinion", "3", ""),
    ("P1", "opinion", "1", "each handler explains settlement limits differently"),
    ("P2", "opinion", "-", "no log was exported"),
    ("P3", "opinion", "2", ""),
    ("P4", "document", "2", "counts only"),
    ("P5", "opinion", "3", ""),
    ("P6", "opinion", "2", "loss adjusters, brokers and repairers all call back"),
    ("P7", "opinion", "2", "six to nine months until a handler settles alone"),
    ("P8", "opinion", "-", "IT not asked yet"),
    ("P9", "opinion", "-", ""),
    ("D1", "document", "3", ""),
    ("D2", "opinion", "-", "only ten months of counts"),
    ("D3", "opinion", "2", "storms"),
    ("D4", "document", "1", ""),
    ("R1", "document", "4", "some claims carry health data"),
    ("R2", "opinion", "-", "legal not asked yet"),
    ("R3", "opinion", "4", ""),
    ("R4", "opinion", "-", ""),
    ("M1", "opinion", "-", ""),
    ("M2", "opinion", "3", ""),
    ("M3", "opinion", "2", ""),
    ("M4", "opinion", "-", ""),
    ("G1", "opinion", "2", "the claims manager, beside the daily work"),
    ("G2", "opinion", "-", ""),
)


def write(folder: Path) -> None:
    """Write the client folder; no steps, events or vendors on purpose."""
    write_text(folder / "client.yml", CLIENT_YML)
    write_table(folder / "assumptions.csv", "assumptions", ASSUMPTIONS)
    write_table(folder / "volumes.csv", "volumes", VOLUMES)
    write_table(folder / "answers.csv", "answers", answers(RATERS, ASKED, ANSWERS))
