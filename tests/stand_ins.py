"""Small results by hand, for charts, tables and widgets; any client text in them is hostile."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pandas as pd
from bs4 import BeautifulSoup

from bpo_lib.delivery import GovernancePack
from bpo_lib.delivery.contract import Clause
from bpo_lib.delivery.governance import CADENCE_COLUMNS, RESPONSIBILITY_COLUMNS
from bpo_lib.delivery.metrics import Metric
from bpo_lib.delivery.plan import COLUMNS as PLAN_COLUMNS
from bpo_lib.engagement import REGISTER_COLUMNS, Engagement
from bpo_lib.fit import (
    ALTERNATIVES,
    CRITERIA,
    Agreement,
    FitResult,
    FitWeights,
    JudgementTerms,
    LeastChange,
)
from bpo_lib.fit.result import (
    CRITERIA_COLUMNS,
    DISAGREEMENT_COLUMNS,
    EVIDENCE_COLUMNS,
    FLIP_COLUMNS,
    GATE_COLUMNS,
    SETTLE_COLUMNS,
)
from bpo_lib.fit.result import TIP_COLUMNS as FIT_TIP_COLUMNS
from bpo_lib.fit.weighting.elicited import GROUP_SET, WEIGHT_SETS, Weighting
from bpo_lib.fit.weighting.weight_sets import weights_by_points
from bpo_lib.forecast import DemandTerms, VolumeForecast, VolumeOutlook
from bpo_lib.forecast.intervals import Spread
from bpo_lib.forecast.scores import BACKTEST_COLUMNS, HORIZON_COLUMNS
from bpo_lib.pricing.deal import DealTerms, InHouseTerms
from bpo_lib.pricing.decide.terms import IncentiveTerms, ParticipationTerms
from bpo_lib.pricing.forms.per_fte import PerFtePricing
from bpo_lib.pricing.forms.transaction import TransactionPricing
from bpo_lib.pricing.risk.terms import RiskTerms
from bpo_lib.process import ProcessEvidence, profile_events
from bpo_lib.profile import Brand, Profile
from bpo_lib.sourcing import ProviderScores, ScorecardTerms
from bpo_lib.sourcing.bids.draws import BidRanks
from bpo_lib.sourcing.bids.evaluators import AGENDA_COLUMNS, EvaluatorPanel
from bpo_lib.sourcing.bids.lead import LEAD_COLUMNS, TIP_COLUMNS
from bpo_lib.sourcing.bids.quality_price import quality_price
from bpo_lib.sourcing.bids.record import CALL_COLUMNS, SealedWeights
from bpo_lib.sourcing.bids.red_flags import FLAG_COLUMNS
from bpo_lib.sourcing.bids.scorecard import DETAIL_COLUMNS, MUST_HAVE_COLUMNS, TABLE_COLUMNS
from bpo_lib.sourcing.bids.severity import severity
from bpo_lib.staffing import DeferredTerms, PeopleTerms, ShiftTerms, StaffingPlan, Team, WorkTerms

HOSTILE = '<script>alert(1)</script> <a href="https://evil.example">x</a> \\(x^2\\) & "quote"'


def page(html):
    """Return a piece of the report as a tree."""
    return BeautifulSoup(html.markup, "html.parser")


def title(html):
    """Return the finding a figure states."""
    return page(html).figcaption.text.replace("\u00a0", " ")


def rows(html):
    """Return the cells of a table's body as text."""
    return [[cell.text for cell in row.find_all(["th", "td"])] for row in page(html).tbody.find_all("tr")]


MONTHS = pd.period_range("2026-01", periods=36, freq="M")


def profile(**changes):
    settings = {
        "title": "Harbour Bank",
        "process": "Customer calls",
        "sector": "banking",
        "currency": "EUR",
        "start": dt.date(2026, 1, 1),
        "term_months": 36,
        "operation": "voice",
        "transaction": "call",
        "brand": Brand(primary="#12355b", accent="#b5832e"),
    }
    return Profile(**(settings | changes))


