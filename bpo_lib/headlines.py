"""The few figures each chapter is remembered by; shown as cards and written to `results.json`."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from bpo_lib.delivery import risk_register, transition_plan
from bpo_lib.engagement import Engagement
from bpo_lib.errors import InputError, Missing
from bpo_lib.fit import score_fit
from bpo_lib.forecast import VolumeOutlook, volume_outlook
from bpo_lib.forecast.methods.plain import SEASONAL_NAIVE
from bpo_lib.pricing import IN_HOUSE, compare_pricing, deal_figures, leading_deal
from bpo_lib.process import process_evidence
from bpo_lib.sourcing import DealChoice, deal_choice, delivery_options, recommended_deal, score_providers
from bpo_lib.staffing import staffing_plan


@dataclass(frozen=True)
class Headline:
    """One figure of a chapter.

    Parameters
    ----------
    name : str
        Its key in `results.json`; stays the same when the wording changes.
    value : float, str or None
        The figure, not rounded; None when the inputs for it were not given.
    unit : str
        currency, share, FTE, count, score, ratio, month, minutes, days, per month, date, model or text.
    label : str
        What a card calls it.
    detail : str
        What to know beside it, without figures of its own.
    low, high : float or None
        Its range, in the same unit.
    tone : str
        good, warn, bad or empty.
    """

    name: str
    value: float | str | None
    unit: str
    label: str
    detail: str = ""
    low: float | None = None
    high: float | None = None
    tone: str = ""


KIND_WORDS = {"commercial": "price form", "vendor count": "number of providers"}
STANDING_WORDS = {
    "robust": "robust: it hardly hangs on answers and weights",
    "leaning": "leaning: some answers or weights would change it",
    "open": "open: it hangs on answers and weights",
}
TONES = {"pass": "good", "conditional": "warn", "fail": "bad"}


def _process(case: Engagement) -> list[Headline]:
    evidence = process_evidence(case)
    found = []
    if not case.steps.empty:
        took = evidence.touch_minutes
        found.append(Headline("touch_minutes", took, "minutes", "Touch time per case", "from the step table"))
    if evidence.profile is None:
        outlook = volume_outlook(case)
        volume = float(outlook.history_monthly.mean())
        return [
            *found,
            Headline("monthly_volume_so_far", volume, "per month", "Volume so far", "average month"),
        ]
    profile = evidence.profile
    days = float(profile.duration_quantile(0.5)) / 86_400
    rework = profile.rework_cases / profile.cases
    return [
        *found,
        Headline("cases", float(profile.cases), "count", "Cases observed", "in the event log"),
        Headline("median_cycle_days", days, "days", "Median time to finish", "first to last event of a case"),
        Headline("rework_share", rework, "share", "Cases with rework", "a step done more than once"),
    ]


def _fit(case: Engagement) -> list[Headline]:
    fit = score_fit(case)
    stopped = int((fit.gates["status"] == "stopped").sum())
    firm = "named by a gate, whatever the score" if fit.led_by else STANDING_WORDS[fit.standing]
    return [
        Headline(
            "verdict",
            fit.verdict,
            "text",
            "Fit to outsource",
            "by the gates",
            tone=TONES[fit.verdict],
        ),
        Headline("best_way", fit.leader, "text", "Best way to do it", firm),
        Headline(
            "comes_first",
            float(fit.alternatives["first"][fit.leader]),
            "share",
            "It comes first in",
            "of all possible answers and weights",
        ),
        Headline(
            "score", fit.score, "score", "Best outsourcing route", low=fit.score_low, high=fit.score_high
        ),
        Headline(
            "gates_stopped", float(stopped), "count", "Gates that stop it", tone="bad" if stopped else "good"
        ),
        Headline(
            "answers_missing", float(len(fit.missing)), "count", "Answers still missing", "of 25 criteria"
        ),
    ]


def _forecast(case: Engagement) -> list[Headline]:
    outlook = volume_outlook(case)
    return [
        Headline(
            "first_year_volume",
            float(outlook.mean.iloc[:12].sum()),
            "count",
            "Volume, first year",
            "of the term",
            low=float(outlook.low.iloc[:12].sum()),
            high=float(outlook.high.iloc[:12].sum()),
        ),
        Headline("wape", outlook.wape, "share", "Forecast error", "of a month's total, a month ahead"),
        Headline(
            "peak_to_mean",
            outlook.peak_to_mean,
            "ratio",
            "Peak against mean",
            "busiest against average month",
        ),
        _against_naive(_gain_on_naive(outlook)),
    ]


def _against_naive(gain: float | None) -> Headline:
    """Return the gain as a card; a loss is named as what it is."""
    saved = gain is None or gain >= 0
    words = "error saved" if saved else "error added"
    return Headline(
        "gain_on_naive",
        gain,
        "share",
        "Gain on a naive forecast",
        f"{words} against repeating the last season",
        tone="" if saved else "warn",
    )


def _gain_on_naive(outlook: VolumeOutlook) -> float | None:
    """Return how much smaller the chosen method's error is than that of seasonal naive."""
    table = outlook.forecast.accuracy
    chosen, naive = table.loc[table["chosen"], "wape"], table.loc[table["method"] == SEASONAL_NAIVE, "wape"]
    if chosen.empty or naive.empty or not naive.iloc[0] > 0:
        return None
    return float(1 - chosen.iloc[0] / naive.iloc[0])


