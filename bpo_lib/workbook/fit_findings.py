"""What the fit says, in sentences: which alternative leads, how firmly, why, and what would change it."""

from collections.abc import Sequence

from bpo_lib.errors import Missing
from bpo_lib.fit.alternatives import NAMES, OUTSOURCED
from bpo_lib.fit.carve_out import CarveOut
from bpo_lib.fit.result import FitResult
from bpo_lib.workbook import labels, numbers
from bpo_lib.workbook.charts.fit import lead_parts
from bpo_lib.workbook.tables.fit import nearest_tips, worth_settling

Sentences = tuple[str, ...]

VERDICT_WORDS = {
    "pass": "The work may leave the house: no gate stops it.",
    "conditional": "The work may leave the house once the open conditions are met.",
    "fail": "The work may not leave the house yet: a gate stops every way of outsourcing it.",
}
_MOST_FOR = 3  # criteria that a sentence can name without becoming a list


def fit_findings(fit: FitResult) -> Sentences:
    """Return the findings of the fit, the answer first."""
    return (
        VERDICT_WORDS[fit.verdict],
        _leader(fit),
        _standing(fit),
        *_reasons(fit),
        *_nearest_tip(fit),
        *_removed(fit),
        *_missing(fit),
        *_methods(fit),
        *_raters(fit),
    )


def _leader(fit: FitResult) -> str:
    row = fit.alternatives.loc[fit.leader]
    low, high = numbers.points(row["low"]), numbers.points(row["high"])
    said = f"Best is to {NAMES[fit.leader]}: {numbers.points(row['value'])} of 100 ({low} to {high})"
    if fit.runner_up is None:
        return f"{said}; the gates leave no other alternative."
    second = fit.alternatives.loc[fit.runner_up]
    return f"{said}. Next best is to {NAMES[fit.runner_up]}: {numbers.points(second['value'])}."


def _standing(fit: FitResult) -> str:
    first = numbers.whole_percent(fit.alternatives.loc[fit.leader, "first"])
    if fit.led_by:
        return (
            "A gate names it, whatever the score: nothing moves until that is lifted. By value alone it "
            f"would come first in {first} of all answers and weights that are possible."
        )
    where = f"It comes first in {first} of all answers and weights that are possible"
    match fit.standing:
        case "robust":
            return f"{where}: the answer is robust."
        case "leaning":
            return f"{where}: the answer leans that way{_changes_if(fit)}."
        case "open":
            return f"{where}: the answer is open between {_contenders(fit)}{_settle(fit)}."


def _changes_if(fit: FitResult) -> str:
    """Return the smallest change of one answer that would change the leader."""
    flips = fit.flips.dropna(subset=["flips_at"])
    if flips.empty:
        return _settle(fit)
    nearest = flips.loc[(flips["flips_at"] - flips["level"]).abs().idxmin()]
    now, then = (numbers.decimal(nearest[name]) for name in ("level", "flips_at"))
    to = NAMES[str(nearest["to"])]
    return f", and changes if {nearest['name']} turns out at level {then} in place of {now} (then: {to})"


def _contenders(fit: FitResult) -> str:
    first = fit.alternatives["first"].nlargest(2).index
    return " and ".join(labels.inside(labels.ALTERNATIVES[str(key)]) for key in first)


def _settle(fit: FitResult) -> str:
    useful = worth_settling(fit)
    return "" if useful.empty else f"; settle {useful['name'].iloc[0]} first"


def _reasons(fit: FitResult) -> Sentences:
    if fit.runner_up is None:
        return ()
    parts = lead_parts(fit)
    most, against = parts[parts["gap"] > 0].head(_MOST_FOR), parts[parts["gap"] < 0].tail(1)
    if most.empty:
        return ()
    named = [_part(name, gap) for name, gap in zip(most["name"], most["gap"], strict=True)]
    said = f"What puts it ahead, in points: {labels.listed(named)}"
    if against.empty:
        return (f"{said}.",)
    return (f"{said}; most against it: {_part(against['name'].iloc[0], against['gap'].iloc[0])}.",)


def _part(name: str, gap: float) -> str:
    return f"{labels.inside(name)} ({numbers.signed(gap, numbers.decimal)})"