def engagement(**changes):
    terms = {
        DemandTerms: DemandTerms(),
        WorkTerms: WorkTerms(handling_minutes=5.5),
        PeopleTerms: PeopleTerms(),
        ShiftTerms: ShiftTerms(),
        DeferredTerms: DeferredTerms(),
        InHouseTerms: InHouseTerms(cost_per_fte_month=4_200),
        DealTerms: DealTerms(transition_cost=250_000),
        RiskTerms: RiskTerms(paths=64),
        JudgementTerms: JudgementTerms(),
        ScorecardTerms: ScorecardTerms(),
        IncentiveTerms: IncentiveTerms(),
        ParticipationTerms: ParticipationTerms(),
        PerFtePricing: PerFtePricing(rate_per_month=3_300),
        TransactionPricing: TransactionPricing(baseline_volume=60_000, unit_price=2.9),
    }
    rows = [
        _register_row(declared, getattr(terms[kind], declared.name.split(".")[1]))
        for kind in terms
        for declared in kind.declarations()
    ]
    empty = pd.DataFrame()
    register = pd.DataFrame(rows, columns=REGISTER_COLUMNS)
    return Engagement(
        "harbour", "base", profile(**changes), terms, register, None, empty, empty, empty, empty, {}
    )


def _register_row(declared, value):
    ranged = declared.name in ("work.handling_minutes", "per_fte.rate_per_month")
    return {
        "name": declared.name,
        "meaning": declared.meaning,
        "value": value,
        "low": value * 0.9 if ranged else np.nan,
        "high": value * 1.2 if ranged else np.nan,
        "unit": declared.unit,
        "source": declared.source or HOSTILE,
        "as_of": "2025-11-30",
        "note": "",
        "origin": "client",
    }


def outlook():
    starts = pd.date_range("2024-01-01", periods=182, freq="W-MON")
    wave = 14_000 + 1_500 * np.sin(np.arange(182) / 8.3) + 10 * np.arange(182)
    past = np.arange(182) < 100
    width = np.where(past, np.nan, 600 + 20 * (np.arange(182) - 100))
    daily = pd.DataFrame(
        {
            "start": starts,
            "actual": np.where(past, wave, np.nan),
            "mean": np.where(past, np.nan, wave),
            "low80": wave - width,
            "high80": wave + width,
            "low95": wave - 1.5 * width,
            "high95": wave + 1.5 * width,
        }
    )
    mean = pd.Series(61_000 + 120 * np.arange(36), index=MONTHS, dtype=float)
    accuracy = pd.DataFrame(
        {
            "method": ["median of 2 methods", "ETS", "seasonal naive", "recent mean"],
            "mae": [640.0, 655.0, 812.0, 1_230.0],
            "wape": [0.064, 0.066, 0.081, 0.123],
            "mase": [0.79, 0.81, 1.0, 1.5],
            "coverage": [0.79, 0.8, 0.82, 0.9],
            "coverage95": [0.94, 0.95, 0.96, 0.98],
            "chosen": [True, False, False, False],
        }
    )
    return VolumeOutlook(
        history_monthly=pd.Series(
            58_000.0 + 50 * np.arange(24), index=pd.period_range("2024-01", periods=24, freq="M")
        ),
        months=MONTHS,
        mean=mean,
        low=mean * 0.9,
        high=mean * 1.12,
        paths=mean.to_numpy() * np.linspace(0.9, 1.12, 9)[:, None],
        forecast=_forecast(daily, accuracy),
        wape=0.064,
        peak_to_mean=1.3,
        week_profile=None,
        daily=daily,
        last_test=_last_test(),
        notes=("History ends in November 2025.",),
    )


def outlook_with_queues():
    """Return an outlook of three queues, one with a hostile name, and half deflected from the second year."""
    whole = outlook()
    shares = {"Billing": 0.5, HOSTILE: 0.3, "Sales": 0.2}
    summary = pd.DataFrame(
        {
            "queue": list(shares),
            "method": ["median of 2 methods", "share of the total", "ETS"],
            "recent_share": list(shares.values()),
            "wape": [0.07, np.nan, 0.12],
        }
    )
    deflected = whole.mean * np.where(np.arange(36) < 12, 0, 0.5)
    bridge = {
        "from history": whole.mean + deflected,
        "growth": 0.0,
        "deflection": -deflected,
        "final": whole.mean,
    }
    return replace(
        whole,
        queues=pd.DataFrame({name: whole.mean * share for name, share in shares.items()}),
        queue_summary=summary,
        bridge=pd.DataFrame(bridge),
    )


