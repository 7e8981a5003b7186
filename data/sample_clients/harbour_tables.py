"""The tables of Harbour Telecom, as an analyst would have typed them. All figures are fictional."""

from sample_clients.writing import rows

ASKED = "2026-10-20"
FINANCE = "client finance, FY2025/26 ledger (fictional sample)"
PHONE = "client phone system, October 2025 to September 2026 (fictional sample)"
OFFERS = "provider offers, October 2026 (fictional sample)"
PANEL = "evaluation panel, minutes of September 2026 (fictional sample)"
PLAN = "client operations, plan of October 2026 (fictional sample)"

CLIENT_YML = """\
title: Harbour Telecom
process: Customer service by telephone
sector: Telecommunications
currency: USD
start: "2027-01"
term_months: 48
operation: voice
transaction: call
country: US
time_zone: America/Chicago
hours: "daily 07:00-21:00"
languages: [English, Spanish]
residency: [US, CA, MX]
chapters: [process, fit, forecast, staffing, pricing, contract, delivery, plan, summary]
brand:
  primary: "#0b3c5d"
  accent: "#c8553d"
  logo: logo.svg
"""

LOGO_SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" role="img" aria-label="Harbour Telecom">
  <circle cx="60" cy="60" r="56" fill="#0b3c5d"/>
  <path d="M60 26v50M44 42h32" stroke="#ffffff" stroke-width="7" stroke-linecap="round" fill="none"/>
  <path d="M30 66c2 18 14 28 30 28s28-10 30-28" stroke="#ffffff" stroke-width="7"
    stroke-linecap="round" fill="none"/>
  <circle cx="60" cy="24" r="8" fill="#c8553d"/>
