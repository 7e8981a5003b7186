"""The tables of Northgate Foods, as an analyst would have typed them. All figures are fictional."""

from sample_clients.harbour_tables import CRITERIA
from sample_clients.writing import rows

ASKED = "2026-10-16"
FINANCE = "client finance, FY2025 ledger (fictional sample)"
SYSTEM = "client ERP, October 2024 to October 2026 (fictional sample)"
OFFERS = "provider offers, October 2026 (fictional sample)"
PLAN = "client shared finance, plan of October 2026 (fictional sample)"

CLIENT_YML = """\
title: Northgate Foods
process: Accounts payable
sector: Food manufacturing
currency: EUR
start: "2027-01"
term_months: 36
operation: back_office
transaction: invoice
chapters: [process, fit, forecast, staffing, pricing, contract, delivery, plan, summary]
brand:
  primary: "#3d2b56"
  accent: "#4f8a5b"
  logo: logo.svg
"""

LOGO_SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" role="img" aria-label="Northgate Foods">
  <rect x="6" y="6" width="108" height="108" rx="18" fill="#3d2b56"/>
  <path d="M32 92V56a28 28 0 0 1 56 0v36" fill="none" stroke="#ffffff" stroke-width="9"/>
  <path d="M60 92V62" stroke="#4f8a5b" stroke-width="9" stroke-linecap="round"/>