def _last_test():
    mean = np.full(8, 15_000.0)
    actual = mean + np.array([100, -300, 900, -200, 50, -1_400, 400, 300])
    starts = pd.date_range("2025-10-06", periods=8, freq="W-MON")
    return pd.DataFrame(
        {"start": starts, "actual": actual, "mean": mean, "low80": mean - 1_000, "high80": mean + 1_000}
    )


def _forecast(daily, accuracy):
    ahead = daily.dropna(subset=["mean"]).set_index("start")["mean"]
    nothing = np.zeros(len(ahead))
    return VolumeForecast(
        mean=ahead,
        method="median of 2 methods",
        backtest=pd.DataFrame(columns=BACKTEST_COLUMNS),
        accuracy=accuracy,
        notes=[],
        frequency="weekly",
        month_ahead_wape=0.064,
        levels=(0.8, 0.95),
        seed=0,
        spread=Spread(nothing, nothing, np.empty(0), degrees=10.0, shared=0.5),
        members=pd.DataFrame({"method": ["ETS", "recent mean"], "weight": [0.5, 0.5]}),
        by_horizon=_by_horizon(),
        poisson_floor=0.03,
        level_shifts=pd.DataFrame(
            {"period": [pd.Timestamp("2025-03-03")], "before": [13_000.0], "after": [14_560.0]}
        ),
        outliers=pd.DataFrame(
            {
                "period": pd.to_datetime(["2024-06-03", "2025-06-02"]),
                "count": [21_000.0, 4_200.0],
                "expected": [15_000.0, 14_000.0],
            }
        ),
    )


def _by_horizon():
    reaches = [(1, 4), (5, 8), (9, 13)]
    errors = {"median of 2 methods": [0.05, 0.062, 0.078], "seasonal naive": [0.079, 0.081, 0.083]}
    rows = [
        (method, first, last, error * 10_000, error, 0.8)
        for method, found in errors.items()
        for (first, last), error in zip(reaches, found, strict=True)
    ]
    return pd.DataFrame(rows, columns=HORIZON_COLUMNS)


def week_profile():
    """Return half-hours of a week that is busiest on Monday at ten, closed on Sunday and at night."""
    weekday, minute = np.repeat(np.arange(7), 48), np.tile(np.arange(48) * 30, 7)
    is_open = (minute >= 480) & (minute < 1_080) & (weekday < 6)
    shape = np.where(is_open, (1.4 - weekday / 10) * (1.2 - np.abs(minute - 615) / 900), 0)
    return pd.DataFrame({"weekday": weekday, "minute": minute, "share": shape / shape.sum()})


def plan():
    months = np.arange(36)
    fte = 70 + 0.2 * months + 4 * np.sin(months / 1.9)
    volume = 61_000 + 120.0 * months
    monthly = pd.DataFrame(
        {
            "volume": volume,
            "handling_hours": volume * 5.5 / 60,
            "net_fte": fte * 0.64,
            "required_fte": fte * 0.93,
            "productive_fte": fte * 0.94,
            "paid_fte": fte,
            "paid_fte_low": fte * 0.92,
            "paid_fte_high": fte * 1.11,
            "paid_people": np.ceil(fte),
            "training_fte": 2.0,
            "hires": 2.0,
            "leavers": 1.9,
            "occupancy": 0.81,
        },
        index=MONTHS,
    )
    flat = np.full(36, 2.0)
    team = Team(fte * 0.93, fte, flat, fte * 0.94, flat, flat * 0.95, np.zeros(36))
    courses = fte[:12].mean() * np.linspace(0.88, 1.15, 9)
    return StaffingPlan(monthly, team, courses, _week(), monthly["volume"].idxmax(), notes=())


def _week():
    hours = np.arange(8, 20)
    shape = np.array([6, 9, 14, 15, 13, 11, 12, 13, 12, 9, 6, 4])
    rows = [
        {
            "weekday": day,
            "start": f"{hour:02d}:00",
            "volume": float(calls * scale * 20),
            "load_erlangs": calls * scale * 20 * 5.5 / 60,
            "agents": int(np.ceil(calls * scale * 20 * 5.5 / 60 * 1.15)),
            "service_level": 0.82,
            "abandonment": 0.0,
            "occupancy": 0.84,
            "mean_wait_seconds": 14.0,
            "concurrency": 1.0,
        }
        for day, scale in enumerate((1.2, 1.05, 1.0, 0.98, 1.1, 0.4))
        for hour, calls in zip(hours, shape, strict=True)
    ]
    return pd.DataFrame(rows)