</svg>
"""

ASSUMPTIONS = (
    ("demand.volume_growth_per_year", 0.02, -0.05, 0.08, "share/year", PLAN, ASKED, ""),
    ("work.handling_minutes", 6.1, 5.6, 6.8, "minutes/call", PHONE, "2026-09-30", "talk, hold and wrap-up"),
    (
        "work.outcome_share",
        0.74,
        0.68,
        0.8,
        "share",
        PHONE,
        "2026-09-30",
        "no repeat call within 7 days; 70 to 80% elsewhere: notch.cx (vendor statement)",
    ),
    ("work.paid_hours_per_month", 160, "", "", "hours/FTE/month", FINANCE, "2026-09-30", ""),
    ("work.planned_shrinkage", 0.14, 0.12, 0.17, "share", FINANCE, "2026-09-30", ""),
    (
        "work.unplanned_shrinkage",
        0.2,
        0.17,
        0.24,
        "share",
        FINANCE,
        "2026-09-30",
        "30 to 35% in all is usual: GoTo",
    ),
    ("work.max_occupancy", 0.85, 0.8, 0.88, "share", PLAN, ASKED, ""),
    ("work.service_level", 0.8, "", "", "share", PLAN, ASKED, ""),
    ("work.answer_seconds", 20, "", "", "seconds", PLAN, ASKED, ""),
    (
        "people.attrition_per_year",
        0.28,
        0.2,
        0.4,
        "share/year",
        FINANCE,
        "2026-09-30",
        "30% in US contact centres: ContactBabel 2020, quoted by R. Ghosh",
    ),
    ("people.hiring_lead_months", 2, "", "", "months", PLAN, ASKED, ""),
    (
        "people.training_months",
        1,
        1,
        2,
        "months",
        PLAN,
        ASKED,
        "2 to 6 weeks in the US: Site Selection Group 2018",
    ),
    ("people.starting_productivity", 0.6, 0.5, 0.75, "share", PLAN, ASKED, ""),
    ("people.learning_months", 1, 0.5, 2, "months", PLAN, ASKED, "eight weeks to nearly full speed"),
    (
        "in_house.cost_per_fte_month",
        5900,
        5400,
        6800,
        "USD/FTE/month",
        FINANCE,
        "2026-09-30",
        "about 17.75 USD/hour (BLS via csat.ai, 2021) x 2.0 to 2.5 (CustomerServ, 2021) x 160 hours",
    ),
    ("in_house.wage_growth_per_year", 0.035, 0.02, 0.06, "share/year", FINANCE, "2026-09-30", ""),
    (
        "per_fte.rate_per_month",
        4400,
        3900,
        5000,
        "USD/FTE/month",
        OFFERS,
        ASKED,
        "70% nearshore, 30% onshore; globalify quotes 12 to 25 and 40 to 60 USD/hour (vendor statement)",
    ),
    (
        "transaction.baseline_volume",
        43000,
        "",
        "",
        "calls/month",
        PHONE,
        "2026-09-30",
        "mean of twelve months",
    ),
    (
        "transaction.unit_price",
        5.4,
        4.9,
        6,
        "USD/call",
        OFFERS,
        ASKED,
        "0.89 USD a minute; 0.75 to 1.15 in the US: infocomm.ky",
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
    ("transaction.arc_share", 0.8, 0.7, 0.95, "share", OFFERS, ASKED, ""),
    ("transaction.rrc_share", 0.7, 0.5, 0.8, "share", OFFERS, ASKED, ""),
    ("outcome.base_fee_per_month", 90000, 70000, 110000, "USD/month", OFFERS, ASKED, ""),
    ("outcome.fee_per_outcome", 4.45, 4, 5, "USD/outcome", OFFERS, ASKED, "a call resolved without a repeat"),
    (
        "outcome.attribution_share",
        0.97,
        0.9,
        1,
        "share",
        OFFERS,
        ASKED,
        "3% are resolved by the network team",
    ),
    ("outcome.floor_per_month", 165000, "", "", "USD/month", OFFERS, ASKED, ""),
    ("outcome.cap_per_month", 270000, "", "", "USD/month", OFFERS, ASKED, ""),
    (
        "deal.transition_cost",
        420000,
        330000,
        600000,
        "USD",
        PLAN,
        ASKED,
        "hiring, six weeks of training, travel, two systems; 2 to 6 weeks: Site Selection Group 2018",
    ),
    ("deal.transition_months", 4, 3, 6, "months", PLAN, ASKED, ""),
    ("deal.dual_running_share", 0.5, 0.4, 0.7, "share", PLAN, ASKED, ""),
    ("deal.governance_share", 0.06, 0.04, 0.1, "share", PLAN, ASKED, "four people keep the contract"),
    ("deal.wage_index_per_year", 0.035, 0.02, 0.06, "share/year", OFFERS, ASKED, ""),
    (
        "deal.indexation_cap_per_year",
        0.04,
        0.02,
        0.05,
        "share/year",
        OFFERS,
        ASKED,
        "2% is a good cap, 5% a poor one: globalify (vendor statement)",
    ),
    (
        "deal.discount_rate_per_year",
        0.09,
        0.07,
        0.12,
        "share/year",
        FINANCE,
        "2026-09-30",
        "client's hurdle rate",
    ),
    (
        "service.at_risk_share",
        0.1,
        0.05,
        0.12,
        "share",
        OFFERS,
        ASKED,
        "10% of a month's charges is usual: R. Scott; targets are in service_measures.csv",
    ),
    ("service.grace_months", 4, "", "", "months", OFFERS, ASKED, "none while the work moves"),
    (
        "retained.stranded_share",
        0.03,
        0.01,
        0.05,
        "share",
        FINANCE,
        "2026-09-30",
        "two floors let until 2028 and shared systems",
    ),
    (
        "quality.error_cost",
        2.5,
        1,
        4,
        "USD/call",
        PLAN,
        ASKED,
        "goodwill credits and supervisors' time; counts errors beyond those of the own team",
    ),
    ("exit.investment", 360000, "", "", "USD", OFFERS, ASKED, "two systems and the first team's training"),
    ("exit.wind_down_weeks", 8, "", "", "weeks", OFFERS, ASKED, ""),
    ("exit.breakage_cost", 150000, "", "", "USD", OFFERS, ASKED, "a lease of the whole term"),
    ("exit.cap_fee_months", 4, "", "", "months", OFFERS, ASKED, "a cap and no amount, as counsel asked"),
    (
        "provider.cost_per_fte_month",
        3350,
        3000,
        3800,
        "USD/FTE/month",
        "consultant's estimate (fictional sample)",
        ASKED,
        "24% below the rate, before training; locations.csv says what it is made of, to half a percent",
    ),
    ("provider.productivity_gain_share", 0.03, 0, 0.08, "share", OFFERS, ASKED, "agent assistance, unproven"),
    (
        "provider_people.attrition_per_year",
        0.38,
        0.25,
        0.55,
        "share/year",
        OFFERS,
        ASKED,
        "32.6% in contact centres: Call Criteria 2022; 45 to 50% in India: Gitnux",
    ),
    *(
        (f"scorecard.{name}", points, "", "", "points", PANEL, "2026-09-21", "")
        for name, points in (
            ("industry_experience", 12),
            ("quality_system", 16),
            ("reporting", 7),
            ("scalability", 11),
            ("continuity", 9),
            ("language_and_culture", 9),
            ("technology", 5),
            ("governance_fit", 9),
            ("price_per_transaction", 22),
        )
    ),
)

COST_SHEET = "provider's cost sheet, October 2026 (fictional sample)"
MEASURES = (
    ("answered within 20 seconds", 0.8, 0.82, 0.03, "higher", 0.6, "", "", 0, "the month's average"),
    ("resolved at the first call", 0.72, 0.74, 0.02, "higher", 0.5, "", "", 1, "as work.outcome_share"),
    ("callers who would call again", 0.85, 0.87, 0.025, "higher", 0.4, "", "", 0.5, "survey after the call"),
)

LOCATIONS = (  # what follows the benefit load is agents per lead, lead's wage, support, seat, FTE per seat,
    # technology, telephony, cost per hire, extra wage growth, the note, and where and when people work
    (
        *("Guadalajara", 0.7, "MXN", 16000, COST_SHEET, 0.45),
        *(13, 28000, 4800, 5200, 1.3, 3600, 1400, "", 0.01),
        "5.50 USD/hour; 5 to 6 and a load of 40 to 50% in Mexico: Site Selection Group 2024",
        *("nearshore", "MX", "America/Mexico_City", "daily 06:00-21:00", "Spanish; English"),
    ),
    (
        *("Tulsa", 0.3, "USD", 2530, COST_SHEET, 0.25),
        *(11, 4600, 820, 640, 1.2, 690, 240, "", ""),
        "15.80 USD/hour; 15 to 16 in a second-tier US city: Nearshore Americas; load 20 to 30%: RDI",
        *("onshore", "US", "America/Chicago", "daily 07:00-21:00", "English; Spanish"),
    ),
)

CURRENCIES = (("MXN", 0.055, "client treasury, rate of the offers (fictional sample)", 0.12, ASKED),)

CALENDAR = (
    ("2025-12-24", "event", "Christmas Eve", "", "yes"),
    ("2026-03-17", "ignore", "network outage", "", ""),
)

RATERS = ("operations lead", "finance partner", "IT lead")
ANSWERS = (
    ("S1", "opinion", "2 3 2", "service is expected, not the reason to choose us"),
    ("S2", "document", "2 2 -", "goodwill limits are written, 4% of calls need a judgement"),
    ("P1", "document", "4 4 3", "knowledge base, reviewed in May 2026"),
    ("P2", "opinion", "4 3 4", ""),
    ("P3", "measured", "3 3 -", "9% of calls leave the main path"),
    ("P4", "measured", "5 4 4", "volume, time, quality sample and cost for twelve months"),
    ("P5", "document", "3 3 2", "tariff changes each quarter; IT sees small ones each month"),
    ("P6", "opinion", "4 2 3", "operations counts transfers, finance counts credit approvals"),
    ("P7", "document", "4 4 -", "eight weeks to full speed"),
    ("P8", "document", "4 - 4", "virtual desktop, role-based, in use since 2024"),
    ("P9", "measured", "2 3 -", "repeat calls within 7 days"),
    ("D1", "document", "3 3 -", "56 heads in the team"),
    ("D2", "opinion", "4 3 -", ""),
    ("D3", "opinion", "3 3 -", ""),
    ("D4", "document", "4 4 4", "14 hours on seven days, two languages"),
    ("R1", "document", "3 3 4", "personal data; IT adds card payments by voice"),
    ("R2", "document", "2 2 2", "notification to the regulator"),
    ("R3", "opinion", "3 4 3", ""),
    ("R4", "opinion", "2 3 2", ""),
    ("M1", "opinion", "4 2 -", "operations read the vendor's slide, finance ran its own sums"),
    ("M2", "document", "4 4 -", "nine answers to the request for information"),
    ("M3", "opinion", "3 3 4", ""),
    ("M4", "opinion", "2 2 4", "IT sees more self-service than operations does"),
    ("G1", "document", "4 3 4", "vendor manager named, two analysts from January"),
    ("G2", "opinion", "4 3 3", ""),
)

# Who does what: step, name, actor, system, minutes, case_share, kind, exception_to, quality_check,
# escalation, control, document.
STEPS = rows("""
S1 | Greet and identify | agent | CRM | 0.9 | 1 | task | | | | two identity questions | KB-01
S2 | Understand the request | agent | CRM | 0.9 | 1 | task | | | | | KB-02
S3 | Which kind of request? | agent | CRM | 0.2 | 1 | decision | | | | | KB-02
S4 | Answer a billing question | agent | billing | 2.5 | 0.46 | task | | | | | KB-10
S5 | Change a plan | agent | billing | 3.4 | 0.22 | task | | | | credit check | KB-11
S6 | Mend a technical fault | agent | network desk | 3.3 | 0.32 | task | | | | | KB-20
X1 | Send a field technician | agent | dispatch | 6 | 0.05 | exception | S6 | | network desk | | KB-24
X2 | Disputed bill | senior agent | billing | 5 | 0.04 | exception | S4 | | | credit limit | KB-15
X3 | Account of a deceased customer | senior agent | billing | 9 | 0.004 | exception | S5 | | | |
E1 | Complaint to the client's desk | client | CRM | 7 | 0.012 | escalation | X2 | | complaints | | KB-30
S7 | Wrap up and note | agent | CRM | 0.5 | 1 | task | | | | | KB-03
Q1 | Listen to a sample of calls | quality analyst | recorder | 8 | 0.02 | check | | yes | | scorecard | QA-01
""")
# What the work is like: step, next, trigger, input, output, data_class, input_kind, and the shares of its
# time that are rule_based, digital, stable. Some callers turn out to want something else, or want more.
STEP_WORK = rows("""
S1 | S2 | a customer calls | name and number | known customer | personal | free_text | 0.9 | 0.8 | 0.95
S2 | S3 | | known customer; what the customer says | request | personal | free_text | 0.2 | 0.5 | 0.7
S3 | S4 0.46; S5 0.22; S6 0.32 | | request | kind of request | personal | free_text | 0.7 | 0.6 | 0.8
S4 | S7 0.885; X2 0.085; S3 0.03 | | kind of request; bill | answer | personal | structured | 0.6 | 0.9 | 0.7
S5 | S7 0.982; X3 0.018 | | kind of request; tariff | new contract | personal | structured | 0.8 | 0.95 | 0.6
S6 | S7 0.79; X1 0.15; S2 0.06 | | line test | mended line | personal | structured | 0.6 | 0.8 | 0.6
X1 | S7 | | line test; technicians' calendar | appointment | personal | structured | 0.7 | 0.8 | 0.8
X2 | S7 0.7; E1 0.3 | | bill; earlier notes | credit or refusal | personal | free_text | 0.3 | 0.8 | 0.5
X3 | S7 | | papers of the heirs | closed account | special | document | 0.2 | 0.4 | 0.5
E1 | S7 | | complaint | decision of the client | personal | free_text | 0.1 | 0.7 | 0.5
S7 | end 0.98; Q1 0.02 | | | note of the call | personal | free_text | 0.7 | 1 | 0.9
Q1 | end | | recording | scorecard | personal | free_text | 0.3 | 0.7 | 0.8
""")

CRITERIA = (
    "security_certificate",
    "breach_disclosed_and_answered",
    "capacity_for_peak",
    "references_with_data",
    "regulation",
    "industry_experience",
    "quality_system",
    "reporting",
    "scalability",
    "continuity",
    "language_and_culture",
    "technology",
    "governance_fit",
    "price_per_transaction",
    "pilot_accepted",
    "attrition_per_year",
    "sites",
    "own_people",
)
EVALUATORS = ("operations lead", "quality manager", "purchasing lead")
VENDORS = (
    CRITERIA,
    EVALUATORS,
    "2026-10-16",
    {
        "Alder Contact": (
            "2026-10-05",
            (
                "2028-03-31:c yes:r 58000:d yes:r yes:c 4/4/4:r 4/5/3:r 4/4/3:d 4/4/4:r 3/3/2:c 4/5/4:d "
                "3/4/3:d 4/4/5:r 5.4: yes: 0.31: 2: yes:"
            ),
            {
                "breach_disclosed_and_answered": ("2026-10-13", "one lost laptop in 2023, encrypted"),
                "capacity_for_peak": ("2026-10-14", "seats counted on the visit to the second site"),
                "references_with_data": ("2026-10-13", "a cable operator and a bank sent twelve months"),
                "industry_experience": ("2026-10-13", "cable operator, six years: abandonment 4.1%"),
                "quality_system": ("2026-10-14", "calibration seen on site, scores of twelve months"),
                "scalability": ("2026-10-13", "the bank's team grew by half in ten weeks"),
            },
        ),
        "Brisa Services": (
            "2026-10-06",
            (
                "2027-09-30:c yes:r 48000:d yes:r yes:c 3/3/3:r 4/4/3:d 3/4/3:d 4/3/2:k 4/4/4:c 3/3/3:d "
                "4/4/2:k 3/4/3:k 5.05: yes: 0.36: 2: no:"
            ),
            {
                "references_with_data": ("2026-10-12", "one retailer and one utility confirmed figures"),
                "industry_experience": ("2026-10-12", "the utility's billing line, four years"),
                "scalability": ("", "one case told, no figures"),
                "price_per_transaction": ("", "without the night shift"),
                "own_people": ("", "nights are taken by a partner"),
            },
        ),
        "Cobalt Voice": (
            "2026-10-02",
            (
                "2027-02-28:c no:r 40000:k no:k yes:k 3/3/2:k 2/1/2:k 3/3/3:k 4/4/3:k 2/2/1:k 3/4/3:k "
                "4/3/5:k 2/2/3:k 3.95: no: no: 1: yes:"
            ),
            {
                "breach_disclosed_and_answered": (
                    "2026-10-15",
                    "a breach of 2024 was found in the press, not in the answer",
                ),
                "references_with_data": ("", "letters of thanks, no figures"),
                "attrition_per_year": ("", "called confidential"),
            },
        ),
        "Dunmore Care": (
            "2026-10-09",
            (
                "2029-01-31:c yes:r -: yes:r yes:c 5/5/4:r 4/5/3:r 4/4/-:d -: 4/4/-:c 5/5/-:d 3/4/-:d "
                "4/4/-:r 6.3: yes: 0.27: 3: yes:"
            ),
            {
                "capacity_for_peak": ("", "promised for November"),
                "references_with_data": ("2026-10-14", "three operators, one of them named a weak month"),
                "industry_experience": ("2026-10-14", "two mobile operators, eight years"),
                "scalability": ("", "reference call not yet held"),
            },
        ),
    },
)

SCENARIOS = {
    "self-service": (
        ("demand.deflected_share", 0.2, "balance, tariff change and appointments move to the app"),
        ("demand.deflection_month", 7, "the app is due in July 2027"),
        ("demand.deflection_ramp_months", 18, ""),
    ),
    "high-volume": (
        ("demand.volume_growth_per_year", 0.12, "the new mobile tariff sells as hoped"),
        ("transaction.baseline_volume", 46000, "baseline agreed for the higher volume"),
    ),
    "low-price": (
        ("per_fte.rate_per_month", 3900, "a fully nearshore team"),
        ("transaction.unit_price", 4.8, "same team, per call"),
        ("outcome.fee_per_outcome", 3.65, "same team, per resolved call"),
    ),
}