def _staffing(case: Engagement) -> list[Headline]:
    plan = staffing_plan(case)
    months, (year, low, high) = plan.monthly, plan.first_year
    first = months.iloc[:12]
    return [
        Headline("paid_fte_first_year", year, "FTE", "Paid staff, first year", "average", low=low, high=high),
        Headline("paid_fte_peak", float(months["paid_fte"].max()), "FTE", "Peak month", "paid staff"),
        Headline(
            "hires_first_year",
            float(first["hires"].sum()),
            "count",
            "People to hire, first year",
            "to replace leavers and to grow",
        ),
        Headline(
            "occupancy", float(first["occupancy"].mean()), "share", "Occupancy", "time at work spent on work"
        ),
    ]


def _pricing(case: Engagement) -> list[Headline]:
    in_house, model = deal_figures(case, IN_HOUSE)["client_npv"], leading_deal(case)
    stay = Headline("in_house_npv", in_house, "currency", "Staying in-house", "present value of the term")
    if model is None:
        return [stay]
    cheapest = Headline("leading_model", model, "model", "Cheapest deal", "of those priced")
    return [cheapest, *_saving(case, model), stay]


def _saving(case: Engagement, model: str) -> list[Headline]:
    """Return what one deal saves, and when it has paid for itself."""
    deal = compare_pricing(case).loc[model]
    saving = float(deal["saving_npv"])
    tone = "good" if saving > 0 else "bad"
    pays_back = not np.isnan(deal["payback_month"])
    payback, when = (float(deal["payback_month"]), "of the term") if pays_back else (None, "")
    return [
        Headline(
            "saving_npv",
            saving,
            "currency",
            "Saving over the term",
            "present value",
            # The expected course is no quantile: a skewed range may leave it out.
            low=min(float(deal["saving_npv_p10"]), saving),
            high=max(float(deal["saving_npv_p90"]), saving),
            tone=tone,
        ),
        Headline(
            "saving_share",
            float(deal["saving_share"]),
            "share",
            "Saving against staying",
            "present value",
            tone=tone,
        ),
        Headline("payback_month", payback, "month", "Pays back", when),
    ]