def fte_sensitivity():
    rows = [
        (
            "work.handling_minutes",
            "average handling time: talk and wrap-up",
            "minutes/transaction",
            5,
            6.5,
            True,
        ),
        ("forecast.volume", "volume, in eight of ten courses it may take", "", np.nan, np.nan, True),
        ("people.attrition_per_year", HOSTILE, "share/year", 0.27, 0.33, False),
    ]
    frame = pd.DataFrame(rows, columns=["name", "meaning", "unit", "low", "high", "ranged"])
    return frame.assign(fte_low=[64.0, 66.0, 69.5], fte_high=[80.0, 77.0, 71.0], swing=[16.0, 11.0, 1.5])


def service_cost():
    levels = np.array([0.7, 0.8, 0.9])
    frames = [
        pd.DataFrame(
            {"answer_seconds": seconds, "service_level": levels, "paid_fte": 60 + 40 * levels - shift}
        )
        for seconds, shift in ((10.0, -1), (20.0, 0), (60.0, 4))
    ]
    table = pd.concat(frames, ignore_index=True)
    own = (table["answer_seconds"] == 20) & (table["service_level"] == 0.8)
    fte = table["paid_fte"]
    return table.assign(required_fte=fte * 0.93, own=own, cost_per_month=fte * 4_200)


def comparison():
    return pd.DataFrame(
        {
            "client_npv": [9_800_000.0, 8_300_000.0, 7_900_000.0],
            "saving_npv": [0.0, 1_500_000.0, 1_900_000.0],
            "saving_share": [0.0, 0.153, 0.194],
            "basis": ["stay", "offer", "offer"],
            "client_npv_p10": [8_900_000.0, 7_600_000.0, 7_700_000.0],
            "client_npv_p50": [9_700_000.0, 8_200_000.0, 7_900_000.0],
            "client_npv_p90": [10_900_000.0, 9_200_000.0, 8_600_000.0],
            "client_npv_cvar": [11_200_000.0, 9_500_000.0, 8_800_000.0],
            "saving_npv_p10": [0.0, 1_100_000.0, 900_000.0],
            "saving_npv_p90": [0.0, 1_800_000.0, 2_600_000.0],
            "saving_probability": [0.0, 0.99, 0.95],
            "cheapest_probability": [0.01, 0.29, 0.7],
            "provider_loss_probability": [np.nan, 0.02, 0.14],
            "at_risk": [False, False, True],
            "provider_markup_share": [np.nan, 0.163, 0.124],
            "payback_month": [np.nan, 11.0, 9.0],
            "first_year_cost": [3_500_000.0, 3_400_000.0, 3_200_000.0],
            "unit_cost": [4.9, 4.1, 3.9],
            "provider_margin_share": [np.nan, 0.14, 0.11],
            "provider_npv": [np.nan, 900_000.0, 700_000.0],
        },
        index=pd.Index(["in_house", "per_fte", "transaction"], name="model"),
    )


def costs():
    frames = []
    for model, level in (("per_fte", 255_000), ("transaction", 238_000)):
        fee = np.full(36, float(level))
        transition = np.where(np.arange(36) < 3, 83_000.0, 0)
        frames.append(
            pd.DataFrame(
                {
                    "month": MONTHS,
                    "model": model,
                    "fee": fee,
                    "tax": 0.0,
                    "governance": fee * 0.06,
                    "transition": transition,
                    "dual_running": transition * 1.7,
                    "total": fee * 1.06 + transition * 2.7,
                    "in_house": 300_000.0,
                }
            )
        )
    return pd.concat(frames, ignore_index=True)