</svg>
"""

ASSUMPTIONS = (
    ("demand.volume_growth_per_year", 0.03, -0.02, 0.07, "share/year", PLAN, ASKED, ""),
    (
        "work.handling_minutes",
        7.5,
        6.8,
        8.5,
        "minutes/invoice",
        SYSTEM,
        "2026-09-30",
        "without the approval, which stays with the client",
    ),
    (
        "work.outcome_share",
        0.82,
        0.76,
        0.88,
        "share",
        SYSTEM,
        "2026-09-30",
        "paid in time and without correction",
    ),
    ("work.paid_hours_per_month", 156, "", "", "hours/FTE/month", FINANCE, "2025-12-31", ""),
    ("work.planned_shrinkage", 0.16, 0.14, 0.18, "share", FINANCE, "2025-12-31", ""),
    ("work.unplanned_shrinkage", 0.15, 0.12, 0.19, "share", FINANCE, "2025-12-31", ""),
    ("work.max_occupancy", 0.85, 0.8, 0.9, "share", PLAN, ASKED, ""),
    ("people.attrition_per_year", 0.12, 0.08, 0.2, "share/year", FINANCE, "2025-12-31", ""),
    ("people.hiring_lead_months", 3, "", "", "months", PLAN, ASKED, "three months' notice is usual"),
    ("people.learning_months", 2, 1, 3, "months", PLAN, ASKED, "supplier rules are learnt on the job"),
    (
        "in_house.cost_per_fte_month",
        4350,
        4100,
        4750,
        "EUR/FTE/month",
        FINANCE,
        "2025-12-31",
        "an invoice costs about 6 EUR; 5.83 USD is APQC's median",
    ),
    ("in_house.wage_growth_per_year", 0.03, 0.02, 0.05, "share/year", FINANCE, "2025-12-31", ""),
    ("per_fte.rate_per_month", 3150, 2850, 3500, "EUR/FTE/month", OFFERS, ASKED, "a nearshore team"),
    (
        "transaction.baseline_volume",
        12900,
        "",
        "",
        "invoices/month",
        SYSTEM,
        "2026-09-30",
        "mean of twelve months",
    ),
    (
        "transaction.unit_price",
        4.3,
        4,
        5.1,
        "EUR/invoice",
        OFFERS,
        ASKED,
        "2.07 to 10 USD from best to last quarter of firms: APQC",
    ),
    (
        "transaction.dead_band",
        0.1,
        0.05,
        0.1,
        "share",
        "Demystifying ARC/RRCs, Hart and Austin: 5 to 10%",
        ASKED,
        "",
    ),
    (
        "tiered.minimum_commitment_per_month",
        40000,
        "",
        "",
        "EUR/month",
        OFFERS,
        ASKED,
        "the price list of Fjordline Process, exceptions included",
    ),
    ("outcome.base_fee_per_month", 20000, 15000, 25000, "EUR/month", OFFERS, ASKED, ""),
    (
        "outcome.fee_per_outcome",
        3.35,
        3,
        4,
        "EUR/outcome",
        OFFERS,
        ASKED,
        "an invoice paid in time and right",
    ),
    ("outcome.floor_per_month", 42000, "", "", "EUR/month", OFFERS, ASKED, ""),
    ("outcome.cap_per_month", 76000, "", "", "EUR/month", OFFERS, ASKED, ""),
    (
        "deal.transition_cost",
        170000,
        130000,
        260000,
        "EUR",
        PLAN,
        ASKED,
        "ERP roles, workflow, training, travel",
    ),
    ("deal.transition_months", 3, 2, 5, "months", PLAN, ASKED, ""),
    ("deal.dual_running_share", 0.5, 0.4, 0.7, "share", PLAN, ASKED, ""),
    ("deal.governance_share", 0.07, 0.05, 0.1, "share", PLAN, ASKED, "nobody is named yet"),
    ("deal.discount_rate_per_year", 0.08, 0.06, 0.1, "share/year", FINANCE, "2025-12-31", ""),
    (
        "provider.cost_per_fte_month",
        2500,
        2200,
        2850,
        "EUR/FTE/month",
        "consultant's estimate (fictional sample)",
        ASKED,
        "",
    ),
    ("provider_people.attrition_per_year", 0.25, 0.18, 0.35, "share/year", OFFERS, ASKED, ""),
    (
        "provider.productivity_gain_share",
        0.05,
        0,
        0.12,
        "share",
        OFFERS,
        ASKED,
        "reading invoices by machine",
    ),
    (
        "automation.investment",
        240000,
        180000,
        400000,
        "EUR",
        PLAN,
        ASKED,
        "invoice reading, a supplier portal, matching rules; no offer yet",
    ),
    (
        "automation.automated_share",
        0.35,
        0.2,
        0.5,
        "share",
        PLAN,
        ASKED,
        "structured mail and a portal could cover half of the suppliers",
    ),
    ("automation.months_to_go_live", 8, 6, 12, "months", PLAN, ASKED, ""),
    ("automation.ramp_months", 12, 9, 18, "months", PLAN, ASKED, "suppliers join one by one"),
    ("automation.run_cost_per_month", 3200, 2500, 4500, "EUR/month", PLAN, ASKED, "licence and half a post"),
    ("automation.cost_per_transaction", 0.4, 0.25, 0.6, "EUR/invoice", PLAN, ASKED, ""),
)

PRICE_TIERS = ((0, 8000, 4.6), (8000, 14000, 3.9), (14000, "", 3.4))

RATERS = ("head of accounts payable", "plant controller")
ANSWERS = (
    ("S1", "opinion", "1 1", ""),
    ("S2", "document", "2 3", "tolerances are written; controllers overrule them"),
    ("P1", "document", "3 2", "main path written in 2025, one exception path is not"),
    ("P2", "opinion", "4 3", ""),
    ("P3", "measured", "2 2", "one invoice in five; 22.6% on average: Ardent 2019"),
    ("P4", "measured", "4 3", "volume, time and a monthly quality sample"),
    ("P5", "document", "4 4", "approval limits twice a year"),
    ("P6", "opinion", "3 3", ""),
    ("P7", "document", "4 4", "ten weeks"),
    ("P8", "document", "4 3", "ERP stays until 2030; remote roles exist"),
    ("P9", "opinion", "3 2", ""),
    ("D1", "document", "3 3", "20 people"),
    ("D2", "opinion", "3 4", ""),
    ("D3", "opinion", "3 3", "month end"),
    ("D4", "document", "1 1", "office hours"),
    ("R1", "document", "2 2", "bank details of suppliers"),
    ("R2", "document", "1 1", ""),
    ("R3", "opinion", "2 3", ""),
    ("R4", "opinion", "2 2", ""),
    ("M1", "opinion", "4 3", ""),
    ("M2", "document", "4 4", ""),
    ("M3", "opinion", "3 3", ""),
    ("M4", "opinion", "4 4", "structured mail and a portal cover half of the suppliers"),
    ("G1", "opinion", "1 1", "nobody is named to manage a provider"),
    ("G2", "opinion", "3 2", "plants want to keep their own clerk"),
)

# Who does what: step, name, actor, system, minutes, case_share, kind, exception_to, quality_check,
# escalation, control, document.
STEPS = rows("""
A1 | Receive | clerk | mailroom | 0.6 | 1 | task | | | | | AP-01
A2 | Index and code | clerk | ERP | 2 | 1 | task | | | | | AP-02
A3 | Match | clerk | ERP | 1.5 | 1 | task | | | | three-way match | AP-03
A4 | Does it match? | clerk | ERP | 0.2 | 1 | decision | | | | tolerance table | AP-03
X1 | Resolve mismatch | resolver | ERP | 9.5 | 0.11 | exception | A4 | | buyer | | AP-07
X2 | Find purchase order | resolver | ERP, e-mail | 10 | 0.06 | exception | A4 | | buyer | | AP-08
X3 | Check duplicate | resolver | ERP, e-mail | 12 | 0.035 | exception | A4 | | | |
E1 | Ask buyer | buyer | e-mail | 5 | 0.05 | escalation | X1 | | purchasing | | AP-09
L1 | Above the approval limit? | clerk | workflow | 0 | 1 | decision | | | | approval limits | AP-10
A5 | Approve | client manager | workflow | 0.8 | 0.55 | task | | | | approval limits | AP-10
A6 | Post | clerk | ERP | 0.7 | 1 | task | | | | | AP-11
Q1 | Check a sample | team lead | ERP | 2.5 | 0.1 | check | | yes | | error log | AP-12
A7 | Pay | treasury | bank | 0.1 | 1 | task | | | | two signatures | AP-13
""")
# What the work is like: step, next, trigger, input, output, data_class, input_kind, and the shares of its
# time that are rule_based, digital, stable. One exception in two comes back to be matched again.
STEP_WORK = rows("""
A1 | A2 | invoice by post or e-mail | invoice | scanned invoice | internal | document | 0.9 | 0.6 | 0.95
A2 | A3 | | scanned invoice | coded invoice | internal | document | 0.8 | 0.9 | 0.85
A3 | A4 | | coded invoice; order; goods receipt | match result | internal | structured | 0.95 | 1 | 0.9
A4 | L1 0.812; X1 0.1; X2 0.055; X3 0.033 | | match result | | internal | structured | 1 | 1 | 0.9
X1 | E1 0.25; A3 0.34; L1 0.41 | | match result; goods receipt | | internal | free_text | 0.3 | 0.7 | 0.6
X2 | E1 0.25; A3 0.34; L1 0.41 | | match result; open orders | | internal | free_text | 0.4 | 0.6 | 0.6
X3 | E1 0.25; A3 0.34; L1 0.41 | | match result; earlier invoices | | internal | document | 0.5 | 0.8 | 0.5
E1 | A3 0.45; L1 0.55 | | match result; buyer's answer | | internal | free_text | 0.1 | 0.9 | 0.7
L1 | A5 0.55; A6 0.45 | | match result | | internal | structured | 1 | 1 | 0.95
A5 | A6 | | match result | approved invoice | internal | structured | 0.4 | 1 | 0.9
A6 | A7 0.9; Q1 0.1 | | approved invoice | posted invoice | internal | structured | 1 | 1 | 0.95
Q1 | A7 0.97; A6 0.03 | | posted invoice | error log | internal | structured | 0.6 | 1 | 0.9
A7 | end | daily payment run | posted invoice | payment to supplier | secret | structured | 1 | 1 | 0.95
""")

VENDORS = (
    CRITERIA,
    (),
    "2026-10-22",
    {
        "Elmet Finance Services": (
            "2026-10-12",
            "2028-06-30:c yes:r 17000:d yes:r yes:c 4:r 4:r 4:d 3:r 4:c 4:d 4:d 4:r 4.3: yes: 0.18: 2: yes:",
            {
                "references_with_data": ("2026-10-20", "a brewer and a hospital group, both with figures"),
                "technology": ("", "invoice reading shown on our own scans"),
            },
        ),
        "Fjordline Process": (
            "2026-10-14",
            "yes:c yes:r 15000:d yes:r yes:c 5:r 4:k 3:d 3:k 3:c 3:k 3:d 3:k 3.95: yes: -: 1: yes:",
            {
                "references_with_data": ("2026-10-21", "two shipping companies, errors per thousand"),
                "quality_system": ("", "described, not shown"),
                "price_per_transaction": ("", "exceptions priced apart"),
            },
        ),
        "Gantry Shared Work": (
            "2026-10-13",
            "2026-06-30:c yes:k yes:k yes:r yes:k 3:r 3:k 3:k 4:k 2:k 3:k 4:k 3:k 3.45: yes: no: 1: no:",
            {"security_certificate": ("2026-10-22", "renewal promised")},
        ),
    },
)

SCENARIOS = {
    "fewer-exceptions": (
        ("work.handling_minutes", 6.6, "half of the exceptions removed before the transition"),
        ("work.outcome_share", 0.88, "fewer exceptions, more invoices right the first time"),
    ),
}