def _contract(case: Engagement) -> list[Headline]:
    model = recommended_deal(case)
    if model is None:
        return [Headline("saving_probability", None, "share", "Chance of a saving", "no deal is priced")]
    deal = compare_pricing(case).loc[model]
    found = [
        Headline("saving_probability", float(deal["saving_probability"]), "share", "Chance of a saving",
                 "of the deal to follow"),
        Headline("cheapest_probability", float(deal["cheapest_probability"]), "share",
                 "Chance that it is cheapest", "among all ways priced"),
        Headline("cost_p90", float(deal["client_npv_p90"]), "currency", "Cost in a bad course",
                 "one course in ten costs more"),
    ]  # fmt: skip
    if not np.isnan(deal["provider_loss_probability"]):
        lost, tone = float(deal["provider_loss_probability"]), "bad" if deal["at_risk"] else "good"
        words = "Chance that the provider loses money"
        found.append(Headline("provider_loss_probability", lost, "share", words, "over the term", tone=tone))
    return found


def _delivery(case: Engagement) -> list[Headline]:
    options = delivery_options(case)
    open_options = options[options["status"] != "stopped"]
    found = [Headline("options_open", float(len(open_options)), "count", "Options open", "of those weighed")]
    for kind in ("location", "commercial", "vendor count"):
        rows = options[(options["kind"] == kind) & (options["status"] == "recommended")]
        if not rows.empty:
            label = f"Recommended {KIND_WORDS.get(kind, kind)}"
            key = f"recommended_{kind.replace(' ', '_')}"
            found.append(Headline(key, str(rows["option"].iloc[0]), "text", label))
    scores = score_providers(case)
    if not isinstance(scores, Missing):
        found.append(
            Headline("leading_provider", scores.winner, "text", "Leading provider", "must-haves first")
        )
    return found


def _plan(case: Engagement) -> list[Headline]:
    plan, risks = transition_plan(case), risk_register(case)
    high = int((risks["severity"] == "high").sum())
    live = plan.loc[plan["provider_fte_share"] >= 1, "start"]  # in the order of the stages
    return [
        Headline(
            "full_service",
            str(live.iloc[0]) if len(live) else None,
            "date",
            "Provider at full volume",
            "from this day",
        ),
        Headline(
            "stages",
            float(len(plan)),
            "count",
            "Stages",
            "with normal service as the last",
        ),
        Headline(
            "high_risks",
            float(high),
            "count",
            "High risks",
            "of those registered",
            tone="warn" if high else "good",
        ),
    ]


def _summary(case: Engagement) -> list[Headline]:
    chapters = ("fit", "staffing", "forecast")
    found = {line.name: line for chapter in chapters for line in headline_figures(case, chapter)}
    choice = deal_choice(case)
    money = [] if choice is None else [_followed(choice), *_saving(case, choice.model)]
    wanted = [found[name] for name in ("verdict", "best_way")]
    return [*wanted, *money, *(found[name] for name in ("paid_fte_first_year", "wape"))]


def _followed(choice: DealChoice) -> Headline:
    """Return the deal that the report follows; where nothing may move, it is only looked at."""
    lasts = (
        "suits the work and lasts"
        if choice.chosen["price_rise"] <= 0
        else "suits the work; make its price last"
    )
    label, detail = ("Deal to follow", lasts) if choice.suits else ("Deal looked at", "not recommended")
    return Headline("followed_model", choice.model, "model", label, detail)


_BY_CHAPTER: dict[str, Callable[[Engagement], list[Headline]]] = {
    "process": _process,
    "fit": _fit,
    "forecast": _forecast,
    "staffing": _staffing,
    "pricing": _pricing,
    "contract": _contract,
    "delivery": _delivery,
    "plan": _plan,
    "summary": _summary,
}


@lru_cache(maxsize=64)
def headline_figures(case: Engagement, chapter: str) -> tuple[Headline, ...]:
    """Return the figures a chapter is remembered by.

    Parameters
    ----------
    case : Engagement
    chapter : str
        One of `bpo_lib.profile.CHAPTERS`.

    Returns
    -------
    tuple of Headline
        In the order of the cards. The names are described in `data/README.md`.

    Raises
    ------
    InputError
        When there is no such chapter.
    """
    if chapter not in _BY_CHAPTER:
        raise InputError(f"there is no chapter '{chapter}'; there are {', '.join(_BY_CHAPTER)}")
    return tuple(_BY_CHAPTER[chapter](case))