def fit():
    names = ["Strategic differentiation", "Documentation", "Predictability", "Data protection", HOSTILE]
    criteria = pd.DataFrame(
        {
            "criterion": ["S1", "P1", "D1", "R1", "M1"],
            "name": names,
            "group": ["strategy", "process", "demand", "risk", "governance"],
            "weight": [0.3, 0.25, 0.2, 0.15, 0.1],
            "level": [2.0, 4.0, 4.0, 3.0, np.nan],
            "low": [1.4, 3.7, 3.9, 2.4, 1.4],
            "high": [2.6, 4.3, 4.1, 3.6, 4.6],
            "value": [0.75, 0.75, 0.75, 0.5, 0.5],
            "contribution": [22.5, 18.75, 15.0, 7.5, 5.0],
            "basis": ["opinion", "document", "measured", "opinion", "missing"],
            "raters": [3, 1, 0, 2, 0],
            "spread": [2.0, 0.0, 0.0, 1.0, 0.0],
        },
        columns=CRITERIA_COLUMNS,
    )
    gates = pd.DataFrame(
        {
            "gate": ["G-DOC", "G-LAW"],
            "rule": ["exceptions without a written path under 10%", "no rule against it"],
            "status": ["open", "clear"],
            "evidence": [HOSTILE, "letter of counsel"],
            "because": [HOSTILE, "letter of counsel"],
            "lifts": ["write the paths down", "a written opinion"],
            "removes": [(), ()],
            "holds": [("nearshore",), ()],
        },
        columns=GATE_COLUMNS,
    )
    disagreements = pd.DataFrame(
        {
            "criterion": ["S1"],
            "name": ["Strategic differentiation"],
            "low": [1],
            "high": [4],
            "raters": ["Anna 1, Ben 2, Cem 4"],
        },
        columns=DISAGREEMENT_COLUMNS,
    )
    return FitResult(
        **_nine_ways(disagreements),
        verdict="conditional",
        score=68.75,
        score_low=63.75,
        score_high=73.75,
        criteria=criteria,
        gates=gates,
        conditions=("write the paths down",),
        missing=(f"M1 {HOSTILE}",),
        disagreements=disagreements,
        evidence=pd.DataFrame(
            [
                (
                    "D1",
                    "Predictability",
                    0.022,
                    "share",
                    4.9,
                    4.8,
                    5.0,
                    np.nan,
                    "forecast",
                    "2.2%",
                    "chance alone 1.0%",
                )
            ],
            columns=EVIDENCE_COLUMNS,
        ),
        notes=(),
    )


def weighting():
    """Return the weights of the house, which nobody else has weighed."""
    house = FitWeights()
    points = {each.id: each.weight for each in CRITERIA}
    sets = {
        name: weights_by_points(
            name,
            {each: getattr(house, each) if name == GROUP_SET else points[each] for each in members},
            house.house_weight_spread,
        )
        for name, members in WEIGHT_SETS.items()
    }
    return Weighting(sets, house.weight_spread)


def _nine_ways(disagreements):
    """Return what a judgement says of the nine ways: nearshore leads, one is removed, one conditional."""
    keys = pd.Index([each.key for each in ALTERNATIVES], name="key")
    value = np.array([0.39, 0.45, 0.51, 0.68, 0.66, 0.6875, 0.62, 0.59, 0.64])
    first = np.array([0.0, 0.0, 0.01, 0.2, 0.15, 0.62, 0.0, 0.0, 0.02])
    status = ["clear"] * 5 + ["conditional", "stopped", "clear", "clear"]
    alternatives = pd.DataFrame(
        {
            "name": [each.name for each in ALTERNATIVES],
            "status": status,
            "gates": ["G-DOC" if each == "conditional" else "G-RES" * (each == "stopped") for each in status],
            "value": value,
            "low": value - 0.05,
            "high": value + 0.05,
            "geometric": value - 0.03,
            "pessimistic": value - 0.1,
            "first": first,
            "confidence": np.where(first > 0, first + 0.1, np.nan),
        },
        index=keys,
    )
    left = keys[keys != "offshore"]
    shares = np.full((len(left), len(left)), 0.38 / 7) + np.eye(len(left)) * (0.62 - 0.38 / 7)
    ids = [each.id for each in CRITERIA]
    weights = np.array(list(weighting().by_criterion.values()))
    levels = pd.DataFrame([[1.0, 2.0, 4.0], [2.0, 2.0, 3.0], [4.0, 3.0, np.nan]], ["Anna", "Ben", HOSTILE])
    return {
        "standing": "leaning",
        "leader": "nearshore",
        "runner_up": "shared_services",
        "led_by": "",
        "route": "nearshore",
        "alternatives": alternatives,
        "acceptability": pd.DataFrame(shares, left, range(1, len(left) + 1)),
        "central_weights": pd.DataFrame([weights] * len(left), left, ids),
        "contributions": pd.DataFrame(np.outer(value, weights), keys, ids),
        "settle_first": pd.DataFrame(
            [("M1", HOSTILE, 0.004, "missing", "How much cheaper is it?")], columns=SETTLE_COLUMNS
        ),
        "tips": pd.DataFrame(
            [("R1", HOSTILE, 0.15, 0.22, "shared_services", "pool it in shared services")],
            columns=FIT_TIP_COLUMNS,
        ),
        "least_change": LeastChange(
            0.04,
            "shared_services",
            pd.DataFrame({"name": ids, "before": weights, "after": weights}, pd.Index(ids, name="criterion")),
        ),
        "flips": pd.DataFrame([("P1", HOSTILE, 4.0, 3.2, "shared_services")], columns=FLIP_COLUMNS),
        "methods": pd.DataFrame(
            {
                "leader": ["nearshore", "nearshore", "onshore"],
                "value": [0.6875, 0.65, 0.6],
                "agrees": [True, True, False],
            },
            pd.Index(["additive", "geometric", "pessimistic"], name="method"),
        ),
        "agreement": Agreement(
            0.42,
            0.15,
            0.61,
            "discuss",
            0.59,
            0.39,
            levels.set_axis(["S1", "P1", "R1"], axis="columns"),
            disagreements,
        ),
        "weighting": weighting(),
    }