def _nearest_tip(fit: FitResult) -> Sentences:
    if fit.led_by:  # where a gate names the leader no weight can change it, which says nothing of the weights
        return ()
    tips = nearest_tips(fit)
    if tips.empty:
        return ("No weight of a single criterion, however changed, makes another alternative lead.",)
    nearest = tips.iloc[0]
    now, tip = numbers.percent(nearest["weight"]), numbers.percent(nearest["tip"])
    to = NAMES[str(nearest["to"])]
    return (f"Were {nearest['name']} to weigh {tip} in place of {now}, it would be better to {to}.",)


def _removed(fit: FitResult) -> Sentences:
    """Return which alternatives a gate stopped, gate by gate."""
    rows = fit.gates[fit.gates["status"] == "stopped"]
    said = []
    for row in rows.to_dict("records"):
        gone = _gone(row["removes"])
        if gone:
            stopped = f"{labels.sentence(labels.listed(gone))}: stopped, since {row['because']}."
            said.append(f"{stopped} What lifts it: {labels.inside(row['lifts'])}")
    return tuple(said)


def _gone(removed: Sequence[str]) -> list[str]:
    """Return what a gate removes in words, all the ways of outsourcing as one."""
    every = set(OUTSOURCED) <= set(removed)
    named = [key for key in removed if not (every and key in OUTSOURCED)]
    words = [labels.inside(labels.ALTERNATIVES[key]) for key in named]
    return ["every way of outsourcing", *words] if every else words


def _missing(fit: FitResult) -> Sentences:
    if not fit.missing:
        return ()
    count = len(fit.missing)
    answers = "answer is" if count == 1 else "answers are"
    names = labels.listed([label.split(" ", 1)[-1] for label in fit.missing])  # a board reads names, not ids
    return (f"{count} {answers} missing and may be anything: {names}.",)


def _methods(fit: FitResult) -> Sentences:
    other = fit.methods[~fit.methods["agrees"].astype(bool)].drop(index="topsis", errors="ignore")
    if other.empty:
        return ("Adding up in other ways gives the same leader.",)
    ways = [f"{name} {labels.inside(labels.ALTERNATIVES[row['leader']])}" for name, row in other.iterrows()]
    return (f"The way of adding up matters: {labels.listed(ways)} would lead.",)


def _raters(fit: FitResult) -> Sentences:
    if fit.agreement is None:
        return ()
    said = f"Raters {labels.AGREEMENT[fit.agreement.words]}"
    if not numbers.missing(fit.agreement.alpha):
        said += f" (Krippendorff's alpha {numbers.ratio(fit.agreement.alpha)})"
    if fit.disagreements.empty:
        return (f"{said}.",)
    apart = labels.listed([str(name) for name in fit.disagreements["name"]])
    return (f"{said}; settle in one short meeting: {apart}.",)


def carve_out_findings(found: CarveOut | Missing) -> Sentences:
    """Return which steps could leave on their own, and what the cuts would cost in hand-overs."""
    if isinstance(found, Missing):
        return ()
    place = labels.inside(labels.ALTERNATIVES[found.place])
    if not found.leaving_share:
        held = found.steps.loc[found.steps["because"] != "", "time_share"].sum()
        why = f"; gates hold back {numbers.percent(held)} of touch time" if held else ""
        return (f"Judged one by one, no step is better off with a {place}{why}.",)
    share = numbers.percent(found.leaving_share)
    if (found.steps["answer"] == found.place).all():
        return (f"Judged one by one, every step is better off with a {place}, so nothing needs to be cut.",)
    crossings = numbers.ratio(found.crossings_per_case)
    stays = found.steps.loc[found.steps["answer"] != found.place, "name"]
    named = labels.listed([str(name) for name in stays.head(_MOST_FOR)])
    more = f" and {len(stays) - _MOST_FOR} more" if len(stays) > _MOST_FOR else ""
    leaving = f"Judged one by one, steps with {share} of touch time are better off with a {place}"
    cut = f"Cut there, an average case would cross between the two {crossings} times"
    return f"{leaving}; others stay: {named}{more}.", f"{cut}, and each crossing costs time."