def sensitivity():
    return pd.DataFrame(
        {
            "name": ["per_fte.rate_per_month", "work.handling_minutes", "deal.discount_rate_per_year"],
            "meaning": [
                "provider's rate for one paid FTE",
                "average handling time of one transaction (AHT)",
                HOSTILE,
            ],
            "unit": ["currency/FTE/month", "minutes/transaction", "share/year"],
            "low": [3_000.0, 5.0, 0.05],
            "high": [3_700.0, 6.5, 0.12],
            "saving_low": [2_300_000.0, 1_600_000.0, 1_950_000.0],
            "saving_high": [600_000.0, 2_200_000.0, 1_800_000.0],
            "swing": [1_700_000.0, 600_000.0, 150_000.0],
            "fault": ["", "", ""],
        }
    )


def event_profile():
    """Return the log of a thousand cases, one route of which passes an activity of hostile name."""
    routes = [
        (620, ("Receive", "Check", "Pay")),
        (210, ("Receive", "Check", "Ask supplier", "Check", "Pay")),
        (40, ("Receive", HOSTILE)),
        *[(10, ("Receive", *["Check"] * each, "Pay")) for each in range(2, 15)],
    ]
    minutes = {"Check": 14.5, "Ask supplier": 2_880, "Pay": 6, HOSTILE: 900}
    rows, case = [], 0
    for cases, path in routes:
        for _ in range(cases):
            case += 1
            moment = pd.Timestamp("2026-01-05 08:00") + pd.Timedelta(hours=case % 9, days=case // 20)
            for activity in path:
                moment += pd.Timedelta(minutes=minutes.get(activity, 0))
                rows.append((f"C{case:04d}", activity, moment))
    return profile_events(pd.DataFrame(rows, columns=["case_id", "activity", "timestamp"]))


def evidence(steps):
    """Return a process of which only the step table is known."""
    return ProcessEvidence(
        map=None,
        steps=steps,
        touch_minutes=12.0,
        handoffs_per_case=2.0,
        unwritten_exception_share=None,
        profile=None,
        exception_case_share=None,
        unwritten_log_share=None,
        off_map=(),
        unseen=(),
        missing=(),
        notes=(),
    )


def provider_scores():
    table = pd.DataFrame(
        {
            "vendor": ["Alfa", "Bravo", HOSTILE],
            "score": [71.0, 64.5, 80.2],
            "score_low": [66.0, 57.0, 80.2],
            "score_high": [75.0, 72.0, 80.2],
            "quality_score": [70.0, 62.0, 74.0],
            "must_haves": ["met", "open", "failed"],
            "failed": ["", "", "security_certificate"],
            "open": ["", "regulation", ""],
            "price": [2.9, 2.6, 2.2],
            "price_against_in_house": [-0.21, -0.29, -0.4],
            "red_flags": ["", "", "testimonials without figures"],
            "rank": pd.array([1, 2, None], dtype="Int64"),
            "rank_without_price": pd.array([1, 2, None], dtype="Int64"),
            "first": [0.75, 0.25, np.nan],
        },
        columns=TABLE_COLUMNS,
    )
    must, what = "security_certificate", "Security certificate in force"
    gate = (HOSTILE, must, what, "failed", "ran out on 30 June 2026", HOSTILE, "a new one")
    gaps = [("quality_system", "How quality is made", 9.0, 4.0, 5.0), ("technology", "Tools", 4.0, 2.5, 1.5)]
    tip = ("price_per_transaction", "Price of one transaction", 0.22, 0.41, "Bravo", 0.19)
    named = ["Alfa", "Bravo"]
    return ProviderScores(
        table,
        pd.DataFrame(columns=DETAIL_COLUMNS),
        "Alfa",
        "Bravo",
        reason="Alfa leads Bravo by 6.5 points.",
        notes=(),
        gates=pd.DataFrame([gate], columns=MUST_HAVE_COLUMNS),
        lead=pd.DataFrame(gaps, columns=LEAD_COLUMNS),
        tips=pd.DataFrame([tip], columns=TIP_COLUMNS),
        ranks=BidRanks(
            pd.DataFrame([[0.75, 0.25], [0.25, 0.75]], index=named, columns=[1, 2]),
            pd.Series([0.8, 0.3], index=named),
            pd.DataFrame([[0.0, 0.75], [0.25, 0.0]], index=named, columns=named),
        ),
        frontier=quality_price(table, 1.06),
        flags=pd.DataFrame(
            [(HOSTILE, "testimonials without figures", HOSTILE, "figures")], columns=FLAG_COLUMNS
        ),
        panel=evaluator_panel(),
        calls=pd.DataFrame([("2026-10-12", HOSTILE, what, "yes", "Kim", HOSTILE)], columns=CALL_COLUMNS),
        sealed=SealedWeights("late", dt.date(2026, 10, 9), dt.date(2026, 10, 5), "Weights were set late."),
    )


def evaluator_panel():
    """Return three evaluators' marks of two answers of two providers, one of them far apart."""
    columns = pd.MultiIndex.from_product(
        [["Alfa", HOSTILE], ["quality_system", "reporting"]], names=["vendor", "criterion"]
    )
    marks = pd.DataFrame([[4, 4, 3, 5], [4, 3, 2, 2], [5, 4, np.nan, 4]], ["Kim", HOSTILE, "Max"], columns)
    agenda = (HOSTILE, "reporting", "Reporting and access to data", 2.0, 5.0, HOSTILE, "Kim")
    return EvaluatorPanel(
        marks=marks,
        severity=severity(marks),
        quality=pd.DataFrame({"quality": [70.0, 55.0], "adjusted": [69.0, 57.0]}, index=["Alfa", HOSTILE]),
        alpha=0.41,
        alpha_low=0.12,
        alpha_high=0.66,
        words="discuss",
        agenda=pd.DataFrame([agenda], columns=AGENDA_COLUMNS),
    )


def governance_pack():
    """Return one row of hostile text in every table of the pack."""

    def row(columns):
        return pd.DataFrame([dict.fromkeys(columns, HOSTILE)])

    return GovernancePack(
        metrics=row(Metric._fields),
        cadence=row(CADENCE_COLUMNS),
        responsibilities=row(RESPONSIBILITY_COLUMNS),
        contract_checklist=row(Clause._fields),
    )


def transition_plan():
    months = pd.period_range("2025-10", periods=6, freq="M").to_timestamp()
    return pd.DataFrame(
        {
            "stage": ["Prepare", "Transfer of knowledge", "Pilot", "Ramp up", "Stabilise"],
            "start": [month.date() for month in months[:-1]],
            "end": [(month - pd.Timedelta(days=1)).date() for month in months[1:]],
            "owner": ["client", "provider", "both", "provider", "both"],
            "entry": ["contract signed"] * 5,
            "exit_test": ["quality at 95% of today's"] * 5,
            "provider_fte_share": [0.0, 0.0, 0.25, 0.75, 1.0],
            "provider_fte": [0.0, 0.0, 17.5, 52.5, 70.0],
        },
        columns=PLAN_COLUMNS,
    )
